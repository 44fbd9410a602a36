//! What a language's figure grammar is written in: words with their senses, and rules over them.
//!
//! The engine knows numbers, units and calendars; which words say so, and in which order, is the language's.

use time::{Month, Weekday};

/// The figure grammar of one language. Keys are lower case; spelling variants are parted by "|", and each may be a
/// phrase. They are folded as [`fold`](crate::text) folds when the tables are compiled. A key with "*" is two: without,
/// and with an "s" for each, its plural.
pub(crate) struct FigureTables {
    /// Words and phrases, with what each may mean. A word may stand in several lists.
    pub words: &'static [&'static [(&'static str, Sense)]],
    /// Names of currencies, which also are read by their codes.
    pub currencies: &'static [CurrencyNames],
    /// Nouns of currencies that several countries share.
    pub shared_currencies: [SharedCurrency; 2],
    /// Codes of currencies that are no more: a country's name does not bring them back.
    pub past_currencies: &'static [&'static str],
    /// What numbers end with that are as large as sums of states.
    pub sum_endings: &'static [&'static str],
    /// How nouns begin of which so many are money: "économies".
    pub sum_nouns: &'static [&'static str],
    /// What stands between a figure and a bare number that it is compared with: ", contre ".
    pub comparing: &'static [&'static str],
    /// What stands between what something was and what it is now: " à ".
    pub leading: &'static str,
    /// What leads to a part of a figure: ", dont ".
    pub among: &'static str,
    /// What stands between a bare number and a figure that is told with it: " et ".
    pub joining: &'static str,
    /// What leads to the places that the figures of a list are told of: "12 degrés à Lille, 14 à Paris".
    pub placing: &'static [&'static str],
    /// Symbols read as such right after digits only, upper and lower case told apart: "km", "M".
    pub symbols: &'static [(&'static str, Sense)],
    /// Endings that make a rank of digits: "e" in "21e".
    pub rank_endings: &'static [&'static str],
    /// The rules, a stage at a time: each stage reads what the ones before it have built.
    pub stages: &'static [&'static [Rule]],
    /// Words that only an accent tells from another word, and that are read with theirs: "dès" is no "des".
    pub apart: &'static [&'static str],
    /// Words that only an accent tells from another word, whose part they do not play: "à" is no "a".
    pub accented: &'static [&'static str],
    /// Words by the part they play around a figure, parted by spaces.
    pub classes: &'static [(Class, &'static str)],
    /// Stems of reporting verbs whose object may be a number that they report: "évoqu".
    pub counting_verbs: &'static [&'static str],
    /// Endings of verb forms that tell of the future, and of the past.
    pub future_endings: &'static [&'static str],
    pub past_endings: &'static [&'static str],
    /// Endings of verb forms that look like the past's and tell no time: "pourrait".
    pub unreal_endings: &'static [&'static str],
    /// How those of them end that are conditional for sure, and not "ouvrait".
    pub conditional_endings: &'static [&'static str],
    /// Endings of nouns and adjectives in the plural, and those of participles among them.
    pub plural_endings: &'static [&'static str],
    pub participle_endings: &'static [&'static str],
    /// Endings of the other participles, which other words have too, and what agreement adds to them.
    pub other_participle_endings: &'static [&'static str],
    pub agreements: &'static [&'static str],
    /// Endings of adverbs made of adjectives: "grièvement blessés".
    pub adverb_endings: &'static [&'static str],
}

/// Names of currencies, those of several countries first: a noun, and what may follow it, parted by "|" and followed by
/// "=" and the ISO 4217 code that the two mean, or by "~" where the code alone is read as no money; one code and the next
/// are parted by ";".
pub(crate) type CurrencyNames = &'static [(&'static str, &'static str)];

/// A noun that several currencies share: which one it means without an adjective, the article tells.
pub(crate) struct SharedCurrency {
    /// The code that it means alone, and how sums end that say no more.
    pub alone: &'static str,
    pub endings: &'static [&'static str],
    /// The codes that it means instead once the article has named one.
    pub named: &'static [&'static str],
    /// Places and people with whose money an article reckons that speaks of them, parted by "|", and the code.
    pub homes: &'static [(&'static str, &'static str)],
}

