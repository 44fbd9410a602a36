//! Figures: numbers, quantities, amounts of money, ages, durations and dates, each with its value.

mod bare;
mod calendar;
mod context;
mod currency;
mod date;
mod find;
mod grammar;
mod measure;
mod number;
mod tables;
#[cfg(test)]
mod tests;
mod value;

pub(crate) use find::Finder;
pub(crate) use tables::*;

use crate::text::Span;

/// A number, amount, duration or date that the text mentions, with its normalised value.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// The text of the figure: the number with its unit and the words that bound or soften it ("plus de 2
    /// 000").
    pub span: Span,
    /// What kind of figure this is.
    pub measure: Measure,
    /// The number as stated: "plus de 2 000" is 2000. A percentage is in per cent, an age in years, a
    /// duration or quantity in `unit`. None for dates, and where the text gives only bounds ("entre 2 et 3").
    pub value: Option<f64>,
    /// The lower bound, if the text states one. For a [`Measure::Score`], the points of the side named first.
    pub low: Option<f64>,
    /// The upper bound, if the text states one. For a [`Measure::Score`], the points of the side named
    /// second.
    pub high: Option<f64>,
    /// Whether the text says that the number is not exact ("environ", "près de", "des dizaines").
    pub approximate: bool,
    /// The unit of `value`: an ISO 4217 code for money, otherwise a CLDR unit identifier where one exists
    /// ("kilometer-per-hour").
    pub unit: Option<String>,
    /// The ISO 8601 form of a date, time, period or duration, with the EDTF-like extensions of the JSON
    /// schema ("2022-01-06TEV").
    pub iso: Option<String>,
    /// The noun phrase that a cardinal counts ("membres des forces de sécurité").
    pub counted: Option<Span>,
    /// The stated source of the figure: the subject of the reporting clause around it, or the phrase after
    /// "selon".
    pub source: Option<Span>,
    /// The links cited for the figure, in text order: indices into
    /// [`Annotations::links`](crate::Annotations::links).
    pub links: Vec<usize>,
}

/// The kind of a [`Figure`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Measure {
    /// A count: "18 membres", "des dizaines".
    Cardinal,
    /// A rank: "troisième", "XXIe". Negative if counted from the end: "avant-dernier" is −2.
    Ordinal,
    /// A part of a whole: "deux tiers", "un sur trois".
    Ratio,
    /// A score of two sides: "3-1".
    Score,
    /// A percentage, or a change in percentage points.
    Percent,
    /// An amount of money.
    Money,
    /// An age, in years.
    Age,
    /// A duration.
    Duration,
    /// A physical quantity with a unit.
    Quantity,
    /// A calendar date, complete or partial.
    Date,
    /// A time of day.
    Time,
    /// A date with a time or a part of the day.
    DateTime,
    /// A period from one date or time to another.
    Period,
    /// A recurring date: "chaque lundi".
    Set,
}

impl Measure {
    /// All measures.
    pub const ALL: [Measure; 14] = [
        Measure::Cardinal,
        Measure::Ordinal,
        Measure::Ratio,
        Measure::Score,
        Measure::Percent,
        Measure::Money,
        Measure::Age,
        Measure::Duration,
        Measure::Quantity,
        Measure::Date,
        Measure::Time,
        Measure::DateTime,
        Measure::Period,
        Measure::Set,
    ];

    /// The name of the measure in the JSON schema `manicule/1`.
    pub fn as_str(self) -> &'static str {
        match self {
            Measure::Cardinal => "cardinal",
            Measure::Ordinal => "ordinal",
            Measure::Ratio => "ratio",
            Measure::Score => "score",
            Measure::Percent => "percent",
            Measure::Money => "money",
            Measure::Age => "age",
            Measure::Duration => "duration",
            Measure::Quantity => "quantity",
            Measure::Date => "date",
            Measure::Time => "time",
            Measure::DateTime => "datetime",
            Measure::Period => "period",
            Measure::Set => "set",
        }
    }

    /// Whether figures of this kind are dates, times or periods, which a timeline can show. Durations are
    /// not.
    pub fn is_temporal(self) -> bool {
        matches!(self, Measure::Date | Measure::Time | Measure::DateTime | Measure::Period | Measure::Set)
    }
}
