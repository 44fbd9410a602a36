//! Sources of figures: the subject of the clause that reports a figure, or the phrase after "selon".

use super::Word;
use crate::figure::grammar::{Kind, Lexicon};
use crate::figure::{Class, Figure, Measure};
use crate::text::Span;

/// A source has at most this many words.
const MAX_SOURCE_WORDS: usize = 16;

/// Sets [`Figure::source`] of the numbers of a sentence. `words` are the words of the sentence.
pub(crate) fn find_sources(text: &str, lexicon: &Lexicon, words: &[Word], figures: &mut [Figure]) {
    if figures.iter().all(|figure| figure.measure.is_temporal()) {
        return;
    }
    // The last source announced by a word such as "selon", and whether it followed its figures.
    let mut last_source: Option<(Span, bool)> = None;
    for at in 0..words.len() {
        let Some((source, reported)) = report_at(text, lexicon, words, figures, at) else { continue };
        let mut start = reported.start;
        let according = words[at].is(Class::According);
        let repeated = last_source.filter(|_| according);
        if according {
            let word = words[at].span.start;
            let mut before = figures[..figures.partition_point(|figure| figure.span.end < word)].iter().rev();
            let follows_figures = match repeated {
                // "87 000 selon la police, 500 000 selon les syndicats"
                Some((last, true)) => {
                    start = last.end;
                    true
                }
                // "selon le préfet, 12 maisons, et 30 selon les pompiers"
                Some(_) => {
                    let right_before = before.next().filter(|figure| figure.span.end + 1 == word);
                    start = right_before.map_or(word, |figure| figure.span.start);
                    false
                }
                None => before.any(|figure| !figure.measure.is_temporal()),
            };
            last_source = Some((source, follows_figures));
        }
        for figure in figures.iter_mut().filter(|figure| !figure.measure.is_temporal()) {
            let attributed = reported.contains(figure.span) && figure.span.start >= start;
            if attributed && !figure.span.overlaps(source) && (repeated.is_some() || figure.source.is_none())
            {
                figure.source = Some(source);
            }
        }
    }
}

/// The source named by the words at `at`, and the part of the sentence that it is the source of.
fn report_at(
    text: &str,
    lexicon: &Lexicon,
    words: &[Word],
    figures: &[Figure],
    at: usize,
) -> Option<(Span, Span)> {
    let sentence = Span::new(words.first()?.span.start, words.last()?.span.end);
    let word = &words[at];
    if word.is(Class::According) {
        let phrase = phrase_from(text, words, at + 1)?;
        return Some((without_date(words, figures, phrase)?, sentence));
    }
    // The verb phrase extends from its auxiliary to its participle, with clitics or an adverb between them.
    if !is_report(text, lexicon, word) {
        return None;
    }
    let end = at;
    let at = match (at.saturating_sub(3)..at).rev().find(|&before| words[before].is(Class::Auxiliary)) {
        Some(auxiliary) => auxiliary,
        None if word.participle => return None,
        None => at,
    };
    let word = &words[at];
    // "a été reconnu par 18 États"
    if words[at..end].iter().any(|word| word.is(Class::Past) && !word.is(Class::Auxiliary)) {
        return None;
    }
    let follows_mark = at.checked_sub(1).is_none_or(|before| words[before].kind == Kind::Mark);
    let clitic = words[at..=end].iter().any(|word| word.is(Class::Pronoun) && word.tied);
    if clitic {
        return None;
    }
    let next = words.get(end + 1);
    let names = next.is_some_and(|next| next.is(Class::Article) || next.kind == Kind::Capital);
    if follows_mark && names {
        // "…, a déclaré la police"
        let source = without_date(words, figures, phrase_from(text, words, end + 1)?)?;
        // "Le maire, élu en 2020, dénonce un coût de 3 millions": a phrase with a number in it is the object.
        let is_object =
            figures.iter().any(|figure| !figure.measure.is_temporal() && figure.span.overlaps(source));
        return (!is_object).then_some((source, Span::new(sentence.start, word.span.start)));
    }
    let reported = words[end + 1..].first()?.span.start;
    let counts = lexicon.language().figure().counting_verbs;
    let counts = counts.iter().any(|stem| words[end].span.of(text).starts_with(stem));
    introduces(text, &words[end + 1..], figures, counts).then_some(())?;
    // A semicolon ends the report.
    let past = words[end + 1..].iter().find(|word| word.span.of(text) == ";");
    let past = past.map_or(sentence.end, |mark| mark.span.start);
    let source = subject_before(text, words, at)?;
    // "Les 100 milliards promis n'ont pas été atteints : 83,3 milliards": an amount is not a speaker.
    let is_amount =
        |figure: &Figure| matches!(figure.measure, Measure::Money | Measure::Percent | Measure::Quantity);
    let speaks = !figures.iter().any(|figure| is_amount(figure) && figure.span.overlaps(source));
    speaks.then_some((source, Span::new(reported, past)))
}