/// A rule: a pattern (see [`Pattern`](super::grammar)) and what it makes of the words that match.
pub(crate) type Rule = (&'static str, Make);

/// The part that a word plays around figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Class {
    /// Ties a complement to its noun: "de".
    Link,
    /// May follow a link.
    Article,
    /// Stands between a number and its noun: "autres".
    BeforeNoun,
    /// No noun phrase holds it: a verb, preposition, conjunction or adverb.
    Stop,
    /// Begins a clause: "que".
    Clause,
    /// Tells of some of those counted before: "dont".
    Among,
    /// A pronoun, which is no source by itself.
    Pronoun,
    /// Announces a source: "selon".
    According,
    /// Joins one subject to the next: "et".
    And,
    /// An auxiliary whose subject is several.
    Several,
    /// Stands before a participle that reports: "a" in "a déclaré".
    Auxiliary,
    /// Stands before other participles: "est".
    Be,
    /// Follows a verb that reports, before what it reports: "que".
    Says,
    /// Tells that what is said with it lies ahead.
    Future,
    /// Tells that what is said with it is over.
    Past,
    /// Tells, after a link or right before a day, that what is said with it lies ahead.
    Ahead,
    /// Leads to where something ends, or from where it lasts: "jusqu'", "à compter du".
    Until,
    /// Asks for something, which lies ahead if a goal or a pronoun follows: "appellent à manifester samedi",
    /// "donne rendez-vous samedi".
    Call,
    /// Leads to a goal: "à".
    Goal,
    /// Leads to a number, so that no dash follows it but a minus sign: "de".
    Signed,
    /// Tells that what is said with it is due, on a weekday ahead or a date that may be over: "devait".
    Due,
}

