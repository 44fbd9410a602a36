//! Resolves currencies: which of several currencies with the same noun an article means.

use super::{Figure, FigureTables, Finder, Measure};
use crate::entity::Entity;

/// Currencies of several countries (ISO 4217) with these countries (ISO 3166-1 alpha-2).
const CURRENCY_UNIONS: [(&str, &str); 3] =
    [("XOF", "BJ BF CI GW ML NE SN TG"), ("XAF", "CM CF CG GA GQ TD"), ("XPF", "NC PF WF")];

/// The West African CFA franc.
const WEST_AFRICAN_FRANC: &str = "XOF";
/// The Central African CFA franc.
const CENTRAL_AFRICAN_FRANC: &str = "XAF";
/// Both CFA francs, in the format of a list of entries of currency names.
const CFA_FRANCS: &str = "XOF;XAF";

/// The number of mentions from which a country decides the currency of an article.
const MIN_COUNTRY_MENTIONS: usize = 3;

/// A number without a noun is an amount of money from this size on, unless the article also counts other things
/// in millions.
const MILLION: f64 = 1e6;
/// The same for articles that count other things in millions, but not in thousands of millions.
const BILLION: f64 = 1e9;

impl Finder {
    /// Resolves the amounts of `figures` whose noun is shared by several currencies: to the currency that the
    /// article has named for the noun, otherwise to that of the country with the most mentions among the
    /// `entities` whose currency has this noun ("395 millions de francs" are Swiss in Lausanne). Large
    /// numbers without a noun become amounts too, if the article contains amounts of that size.
    pub fn resolve_currencies(&self, text: &str, entities: &[Entity], figures: &mut [Figure]) {
        let tables = self.language().figure();
        let shared = tables.currencies.first().copied().unwrap_or_default();
        let mut mentions_by_country: Vec<([u8; 2], usize)> = Vec::new();
        for entity in entities {
            let Some(place) = &entity.place else { continue };
            let mentions = entity.mentions.len();
            match mentions_by_country.iter_mut().find(|(country, _)| *country == place.country) {
                Some((_, count)) => *count += mentions,
                None => mentions_by_country.push((place.country, mentions)),
            }
        }
        // The result for each noun is computed once.
        let mut meant: Vec<Option<Option<&'static str>>> = vec![None; shared.len()];
        for figure in figures.iter_mut().filter(|figure| figure.measure == Measure::Money) {
            let amount = figure.span.of(text);
            let Some(unit) = &mut figure.unit else { continue };
            let row = || {
                shared.iter().position(|(nouns, _)| nouns.split('|').any(|noun| is_named_by(amount, noun)))
            };
            if unit == WEST_AFRICAN_FRANC
                && most_mentioned(WEST_AFRICAN_FRANC, CFA_FRANCS, &[], &mentions_by_country)
                    == Some(CENTRAL_AFRICAN_FRANC)
            {
                CENTRAL_AFRICAN_FRANC.clone_into(unit);
            } else if let Some(named) = self.named_currency(unit, amount) {
                named.clone_into(unit);
            } else if let Some(row) = row() {
                let find =
                    || most_mentioned(unit, shared[row].1, tables.withdrawn_currencies, &mentions_by_country);
                if let Some(code) = meant[row].get_or_insert_with(find) {
                    (*code).clone_into(unit);
                }
            }
        }
        complete_bare_amounts(text, tables, figures);
    }
}

/// Makes amounts of money of large numbers that count nothing, or count a noun for money ("6 milliards
/// d'économies"), unless the article also counts other things in such numbers. The currency is that of the
/// preceding large amount, or of the first one: "36 milliards d'euros en 2020, 66 milliards en 2025".
fn complete_bare_amounts(text: &str, tables: &FigureTables, figures: &mut [Figure]) {
    let size = |figure: &Figure| figure.value.or(figure.low).unwrap_or(0.0);
    let large_amount_unit = |figure: &Figure| {
        let is_large_amount = figure.measure == Measure::Money && size(figure) >= MILLION;
        figure.unit.clone().filter(|_| is_large_amount)
    };
    let counts = |figure: &Figure| {
        let is_money = |noun: &&str| tables.money_noun_stems.iter().any(|stem| noun.starts_with(stem));
        figure.counted.is_some_and(|counted| !is_money(&counted.of(text)))
    };
    let Some(mut unit) = figures.iter().find_map(large_amount_unit) else { return };
    let counted = figures.iter().filter(|figure| counts(figure)).map(size).fold(0.0, f64::max);
    for index in 0..figures.len() {
        // "1,6 milliard (2,5 milliards de dollars)": converted from another currency
        let is_converted = figures.get(index + 1).is_some_and(|next| {
            next.measure == Measure::Money && text[figures[index].span.end..next.span.start].trim() == "("
        });
        let figure = &mut figures[index];
        if let Some(named) = large_amount_unit(figure) {
            unit = named;
        }
        let scale = if size(figure) < BILLION { MILLION } else { BILLION };
        let ends = || tables.large_amount_endings.iter().any(|ending| figure.span.of(text).ends_with(ending));
        let is_bare = figure.measure == Measure::Cardinal && !counts(figure) && !is_converted;
        if is_bare && size(figure) >= scale && counted < scale && ends() {
            (figure.measure, figure.unit, figure.counted) = (Measure::Money, Some(unit.clone()), None);
        }
    }
}

