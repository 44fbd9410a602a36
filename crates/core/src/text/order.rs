//! The order of the text.

/// Sorts `items` by where each starts, as `start` tells in bytes; those that start together keep their order.
///
/// One piece of code sorts them all, whatever they are: the standard library's, made anew for each type of item, is a
/// hundredth of what a page downloads.
pub(crate) fn sort_by_start<T>(items: &mut Vec<T>, start: impl Fn(&T) -> usize) {
    let mut order: Vec<(usize, usize)> =
        items.iter().enumerate().map(|(index, item)| (start(item), index)).collect();
    order.sort_unstable();
    let mut taken: Vec<Option<T>> = items.drain(..).map(Some).collect();
    items.extend(order.into_iter().filter_map(|(_, index)| taken[index].take()));
}

#[cfg(test)]
mod tests {
    use super::sort_by_start;

    #[test]
    fn what_starts_together_keeps_its_order() {
        let mut items = vec![(4, 'a'), (2, 'b'), (4, 'c'), (0, 'd'), (2, 'e')];
        sort_by_start(&mut items, |item| item.0);
        assert_eq!(items, [(0, 'd'), (2, 'b'), (2, 'e'), (4, 'a'), (4, 'c')]);
    }
}
