//! The types that a language's figure grammar is written in: words with their senses, and rules over them.
//!
//! The engine implements numbers, units and calendars; the tables supply the vocabulary and word order of a
//! language.

use time::{Month, Weekday};

/// The figure grammar of one language. Keys are lower case; spelling variants are separated by "|" and may be
/// phrases. Keys are folded (see [`fold`](crate::text)) when the tables are compiled. A key with "*" stands
/// for two: one without the asterisks, and one with "s" in their place, its plural.
pub(crate) struct FigureTables {
    /// Words and phrases with their senses. A word may be in several lists.
    pub words: &'static [&'static [(&'static str, Sense)]],
    /// Names of currencies, and their codes.
    pub currencies: &'static [CurrencyNames],
    /// Nouns that several currencies share.
    pub shared_currencies: [SharedCurrency; 2],
    /// Codes of withdrawn currencies, which a mention of the country does not imply.
    pub withdrawn_currencies: &'static [&'static str],
    /// Words that end numbers large enough to be amounts of public money: "millions".
    pub large_amount_endings: &'static [&'static str],
    /// Stems of nouns that denote money: "économie".
    pub money_noun_stems: &'static [&'static str],
    /// Text between a figure and a bare number that is compared with it: ", contre ".
    pub comparison_links: &'static [&'static str],
    /// Text between the old and the new value of something: " à ".
    pub change_link: &'static str,
    /// Text before a part of the preceding figure: ", dont ".
    pub part_link: &'static str,
    /// Text between a bare number and a figure in a list: " et ".
    pub list_link: &'static str,
    /// Prepositions before the places or groups of a list of figures: "12 degrés à Lille, 14 à Paris".
    pub place_prepositions: &'static [&'static str],
    /// Symbols that are recognised only right after digits, in this case of letters: "km", "M".
    pub symbols: &'static [(&'static str, Sense)],
    /// Endings that make digits a rank: "e" in "21e".
    pub rank_endings: &'static [&'static str],
    /// The rules by stage: each stage reads the results of the ones before it.
    pub stages: &'static [&'static [Rule]],
    /// Words that only an accent distinguishes from another word of the tables, so that their accents are not
    /// folded: "dès" is not "des".
    pub accent_kept: &'static [&'static str],
    /// Words that only an accent distinguishes from a word with a class, which they do not have: "à" is not
    /// "a".
    pub accented_function_words: &'static [&'static str],
    /// Words by their class, separated by spaces.
    pub classes: &'static [(Class, &'static str)],
    /// Stems of reporting verbs whose object may be a reported number: "évoqu".
    pub counting_verbs: &'static [&'static str],
    /// Endings of verb forms in the future.
    pub future_endings: &'static [&'static str],
    /// Endings of verb forms in the past.
    pub past_endings: &'static [&'static str],
    /// Endings of verb forms that look like the past but may be conditional, and so have no tense:
    /// "pourrait".
    pub conditional_like_endings: &'static [&'static str],
    /// Endings of verb forms that are certainly conditional, unlike "ouvrait".
    pub conditional_endings: &'static [&'static str],
    /// Endings of plural nouns and adjectives.
    pub plural_endings: &'static [&'static str],
    /// Endings of participles that other words rarely have: "é".
    pub participle_endings: &'static [&'static str],
    /// Endings of other participles, which other words have as well: "i".
    pub other_participle_endings: &'static [&'static str],
    /// Endings that agreement adds to participles: "es".
    pub agreements: &'static [&'static str],
    /// Endings of adverbs derived from adjectives: "grièvement blessés".
    pub adverb_endings: &'static [&'static str],
}

/// Names of currencies by noun: the nouns, separated by "|", and a list of entries separated by ";". An entry
/// consists of the words that may follow the noun, separated by "|", then "=" and the ISO 4217 code that the
/// two mean together. "~" instead of "=" means that the code alone is not recognised as money. Nouns of
/// several countries come first.
pub(crate) type CurrencyNames = &'static [(&'static str, &'static str)];

/// A noun that several currencies share. The article determines which one it means without an adjective.
pub(crate) struct SharedCurrency {
    /// The code that the noun means by default, and the endings of amounts that state no more than the noun.
    pub default: &'static str,
    pub endings: &'static [&'static str],
    /// The codes that it means instead once the article has named one of them.
    pub alternatives: &'static [&'static str],
    /// Names of places and people, separated by "|", and the code of their currency.
    pub homes: &'static [(&'static str, &'static str)],
}

