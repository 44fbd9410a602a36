//! Everything that depends on the language: tables, which are compiled in, and packs, which are loaded at run time.

mod fr;
pub(crate) mod pack;
mod recognise;
pub(crate) mod words;

use crate::figure::FigureTables;
use crate::text::fold;
use words::{Sorted, Words};

#[cfg(feature = "train")]
pub use pack::{Builder, Known, Section};
pub use pack::{Pack, PackError};

/// A language that the engine can analyse.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Language {
    /// French.
    #[default]
    French,
}

impl Language {
    /// Returns the language of a BCP 47 tag ("fr", "fr-CA") by its primary subtag; none if the engine does not
    /// support it.
    pub fn from_tag(tag: &str) -> Option<Language> {
        let primary = tag.split(['-', '_']).next()?;
        primary.eq_ignore_ascii_case("fr").then_some(Language::French)
    }

    /// The language's BCP 47 tag.
    pub fn tag(self) -> &'static str {
        match self {
            Language::French => "fr",
        }
    }

    /// The tables for splitting text into sentences and tokens.
    pub(crate) fn text(self) -> &'static TextTables {
        match self {
            Language::French => &fr::text::TABLES,
        }
    }

    /// Frequent words that tell the language from others.
    fn frequent_words(self) -> &'static recognise::FrequentWords {
        match self {
            Language::French => &fr::frequent::WORDS,
        }
    }

    /// The tables for attributing quotes and finding noun phrases.
    pub(crate) fn report(self) -> &'static ReportTables {
        match self {
            Language::French => &fr::report::TABLES,
        }
    }

    /// The tables for finding and resolving names.
    pub(crate) fn entity(self) -> &'static EntityTables {
        match self {
            Language::French => &fr::entity::TABLES,
        }
    }

    /// The tables for figures.
    pub(crate) fn figure(self) -> &'static FigureTables {
        match self {
            Language::French => &fr::figure::TABLES,
        }
    }

    /// The tables for links.
    pub(crate) fn link(self) -> &'static LinkTables {
        match self {
            Language::French => &fr::link::TABLES,
        }
    }

    /// The headings, words and number signs of an exported page.
    pub(crate) fn labels(self) -> &'static Labels {
        match self {
            Language::French => &fr::labels::LABELS,
        }
    }
}

