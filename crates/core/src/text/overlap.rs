//! Spans that overlap or enclose others, in lists sorted by offset.

use super::Span;

/// Removes overlaps from `items`, which are sorted by where their spans start: of two that overlap, the one with the
/// higher `rank` is kept, and of two with the same rank the first.
pub(crate) fn remove_overlaps<T>(
    items: Vec<T>,
    span: impl Fn(&T) -> Span,
    rank: impl Fn(&T) -> u8,
) -> Vec<T> {
    let mut kept: Vec<T> = Vec::with_capacity(items.len());
    for item in items {
        match kept.last_mut() {
            Some(last) if span(last).overlaps(span(&item)) => {
                if rank(&item) > rank(last) {
                    *last = item;
                }
            }
            _ => kept.push(item),
        }
    }
    kept
}

/// The item whose span encloses the byte at `offset`, if any. `items` are sorted by offset and do not overlap.
pub(crate) fn item_at<T>(items: &[T], offset: usize, span: impl Fn(&T) -> Span) -> Option<&T> {
    let after = items.partition_point(|item| span(item).start <= offset);
    items[..after].last().filter(|item| offset < span(item).end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spans(ranges: &[(usize, usize, u8)]) -> Vec<(Span, u8)> {
        ranges.iter().map(|&(start, end, rank)| (Span::new(start, end), rank)).collect()
    }

    #[test]
    fn of_two_overlapping_items_the_higher_rank_or_the_first_is_kept() {
        for (items, expected) in [
            (&[(0, 2, 0), (2, 4, 1)][..], &[(0, 2, 0), (2, 4, 1)][..]),
            (&[(0, 3, 0), (2, 4, 1)], &[(2, 4, 1)]),
            (&[(0, 3, 1), (2, 4, 1)], &[(0, 3, 1)]),
            (&[(0, 9, 1), (2, 4, 0), (5, 6, 0)], &[(0, 9, 1)]),
            (&[(0, 3, 0), (2, 5, 1), (4, 7, 2)], &[(4, 7, 2)]),
        ] {
            assert_eq!(remove_overlaps(spans(items), |item| item.0, |item| item.1), spans(expected));
        }
    }

    #[test]
    fn the_item_at_an_offset_encloses_it() {
        let items = spans(&[(1, 3, 0), (3, 4, 1), (6, 8, 2)]);
        let found = |offset: usize| item_at(&items, offset, |item| item.0).map(|item| item.1);
        let expected = [None, Some(0), Some(0), Some(1), None, None, Some(2), Some(2), None];
        assert_eq!(std::array::from_fn(found), expected);
    }
}
