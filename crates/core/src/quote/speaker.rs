//! Who says a quoted passage: the subject of the reporting verb beside it.

use super::gender::{gender, phrase_gender, pronoun_gender};
use super::stand::{Stand, stand_in};
use crate::entity::{Class, Gender};
use crate::lang::words::{Words, words};
use crate::text::{Passage, Resolved, Span, Token, TokenKind};

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
    /// The same by gender.
    topics: [Option<usize>; 2],
    /// The gender of each entity, as far as the article told it.
    genders: Vec<Option<Gender>>,
    /// The last person named.
    near: Option<usize>,
    /// The person that the article spoke of first: of an interview, the one who answers.
    first: Option<usize>,
    /// The block that the last sentence stood in, and whether that was a question.
    asked: Option<(usize, bool)>,
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
        for name in passage.mentions.iter().filter(|name| name.class == Class::Person) {
            if self.gender_of(name.entity).is_none() {
                self.learn(name.entity, gender(passage, name.span));
            }
        }
        let said = quotes.iter().map(|&quote| self.speaker(passage, block, &verbs, quote)).collect();
        self.note(passage, block, quotes);
        said
    }

    /// The entity that says the passage at `quote`. `verbs` are the tokens of the sentence that report what is said.
    fn speaker(&mut self, passage: &Passage, block: usize, verbs: &[usize], quote: Span) -> Option<usize> {
        let speaker = self
            .after(passage, block, verbs, quote)
            .or_else(|| self.before(passage, verbs, quote))
            .or_else(|| self.continued(passage, block, quote))
            .or_else(|| self.inside(passage, quote))
            .or_else(|| self.answered(passage, block, quote));
        self.last = speaker.map(|speaker| (speaker, block)).or(self.last);
        speaker
    }

    /// Takes note of whom a sentence speaks of.
    fn note(&mut self, passage: &Passage, block: usize, quotes: &[Span]) {
        let named = |class: Class| {
            let outside = |span: Span| !quotes.iter().any(|quote| quote.contains(span));
            passage.mentions.iter().rev().filter(move |name| name.class == class && outside(name.span))
        };
        let topic = |class: Class| {
            let mut topic = None;
            for name in named(class).filter(|name| is_topic(passage, name.span)) {
                topic.get_or_insert(name.entity);
                // "X a battu Y" speaks of X.
                let next = passage.tokens.get(passage.token_at(name.span.end));
                if next.is_some_and(|&next| passage.is(next, passage.language.report().auxiliaries)) {
                    topic = Some(name.entity);
                    break;
                }
            }
            topic
        };
        let person = topic(Class::Person);
        if let Some(person) = person {
            self.first = self.first.or(Some(person));
            self.topic = Some(person);
            self.learn(person, self.gender_of(person));
        }
        self.near = named(Class::Person).next().map(|name| name.entity).or(self.near);
        self.body = topic(Class::Organisation).map(|entity| (entity, block));
        let last = passage.tokens.iter().rev().find(|token| token.span.of(passage.text) != "»");
        self.asked = Some((block, last.is_some_and(|last| last.span.of(passage.text) == "?")));
        // "Fille d'un facteur, elle …"
        if let (Some(topic), None) = (self.topic, person)
            && self.gender_of(topic).is_none()
            && let pronouns = passage.language.report().feminine_pronouns
            && let Some(pronoun) = passage.tokens.iter().find(|&&token| passage.is(token, pronouns))
            && !quotes.iter().any(|quote| quote.contains(pronoun.span))
        {
            self.learn(topic, Some(Gender::Feminine));
        }
    }

    fn gender_of(&self, entity: usize) -> Option<Gender> {
        self.genders.get(entity).copied().flatten()
    }

    /// Takes note of an entity's gender, unless it is known already.
    fn learn(&mut self, entity: usize, gender: Option<Gender>) {
        let Some(told) = gender else { return };
        if self.genders.len() <= entity {
            self.genders.resize(entity + 1, None);
        }
        let told = *self.genders[entity].get_or_insert(told);
        if self.topic == Some(entity) {
            self.topics[told as usize] = Some(entity);
        }
    }

    /// Whom a pronoun or noun of this gender stands for.
    fn meant(&mut self, gender: Option<Gender>) -> Option<usize> {
        let topic = self.topic?;
        let Some(gender) = gender else { return Some(topic) };
        match self.gender_of(topic) {
            Some(other) if other != gender => {
                let near = self.near.filter(|&near| self.gender_of(near) == Some(gender));
                self.topics[gender as usize].or(near).or(Some(topic))
            }
            _ => {
                self.learn(topic, Some(gender));
                Some(topic)
            }
        }
    }

    /// The gender of the pronoun that follows its verb among `tokens`: "-t-elle".
    fn inverted(passage: &Passage, tokens: &[Token]) -> Option<Gender> {
        let tables = passage.language.report();
        let pronoun = tokens.iter().find(|&&token| passage.is(token, tables.inversions))?;
        Some(pronoun_gender(passage, *pronoun))
    }

    /// "…", a déclaré X; "…" a-t-il ajouté; "…", selon X.
    fn after(&mut self, passage: &Passage, block: usize, verbs: &[usize], quote: Span) -> Option<usize> {
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
        let next = next.copied().filter(|&verb| verb < first + near);
        // "nous", "confiait", "-il"; "tranche", "-t", "-il"
        let end = if comma { next.unwrap_or(first + 1) } else { next? } + 3;
        if let Some(gender) = Self::inverted(passage, &passage.tokens[first..passage.tokens.len().min(end)]) {
            return self.meant(Some(gender));
        }
        let verb = next.or_else(|| Self::loose_verb(passage, first).filter(|_| comma))?;
        match stand_in(passage, verb + 1) {
            Some(Stand::Person) => {
                return self.meant(phrase_gender(passage, verb + 1)).or(self.near);
            }
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

    /// A word at `first`, or after a pronoun, that is a verb of any meaning if a person follows as its subject:
    /// "fulmine le maire", "s'amuse Anne Roche".
    fn loose_verb(passage: &Passage, first: usize) -> Option<usize> {
        let (report, entity) = (passage.language.report(), passage.language.entity());
        let is =
            |at: usize, words: Words| passage.tokens.get(at).is_some_and(|&token| passage.is(token, words));
        let verb = first + usize::from(is(first, report.auxiliaries));
        let token = *passage.tokens.get(verb)?;
        let word = passage.word(token);
        let form = token.kind == TokenKind::Word && word.ends_with(['e', 't', 'd']);
        let other =
            [report.prepositions, report.connectives, report.determiners, entity.role_ends, entity.role_ties];
        let person = |at: usize| {
            let next = passage.tokens.get(at).and_then(|next| passage.mention_at(next.span.start));
            next.is_some_and(|next| next.class == Class::Person)
        };
        let role = |at: usize| passage.tokens.get(at).is_some_and(|&token| passage.is_role(token));
        let subject = person(verb + 1) || is(verb + 1, report.definite) && role(verb + 2);
        let not_verb =
            other.into_iter().any(|words| is(verb, words)) || role(verb) || is(verb, report.comparisons);
        (form && subject && !not_verb).then_some(verb)
    }

    /// « D'ici là, dit-elle, je pars ».
    fn inside(&mut self, passage: &Passage, quote: Span) -> Option<usize> {
        let inner = passage.token_at(quote.start)..passage.token_at(quote.end);
        let inversions = passage.language.report().inversions;
        let is_comma =
            |at: usize| passage.tokens.get(at).is_some_and(|next| next.span.of(passage.text) == ",");
        let at = inner.skip(3).find(|&at| {
            let verb = at - 1 - usize::from(passage.tokens[at - 1].span.of(passage.text) == "-t");
            passage.is(passage.tokens[at], inversions)
                && is_comma(at + 1)
                && is_comma(verb - 1)
                && passage.is_reporting(passage.tokens[verb])
        })?;
        self.meant(Some(pronoun_gender(passage, passage.tokens[at])))
    }

    /// What opens the paragraph after a question, the one says who is asked.
    fn answered(&self, passage: &Passage, block: usize, quote: Span) -> Option<usize> {
        let (last, question) = self.asked?;
        (question && last + 1 == block && passage.token_at(quote.start) <= 1).then_some(self.first)?
    }

    /// X a déclaré : « … »; selon X, « … »; il a déclaré que « … ».
    fn before(&mut self, passage: &Passage, verbs: &[usize], quote: Span) -> Option<usize> {
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
            if passage.is(first, tables.pronouns) {
                return self.meant(Some(pronoun_gender(passage, first)));
            }
            return name.map(|name| name.entity);
        };
        let token: Token = passage.tokens[verb];
        if passage.attributes(verb) {
            return subjects(passage, token.span.end, quote.start, true).next().map(|subject| subject.entity);
        }
        // The pronoun or the name that stands nearest before the verb.
        let name = subjects(passage, from, token.span.start, false).next_back();
        // "à Anne Roche, qui dit"
        let relative = (verb.saturating_sub(3)..verb)
            .rev()
            .find(|&at| at > 0 && passage.is(passage.tokens[at], tables.subject_relatives));
        let antecedent = relative.and_then(|at| {
            let comma = passage.tokens[at - 1].span.of(passage.text) == ",";
            passage.mention_at(passage.tokens[at.saturating_sub(1 + usize::from(comma))].span.start)
        });
        let name = antecedent.filter(|name| name.class == Class::Person).or(name);
        let pronoun = (verb.saturating_sub(3)..verb)
            .rev()
            // "Mme Varin, elle, dit" has a subject.
            .find(|&at| {
                passage.is(passage.tokens[at], tables.pronouns)
                    && !passage.is(passage.tokens[at + 1], words!(","))
            })
            .map(|at| passage.tokens[at]);
        let meant = pronoun.and_then(|token| self.meant(Some(pronoun_gender(passage, token))));
        match (name, pronoun) {
            (Some(name), Some(pronoun)) if name.span.start < pronoun.span.start => {
                let topical = name.class == Class::Person && is_topic(passage, name.span);
                if topical { Some(name.entity) } else { meant.or(Some(name.entity)) }
            }
            (None, Some(_)) => meant,
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
mod tests;
