//! What differs from language to language: tables compiled in, and packs loaded at run time.

mod fr;
pub(crate) mod pack;
pub(crate) mod words;

use crate::figure::FigureTables;
use crate::text::fold;
use words::{Sorted, Words};

#[cfg(feature = "train")]
pub use pack::{Builder, Known, Section};
pub use pack::{Pack, PackError};

/// A language that the engine reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Language {
    /// French.
    #[default]
    French,
}

impl Language {
    /// The language of a BCP 47 tag ("fr", "fr-CA"), by its primary subtag; none if the engine does not read it.
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

    /// How the language's running text is cut into sentences and tokens.
    pub(crate) fn text(self) -> &'static TextTables {
        match self {
            Language::French => &fr::text::TABLES,
        }
    }

    /// How the language tells who says what.
    pub(crate) fn report(self) -> &'static ReportTables {
        match self {
            Language::French => &fr::report::TABLES,
        }
    }

    /// How the language names people, and what it sets beside their names.
    pub(crate) fn entity(self) -> &'static EntityTables {
        match self {
            Language::French => &fr::entity::TABLES,
        }
    }

    /// How the language writes figures.
    pub(crate) fn figure(self) -> &'static FigureTables {
        match self {
            Language::French => &fr::figure::TABLES,
        }
    }

    /// How the language announces links.
    pub(crate) fn link(self) -> &'static LinkTables {
        match self {
            Language::French => &fr::link::TABLES,
        }
    }

    /// The words and signs of a page in the language.
    pub(crate) fn labels(self) -> &'static Labels {
        match self {
            Language::French => &fr::labels::LABELS,
        }
    }
}

