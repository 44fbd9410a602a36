//! Who says a quoted passage: the subject of the reporting verb beside it.

use crate::relation::{Passage, Resolved};
use crate::text::{Span, Token, TokenKind};

/// How far from a quoted passage, in tokens, its reporting verb stands.
const FARTHEST_VERB: usize = 6;
/// How far after a reporting verb, in tokens, its subject stands: "a confié hier soir à Reuters Karim".
const FARTHEST_SUBJECT: usize = 12;

/// Finds speakers sentence by sentence, remembering who was spoken of for "he added".
#[derive(Debug, Default)]
pub(crate) struct Speakers {
    /// The entity that a pronoun would stand for: the last person that a sentence spoke of.
    topic: Option<usize>,
    /// Who said the last quoted passage, and in which block.
    last: Option<(usize, usize)>,
}

impl Speakers {
    /// The entity that says the passage at `quote`, which lies in the sentence `passage` of the block at index `block`.
    pub fn speaker(&mut self, passage: &Passage, block: usize, quote: Span) -> Option<usize> {
        let speaker = self
            .after(passage, quote)
            .or_else(|| self.before(passage, quote))
            .or_else(|| self.continued(passage, block, quote));
        self.last = speaker.map(|speaker| (speaker, block)).or(self.last);
        speaker
    }

    /// Takes note of whom a sentence speaks of, once its quoted passages were looked at. `quotes` are those.
    pub fn read(&mut self, passage: &Passage, quotes: &[Span]) {
        let topic = passage.mentions.iter().rev().find(|mention| {
            mention.is_person
                && !quotes.iter().any(|quote| quote.contains(mention.span))
                && is_topic(passage, mention.span)
        });
        self.topic = topic.map(|mention| mention.entity).or(self.topic);
    }

    /// "…", a déclaré X; "…" a-t-il ajouté; "…", selon X.
    fn after(&self, passage: &Passage, quote: Span) -> Option<usize> {
        let tables = passage.language.report();
        let past = passage.token_at(quote.end);
        let marks =
            passage.tokens[past..].iter().take_while(|token| token.kind == TokenKind::Punctuation).count();
        let first = past + marks;
        let speaks = |at: &usize| {
            let token = passage.tokens[*at];
            passage.is_reporting(token) || passage.is(token, tables.attributions)
        };
        // Without a comma, the words go on the sentence unless the verb comes at once.
        let comma = passage.tokens[past..first].iter().any(|&token| passage.is(token, &[",", "–", "—", "-"]));
        let auxiliary = passage.tokens.get(first).is_some_and(|&token| passage.is(token, tables.auxiliaries));
        let near = match (comma, auxiliary) {
            (true, _) => FARTHEST_VERB,
            (false, true) => FARTHEST_VERB / 2,
            (false, false) => 1,
        };
        let verb = (first..passage.tokens.len().min(first + near)).find(speaks)?;
        let inverted = passage.tokens.len().min(verb + 2);
        if passage.tokens[first..inverted].iter().any(|&token| passage.is(token, tables.inversions)) {
            return self.topic;
        }
        let attribution = passage.is(passage.tokens[verb], tables.attributions);
        let from = passage.tokens[verb].span.end;
        let to = passage.tokens[passage.tokens.len().min(verb + FARTHEST_SUBJECT) - 1].span.end;
        subjects(passage, from, to, attribution).next().map(|subject| subject.entity)
    }

    /// X a déclaré : « … »; selon X, « … »; il a déclaré que « … ».
    fn before(&self, passage: &Passage, quote: Span) -> Option<usize> {
        let tables = passage.language.report();
        let end = passage.token_at(quote.start);
        let verb = (0..end).rev().find(|&at| {
            let token = passage.tokens[at];
            passage.is_reporting(token) || passage.is(token, tables.attributions)
        })?;
        let token: Token = passage.tokens[verb];
        if passage.is(token, tables.attributions) {
            return subjects(passage, token.span.end, quote.start, true).next().map(|subject| subject.entity);
        }
        // The pronoun or the name that stands nearest before the verb.
        let name = subjects(passage, passage.tokens[0].span.start, token.span.start, false).last();
        let pronoun = (verb.saturating_sub(3)..verb)
            .rev()
            .find(|&at| passage.is(passage.tokens[at], tables.pronouns))
            .map(|at| passage.tokens[at].span.start);
        match (name, pronoun) {
            (Some(name), Some(pronoun)) if name.span.start < pronoun => self.topic.or(Some(name.entity)),
            (None, Some(_)) => self.topic,
            (name, _) => name.map(|name| name.entity),
        }
    }

