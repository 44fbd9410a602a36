//! Sorting by position in the text.

/// Sorts `items` by the byte offset that `start` returns for each. The sort is stable.
///
/// Only index pairs are sorted, so that one copy of the sorting code serves every type of item: the standard
/// library's, instantiated for each type, is 1 % of the WebAssembly file that a page downloads.
pub(crate) fn sort_by_start<T>(items: &mut Vec<T>, start: impl Fn(&T) -> usize) {
    let mut order: Vec<(usize, usize)> =
        items.iter().enumerate().map(|(index, item)| (start(item), index)).collect();
    order.sort_unstable();
    let mut unsorted: Vec<Option<T>> = items.drain(..).map(Some).collect();
    items.extend(order.into_iter().filter_map(|(_, index)| unsorted[index].take()));
}

#[cfg(test)]
mod tests {
    use super::sort_by_start;

    #[test]
    fn items_with_the_same_start_keep_their_order() {
        let mut items = vec![(4, 'a'), (2, 'b'), (4, 'c'), (0, 'd'), (2, 'e')];
        sort_by_start(&mut items, |item| item.0);
        assert_eq!(items, [(0, 'd'), (2, 'b'), (2, 'e'), (4, 'a'), (4, 'c')]);
    }
}
