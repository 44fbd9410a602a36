//! Spells out dates, times and periods for people.

use crate::date::roman;
use crate::lang::Labels;
use time::{Date, Month};

/// Spells out a date, time or period in the ISO 8601 forms of the JSON schema: "jeudi 6 janvier 2022, soir",
/// "2016 – 2018", "14:30". Returns `iso` itself if it has none of the supported forms, as for recurrences.
pub(super) fn spell_out(iso: &str, labels: &Labels) -> String {
    let spelled = match iso.split_once('/') {
        Some((from, to)) => {
            moment(from, labels).zip(moment(to, labels)).map(|(from, to)| format!("{from} – {to}"))
        }
        None => moment(iso, labels),
    };
    spelled.unwrap_or_else(|| iso.to_owned())
}

/// Spells out a date or time, or one end of a period.
fn moment(iso: &str, labels: &Labels) -> Option<String> {
    if iso == ".." {
        return Some(labels.open.to_owned());
    }
    let (day, time) = iso.split_once('T').map_or((iso, None), |(day, time)| (day, Some(time)));
    let day = if day.is_empty() {
        None
    } else {
        Some(date(day, labels).or_else(|| decade_century_or_part(day, labels))?)
    };
    let time = match time {
        Some(time) => {
            Some(name_of(&labels.dayparts, time).map_or_else(|| clock(time), |name| Some(name.to_owned()))?)
        }
        None => None,
    };
    match (day, time) {
        (Some(day), Some(time)) => Some(format!("{day}, {time}")),
        (day, time) => day.or(time),
    }
}

/// Spells out a year, month, day or season: "2022", "2022-01", "2022-01-06", "2018-SU". The year may be unknown
/// ("XXXX") or before the common era ("-0043").
fn date(iso: &str, labels: &Labels) -> Option<String> {
    if let Some(before) = iso.strip_prefix('-') {
        // ISO 8601 counts 1 BC as year 0. A weekday would be of no use to readers.
        let year = before.get(..4)?.parse::<i32>().ok()? + 1;
        let day = date(&format!("XXXX{}", &before[4..]), labels).unwrap_or_default();
        return Some(format!("{day} {year} {}", labels.before_era).trim_start().to_owned());
    }
    let mut fields = iso.split('-');
    let year = fields.next().filter(|year| year.len() == 4)?;
    let number = match year {
        "XXXX" => None,
        year => Some(year.parse::<i32>().ok()?),
    };
    let year = number.map_or(String::new(), |number| format!(" {number}"));
    let (month, day) = match (fields.next(), fields.next(), fields.next()) {
        (None, ..) => return number.map(|number| number.to_string()),
        (Some(season), None, None) if let Some(season) = name_of(&labels.seasons, season) => {
            return Some(format!("{season}{year}"));
        }
        (Some(month), day, None) => (month.parse::<u8>().ok()?, day),
        _ => return None,
    };
    let name = labels.months.get(usize::from(month.checked_sub(1)?))?;
    let Some(day) = day else { return Some(format!("{name}{year}")) };
    let day = day.parse::<u8>().ok()?;
    let weekday = number
        .zip(Month::try_from(month).ok())
        .and_then(|(number, month)| Date::from_calendar_date(number, month, day).ok())
        .map_or("", |date| labels.weekdays[usize::from(date.weekday().number_days_from_monday())]);
    let day = if day == 1 { labels.first.to_owned() } else { day.to_string() };
    Some(format!("{weekday} {day} {name}{year}").trim_start().to_owned())
}

/// Spells out a decade, century, quarter or half-year: "198X", "18XX", "-01XX", "2022-Q3", "2022-H1".
fn decade_century_or_part(iso: &str, labels: &Labels) -> Option<String> {
    let rank = |number: u8| labels.ranks[usize::from(number > 1)];
    if let Some(century) = iso.strip_suffix("XX") {
        let (before, century) = century.strip_prefix('-').map_or((false, century), |century| (true, century));
        let number = century.parse::<u8>().ok().filter(|_| century.len() == 2)? + 1;
        let spelled = format!("{}{} {}", roman(number)?, rank(number), labels.century);
        return Some(if before { format!("{spelled} {}", labels.before_era) } else { spelled });
    }
    if let Some(decade) = iso.strip_suffix('X') {
        decade.parse::<u16>().ok()?;
        return Some(format!("{} {decade}0", labels.decade));
    }
    let (year, part) = iso.split_once('-')?;
    let (letter, number) = part.split_at_checked(1)?;
    let (name, number) = (name_of(&labels.year_parts, letter)?, number.parse::<u8>().ok()?);
    Some(format!("{number}{} {name} {year}", rank(number)))
}

/// Spells out a time of day: "14:30" as it is, "14" as "14:00".
fn clock(time: &str) -> Option<String> {
    let fits = |digits: &str| digits.len() == 2 && digits.bytes().all(|byte| byte.is_ascii_digit());
    time.split(':').all(fits).then(|| if time.len() == 2 { format!("{time}:00") } else { time.to_owned() })
}

/// The name of `code` in a table of codes and names.
fn name_of(names: &[(&str, &'static str)], code: &str) -> Option<&'static str> {
    names.iter().find(|(key, _)| *key == code).map(|(_, name)| *name)
}

#[cfg(test)]
mod tests {
    use super::spell_out;
    use crate::lang::Language;

    #[test]
    fn dates_are_spelled_out() {
        for (iso, expected) in [
            ("2022-01-06", "jeudi 6 janvier 2022"),
            ("2022-01-06TEV", "jeudi 6 janvier 2022, soir"),
            ("2022-01-06T14:30", "jeudi 6 janvier 2022, 14:30"),
            ("T09", "09:00"),
            ("TMO", "matin"),
            ("2022-01", "janvier 2022"),
            ("2014", "2014"),
            ("-0043", "44 av. J.-C."),
            ("-0043-03-15", "15 mars 44 av. J.-C."),
            ("2018-SU", "été 2018"),
            ("XXXX-12-29", "29 décembre"),
            ("2016/2018", "2016 – 2018"),
            ("2021-12-31TNI/2022-01-01", "vendredi 31 décembre 2021, nuit – samedi 1er janvier 2022"),
            ("../2022-01-06T10", "… – jeudi 6 janvier 2022, 10:00"),
            ("198X", "années 1980"),
            ("18XX", "XIXe siècle"),
            ("00XX", "Ier siècle"),
            ("-02XX", "IIIe siècle av. J.-C."),
            ("2022-Q3", "3e trimestre 2022"),
            ("2022-H1", "1er semestre 2022"),
            // Unsupported forms are returned as they are.
            ("2022-W01", "2022-W01"),
            ("P1D", "P1D"),
            ("XXXX-WXX-1", "XXXX-WXX-1"),
            ("2022-13-45", "2022-13-45"),
            ("<b>", "<b>"),
            ("", ""),
        ] {
            assert_eq!(spell_out(iso, Language::French.labels()), expected, "{iso}");
        }
    }
}
