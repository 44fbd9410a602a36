//! The tagger's labels: each combines the class of a name and the part of the name that a word is (BIOES scheme).

use crate::entity::Class;

/// The classes that the model distinguishes, in the order of its labels.
pub(crate) const CLASSES: [Class; 5] =
    [Class::Person, Class::Place, Class::Organisation, Class::Event, Class::Work];

/// Index of people in [`CLASSES`].
pub(crate) const PERSON: usize = 0;
/// Index of places in [`CLASSES`].
pub(crate) const PLACE: usize = 1;
/// Index of organisations in [`CLASSES`].
pub(crate) const ORGANISATION: usize = 2;
/// Index of events in [`CLASSES`].
pub(crate) const EVENT: usize = 3;
/// Index of works in [`CLASSES`].
pub(crate) const WORK: usize = 4;

/// The number of labels: one for words outside names, and four for each class, in the order of [`Part`].
pub(crate) const LABELS: usize = 1 + 4 * CLASSES.len();

/// The part of a name that a word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// The first of several words.
    First,
    /// A word between the first and the last.
    Inner,
    /// The last of several words.
    Last,
    /// The only word.
    Only,
}

/// A label, `0..LABELS`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Label(pub u8);

impl Label {
    /// The label of words outside names.
    pub const OUTSIDE: Label = Label(0);

    /// The label of this part of a name with the class at this index of [`CLASSES`].
    pub fn new(class: usize, part: Part) -> Label {
        Label((1 + 4 * class + part as usize) as u8)
    }

    /// Labels the words in `name` as one name with the class at this index of [`CLASSES`]. Names that it overlaps in
    /// part lose all their labels.
    pub fn set(class: usize, name: std::ops::Range<usize>, labels: &mut [Label]) {
        let Some(last) = name.end.checked_sub(1).filter(|&last| name.start <= last) else { return };
        let mut start = name.start;
        while start > 0 && labels[start].continues_name() {
            start -= 1;
        }
        let rest = labels[name.end..].iter().take_while(|label| label.continues_name()).count();
        labels[start..name.end + rest].fill(Label::OUTSIDE);
        for at in name.clone() {
            let part = match (at == name.start, at == last) {
                (true, true) => Part::Only,
                (true, false) => Part::First,
                (false, true) => Part::Last,
                (false, false) => Part::Inner,
            };
            labels[at] = Label::new(class, part);
        }
    }

    /// Whether this is the label of a word after a name's first.
    pub fn continues_name(self) -> bool {
        matches!(self.name(), Some((_, Part::Inner | Part::Last)))
    }

    /// The index of the name's class in [`CLASSES`] and the word's part of the name; `None` outside names.
    pub fn name(self) -> Option<(usize, Part)> {
        let index = usize::from(self.0).checked_sub(1)?;
        Some((index / 4, [Part::First, Part::Inner, Part::Last, Part::Only][index % 4]))
    }

    /// Whether the next word may have the label `next`. The decoder has this rule in the layout of its tables.
    #[cfg(any(test, feature = "train"))]
    pub fn may_precede(self, next: Label) -> bool {
        let open = self.name().filter(|(_, part)| matches!(part, Part::First | Part::Inner));
        let goes_on = next.name().filter(|(_, part)| matches!(part, Part::Inner | Part::Last));
        open.map(|(class, _)| class) == goes_on.map(|(class, _)| class)
    }
}

/// The names in the labels of a sentence, in order: the range of words and the index in [`CLASSES`] of each.
pub(crate) fn names(labels: &[Label]) -> impl Iterator<Item = (std::ops::Range<usize>, usize)> + '_ {
    let mut start = 0;
    labels.iter().enumerate().filter_map(move |(index, label)| {
        let (class, part) = label.name()?;
        if matches!(part, Part::First | Part::Only) {
            start = index;
        }
        matches!(part, Part::Last | Part::Only).then_some((start..index + 1, class))
    })
}