    /// A sentence that is nothing but the passage goes on what was said before it in the same block.
    fn continued(&self, passage: &Passage, block: usize, quote: Span) -> Option<usize> {
        let (speaker, last_block) = self.last?;
        let (first, last) = (passage.tokens.first()?, passage.tokens.last()?);
        let alone =
            passage.token_at(quote.start) <= 1 && passage.token_at(quote.end) + 2 >= passage.tokens.len();
        (alone && last_block == block && first.span.start <= quote.start && last.span.end >= quote.end)
            .then_some(speaker)
    }
}

/// Whether the sentence speaks of the name at `span`: "X est venu", "Pour X, …"; not "chez X", "que X avait choisi".
fn is_topic(passage: &Passage, span: Span) -> bool {
    let tables = passage.language.report();
    let before = &passage.tokens[..passage.token_at(span.start)];
    match before {
        [first] if passage.is(*first, tables.prepositions) => true,
        [.., last] if passage.is(*last, tables.relatives) => false,
        _ => !passage.is_object(span),
    }
}

/// The names between two offsets that may be a verb's subject; with `objects`, those after a preposition too.
fn subjects<'a>(
    passage: &'a Passage,
    from: usize,
    to: usize,
    objects: bool,
) -> impl DoubleEndedIterator<Item = Resolved> + 'a {
    passage
        .mentions
        .iter()
        .copied()
        .filter(move |mention| from <= mention.span.start && mention.span.end <= to)
        .filter(move |mention| objects || !passage.is_object(mention.span))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::relation::tests::Marked;

    /// Reads the sentences one after another, as one block; the last one's first quoted passage is said by `expected`.
    #[track_caller]
    fn check(sentences: &[&str], expected: Option<&str>) {
        // One text, so that names keep their entity from sentence to sentence.
        let all = Marked::new(&sentences.join(" "));
        let mut speakers = Speakers::default();
        let mut speaker = None;
        let mut start = 0;
        for sentence in sentences {
            let end =
                start + sentence.chars().filter(|c| !"{}°".contains(*c)).map(char::len_utf8).sum::<usize>();
            let span = Span::new(start, end);
            let passage = Passage {
                tokens: &all.tokens[all.passage().token_at(start)..all.passage().token_at(end)],
                mentions: &all.mentions[all.mentions.partition_point(|mention| mention.span.start < start)
                    ..all.mentions.partition_point(|mention| mention.span.start < end)],
                ..all.passage()
            };
            let quotes = crate::quote::find(&all.text, span);
            speaker = None;
            for &quote in quotes.iter().rev() {
                speaker = speakers.speaker(&passage, 0, quote);
            }
            speakers.read(&passage, &quotes);
            start = end + 1;
        }
        let name = speaker.and_then(|entity| all.mentions.iter().find(|mention| mention.entity == entity));
        assert_eq!(name.map(|name| name.span.of(&all.text)), expected);
    }

    #[test]
    fn the_subject_of_the_verb_after_the_words() {
        check(&["« Oui », a déclaré {Marie Durand}, ministre."], Some("Marie Durand"));
        check(&["« Oui », a dit par courriel à {Reuters°} {Ali}, un gérant."], Some("Ali"));
        check(&["« Oui », affirme l'économiste {Jean Martin}."], Some("Jean Martin"));
        check(&["« Oui », selon {Chevron°}."], Some("Chevron"));
        check(
            &["{Moscou°} a dit soutenir l'« opération » en cours et répété l'appel de M. {Martin}."],
            Some("Moscou"),
        );
    }

    #[test]
    fn the_subject_of_the_verb_before_the_words() {
        check(&["{Marie Durand} a déclaré : « Oui »."], Some("Marie Durand"));
        check(&["Selon {Marie Durand}, c'est « absurde »."], Some("Marie Durand"));
        check(&["Le successeur de {Martin}, {Marie Durand}, a dit : « Oui »."], Some("Marie Durand"));
    }

    #[test]
    fn pronouns_stand_for_the_last_person() {
        check(
            &["{Marie Durand} est venue avec {Martin}.", "« Oui », a-t-elle ajouté."],
            Some("Marie Durand"),
        );
        check(&["{Marie Durand} est venue.", "Elle a dit : « Oui »."], Some("Marie Durand"));
        check(
            &[
                "{Marie Durand} est venue.",
                "La maire, que {Martin} accuse, se tait.",
                "« Oui », a-t-elle dit.",
            ],
            Some("Marie Durand"),
        );
        check(
            &[
                "{Martin} est venu.",
                "Pour {Marie Durand}, élue locale, c'est tard.",
                "« Oui », a-t-elle dit.",
            ],
            Some("Marie Durand"),
        );
    }

    #[test]
    fn words_go_on_in_the_same_block() {
        check(&["« Oui », dit {Ali}.", "« Ils sont venus la nuit »."], Some("Ali"));
    }

    #[test]
    fn nobody_says_words_that_are_only_set_apart() {
        check(&["{Martin} soutient le projet de l'« opération »."], Some("Martin"));
        check(&["Le film « Oui » est sorti."], None);
    }
}
