//! Dates and times in the format of the reader's language.

use super::Locale;
use super::figure::ordinal;
use crate::js_api::to_js;
use manicule_core::{Date, parse_date, roman};
use serde::Serialize;

/// Formats a date: "6 janvier 2022".
pub fn date(locale: Locale, date: Date) -> String {
    let parts = Parts {
        year: Some(date.year()),
        month: Some(u8::from(date.month())),
        day: Some(date.day()),
        weekday: false,
    };
    parts.format(locale)
}

/// Formats an ISO 8601 date, time or period of the schema: "jeudi 6 janvier 2022, matin", "2016 – 2018", "14:30".
/// `None` for other forms, such as a recurrence.
pub fn iso_date(locale: Locale, iso: &str) -> Option<String> {
    if let Some((from, to)) = iso.split_once('/') {
        let [until, since] = match locale {
            Locale::French => ["jusqu’à", "à partir de"],
            Locale::English => ["until", "from"],
        };
        if from == ".." {
            return Some(format!("{until} {}", iso_date(locale, to)?));
        }
        if to == ".." {
            return Some(format!("{since} {}", iso_date(locale, from)?));
        }
        if let Some(words) = night(locale, from, to) {
            return Some(words);
        }
        let [from, to] = whole_months(from, to).unwrap_or([from, to]);
        return Some(format!("{} – {}", iso_date(locale, from)?, iso_date(locale, to)?));
    }
    let (day, time) = match iso.split_once('T') {
        Some((day, time)) => (day, Some(time)),
        None => (iso, None),
    };
    let day = match day {
        "" => None,
        day => Some(match Parts::parse(day) {
            Some(parts) => parts.format(locale),
            None => coarse_date(locale, day)?,
        }),
    };
    let time = match time {
        Some(time) => Some(part_of_day(locale, time).or_else(|| clock(time))?),
        None => None,
    };
    match (day, time) {
        (Some(day), Some(time)) => Some(format!("{day}, {time}")),
        (day, time) => day.or(time),
    }
}

/// Shortens a period of whole months: "2020-11-01/2020-12-31" to "2020-11/2020-12".
fn whole_months<'i>(from: &'i str, to: &'i str) -> Option<[&'i str; 2]> {
    let (first, last) = (parse_date(from)?, parse_date(to)?);
    let is_whole = first.day() == 1 && last.next_day()?.day() == 1;
    let [from, to] = [from, to].map(|iso| &iso[..iso.len() - "-01".len()]);
    (is_whole && from != to).then_some([from, to])
}

/// Formats the period from a night to the next day: "nuit du mercredi 5 janvier 2022 au jeudi 6 janvier 2022".
fn night(locale: Locale, from: &str, to: &str) -> Option<String> {
    let eve = from.strip_suffix("TNI")?;
    if parse_date(eve)?.next_day() != parse_date(to) {
        return None;
    }
    let (eve, day) = (iso_date(locale, eve)?, iso_date(locale, to)?);
    Some(match locale {
        Locale::French => format!("nuit du {eve} au {day}"),
        Locale::English => format!("night of {eve} to {day}"),
    })
}

/// ECMA-402, options of `Intl.DateTimeFormat`.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct DateTimeFormatOptions {
    time_zone: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    year: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    month: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    day: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    weekday: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    era: Option<&'static str>,
}

/// The known parts of a date.
struct Parts {
    year: Option<i32>,
    month: Option<u8>,
    day: Option<u8>,
    weekday: bool,
}

impl Parts {
    /// Parses "2022", "2022-01" and "2022-01-06"; the year may be unknown, as in "XXXX-12-29".
    fn parse(iso: &str) -> Option<Parts> {
        let (sign, digits) = iso.strip_prefix('-').map_or((1, iso), |digits| (-1, digits));
        let mut fields = digits.split('-');
        let year = fields.next()?;
        let year = match year {
            "XXXX" => None,
            _ => Some(year.parse::<i32>().ok().filter(|_| year.len() == 4)? * sign),
        };
        let field = |field: Option<&str>, most: u8| match field {
            Some(digits) => digits.parse().ok().filter(|number| (1..=most).contains(number)).map(Some),
            None => Some(None),
        };
        let month = field(fields.next(), 12)?;
        let day = field(fields.next(), 31)?;
        if fields.next().is_some() || (year.is_none() && month.is_none()) {
            return None;
        }
        Some(Parts { year, month, day, weekday: year.is_some_and(|year| year > 0) && day.is_some() })
    }

