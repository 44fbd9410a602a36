//! Who says a quoted passage: the subject of the reporting verb beside it.

use super::stand::{Stand, stand_in};
use crate::entity::Class;
use crate::lang::words::{Words, words};
use crate::relation::{Passage, Resolved};
use crate::text::{Span, Token, TokenKind};

/// How far from a quoted passage, in tokens, its reporting verb stands.
const FARTHEST_VERB: usize = 6;
/// How far before a quoted passage, in tokens, the sentence is searched for who says it.
const FARTHEST_BEFORE: usize = 100;
/// How far after a reporting verb, in tokens, its subject stands: "a confié hier soir à Reuters Karim".
const FARTHEST_SUBJECT: usize = 12;

/// Finds speakers sentence by sentence, remembering who was spoken of for "he added".
#[derive(Debug, Default)]
pub(crate) struct Speakers {
    /// The entity that a pronoun would stand for: the last person that a sentence spoke of.
    topic: Option<usize>,
    /// The last person named.
    near: Option<usize>,
    /// The body that the last sentence spoke of, and the block that has it.
    body: Option<(usize, usize)>,
    /// Who said the last quoted passage, and in which block.
    last: Option<(usize, usize)>,
}

impl Speakers {
    /// Reads a sentence of the block at index `block` and takes note of whom it speaks of: the entity that says each of
    /// its quoted passages, `quotes`.
    pub fn read(&mut self, passage: &Passage, block: usize, quotes: &[Span]) -> Vec<Option<usize>> {
        // Looked for once, however many passages ask for them.
        let verbs: Vec<usize> = match quotes {
            [] => Vec::new(),
            _ => {
                let is_word = |at: &usize| passage.tokens[*at].kind == TokenKind::Word;
                (0..passage.tokens.len()).filter(is_word).filter(|&at| passage.speaks(at)).collect()
            }
        };
        let said = quotes.iter().map(|&quote| self.speaker(passage, block, &verbs, quote)).collect();
        self.note(passage, block, quotes);
        said
    }

    /// The entity that says the passage at `quote`. `verbs` are the tokens of the sentence that report what is said.
    fn speaker(&mut self, passage: &Passage, block: usize, verbs: &[usize], quote: Span) -> Option<usize> {
        let speaker = self
            .after(passage, block, verbs, quote)
            .or_else(|| self.before(passage, verbs, quote))
            .or_else(|| self.continued(passage, block, quote));
        self.last = speaker.map(|speaker| (speaker, block)).or(self.last);
        speaker
    }

    /// Takes note of whom a sentence speaks of.
    fn note(&mut self, passage: &Passage, block: usize, quotes: &[Span]) {
        let named = |class: Class| {
            let outside = |span: Span| !quotes.iter().any(|quote| quote.contains(span));
            passage.mentions.iter().rev().filter(move |name| name.class == class && outside(name.span))
        };
        let topic =
            |class: Class| named(class).find(|name| is_topic(passage, name.span)).map(|name| name.entity);
        self.topic = topic(Class::Person).or(self.topic);
        self.near = named(Class::Person).next().map(|name| name.entity).or(self.near);
        self.body = topic(Class::Organisation).map(|entity| (entity, block));
    }

