//! Putting things in order.

/// The items by a key, from the least to the largest; items with the same key stay in their order. Only keys are sorted, by
/// insertion, since the library's sorts would cost readers more bytes than charts have rows.
#[expect(clippy::disallowed_methods, reason = "`partition_point` is within, or the end")]
pub(crate) fn in_order<T>(items: Vec<T>, key: impl Fn(&T) -> i64) -> Vec<T> {
    let mut order: Vec<(i64, usize)> = Vec::with_capacity(items.len());
    for (place, item) in items.iter().enumerate() {
        let key = key(item);
        let at = order.partition_point(|(other, _)| *other <= key);
        order.insert(at, (key, place));
    }
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    order.into_iter().filter_map(|(_, place)| items.get_mut(place)?.take()).collect()
}

#[cfg(test)]
mod tests {
    use super::in_order;

    #[test]
    fn items_with_one_key_stay_in_their_order() {
        assert_eq!(in_order(vec!["bb", "a", "aa", "b"], |text| text.len() as i64), ["a", "b", "bb", "aa"]);
    }
}