/// The words and signs that an exported page needs.
pub(crate) struct Labels {
    /// The title of an article without one.
    pub article: &'static str,
    /// Headings of the entities, in the order of [`Class::ALL`](crate::Class::ALL).
    pub classes: [&'static str; 6],
    /// Heading of the figures that count or measure.
    pub figures: &'static str,
    /// Heading of the figures of calendar and clock.
    pub dates: &'static str,
    /// Heading of the quotes.
    pub quotes: &'static str,
    /// Heading of the links.
    pub links: &'static str,
    /// Months from January, weekdays from Monday.
    pub months: [&'static str; 12],
    pub weekdays: [&'static str; 7],
    /// The first day of a month.
    pub first: &'static str,
    /// Parts of the day by their TIMEX3 codes, and seasons by theirs.
    pub dayparts: [(&'static str, &'static str); 4],
    pub seasons: [(&'static str, &'static str); 4],
    /// What stands before the years of a decade, and after the numerals of a century.
    pub decade: &'static str,
    pub century: &'static str,
    /// The parts of a year that are numbered, by the letters that ISO 8601's extensions give them.
    pub year_parts: [(&'static str, &'static str); 2],
    /// The endings of the first rank, and of others.
    pub ranks: [&'static str; 2],
    /// What follows a year before the common era.
    pub before_era: &'static str,
    /// What stands for an end that a period does not have.
    pub open: &'static str,
    /// What parts a number from its decimals.
    pub decimal: char,
    /// What parts groups of three digits.
    pub group: char,
}

impl Labels {
    /// `number` as the language writes it: "2 000", "−1,5".
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

/// How the language tells who says what, and how it builds noun phrases. Words are in lower case, with their accents.
#[derive(Debug)]
pub(crate) struct ReportTables {
    /// Stems of regular reporting verbs: "déclar".
    pub regular_verbs: Sorted,
    /// What may follow those stems: "é", "ent".
    pub regular_endings: Words,
    /// Forms of the other reporting verbs: "dit".
    pub verbs: Words,
    /// Forms of the verbs that make compound tenses, in the third person: "a" in "a déclaré".
    pub auxiliaries: Words,
    /// Words that name the source that follows them: "selon".
    pub attributions: Words,
    /// Those that do so after an elided preposition: "après" in "d'après".
    pub after: Words,
    /// Those that do so at the start of a sentence: "pour".
    pub viewpoints: Words,
    /// Words whose object is no subject: "à" in "a déclaré à Reuters".
    pub prepositions: Words,
    /// Those that tell what something is done in, and not whom with: "en" in "metteur en scène".
    pub manner: Words,
    /// Words that open a noun phrase: "une".
    pub determiners: Words,
    /// Determiners that open a noun phrase whatever stands before them: "une" in "née d'une grève".
    pub indefinites: Words,
    /// Determiners that are mostly a preposition and an article in one: "du".
    pub partitives: Words,
    /// Prepositions that tie a noun to the noun before it: "de".
    pub complements: Words,
    /// Words before the subject of a clause inside the sentence: "que".
    pub relatives: Words,
    /// Those that are the clause's subject: "qui".
    pub subject_relatives: Words,
    /// Words that liken what follows them: "comme".
    pub comparisons: Words,
    /// Words at which a clause begins: "qui".
    pub connectives: Words,
    /// Determiners of what was named before, in the singular: "cette" in "dit cette femme".
    pub definite: Words,
    /// Those of them that point at the last: "cette".
    pub demonstratives: Words,
    /// What such a determiner makes of a word that names the last person: "dernier".
    pub latter: Words,
    /// Words between a name and a nickname: "dit".
    pub called: Words,
    /// Subjects in the singular tied to the verb before them: "-il".
    pub inversions: Words,
    /// Subjects that stand for somebody named before.
    pub pronouns: Words,
    /// Those, and those tied to a verb, that stand for one woman.
    pub feminine_pronouns: Words,
    /// Articles of nouns of one gender.
    pub masculine_articles: Words,
    pub feminine_articles: Words,
    /// What publishers write before the day of publication, at the start of a line or sentence: "Publié le".
    pub stamps: &'static [&'static str],
}

impl ReportTables {
    /// Whether `word`, in lower case, is a form of a reporting verb.
    pub fn is_reporting(&self, word: &str) -> bool {
        self.regular_verbs
            .prefixes(word)
            .filter_map(|stem| word.strip_prefix(stem))
            .any(|ending| self.regular_endings.contains(ending))
            || self.verbs.contains(word)
    }
}

/// What the tokeniser and the sentence splitter know of a language. Words are in lower case, folded as
/// [`fold`](crate::text) folds.
pub(crate) struct TextTables {
    /// Words that lose their last vowel before an apostrophe: "l", "jusqu".
    pub elided: &'static [&'static str],
    /// Pronouns and particles tied to the word before them by a hyphen: "il" in "dit-il".
    pub clitics: &'static [&'static str],
    /// Hyphenated words whose second part only looks like a clitic: "rendez-vous".
    pub compounds: &'static [&'static str],
    /// Prefixes cut from a name that they are tied to: "ex" in "ex-Union".
    pub prefixes: &'static [&'static str],
    /// Abbreviations after whose full stop a sentence goes on, whatever follows, with a capital: "M", "Mme".
    pub titles: &'static [&'static str],
    /// The same, with a capital or without: "av", "cf".
    pub leading: &'static [&'static str],
    /// Letters that stand before a number with a full stop: "l" of "L. 121-3".
    pub numbered: &'static [&'static str],
    /// Abbreviations after whose full stop a sentence goes on unless a capital follows: "etc".
    pub abbreviations: &'static [&'static str],
}

/// What the search for links knows of a language, folded like [`TextTables`].
pub(crate) struct LinkTables {
    /// Words of a line that announces related stories.
    pub related_cues: &'static [&'static str],
}