/// One thing that a word can mean.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Sense {
    /// A word that numbers are made of.
    Number(NumberWord),
    /// A part of one: a half is 0.5.
    Part(f64),
    /// So many times as much: "double" is 2.
    Fold(u8),
    /// A round number that only gives the size: "dizaine" is 10, several of them 20 to 99.
    Crowd {
        one: f64,
        low: f64,
        high: f64,
    },
    /// Bounds or softens the number after it.
    Bound(Bound),
    /// Bounds or softens the number before it.
    After(Bound),
    /// A unit: its CLDR id.
    Unit(&'static str),
    /// A currency: its ISO 4217 code.
    Currency(&'static str),
    /// The hundredth part of a currency's unit, with its ISO 4217 code.
    Cent(&'static str),
    /// Where sums are reckoned in the currency of this ISO 4217 code: one of those that share the n-th noun.
    Home(u8, &'static str),
    /// "%", "pour cent".
    Percent,
    /// A unit of time.
    Span(TimeUnit),
    Month(Month),
    /// An abbreviation, which is a month only beside a day or year.
    ShortMonth(Month),
    Weekday(Weekday),
    /// A weekday in the plural: each of them.
    Weekdays(Weekday),
    /// An abbreviation, which is a weekday only beside a day.
    ShortWeekday(Weekday),
    Season(Season),
    Daypart(Daypart),
    /// A clock time that has a name: hour and minute.
    Named(u8, u8),
    /// A day counted from today: -1 is yesterday.
    Day(i16),
    /// A day counted from the day that the text spoke of last.
    Later(i16),
    Holiday(Holiday),
    Direction(Direction),
    /// A direction said of several: "derniers".
    Directions(Direction),
    Edge(Edge),
    /// Tells the beginning or end of a part of the day: "tôt le matin".
    Early(Edge),
    /// A meal, whose hour is the stretch of the day in which people take it.
    Meal(u8, u8),
    /// An adverb of recurrence: once in each such unit of time.
    Often(TimeUnit),
    /// Someone who has an age.
    Person,
    /// A noun whose number is a name: "article 49".
    Label,
    /// Announces a source: "selon".
    According,
    /// Tells that something goes from one value to another: "passe de 3 euros à 5 euros" is no range.
    Change,
}

/// What a word adds to a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum NumberWord {
    /// Adds `value`; what may then be added lies in `room` (both included), or after "and" in `and`.
    Small { value: u16, room: (u16, u16), and: &'static [u16] },
    /// Multiplies what stands before it, or stands for itself: 100, 1000.
    Times(u16),
    /// Multiplies what stands before it: a million.
    Scale(f64),
    /// A rank: "troisième". Below zero it counts from the end.
    Rank(f64),
    /// "et" in "vingt et un".
    And,
    /// The decimal mark said as a word.
    Point,
    /// The indefinite article, which is one only before a unit.
    Article,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Bound {
    Least,
    Most,
    About,
}

/// Units of time, by length.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum TimeUnit {
    Second,
    Minute,
    Hour,
    Day,
    Weekend,
    Week,
    Fortnight,
    Month,
    Quarter,
    Half,
    Year,
    Decade,
    Century,
    Millennium,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Daypart {
    Morning,
    Afternoon,
    Evening,
    Night,
    /// The day itself, which has a beginning, a middle and an end.
    Day,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Direction {
    Last,
    This,
    Next,
    /// The one after this: of weekdays, the next week's; of what the text has told, the one after that.
    Following,
    /// The one before what the text has told.
    Preceding,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Edge {
    Start,
    Middle,
    End,
}

/// When a holiday falls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Holiday {
    /// On a day of the year: month and day.
    Fixed(Month, u8),
    /// So many days after Easter Sunday.
    Easter(i16),
    /// So many days after the n-th such weekday of a month; the last if `nth` is 0.
    Nth { month: Month, weekday: Weekday, nth: u8, plus: u8 },
}

/// What a rule makes of the words that match it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Make {
    /// Nothing: the words are no figure, and no later rule sees them.
    Nothing,
    Percent,
    /// Hundredths of a percentage point.
    BasisPoints,
    Money,
    /// A sum in a currency whose name means other things too; and only if it goes into thousands of millions.
    Sum(&'static str),
    Billions(&'static str),
    Quantity,
    /// Unit by unit: "40 km" + "heure".
    Per,
    Duration,
    /// A length of a few hours, where a time of the clock would be told otherwise: "(1 h 47)".
    Brief,
    /// One whole unit of time: "toute la semaine".
    Whole,
    /// Adds a part, or a smaller unit, to a duration or quantity.
    Add,
    Age,
    /// The captured amount as it is, which a later rule would take for something else.
    Keep,
    /// An age from one on, or to another: "les 18-25 ans", "les 65 ans et plus".
    Ages,
    /// An age, if people live to it: "l'individu de 29 ans", but no bottle of two.
    Lived,
    /// What something took: hours, minutes and seconds, or the latter alone, from this unit on; of seconds hundredths.
    Timed(TimeUnit),
    /// Numerator and denominator, or a part of one.
    Fraction,
    /// A fraction, or a multiple, with a bound on it: "plus du tiers", "plus du double".
    Share(Bound),
    /// So many times more.
    Multiple,
    /// So many times less.
    Fewer,
    /// So many times as much, by a word of its own: "le double".
    Fold,
    /// A round number of unstated size.
    Crowd,
    /// "quelques jours": a few of a unit of time.
    Few,
    Score,
    /// A score that the first side has not lost; what "24 à 28" tells is a range.
    Won,
    Range,
    /// A range, unless a verb before it tells that its ends are what something was and what it is now.
    Course,
    /// A range that nothing but the word between its ends tells: it does not run from 45 cents to 82 dollars.
    Between,
    /// Two neighbouring numbers of which one is meant: "deux ou trois".
    Either,
    /// Applies the captured bound.
    Bounded,
    /// At least the captured amount; at most.
    AtLeast,
    AtMost,
    /// A temperature below zero.
    Negative,
    /// A number said to be less than zero.
    Minus,
    /// A date, of whatever parts the pattern captures.
    Date,
    /// The next such month, or the last.
    Nearest(Direction),
    /// A weekday and a number of weeks from it.
    Weeks,
    /// Two figures before today; after it.
    Ago,
    Ahead,
    /// So long after (or before) the day spoken of last.
    Since(Direction),
    /// So long after, or before, a day that is told: "trois jours après le 5 mars".
    Away(Direction),
    /// The day after, or before, a day that is told: "le lendemain de Noël".
    Beside,
    /// A day whose month the next day tells: "les 12 et 13 mars".
    DayOf,
    /// The last so many units up to today; the next.
    Window,
    Clock,
    /// A time of twelve hours, after noon: "7 h 30 p. m."
    AfterNoon,
    /// So many minutes to the hour.
    ClockTo,
    /// The hours of a meal.
    Mealtime,
    /// A clock time of Universal Time, perhaps with its day before it.
    Universal,
    /// Sets how far a clock time is from Universal Time: so many hours ahead, or behind.
    Zone(Direction),
    /// Moves a clock time into the part of the day.
    ClockIn,
    /// A part of the day that the text spoke of last.
    SameDay,
    /// Two parts of one moment: day and time.
    Join,
    Period,
    /// From a moment on.
    From,
    /// Up to a moment.
    Until,
    /// From one year to a later one, unless both are round numbers.
    Years,
    Set,
    /// From one weekday to another, each week.
    Habit,
    /// The part of the day from one day to the next: "la nuit du 14 au 15 juillet".
    Overnight,
    /// The n-th, or last, day, week or weekday of a month or year.
    Nth,
    /// The n-th fourth part of a year.
    Quarter,
    /// A quarter, or half, of a year by its number: "T2 2022"; by the number captured if it is 0: "semaine 32".
    Numbered(TimeUnit, u8),
    /// The first, or last, so many units of a month or year: "les six premiers mois de l'année".
    Run(Edge),
    /// A year or century counted before, or after, the beginning of the common era.
    Era(Direction),
    /// The week, or weekend, that holds a day.
    WeekOf,
    /// So many times in a unit of time.
    Times,
    Decade,
    Century,
}