/// The headings, words and number signs of an exported page.
pub(crate) struct Labels {
    /// The title of a page whose article has no title.
    pub article: &'static str,
    /// Headings of the entity lists, in the order of [`Class::ALL`](crate::Class::ALL).
    pub classes: [&'static str; 6],
    /// Heading of the figures other than dates and times.
    pub figures: &'static str,
    /// Heading of the dates and times.
    pub dates: &'static str,
    /// Heading of the quotes.
    pub quotes: &'static str,
    /// Heading of the links.
    pub links: &'static str,
    /// Names of the months from January.
    pub months: [&'static str; 12],
    /// Names of the weekdays from Monday.
    pub weekdays: [&'static str; 7],
    /// The number of the first day of a month: "1er".
    pub first: &'static str,
    /// TIMEX3 codes and names of the parts of the day.
    pub dayparts: [(&'static str, &'static str); 4],
    /// TIMEX3 codes and names of the seasons.
    pub seasons: [(&'static str, &'static str); 4],
    /// The word before the number of a decade: "années".
    pub decade: &'static str,
    /// The word after the number of a century: "siècle".
    pub century: &'static str,
    /// Codes and names of the numbered parts of a year: "Q" of "2022-Q3" is "trimestre".
    pub year_parts: [(&'static str, &'static str); 2],
    /// The endings of the ordinal numbers 1 and above: "er", "e".
    pub ranks: [&'static str; 2],
    /// The abbreviation after a year before the common era: "av. J.-C."
    pub before_era: &'static str,
    /// The sign for the open end of a period.
    pub open: &'static str,
    /// The decimal separator.
    pub decimal: char,
    /// The separator of groups of three digits.
    pub group: char,
}

impl Labels {
    /// Formats `number` for the language: "2 000", "−1,5".
    pub(crate) fn number(&self, number: f64) -> String {
        let plain = number.abs().to_string();
        let (whole, decimals) = plain.split_once('.').unwrap_or((&plain, ""));
        let mut written = String::from(if number < 0.0 { "−" } else { "" });
        for (at, digit) in whole.chars().enumerate() {
            if at > 0 && (whole.len() - at) % 3 == 0 {
                written.push(self.group);
            }
            written.push(digit);
        }
        if !decimals.is_empty() {
            written.push(self.decimal);
            written.push_str(decimals);
        }
        written
    }
}

/// Vocabulary for attributing quotes and finding noun phrases. Words are in lower case, with their accents.
#[derive(Debug)]
pub(crate) struct ReportTables {
    /// Stems of regular reporting verbs: "déclar".
    pub regular_verbs: Sorted,
    /// Endings of these stems: "é", "ent".
    pub regular_endings: Words,
    /// Inflected forms of the other reporting verbs: "dit".
    pub verbs: Words,
    /// Third-person forms of the auxiliary verbs of compound tenses: "a" in "a déclaré".
    pub auxiliaries: Words,
    /// Words before the source of a statement: "selon".
    pub attributions: Words,
    /// Words before the source of a statement that follow an elided preposition: "après" in "d'après".
    pub after: Words,
    /// Words before the source of a statement, at the start of a sentence only: "pour".
    pub viewpoints: Words,
    /// Prepositions, whose object cannot be the subject: "à" in "a déclaré à Reuters".
    pub prepositions: Words,
    /// Prepositions inside noun phrases, before a manner or field: "en" in "metteur en scène".
    pub manner: Words,
    /// Words that begin a noun phrase: "une".
    pub determiners: Words,
    /// Determiners that begin a noun phrase even after "de": "une" in "née d'une grève".
    pub indefinites: Words,
    /// Partitive articles, which are mostly contractions of a preposition and an article: "du".
    pub partitives: Words,
    /// Prepositions between a noun and its complement: "de".
    pub complements: Words,
    /// Relative pronouns and conjunctions before the subject of a subordinate clause: "que".
    pub relatives: Words,
    /// Relative pronouns that are the subject of their clause: "qui".
    pub subject_relatives: Words,
    /// Words that introduce a comparison: "comme".
    pub comparisons: Words,
    /// Conjunctions and relative pronouns, at which a clause begins: "qui".
    pub connectives: Words,
    /// Singular determiners that refer to something mentioned before: "cette" in "dit cette femme".
    pub definite: Words,
    /// The demonstratives among [`ReportTables::definite`]: "cette".
    pub demonstratives: Words,
    /// Nouns that, after such a determiner, refer to the person mentioned last: "dernier".
    pub latter: Words,
    /// Words between a name and a nickname: "dit".
    pub called: Words,
    /// Singular pronouns inverted after the verb: "-il".
    pub inversions: Words,
    /// Subject pronouns that refer to somebody named before: "il".
    pub pronouns: Words,
    /// Feminine singular subject pronouns, also inverted: "elle", "-elle".
    pub feminine_pronouns: Words,
    /// Masculine singular articles.
    pub masculine_articles: Words,
    /// Feminine singular articles.
    pub feminine_articles: Words,
    /// Phrases before the publication date: "Publié le".
    pub stamps: &'static [&'static str],
}

impl ReportTables {
    /// Whether `word`, in lower case, is an inflected form of a reporting verb.
    pub fn is_reporting(&self, word: &str) -> bool {
        self.regular_verbs
            .prefixes(word)
            .filter_map(|stem| word.strip_prefix(stem))
            .any(|ending| self.regular_endings.contains(ending))
            || self.verbs.contains(word)
    }
}

/// Vocabulary for splitting text into sentences and tokens. Words are folded by [`fold`](fn@crate::text::fold).
pub(crate) struct TextTables {
    /// Words that lose their last vowel before an apostrophe: "l", "jusqu".
    pub elided: &'static [&'static str],
    /// Pronouns and particles that follow a word after a hyphen: "il" in "dit-il".
    pub clitics: &'static [&'static str],
    /// Hyphenated words whose second part only looks like a clitic: "rendez-vous".
    pub compounds: &'static [&'static str],
    /// Prefixes that are split from a hyphenated name: "ex" in "ex-Union".
    pub prefixes: &'static [&'static str],
    /// Abbreviations that never end a sentence if they have a capital: "M", "Mme".
    pub titles: &'static [&'static str],
    /// Abbreviations that never end a sentence: "av", "cf".
    pub leading: &'static [&'static str],
    /// Abbreviations that do not end a sentence before a number: "l" in "L. 121-3".
    pub numbered: &'static [&'static str],
    /// Abbreviations that do not end a sentence unless a capital follows: "etc".
    pub abbreviations: &'static [&'static str],
}

/// Vocabulary for finding links. Words are folded by [`fold`](fn@crate::text::fold).
pub(crate) struct LinkTables {
    /// Words and phrases in a line that announces related articles: "voir".
    pub related_cues: &'static [&'static str],
}