/// What the tagger and the resolver know of a language. Words are tokens, folded like [`TextTables`].
#[derive(Debug)]
pub(crate) struct EntityTables {
    /// Articles that a name may stand with or without.
    pub articles: Words,
    /// Small words between the capitals of one name.
    pub connectors: Words,
    /// Those of them that tie a complement to its noun.
    pub of: Words,
    /// Elided words, which begin no name.
    pub not_in_names: Words,
    /// Phrases with capitals that name nothing of ours: feasts are dates.
    pub not_names: &'static [&'static str],
    /// What ends a company's name after "&".
    pub company_ends: Words,
    /// Nouns that stand before a company's name: "banque" in "la banque Roche".
    pub companies: Words,
    /// Nouns of what is named after people: "rue" in "la rue Victor-Hugo".
    pub named_after: Words,
    /// Nouns of other bodies, which stand before their names and stand for them.
    pub bodies: Words,
    /// Nouns of works with titles.
    pub works: Words,
    /// Nouns that the names of events begin with.
    pub festivals: Words,
    /// The unit of ages.
    pub years: Words,
    /// Words before two numbers and a dash that are no score: "les 18-24 ans".
    pub before_ranges: Words,
    /// Words between two sides of a match: "Riom contre Valmy".
    pub versus: Words,
    /// Those that take a preposition: "face à Valmy".
    pub facing: Words,
    /// Words after which a town is no club, whatever is told: "depuis Riom".
    pub before_towns: Words,
    /// Nouns of events called by a place.
    pub wars: Words,
    /// Whoever leads a body or belongs to it: "directeur" in "directeur de Roche".
    pub leaders: Words,
    /// Words between a noun and a title: "intitulé".
    pub entitled: Words,
    /// Words and acronyms with a capital that name nothing.
    pub never_names: Words,
    /// Last words of the names of halls and grounds, such as other languages have them: "Stadium".
    pub venues: Words,
    /// Titles before a name that tell no gender: "Me".
    pub titles: Words,
    /// What joins two names.
    pub and: Words,
    /// Articles that are no preposition too.
    pub bare_articles: Words,
    /// Prepositions and articles in one: "du".
    pub contractions: Words,
    /// Prepositions inside names, before an article: "pour".
    pub name_prepositions: Words,
    /// Prepositions before companies: "chez".
    pub at_a_body: Words,
    /// What adjectives of origin end in, and no verb in the third person: "ais" in "le groupe nantais Roche".
    pub origin_endings: Words,
    /// Titles before a man's name, without their full stop.
    pub masculine: Words,
    /// Titles before a woman's name.
    pub feminine: Words,
    /// What nouns of roles end in that only men, or only women, have.
    pub masculine_roles: Words,
    pub feminine_roles: Words,
    /// What stands before a role that a comma parts from its name, folded: "le" in "le président, Emmanuel Macron".
    pub definite_articles: Words,
    /// What may stand before a role: "le" in "le président Macron".
    pub role_determiners: Words,
    /// Words that no role goes past, in lower case, with their accents.
    pub role_ends: Words,
    /// Words that, in a role, tie what follows them, beside prepositions and connectors.
    pub role_ties: Words,
    /// Words between a preposition and a year that says when somebody had a role, beside prepositions.
    pub role_times: Words,
    /// What verb forms end in that hardly a noun or adjective does.
    pub verb_endings: Words,
    /// Adjectives before the noun of a role, which belong to it.
    pub role_adjectives: Words,
    /// Those of the roles that are one before another alone: "premier" in "premier ministre".
    pub role_ranks: Words,
    /// Participles that, folded, look like a role: "jugé".
    pub not_roles: Words,
    /// Nouns of roles and trades, sorted.
    pub roles: &'static Sorted,
    /// What other such nouns end in.
    pub role_endings: Words,
    /// Words whose initials acronyms leave out.
    pub acronym_skips: Words,
}

impl EntityTables {
    /// Whether `word` is the noun of a role or trade.
    pub fn is_role(&self, word: &str) -> bool {
        let folded = fold(word);
        if self.not_roles.contains(word) {
            return false;
        }
        // "lieutenant-colonel", "sous-préfet"; but of "porte-parole" neither part is one.
        let bare = folded.rsplit('-').next().unwrap_or(&folded);
        [folded.as_str(), bare].iter().any(|word| self.roles.contains(word))
            // "codirecteur"
            || folded.strip_prefix("co").is_some_and(|rest| rest.len() > 4 && self.roles.contains(rest))
            || (word.starts_with(char::is_lowercase)
                && self
                    .role_endings
                    .iter()
                    .any(|ending| bare.len() > ending.len() + 2 && bare.as_bytes().ends_with(ending)))
    }

    /// Whether `folded` is a noun that stands before a company's name.
    pub fn is_company(&self, folded: &str) -> bool {
        self.companies.contains(folded)
    }
}