/// Whether the word is a form of a reporting verb: "affirme", "déclaré".
fn is_report(text: &str, lexicon: &Lexicon, word: &Word) -> bool {
    let letters = word.span.of(text);
    let verb = word.kind == Kind::Word && (3..=20).contains(&letters.len());
    verb && lexicon.language().report().is_reporting(letters)
}

/// Whether the words `after` a verb introduce a report: "que" before any comma, a colon or a quotation mark.
/// After a verb whose object may be a reported number (`counts`) a figure does so too: "évoquent 8 morts",
/// but not "ont lancé 8 missiles".
fn introduces(text: &str, after: &[Word], figures: &[Figure], counts: bool) -> bool {
    let figure = counts
        && after.first().is_some_and(|next| figures.iter().any(|figure| figure.span.contains(next.span)));
    let near = after.iter().take(10);
    figure
        || near
            .take_while(|word| !matches!(word.span.of(text), "," | "." | ";"))
            .any(|word| word.is(Class::ReportStart) || matches!(word.span.of(text), ":" | "«" | "\"" | "“"))
}

/// The noun phrase that begins at `at` and ends before a mark or a word that cannot be part of a noun phrase.
fn phrase_from(text: &str, words: &[Word], at: usize) -> Option<Span> {
    let first = words.get(at).filter(|word| word.is_letters() || word.kind == Kind::Digits)?;
    if first.is(Class::Pronoun) || first.is(Class::Clause) {
        return None;
    }
    let mut end = first.span.end;
    for (index, word) in words.iter().enumerate().skip(at + 1).take(MAX_SOURCE_WORDS) {
        let initial = word.kind == Kind::Mark
            && word.tied
            && word.span.of(text) == "."
            && is_initial(&words[index - 1]);
        let part = word.is_letters() || word.kind == Kind::Digits;
        // "Reporters sans frontières" may have capitals throughout.
        let small = word.kind != Kind::Capital;
        // "un consensus compilé par FactSet"
        let agent = words[index - 1].participle
            && words.get(index + 1).is_some_and(|next| next.kind == Kind::Capital);
        let stops = word.is(Class::Stop) && !agent || word.is(Class::Clause) || word.is(Class::Auxiliary);
        if !initial && (!part || stops && small) {
            break;
        }
        // "un sondage réalisé les 19 et 20 juillet"
        if word.is(Class::Article) && words[index - 1].participle && index > at + 2 {
            end = words[index - 2].span.end;
            break;
        }
        end = word.span.end;
    }
    let phrase = Span::new(first.span.start, end);
    let named = words[at..].iter().take_while(|word| word.span.end <= end).any(|word| {
        word.is_letters()
            && ![Class::Article, Class::Stop, Class::Link].into_iter().any(|class| word.is(class))
    });
    named.then_some(phrase)
}