/// Vocabulary of the tagger and the resolver. Words are tokens, folded by [`fold`](fn@crate::text::fold) unless stated
/// otherwise.
#[derive(Debug)]
pub(crate) struct EntityTables {
    /// Articles that may precede a name.
    pub articles: Words,
    /// Words in lower case inside names: "de".
    pub connectors: Words,
    /// The connectors between a noun and its complement: "de".
    pub of: Words,
    /// Elided words, which do not begin names.
    pub not_in_names: Words,
    /// Capitalised phrases that are not names, mostly holidays, which are dates.
    pub not_names: &'static [&'static str],
    /// Last words of company names after "&".
    pub company_ends: Words,
    /// Nouns before the names of companies: "banque" in "la banque Roche".
    pub companies: Words,
    /// Nouns of things named after people: "rue" in "la rue Victor-Hugo".
    pub named_after: Words,
    /// Nouns before the names of other organisations: "association".
    pub bodies: Words,
    /// Nouns of works with titles: "film".
    pub works: Words,
    /// Nouns that begin the names of events: "festival".
    pub festivals: Words,
    /// The unit of ages: "ans".
    pub years: Words,
    /// Words before two numbers with a dash that are not a score: "les" in "les 18-24 ans".
    pub before_ranges: Words,
    /// Words between the two sides of a match: "contre" in "Riom contre Valmy".
    pub versus: Words,
    /// Words between the two sides of a match that need a preposition: "face" in "face à Valmy".
    pub facing: Words,
    /// Words after which the name of a town never is that of a sports club: "depuis Riom".
    pub before_towns: Words,
    /// Nouns of wars, which are named after places: "guerre".
    pub wars: Words,
    /// Nouns whose complement is an organisation: "directeur" in "directeur de Roche".
    pub leaders: Words,
    /// Words between a noun and the title of a work: "intitulé".
    pub entitled: Words,
    /// Words and acronyms that are not names even with capitals.
    pub never_names: Words,
    /// Last words of the names of sports and concert venues, mostly English: "stadium".
    pub venues: Words,
    /// Titles before names of people of either gender: "Me".
    pub titles: Words,
    /// Conjunctions between names: "et".
    pub and: Words,
    /// Articles without a contracted preposition: "le".
    pub bare_articles: Words,
    /// Contractions of a preposition and an article: "du".
    pub contractions: Words,
    /// Prepositions before an article inside names: "pour".
    pub name_prepositions: Words,
    /// Prepositions before organisations: "chez".
    pub at_a_body: Words,
    /// Endings of adjectives of origin that third-person verb forms do not have: "ais" in "le groupe nantais Roche".
    pub origin_endings: Words,
    /// Titles before names of men, without their full stop: "m".
    pub masculine: Words,
    /// Titles before names of women, without their full stop: "mme".
    pub feminine: Words,
    /// Endings of masculine nouns of roles.
    pub masculine_roles: Words,
    /// Endings of feminine nouns of roles.
    pub feminine_roles: Words,
    /// Determiners before a role that a comma separates from the name: "le" in "le président, Emmanuel Macron".
    pub definite_articles: Words,
    /// Determiners and elided words before a role: "le" in "le président Macron".
    pub role_determiners: Words,
    /// Words that end a role, in lower case with their accents: "qui".
    pub role_ends: Words,
    /// Words inside a role before its complement, in addition to prepositions and connectors: "entre".
    pub role_ties: Words,
    /// Words between a preposition and the year of a role, in addition to prepositions: "et" in "entre 2017 et 2022".
    pub role_times: Words,
    /// Endings of verb forms that nouns and adjectives hardly have: "aient".
    pub verb_endings: Words,
    /// Adjectives before the noun of a role that are part of the role: "ancien".
    pub role_adjectives: Words,
    /// Roles that are one only before another role: "premier" in "premier ministre".
    pub role_ranks: Words,
    /// Participles that look like a role when folded, with their accents: "jugé".
    pub not_roles: Words,
    /// Nouns of roles and trades: "ministre".
    pub roles: &'static Sorted,
    /// Endings of other nouns of roles and trades: "logue".
    pub role_endings: Words,
    /// Words whose initials are not part of an acronym: "de".
    pub acronym_skips: Words,
}

impl EntityTables {
    /// Whether `word`, with its case and accents, is the noun of a role or trade.
    pub fn is_role(&self, word: &str) -> bool {
        let folded = fold(word);
        if self.not_roles.contains(word) {
            return false;
        }
        // The last part of a compound is enough, as in "lieutenant-colonel". No part of "porte-parole" is a role, so
        // that it is in the table itself.
        let last_part = folded.rsplit('-').next().unwrap_or(&folded);
        [folded.as_str(), last_part].iter().any(|word| self.roles.contains(word))
            // "codirecteur"
            || folded.strip_prefix("co").is_some_and(|rest| rest.len() > 4 && self.roles.contains(rest))
            || (word.starts_with(char::is_lowercase)
                && self
                    .role_endings
                    .iter()
                    .any(|ending| last_part.len() > ending.len() + 2 && last_part.as_bytes().ends_with(ending)))
    }

    /// Whether the folded word is a noun that precedes the names of companies.
    pub fn is_company(&self, folded: &str) -> bool {
        self.companies.contains(folded)
    }
}