/// A rule: a pattern (see [`Pattern`](super::grammar)) and the action that builds a result from its matches.
pub(crate) type Rule = (&'static str, Action);

/// The grammatical function of a word near figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Class {
    /// Links a complement to its noun: "de".
    Link,
    /// An article or determiner, which may follow a link.
    Article,
    /// An adjective between a number and its noun: "autres".
    BeforeNoun,
    /// A word that cannot be part of a noun phrase: a verb, preposition, conjunction or adverb.
    Stop,
    /// Begins a clause: "que".
    Clause,
    /// Introduces a part of those counted before: "dont".
    Among,
    /// A pronoun, which cannot be a source.
    Pronoun,
    /// Introduces a source: "selon".
    According,
    /// Joins two subjects: "et".
    And,
    /// An auxiliary in the plural.
    PluralAuxiliary,
    /// Forms the past of a reporting verb with its participle: "a" in "a déclaré".
    Auxiliary,
    /// Forms the past or passive of other verbs with their participle: "est".
    Be,
    /// Follows a reporting verb and introduces what it reports: "que".
    ReportStart,
    /// Refers to the future.
    Future,
    /// Refers to the past.
    Past,
    /// Refers to the future after a link or right before a day: "d'ici lundi", "pour jeudi".
    FuturePreposition,
    /// Introduces the end or beginning of something that lasts: "jusqu'", "à compter du".
    Until,
    /// Calls for something, which is in the future if a goal or a pronoun follows: "appellent à manifester
    /// samedi", "donne rendez-vous samedi".
    Call,
    /// Introduces a goal: "à".
    Goal,
    /// Precedes a number, so that a dash after it is a minus sign: "de".
    BeforeNumber,
    /// Says that something is due, on a coming weekday or on a date that may be over: "devait".
    Due,
}

/// One of the meanings of a word.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Sense {
    /// A number word.
    Number(NumberWord),
    /// A fraction: a half is 0.5.
    Part(f64),
    /// A multiple in one word: "double" is 2.
    Fold(u8),
    /// A collective numeral, which gives the order of magnitude: "dizaine" is 10 (`one`), "des dizaines" are
    /// 20 (`low`) to 99 (`high`).
    Collective {
        one: f64,
        low: f64,
        high: f64,
    },
    /// Bounds or softens the number after the word.
    Bound(Bound),
    /// Bounds or softens the number before the word.
    BoundAfter(Bound),
    /// A unit, by its CLDR identifier.
    Unit(&'static str),
    /// A currency, by its ISO 4217 code.
    Currency(&'static str),
    /// The hundredth of a currency, by the ISO 4217 code of the currency.
    Cent(&'static str),
    /// A country or its people whose currency, by its ISO 4217 code, shares a noun. The number is the index
    /// of the noun in [`FigureTables::shared_currencies`].
    CurrencyHome(u8, &'static str),
    /// "%", "pour cent".
    Percent,
    /// A unit of time.
    TimeUnit(TimeUnit),
    Month(Month),
    /// An abbreviation that is a month only next to a day or year.
    ShortMonth(Month),
    Weekday(Weekday),
    /// A weekday in the plural: every one.
    Weekdays(Weekday),
    /// An abbreviation that is a weekday only next to a day.
    ShortWeekday(Weekday),
    Season(Season),
    Daypart(Daypart),
    /// A clock time with a name ("midi"), by its hour and minute.
    NamedTime(u8, u8),
    /// A day counted from today: "hier" is −1.
    Day(i16),
    /// A day counted from the day mentioned last: "lendemain" is 1, "veille" −1.
    AnaphoricDay(i16),
    Holiday(Holiday),
    Direction(Direction),
    /// A direction in the plural: "derniers".
    Directions(Direction),
    Edge(Edge),
    /// The early or late part of a part of the day: "tôt le matin".
    Early(Edge),
    /// A meal, by the hours between which people usually have it.
    Meal(u8, u8),
    /// An adverb of recurrence: once in every unit.
    Often(TimeUnit),
    /// A person, who can have an age.
    Person,
    /// A noun before a number that is a name: "article 49".
    Label,
    /// Introduces a source: "selon".
    According,
    /// A verb of change: "passe de 3 euros à 5 euros" is not a range.
    Change,
}

/// The contribution of a word to a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum NumberWord {
    /// Adds `value`. A number in the inclusive range `addends` may then be added, or one of `and_addends`
    /// after "et".
    Small { value: u16, addends: (u16, u16), and_addends: &'static [u16] },
    /// Multiplies the number before it, or is a number on its own: 100, 1000.
    Times(u16),
    /// Multiplies the number before it: "million".
    Scale(f64),
    /// A rank: "troisième". Negative if counted from the end.
    Rank(f64),
    /// "et" in "vingt et un".
    And,
    /// The decimal mark as a word: "virgule".
    Point,
    /// The indefinite article, which counts as one only before a unit.
    Article,
}

/// How a word bounds a number: from below, from above, or as an approximation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Bound {
    Least,
    Most,
    About,
}

/// Units of time, from the shortest to the longest.
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

/// A season of the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

/// A part of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Daypart {
    Morning,
    Afternoon,
    Evening,
    Night,
    /// The whole day, which has a beginning, a middle and an end.
    Day,
}

/// The position of a calendar unit relative to the current or the last mentioned one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Direction {
    Last,
    This,
    Next,
    /// The one after the current one: of weekdays, that of next week; after a mentioned date, the one after
    /// that.
    Following,
    /// The one before a mentioned date.
    Preceding,
}

/// The beginning, middle or end of a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Edge {
    Start,
    Middle,
    End,
}

