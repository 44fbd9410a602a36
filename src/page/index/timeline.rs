//! The dates of an article in chronological order.

use crate::state::Annotated;
use manicule_core::relation::Target;

/// Sorts `highlights` of dates chronologically, each date once. Those that cannot be placed in time (times of day,
/// recurrences, unresolved dates) follow in the order of the text.
pub(super) fn timeline(annotated: &Annotated, highlights: &[usize]) -> Vec<usize> {
    let iso = |index: usize| match annotated.highlights[index].target {
        Target::Figure(figure) => annotated.annotations.figures[figure].iso.as_deref(),
        Target::Entity(_) | Target::Link(_) => None,
    };
    let mut dated: Vec<(usize, usize)> = Vec::new();
    let mut undated = Vec::new();
    for &index in highlights {
        match iso(index).and_then(day) {
            Some(day) => dated.push((day, index)),
            None => undated.push(index),
        }
    }
    dated.sort_unstable();
    // Figures with the same date are adjacent, or among others of the same day.
    let mut kept: Vec<usize> = Vec::with_capacity(highlights.len());
    let mut same = 0;
    for (at, &(day, index)) in dated.iter().enumerate() {
        if at > 0 && dated[at - 1].0 != day {
            same = kept.len();
        }
        if kept[same..].iter().all(|&other| iso(other) != iso(index)) {
            kept.push(index);
        }
    }
    kept.extend(undated);
    kept
}

/// A sort key for an ISO 8601 date of the schema, by its first day; none if it is not a date.
fn day(iso: &str) -> Option<usize> {
    /// The first year with a key.
    const FIRST: i32 = -10_000;
    let start = iso.split('/').find(|end| *end != "..")?;
    let (sign, digits) = start.strip_prefix('-').map_or((1, start), |digits| (-1, digits));
    let year = digits.get(..4).filter(|year| *year != "XXXX")?.replace('X', "0");
    let year = sign * year.parse::<i32>().ok()?;
    let rest = digits.get(4..)?.strip_prefix('-').unwrap_or("");
    let number = |from: usize| rest.get(from..from + 2)?.parse::<usize>().ok();
    let day = match rest.as_bytes() {
        [b'W', b'I', ..] => 11 * 31 + 20,
        [b'W', ..] => number(1)? * 7,
        [b'Q', quarter, ..] => usize::from(quarter.saturating_sub(b'1')) * 92,
        [b'H', half, ..] => usize::from(half.saturating_sub(b'1')) * 184,
        [b'S', b'P', ..] => 2 * 31 + 20,
        [b'S', b'U', ..] => 5 * 31 + 20,
        [b'F', ..] => 8 * 31 + 20,
        [b'0'..=b'9', ..] => number(0)?.saturating_sub(1) * 31 + number(3).unwrap_or(0),
        _ => 0,
    };
    Some((year - FIRST) as usize * 400 + day)
}

#[cfg(test)]
mod tests {
    use super::day;

    #[test]
    fn dates_are_in_the_order_of_time() {
        let ordered = [
            "-0044-03-15",
            "0800",
            "19XX",
            "1991-12",
            "2014",
            "2018-Q2",
            "2018-SU",
            "2021-11-30",
            "2021-12-01/2022-02-28",
            "2022-W01",
            "2022-01-08TMO",
            "2022-02",
        ];
        let days: Vec<Option<usize>> = ordered.iter().map(|iso| day(iso)).collect();
        assert!(days.iter().all(Option::is_some) && days.is_sorted(), "{days:?}");
    }

    #[test]
    fn values_without_a_date_have_no_sort_key() {
        for iso in ["T14:30", "T14/T17", "XXXX-12-25", "XXXX-WXX-1", "P1W", "R2/P1W", "TMO", "", "../.."] {
            assert_eq!(day(iso), None, "{iso}");
        }
    }
}