/// The words of `phrase` before a date, and before a participle with a complement: of "un bilan provisoire
/// publié samedi" only "un bilan provisoire" remains. None if nothing remains.
fn without_date(words: &[Word], figures: &[Figure], phrase: Span) -> Option<Span> {
    let date = figures.iter().find(|figure| figure.measure.is_temporal() && phrase.overlaps(figure.span));
    let tells = |word: &Word| ![Class::Article, Class::Link, Class::Stop].iter().any(|&class| word.is(class));
    let past =
        words.partition_point(|word| word.span.start < date.map_or(phrase.end, |date| date.span.start));
    let last = words[..past].iter().rposition(tells)?;
    let noun = last.checked_sub(1).map(|noun| &words[noun]);
    let noun =
        noun.filter(|noun| noun.span.start > phrase.start && tells(noun) && !noun.is(Class::BeforeNoun));
    let goes_on = words.get(last + 1).is_some_and(Word::is_letters) || date.is_some();
    let end = match noun {
        Some(noun) if words[last].participle && words[last].kind == Kind::Word && goes_on => noun.span.end,
        _ => words[last].span.end,
    };
    (end > phrase.start).then(|| Span::new(phrase.start, end))
}

/// Whether the word is an abbreviation of a name, so that a full stop after it does not end the phrase: "M.",
/// "J."
fn is_initial(word: &Word) -> bool {
    word.kind == Kind::Capital && word.span.len() <= 2
}

/// The noun phrase that ends just before the verb at `verb`. An apposition between the two is left out,
/// unless it is a name.
fn subject_before(text: &str, words: &[Word], verb: usize) -> Option<Span> {
    let mut end = verb;
    let mut name = None;
    if words.get(end.checked_sub(1)?)?.kind == Kind::Mark {
        // An apposition is between two equal marks: "le secrétaire général - Stanislas Zas - a déclaré".
        let opening = words[..end - 1].iter().rposition(|word| word.kind == Kind::Mark)?;
        (words[opening].span.of(text) == words[end - 1].span.of(text)).then_some(())?;
        // "son président, Jean-Baptiste Delorme, a dénoncé": the name identifies the speaker.
        let apposition = &words[opening + 1..end - 1];
        let is_name = |word: &Word| word.kind == Kind::Capital || word.is(Class::Link);
        if words[opening].span.of(text) == "," && apposition.iter().all(is_name) {
            name = apposition.last();
        }
        end = opening;
    }
    let from = words[..end]
        .iter()
        .rposition(|word| matches!(word.kind, Kind::Mark | Kind::Url) || word.is(Class::Clause))
        .map_or(0, |index| index + 1);
    let from = joined_from(words, from, verb).unwrap_or(from);
    let phrase = &words[from..end];
    // "Le patron nous dit"
    let clitics = phrase.iter().rev().take_while(|word| word.is(Class::Pronoun)).count();
    let phrase = &phrase[..phrase.len() - clitics];
    let (first, last) = (phrase.first()?, phrase.last()?);
    // "Le 14-Juillet s'annonce frais", "la TVA ne rapporte pas"
    (!last.is(Class::Stop) || last.kind == Kind::Capital).then_some(())?;
    let named = phrase.len() <= MAX_SOURCE_WORDS
        && phrase.iter().any(|word| word.is_letters() && !word.is(Class::Pronoun));
    let noun = first.is(Class::Article) || first.is(Class::Link);
    // "En Gironde, où … déclare": a place, not a subject.
    let place = first.is(Class::Stop) && !noun;
    let begins = noun || first.kind == Kind::Capital;
    (named && begins && !first.is(Class::Pronoun) && !place)
        .then(|| Span::new(first.span.start, name.unwrap_or(last).span.end))
}

/// The index at which the first of two joined subjects begins. The second begins at `at`: "la Chine et l'Inde
/// ont déclaré".
fn joined_from(words: &[Word], at: usize, verb: usize) -> Option<usize> {
    let and = at.checked_sub(1).filter(|&and| words[and].is(Class::And))?;
    words[verb].is(Class::PluralAuxiliary).then_some(())?;
    let ends = |word: &Word| matches!(word.kind, Kind::Mark | Kind::Url) || word.is(Class::Clause);
    let from = words[..and].iter().rposition(ends).map_or(0, |index| index + 1);
    let first = words.get(from..and).filter(|first| !first.is_empty())?;
    let begins = first[0].is(Class::Article) || first[0].kind == Kind::Capital;
    let nominal =
        first.iter().all(|word| word.is(Class::Link) || word.is(Class::Article) || !word.is(Class::Stop));
    (begins && nominal && and - from <= MAX_SOURCE_WORDS / 2).then_some(from)
}