    /// "…", a déclaré X; "…" a-t-il ajouté; "…", selon X.
    fn after(&self, passage: &Passage, block: usize, verbs: &[usize], quote: Span) -> Option<usize> {
        let tables = passage.language.report();
        let past = passage.token_at(quote.end);
        let marks =
            passage.tokens[past..].iter().take_while(|token| token.kind == TokenKind::Punctuation).count();
        let first = past + marks;
        // Without a comma, the words go on the sentence unless the verb comes at once.
        let comma = passage.tokens[past..first].iter().any(|&token| passage.is(token, words!(", – — -")));
        let auxiliary = passage.tokens.get(first).is_some_and(|&token| passage.is(token, tables.auxiliaries));
        let near = match (comma, auxiliary) {
            (true, _) => FARTHEST_VERB,
            (false, true) => FARTHEST_VERB / 2,
            (false, false) => 1,
        };
        let next = verbs.get(verbs.partition_point(|&verb| verb < first));
        let verb = next.copied().filter(|&verb| verb < first + near)?;
        // "tranche", "-t", "-il"
        let inverted = passage.tokens.len().min(verb + 3);
        let inverted = &passage.tokens[first..inverted];
        if inverted.iter().any(|&token| passage.is(token, tables.inversions)) {
            return self.topic;
        }
        match stand_in(passage, verb + 1) {
            Some(Stand::Person) => return self.topic.or(self.near),
            Some(Stand::Near) => return self.near,
            Some(Stand::Body) => return self.body.filter(|&(_, of)| of == block).map(|(entity, _)| entity),
            None => {}
        }
        let attribution = passage.attributes(verb);
        let from = passage.tokens[verb].span.end;
        let to = passage.tokens[passage.tokens.len().min(verb + FARTHEST_SUBJECT) - 1].span.end;
        let subject = subjects(passage, from, to, attribution).next();
        // "a raconté au téléphone Paul Roche"
        let subject = subject.or_else(|| {
            let [first, noun, name, ..] = passage.tokens.get(verb + 1..)? else { return None };
            let manner = passage.is(*first, tables.prepositions)
                && stand_in(passage, verb + 1).is_none()
                && !passage.is_role(*noun);
            let named =
                |subject: &Resolved| subject.class == Class::Person && subject.span.start == name.span.start;
            subjects(passage, from, to, true).next().filter(|subject| manner && named(subject))
        });
        subject.map(|subject| subject.entity)
    }

