//! Dates, times and periods in words.

use crate::date::roman;
use crate::lang::Labels;
use time::{Date, Month};

/// What an ISO 8601 date, time or period of the schema says: "jeudi 6 janvier 2022, soir", "2016 – 2018", "14:30"; as it
/// is written where it has no plain reading, such as a recurrence.
pub(super) fn words(iso: &str, labels: &Labels) -> String {
    let said = match iso.split_once('/') {
        Some((from, to)) => {
            moment(from, labels).zip(moment(to, labels)).map(|(from, to)| format!("{from} – {to}"))
        }
        None => moment(iso, labels),
    };
    said.unwrap_or_else(|| iso.to_owned())
}

/// One end of a period, or a whole date or time.
fn moment(iso: &str, labels: &Labels) -> Option<String> {
    if iso == ".." {
        return Some(labels.open.to_owned());
    }
    let (day, time) = iso.split_once('T').map_or((iso, None), |(day, time)| (day, Some(time)));
    let day = if day.is_empty() { None } else { Some(date(day, labels).or_else(|| stretch(day, labels))?) };
    let time = match time {
        Some(time) => {
            Some(named(&labels.dayparts, time).map_or_else(|| clock(time), |name| Some(name.to_owned()))?)
        }
        None => None,
    };
    match (day, time) {
        (Some(day), Some(time)) => Some(format!("{day}, {time}")),
        (day, time) => day.or(time),
    }
}

/// "2022", "2022-01", "2022-01-06" and the like with an unknown year, and "2018-SU".
fn date(iso: &str, labels: &Labels) -> Option<String> {
    if let Some(before) = iso.strip_prefix('-') {
        // ISO 8601 counts 1 BC as 0, and has no weekdays that a reader would know.
        let year = before.get(..4)?.parse::<i32>().ok()? + 1;
        let said = date(&format!("XXXX{}", &before[4..]), labels).unwrap_or_default();
        return Some(format!("{said} {year} {}", labels.before_era).trim_start().to_owned());
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
        (Some(season), None, None) if let Some(season) = named(&labels.seasons, season) => {
            return Some(format!("{season}{year}"));
        }
        (Some(month), day, None) => (month.parse::<u8>().ok()?, day),
        _ => return None,
    };
    let name = labels.months.get(usize::from(month.checked_sub(1)?))?;
    let Some(day) = day else { return Some(format!("{name}{year}")) };
    let day = day.parse::<u8>().ok()?;
    let told = number
        .zip(Month::try_from(month).ok())
        .and_then(|(number, month)| Date::from_calendar_date(number, month, day).ok())
        .map_or("", |date| labels.weekdays[usize::from(date.weekday().number_days_from_monday())]);
    let day = if day == 1 { labels.first.to_owned() } else { day.to_string() };
    Some(format!("{told} {day} {name}{year}").trim_start().to_owned())
}

/// "198X", "18XX", "-01XX", "2022-Q3", "2022-H1".
fn stretch(iso: &str, labels: &Labels) -> Option<String> {
    let rank = |number: u8| labels.ranks[usize::from(number > 1)];
    if let Some(century) = iso.strip_suffix("XX") {
        let (before, century) = century.strip_prefix('-').map_or((false, century), |century| (true, century));
        let number = century.parse::<u8>().ok().filter(|_| century.len() == 2)? + 1;
        let said = format!("{}{} {}", roman(number)?, rank(number), labels.century);
        return Some(if before { format!("{said} {}", labels.before_era) } else { said });
    }
    if let Some(decade) = iso.strip_suffix('X') {
        decade.parse::<u16>().ok()?;
        return Some(format!("{} {decade}0", labels.decade));
    }
    let (year, part) = iso.split_once('-')?;
    let (letter, number) = part.split_at_checked(1)?;
    let (name, number) = (named(&labels.year_parts, letter)?, number.parse::<u8>().ok()?);
    Some(format!("{number}{} {name} {year}", rank(number)))
}

/// "14:30" of "14:30", "14:00" of "14".
fn clock(time: &str) -> Option<String> {
    let fits = |digits: &str| digits.len() == 2 && digits.bytes().all(|byte| byte.is_ascii_digit());
    time.split(':').all(fits).then(|| if time.len() == 2 { format!("{time}:00") } else { time.to_owned() })
}

fn named(names: &[(&str, &'static str)], code: &str) -> Option<&'static str> {
    names.iter().find(|(key, _)| *key == code).map(|(_, name)| *name)
}

#[cfg(test)]
mod tests {
    use super::words;
    use crate::lang::Language;

    #[test]
    fn dates_are_told_in_words() {
        for (iso, said) in [
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
            // These have no reading that is plainer.
            ("2022-W01", "2022-W01"),
            ("P1D", "P1D"),
            ("XXXX-WXX-1", "XXXX-WXX-1"),
            ("2022-13-45", "2022-13-45"),
            ("<b>", "<b>"),
            ("", ""),
        ] {
            assert_eq!(words(iso, Language::French.labels()), said, "{iso}");
        }
    }
}
