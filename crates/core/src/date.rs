//! Calendar dates as programs write them.

use time::{Date, Month};

/// The date that `iso` spells as ISO 8601 does in its extended format, "2022-01-06"; none for anything else.
pub fn parse_date(iso: &str) -> Option<Date> {
    let bytes = iso.as_bytes();
    let sound = bytes.len() == 10
        && bytes.iter().enumerate().all(|(at, byte)| match at {
            4 | 7 => *byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    if !sound {
        return None;
    }
    let month = Month::try_from(iso[5..7].parse::<u8>().ok()?).ok()?;
    Date::from_calendar_date(iso[..4].parse().ok()?, month, iso[8..].parse().ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::parse_date;

    #[test]
    fn dates_are_whole_calendar_dates() {
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
}
