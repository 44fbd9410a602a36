//! Dates and times in ISO 8601, and Roman numerals.

use time::{Date, Month, Time};

/// The publication date of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Published {
    /// The day, against which "Thursday" is resolved.
    pub day: Date,
    /// The local time, against which "two hours ago" is resolved; none if only the day is known.
    pub time: Option<Time>,
    /// The offset of the local time from UTC, in minutes; none if unknown.
    pub zone: Option<i16>,
}

impl From<Date> for Published {
    fn from(day: Date) -> Self {
        Published { day, time: None, zone: None }
    }
}

impl Published {
    /// Parses a date or a date and time in the extended format of ISO 8601: "2022-01-06", "2022-01-06T10:32",
    /// "2022-01-06T10:32:05.25+01:00", "2022-01-06T09:32Z". A space is allowed instead of the T (RFC 3339). Returns
    /// none for anything else.
    pub fn parse(iso: &str) -> Option<Published> {
        let Some((day, rest)) = iso.split_at_checked(10).filter(|(_, rest)| !rest.is_empty()) else {
            return parse_date(iso).map(Published::from);
        };
        let rest = rest.strip_prefix(['T', 't', ' '])?;
        let (clock, zone) = match rest.find(['Z', 'z', '+', '-']) {
            Some(at) => (&rest[..at], Some(utc_offset(&rest[at..])?)),
            None => (rest, None),
        };
        let clock = match clock.split_once('.') {
            Some((clock, fraction)) if clock.len() == 8 => {
                fraction.bytes().all(|byte| byte.is_ascii_digit()).then_some(clock)?
            }
            Some(_) => return None,
            None => clock,
        };
        let (minute, second) = match clock.len() {
            5 => (clock, 0),
            8 => (clock.get(..5)?, two_digits(clock.get(5..)?.strip_prefix(':')?)?),
            _ => return None,
        };
        let (hour, minute) = hours_and_minutes(minute)?;
        // Second 60 is a leap second, which `Time` cannot represent.
        let time = Time::from_hms(hour, minute, second.min(59)).ok().filter(|_| second <= 60)?;
        Some(Published { day: parse_date(day)?, time: Some(time), zone })
    }
}

/// Parses a UTC offset such as "Z", "+01:00" or "-0330" into minutes.
fn utc_offset(zone: &str) -> Option<i16> {
    let (sign, clock) = zone.split_at_checked(1)?;
    let (hours, minutes) = match (sign, clock.len()) {
        ("Z" | "z", 0) => (0, 0),
        ("Z" | "z", _) => return None,
        (_, 4) => (two_digits(clock.get(..2)?)?, two_digits(clock.get(2..)?)?),
        _ => hours_and_minutes(clock)?,
    };
    let offset = i16::from(hours) * 60 + i16::from(minutes);
    (hours < 24 && minutes < 60).then_some(if sign == "-" { -offset } else { offset })
}

/// Parses hours and minutes such as "10:32".
fn hours_and_minutes(clock: &str) -> Option<(u8, u8)> {
    let (hours, minutes) = clock.split_once(':')?;
    Some((two_digits(hours)?, two_digits(minutes)?))
}

fn two_digits(digits: &str) -> Option<u8> {
    let is_valid = digits.len() == 2 && digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|_| is_valid)
}

/// Returns `number` in Roman numerals, as French writes centuries: 19 is "XIX", 0 is empty. None from 40 on.
pub fn roman(number: u8) -> Option<String> {
    let tens = ["", "X", "XX", "XXX"].get(usize::from(number / 10))?;
    let ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"][usize::from(number % 10)];
    Some(format!("{tens}{ones}"))
}

/// Parses a calendar date in the extended format of ISO 8601, "2022-01-06". Returns none for anything else, also for
/// a day that does not exist.
pub fn parse_date(iso: &str) -> Option<Date> {
    let bytes = iso.as_bytes();
    let is_valid = bytes.len() == 10
        && bytes.iter().enumerate().all(|(at, byte)| match at {
            4 | 7 => *byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    if !is_valid {
        return None;
    }
    let month = Month::try_from(iso[5..7].parse::<u8>().ok()?).ok()?;
    Date::from_calendar_date(iso[..4].parse().ok()?, month, iso[8..].parse().ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::{Published, parse_date};

    #[test]
    fn only_complete_existing_dates_are_parsed() {
        assert_eq!(parse_date("2024-02-29").map(|date| date.to_string()).as_deref(), Some("2024-02-29"));
        for wrong in [
            "",
            "2023-02-29",
            "2022-1-6",
            "22-01-06",
            "2022-01-06T10:00",
            "+022-01-06",
            "2022-01-06-",
            "2022-0é-06",
        ] {
            assert_eq!(parse_date(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn times_and_utc_offsets_are_parsed() {
        let parsed = |iso| {
            let published = Published::parse(iso)?;
            let clock = published.time.map(|time| time.as_hms());
            Some((published.day.to_string(), clock, published.zone))
        };
        for (iso, clock, zone) in [
            ("2022-01-06", None, None),
            ("2022-01-06T10:32", Some((10, 32, 0)), None),
            ("2022-01-06 10:32:05", Some((10, 32, 5)), None),
            ("2022-01-06T10:32:05.250Z", Some((10, 32, 5)), Some(0)),
            ("2022-01-06T10:32+01:00", Some((10, 32, 0)), Some(60)),
            ("2022-01-06T10:32:00-0330", Some((10, 32, 0)), Some(-210)),
            ("2022-01-06T23:59:60Z", Some((23, 59, 59)), Some(0)),
        ] {
            assert_eq!(parsed(iso), Some(("2022-01-06".to_owned(), clock, zone)), "{iso}");
        }
        for wrong in [
            "",
            "2022-01-06T",
            "2022-01-06T10",
            "2022-01-06T10:3",
            "2022-01-06T25:00",
            "2022-01-06T10:60",
            "2022-01-06T10:32:61",
            "2022-01-06T10:32.5",
            "2022-01-06T10:32Zulu",
            "2022-01-06T10:32+1",
            "2022-01-06T10:32+25:00",
            "2022-01-06T+1:+2",
            "2022-01-06é10:32",
            "2022-01-0é",
            "2022-02-30T10:32",
        ] {
            assert_eq!(parsed(wrong), None, "{wrong}");
        }
    }
}
