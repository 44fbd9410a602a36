//! The tagger's labels: a word's place in a name, and the name's class.

use crate::entity::Class;

/// The classes that the model tells apart, in the order of its labels.
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

/// How many labels there are: outside, and first, inner, last and only word of a name of each class.
pub(crate) const LABELS: usize = 1 + 4 * CLASSES.len();

/// A word's place in a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    First,
    Inner,
    Last,
    Only,
}

/// A label, `0..LABELS`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Label(pub u8);

impl Label {
    pub const OUTSIDE: Label = Label(0);

    pub fn new(class: usize, part: Part) -> Label {
        Label((1 + 4 * class + part as usize) as u8)
    }

    /// Makes one name of this class of the labels in `name`. A name of which they have but a part is none any more.
    pub fn set(class: usize, name: std::ops::Range<usize>, labels: &mut [Label]) {
        let Some(last) = name.end.checked_sub(1).filter(|&last| name.start <= last) else { return };
        let mut start = name.start;
        while start > 0 && labels[start].goes_on() {
            start -= 1;
        }
        let rest = labels[name.end..].iter().take_while(|label| label.goes_on()).count();
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

    /// Whether a name that began before goes on here.
    pub fn goes_on(self) -> bool {
        matches!(self.name(), Some((_, Part::Inner | Part::Last)))
    }

    /// The index of the class in [`CLASSES`], and the word's place; none outside names.
    pub fn name(self) -> Option<(usize, Part)> {
        let index = usize::from(self.0).checked_sub(1)?;
        Some((index / 4, [Part::First, Part::Inner, Part::Last, Part::Only][index % 4]))
    }

    /// Whether the next word may bear `next`. The decoder has this rule in the layout of its tables.
    #[cfg(any(test, feature = "train"))]
    pub fn may_precede(self, next: Label) -> bool {
        let open = self.name().filter(|(_, part)| matches!(part, Part::First | Part::Inner));
        let goes_on = next.name().filter(|(_, part)| matches!(part, Part::Inner | Part::Last));
        open.map(|(class, _)| class) == goes_on.map(|(class, _)| class)
    }
}

/// The names that a sentence's labels spell: ranges of words and the index of their class.
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