/// The rule by which a holiday is dated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Holiday {
    /// A fixed month and day.
    Fixed(Month, u8),
    /// A number of days after Easter Sunday.
    Easter(i16),
    /// `plus` days after the `nth` such weekday of a month, or the last one if `nth` is 0.
    Nth { month: Month, weekday: Weekday, nth: u8, plus: u8 },
}

/// The action of a rule: how a result is built from the words that match.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Action {
    /// Marks the words as not a figure and hides them from later rules.
    Nothing,
    Percent,
    /// A number of basis points.
    BasisPoints,
    Money,
    /// An amount in a given currency, whose name has other meanings too.
    MoneyIn(&'static str),
    /// The same, but only for amounts of at least a thousand millions.
    BillionsIn(&'static str),
    Quantity,
    /// A rate: "40 km" + "heure".
    Rate,
    Duration,
    /// A duration of a few hours, in a context where a clock time would be written differently: "(1 h 47)".
    ShortDuration,
    /// One whole unit of time: "toute la semaine".
    OneUnit,
    /// Adds a fraction or a smaller unit to a duration or quantity.
    Add,
    Age,
    /// The captured amount unchanged, protected from later rules that would misread it.
    Keep,
    /// An age with a bound: "les 18-25 ans", "les 65 ans et plus".
    Ages,
    /// An age, if it is plausible for a person: "l'individu de 29 ans", but not a bottle of two years.
    LikelyAge,
    /// The duration of a race: hours, minutes and seconds, or fewer, starting with this unit, and fractions
    /// of seconds.
    RaceDuration(TimeUnit),
    /// A fraction of a numerator and denominator, or of one.
    Fraction,
    /// A fraction or multiple with a bound: "plus du tiers", "plus du double".
    BoundedShare(Bound),
    /// A multiple: "trois fois plus".
    Multiple,
    /// The inverse of a multiple: "trois fois moins".
    InverseMultiple,
    /// A multiple in one word: "le double".
    Fold,
    /// A number given by collective numerals: "des dizaines de milliers".
    Collective,
    /// A small unstated number of units of time: "quelques jours".
    Few,
    Score,
    /// A score that the first side has not lost. Where the second number is larger ("24 à 28"), it is a
    /// range.
    WonScore,
    Range,
    /// A range, unless a verb before it says that its ends are the start and end of a change.
    RangeUnlessChange,
    /// A range that only the word between its ends indicates. Ends of very different size are rejected: 45
    /// cents to 82 dollars.
    Between,
    /// Two numbers of which one is right: "deux ou trois".
    Either,
    /// The captured amount with the captured bound.
    Bounded,
    /// The captured amount as a lower bound, or as an upper bound.
    AtLeast,
    AtMost,
    /// A temperature below zero.
    BelowZero,
    /// The negative of the captured number.
    Negated,
    /// A date with all the parts that the pattern captures.
    Date,
    /// The next or last such month.
    NearestMonth(Direction),
    /// A weekday and a number of days in words, for whole weeks after it: "lundi en huit".
    WeekdayPlusWeeks,
    /// A duration before now, or after it.
    Ago,
    Ahead,
    /// A duration after or before the day mentioned last.
    FromLastDay(Direction),
    /// A duration after or before a stated date: "trois jours après le 5 mars".
    FromDate(Direction),
    /// The day after or before a stated date: "le lendemain de Noël".
    AdjacentDay,
    /// A day whose month is stated with a later day: "les 12 et 13 mars".
    DayOf,
    /// A number of units up to today, or from today on: "les trois derniers mois".
    Window,
    Clock,
    /// A 12-hour clock time after noon: "7 h 30 p. m."
    AfterNoon,
    /// A number of minutes before the hour.
    ClockTo,
    /// The usual hours of a meal.
    Mealtime,
    /// A clock time in Universal Time, possibly after its date.
    Universal,
    /// Adds the offset from Universal Time to a clock time: ahead or behind, or none.
    Zone(Direction),
    /// Converts a 12-hour clock time by the part of the day.
    ClockInDaypart,
    /// A part of the day mentioned last.
    SameDay,
    /// Merges the parts of one moment, such as a date and a time.
    Join,
    Period,
    /// From a moment on.
    From,
    /// Up to a moment.
    Until,
    /// A period of years, unless both are round numbers.
    YearRange,
    Set,
    /// A range of weekdays, every week.
    WeekdayRange,
    /// The night between two days: "la nuit du 14 au 15 juillet".
    Overnight,
    /// The n-th or last day, week or weekday of a month or year.
    Nth,
    /// The n-th quarter of a year, named by the word for a fraction.
    Quarter,
    /// A unit of a year by its given number, "T2 2022", or by the captured number if that is 0: "semaine 32".
    NumberedUnit(TimeUnit, u8),
    /// The first or last units of a month or year, by their number: "les six premiers mois de l'année".
    UnitsAt(Edge),
    /// A year, century or millennium before or after the beginning of the common era.
    Era(Direction),
    /// The week or weekend that contains a day.
    WeekOf,
    /// A number of times per unit of time.
    Times,
    Decade,
    Century,
}