    fn format(&self, locale: Locale) -> String {
        let options = DateTimeFormatOptions {
            time_zone: "UTC",
            year: self.year.map(|_| "numeric"),
            month: self.month.map(|_| "long"),
            day: self.day.map(|_| "numeric"),
            weekday: self.weekday.then_some("long"),
            // In ISO 8601, year 0 is 1 BC.
            era: self.year.filter(|&year| year < 1).map(|_| "short"),
        };
        // For an unknown year, format the date in a leap year, so that 29 February is valid.
        let (year, month, day) = (self.year.unwrap_or(2000), self.month.unwrap_or(1), self.day.unwrap_or(1));
        let moment = js_sys::Date::new(&format!("{year:+07}-{month:02}-{day:02}T00:00:00Z").into());
        let words = String::from(moment.to_locale_date_string(locale.tag(), &to_js(&options)));
        match locale {
            // The day is the first number: "samedi 1ᵉʳ janvier 2022".
            Locale::French if self.day == Some(1) => words.replacen('1', "1ᵉʳ", 1),
            _ => words,
        }
    }
}

/// Formats decades, centuries, weeks, seasons and quarters: "198X", "18XX", "2022-W01", "2018-SU", "2018-Q3".
fn coarse_date(locale: Locale, iso: &str) -> Option<String> {
    let french = locale == Locale::French;
    if let Some(decade) = iso.strip_suffix('X').and_then(|decade| decade.parse::<i32>().ok()) {
        return Some(if french { format!("années {decade}0") } else { format!("{decade}0s") });
    }
    if let Some(century) = iso.strip_suffix("XX") {
        let (before, century) = match century.strip_prefix('-') {
            Some(century) => ([" av. J.-C.", " BC"], century),
            None => (["", ""], century),
        };
        let century = century.parse::<u8>().ok().filter(|_| century.len() == 2)? + 1;
        return Some(match locale {
            Locale::French => {
                let ending = if century == 1 { "ᵉʳ" } else { "ᵉ" };
                format!("{}{ending} siècle{}", roman(century)?, before[0])
            }
            Locale::English => format!("{} century{}", ordinal(locale, f64::from(century)), before[1]),
        });
    }
    let (year, part) = iso.split_once('-')?;
    let year = year.parse::<i32>().ok().filter(|_| year.len() == 4)?;
    let [french_name, english_name] = match part {
        "SP" => ["printemps", "spring"],
        "SU" => ["été", "summer"],
        "FA" => ["automne", "autumn"],
        "WI" => ["hiver", "winter"],
        "H1" | "H2" | "Q1" | "Q2" | "Q3" | "Q4" => {
            let rank = ordinal(locale, f64::from(part.as_bytes()[1] - b'0'));
            let names =
                if part.starts_with('H') { ["semestre", "half of"] } else { ["trimestre", "quarter of"] };
            return Some(format!("{rank} {} {year}", names[usize::from(!french)]));
        }
        _ => return week(locale, year, part.strip_prefix('W')?),
    };
    Some(format!("{} {year}", if french { french_name } else { english_name }))
}

/// Formats an ISO 8601 week, or its weekend ("01-WE"), as the date of its first day.
fn week(locale: Locale, year: i32, week: &str) -> Option<String> {
    let (number, names, offset) = match week.strip_suffix("-WE") {
        Some(number) => (number, ["week-end du", "weekend of"], 5),
        None => (week, ["semaine du", "week of"], 0),
    };
    let number = number.parse::<i32>().ok().filter(|number| (1..=53).contains(number))?;
    // ISO 8601: week 1 is the one that contains 4 January.
    let fourth = Date::from_ordinal_date(year, 4).ok()?;
    let monday = fourth.to_julian_day() - i32::from(fourth.weekday().number_days_from_monday());
    let first = Date::from_julian_day(monday + 7 * (number - 1) + offset).ok()?;
    Some(format!("{} {}", names[usize::from(locale == Locale::English)], date(locale, first)))
}

/// Returns the name of a part of the day from its TimeML code.
fn part_of_day(locale: Locale, code: &str) -> Option<String> {
    let [french, english] = match code {
        "MO" => ["matin", "morning"],
        "MI" => ["midi", "midday"],
        "AF" => ["après-midi", "afternoon"],
        "EV" => ["soir", "evening"],
        "NI" => ["nuit", "night"],
        _ => return None,
    };
    Some(match locale {
        Locale::French => french.to_owned(),
        Locale::English => english.to_owned(),
    })
}

/// Formats a clock time, the same in both languages: "14:30:05"; "14" as "14:00", "14-04:00" as "14:00 UTC-04:00".
fn clock(time: &str) -> Option<String> {
    let (time, zone) = time.split_at(time.find(['Z', '+', '-']).unwrap_or(time.len()));
    let fits = |digits: &str| digits.len() == 2 && digits.bytes().all(|byte| byte.is_ascii_digit());
    let zone = match zone {
        "" => String::new(),
        zone => format!(" UTC{}", zone.trim_start_matches('Z')),
    };
    time.split(':').all(fits).then(|| format!("{time}{}{zone}", if time.len() == 2 { ":00" } else { "" }))
}