/// The code among `entries` whose countries have the most mentions, if they have more than the countries of
/// `unit`. Withdrawn currencies, such as the French franc, belong to no country.
fn most_mentioned(
    unit: &str,
    entries: &'static str,
    withdrawn: &[&str],
    mentions_by_country: &[([u8; 2], usize)],
) -> Option<&'static str> {
    let count = |code: &str| -> usize {
        if withdrawn.contains(&code) {
            return 0;
        }
        let union = CURRENCY_UNIONS.iter().find(|(union, _)| *union == code);
        let is_home = |country: &[u8; 2]| match union {
            Some((_, countries)) => countries.as_bytes().chunks(3).any(|home| home.starts_with(country)),
            None => code.as_bytes().starts_with(country),
        };
        mentions_by_country.iter().filter(|(country, _)| is_home(country)).map(|(_, mentions)| mentions).sum()
    };
    let codes = entries.split(';').map(|entry| &entry[entry.len() - 3..]);
    let (most, code) = codes.map(|code| (count(code), code)).max_by_key(|&(mentions, _)| mentions)?;
    (most >= MIN_COUNTRY_MENTIONS && most > count(unit)).then_some(code)
}

/// Whether the text of an amount begins or ends with `noun`, in the singular or plural, and contains nothing
/// else that determines its currency.
fn is_named_by(amount: &str, noun: &str) -> bool {
    let noun = noun.trim_end_matches('*');
    // "US $" and "$ CA", but not "450 M$"
    let is_code =
        |words: &mut dyn Iterator<Item = char>| words.take(2).filter(|c| c.is_uppercase()).count() == 2;
    let ends = |words: &str| {
        words.strip_suffix(noun).is_some_and(|rest| {
            !rest.ends_with(|c: char| c.is_lowercase()) && !is_code(&mut rest.trim_end().chars().rev())
        })
    };
    let begins = || amount.strip_prefix(noun).is_some_and(|rest| !is_code(&mut rest.trim_start().chars()));
    ends(amount) || amount.strip_suffix('s').is_some_and(ends) || begins()
}

#[cfg(test)]
mod tests {
    use crate::entity::{Class, Entity, Place};
    use crate::{Language, Options, Span, annotate};

    /// Checks the currencies of the amounts in `text`, given the number of mentions of places in each
    /// country.
    #[track_caller]
    fn check(text: &str, mentions_by_country: &[(&[u8; 2], usize)], expected: &[&str]) {
        let place = |&(&country, mentions): &(&[u8; 2], usize)| Entity {
            class: Class::Place,
            name: String::new(),
            aliases: Vec::new(),
            role: None,
            mentions: vec![Span::new(0, 1); mentions],
            links: Vec::new(),
            quotes: Vec::new(),
            figures: Vec::new(),
            place: Some(Place { latitude: 0.0, longitude: 0.0, country }),
        };
        let entities: Vec<Entity> = mentions_by_country.iter().map(place).collect();
        let mut figures = annotate(text, Options::default(), None).figures;
        super::Finder::new(Language::French).resolve_currencies(text, &entities, &mut figures);
        let units: Vec<&str> = figures.iter().filter_map(|figure| figure.unit.as_deref()).collect();
        assert_eq!(units, expected);
    }

    #[test]
    fn a_shared_noun_means_the_currency_of_the_mentioned_country() {
        check("Un coût de 395 millions de francs.", &[(b"CH", 2), (b"CH", 1), (b"FR", 9)], &["CHF"]);
        check("Un coût de 395 millions de francs.", &[(b"CI", 2), (b"SN", 2)], &["XOF"]);
        check("Un prix de 500 francs CFA, 80 FCFA.", &[(b"CM", 4)], &["XAF", "XAF"]);
        check(
            "1150 $, $20, 450 M$, 3 $ US, 4 US $ et 40 dollars australiens.",
            &[(b"CA", 5), (b"US", 2)],
            &["CAD", "CAD", "CAD", "USD", "USD", "AUD"],
        );
        check("Il a 20 pesos et 10 dinars.", &[(b"AR", 3), (b"TN", 3)], &["ARS", "TND"]);
    }

    #[test]
    fn a_few_mentions_do_not_change_the_currency() {
        check(
            "Un coût de 395 millions de francs, 20 dollars.",
            &[(b"CH", 2), (b"CA", 4), (b"US", 4)],
            &["FRF", "USD"],
        );
        check("Un coût de 395 francs belges.", &[(b"CH", 5)], &["BEF"]);
    }
}
