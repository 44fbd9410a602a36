//! Figures: numbers, quantities, sums, ages, durations and dates, each with its value.

mod around;
mod bare;
mod calendar;
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

/// A figure of the text: where it stands and what it is worth.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// The words of the figure, with its unit and the words that bound or soften it ("plus de 2 000").
    pub span: Span,
    /// What is measured.
    pub measure: Measure,
    /// The number as stated: "plus de 2 000" is 2000; a percentage in per cent; an age in years; a duration or
    /// quantity in `unit`. None for dates, and where the words give only bounds.
    pub value: Option<f64>,
    /// The lower bound, where the words give one; for a [`Measure::Score`] the first side.
    pub low: Option<f64>,
    /// The upper bound, where the words give one; for a [`Measure::Score`] the second side.
    pub high: Option<f64>,
    /// Whether the words say that the number is not exact ("environ", "près de", "des dizaines").
    pub approximate: bool,
    /// The unit of `value`: an ISO 4217 code for money, else a CLDR unit id where there is one ("kilometer-per-hour").
    pub unit: Option<String>,
    /// Dates, times, periods and durations in ISO 8601, with the EDTF-like extensions of the schema ("2022-01-06TEV").
    pub iso: Option<String>,
    /// The words for what a cardinal counts ("membres des forces de sécurité").
    pub counted: Option<Span>,
    /// Who says so: the subject of the reporting clause around the figure.
    pub source: Option<Span>,
    /// The links cited for it: indices into [`Annotations::links`](crate::Annotations::links), in order.
    pub links: Vec<usize>,
}

/// What a [`Figure`] measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Measure {
    /// How many: "18 membres", "des dizaines".
    Cardinal,
    /// Which in order: "troisième", "XXIe"; counted from the end where it is negative: "avant-dernier" is −2.
    Ordinal,
    /// A part of a whole: "deux tiers", "un sur trois".
    Ratio,
    /// Two sides: "3-1".
    Score,
    /// Per cent or percentage points.
    Percent,
    /// A sum of money.
    Money,
    /// How old, in years.
    Age,
    /// How long.
    Duration,
    /// A physical quantity with a unit.
    Quantity,
    /// A calendar date, whole or in part.
    Date,
    /// A time of day.
    Time,
    /// A date with a time or part of day.
    DateTime,
    /// From one date or time to another.
    Period,
    /// A recurring date: "chaque lundi".
    Set,
}

impl Measure {
    /// The measure as the JSON schema spells it.
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

    /// Whether this is a point or stretch of the calendar or clock, to be told on a timeline.
    pub fn is_temporal(self) -> bool {
        matches!(self, Measure::Date | Measure::Time | Measure::DateTime | Measure::Period | Measure::Set)
    }
}