    /// X a déclaré : « … »; selon X, « … »; il a déclaré que « … ».
    fn before(&self, passage: &Passage, verbs: &[usize], quote: Span) -> Option<usize> {
        let tables = passage.language.report();
        let end = passage.token_at(quote.start);
        let is = |back: usize, words: Words| {
            end.checked_sub(back).is_some_and(|at| passage.is(passage.tokens[at], words))
        };
        // "Karim Anselme, dit « le Sage »": nobody says a nickname.
        if is(2, tables.called) && is(3, words!(",")) {
            return None;
        }
        let first = end.saturating_sub(FARTHEST_BEFORE);
        let last = verbs[..verbs.partition_point(|&verb| verb < end)].last();
        let verb = last.copied().filter(|&verb| verb >= first);
        let from = passage.tokens.get(first)?.span.start;
        let Some(verb) = verb else {
            // Before a colon, whoever the sentence speaks of needs no verb of speech: "X souriait : « … »".
            let first = *passage.tokens.first()?;
            let speaks = |name: &Resolved| matches!(name.class, Class::Person | Class::Organisation);
            // "Pour X, c'est « absurde »."
            if passage.is(first, tables.viewpoints) {
                let near = passage.tokens[passage.tokens.len().min(FARTHEST_SUBJECT) - 1].span.end;
                let mut names = passage
                    .mentions
                    .iter()
                    .take_while(|name| name.span.end <= near)
                    .filter(|name| speaks(name));
                let name = names.find(|name| is_topic(passage, name.span));
                return name.filter(|name| name.span.end <= quote.start).map(|name| name.entity);
            }
            let colon = is(2, words!(":")).then(|| passage.tokens[end - 2])?;
            let name = subjects(passage, from, colon.span.start, false).find(speaks);
            let pronoun = passage.is(first, tables.pronouns);
            return if pronoun { self.topic } else { name.map(|name| name.entity) };
        };
        let token: Token = passage.tokens[verb];
        if passage.attributes(verb) {
            return subjects(passage, token.span.end, quote.start, true).next().map(|subject| subject.entity);
        }
        // The pronoun or the name that stands nearest before the verb.
        let name = subjects(passage, from, token.span.start, false).next_back();
        let pronoun = (verb.saturating_sub(3)..verb)
            .rev()
            // "Mme Varin, elle, dit" has a subject.
            .find(|&at| {
                passage.is(passage.tokens[at], tables.pronouns)
                    && !passage.is(passage.tokens[at + 1], words!(","))
            })
            .map(|at| passage.tokens[at].span.start);
        match (name, pronoun) {
            (Some(name), Some(pronoun)) if name.span.start < pronoun => {
                let topical = name.class == Class::Person && is_topic(passage, name.span);
                if topical { Some(name.entity) } else { self.topic.or(Some(name.entity)) }
            }
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
    let at = |offset: usize| passage.mentions.partition_point(|mention| mention.span.start < offset);
    passage.mentions[at(from)..at(to).max(at(from))]
        .iter()
        .copied()
        .filter(move |mention| mention.span.end <= to)
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
                start + sentence.chars().filter(|c| !"{}°*".contains(*c)).map(char::len_utf8).sum::<usize>();
            let span = Span::new(start, end);
            let passage = Passage {
                tokens: &all.tokens[all.passage().token_at(start)..all.passage().token_at(end)],
                mentions: &all.mentions[all.mentions.partition_point(|mention| mention.span.start < start)
                    ..all.mentions.partition_point(|mention| mention.span.start < end)],
                ..all.passage()
            };
            let quotes = crate::quote::find(&all.text, span);
            speaker = speakers.read(&passage, 0, &quotes).first().copied().flatten();
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
    fn pronouns_stand_for_the_subject_of_their_sentence() {
        check(
            &["{Martin} est venu.", "{Marie Durand}, émue, a salué la foule, elle a dit : « Merci »."],
            Some("Marie Durand"),
        );
        check(&["{Martin} est venu.", "« Oui », tranche-t-il."], Some("Martin"));
        check(&["{Martin} est venu.", "« Oui », murmure-t-on."], None);
        check(&["{Martin} est venu.", "Mme {Durand}, elle, prévient : « Non »."], Some("Durand"));
    }

    #[test]
    fn nouns_stand_for_whom_the_article_spoke_of() {
        for subject in [
            "le chercheur",
            "la jeune élue",
            "ce dernier",
            "l'avocat lyonnais",
            "le {Breton*}",
            "le juge en sortant",
        ] {
            check(&["{Martin} est venu.", &format!("« Oui », a déclaré {subject}.")], Some("Martin"));
        }
        for subject in ["un chercheur", "la police", "le juge de la ville", "le gouvernement", "les élus"] {
            check(&["{Martin} est venu.", &format!("« Oui », a déclaré {subject}.")], None);
        }
        check(&["{Martin} est venu.", "« Oui », a dit le juge, {Marie Durand}."], Some("Marie Durand"));
        check(
            &[
                "{Martin} préside.",
                "La fête, animée par {Marie Durand}, dure.",
                "« Oui », dit cette institutrice.",
            ],
            Some("Marie Durand"),
        );
    }

    #[test]
    fn nouns_of_bodies_stand_for_the_last_sentences() {
        check(&["{Reuters°} a enquêté.", "« Oui », assure l'agence."], Some("Reuters"));
        check(&["{Reuters°} a enquêté.", "{Martin} attend.", "« Oui », assure l'agence."], None);
    }

    #[test]
    fn before_a_colon_no_verb_of_speech_is_needed() {
        check(&["{Marie Durand} souriait : « Oui »."], Some("Marie Durand"));
        check(
            &["{Marie Durand}, chez {Reuters°}, se tait.", "Elle sourit enfin : « Oui »."],
            Some("Marie Durand"),
        );
        check(&["Un mot de {Marie Durand} : « Oui »."], None);
        check(&["{Marie Durand} porte un « oui »."], None);
    }

    #[test]
    fn sources_that_open_a_sentence() {
        check(&["Pour {Marie Durand}, élue, c'est « absurde »."], Some("Marie Durand"));
        check(&["Pour le président de {Reuters°}, {Martin}, c'est « absurde »."], Some("Martin"));
        check(&["Pour l'instant, dans les rangs de {Reuters°}, c'est « absurde »."], None);
        check(&["D'après {Marie Durand}, c'est « absurde »."], Some("Marie Durand"));
        check(&["C'est « absurde », d'après {Marie Durand}."], Some("Marie Durand"));
        check(&["« Oui », a raconté au téléphone {Marie Durand}."], Some("Marie Durand"));
        check(&["« Oui », a dit au maire {Martin} une dame."], None);
    }

    #[test]
    fn nobody_says_a_nickname() {
        check(&["{Reuters°} cherche {Martin}, dit « le Sage »."], None);
    }

    #[test]
    fn nouns_that_look_like_verbs_and_names_in_brackets() {
        check(&["{Martin} écoute une annonce « sobre »."], None);
        check(&["{Martin} ({Reuters°}) défend un texte « sobre »."], Some("Martin"));
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
