//! The speaker of a quotation: mostly the subject of the reporting verb before or after it.

use super::anaphora::{Referent, referent};
use super::gender::{name_gender, phrase_gender, pronoun_gender};
use crate::entity::{Class, Gender};
use crate::lang::words::{Words, words};
use crate::text::{Passage, Resolved, Span, Token, TokenKind};

/// The most tokens between a quotation and the reporting verb after it.
const MAX_TOKENS_TO_VERB: usize = 6;
/// The most tokens before a quotation in which its speaker is searched for.
const MAX_TOKENS_BEFORE: usize = 100;
/// The most tokens between a reporting verb and its subject after it: "a confié hier soir à Reuters Karim".
const MAX_TOKENS_TO_SUBJECT: usize = 12;

/// Finds the speakers of quotations sentence by sentence. It keeps track of whom the text is about, for pronouns.
#[derive(Debug, Default)]
pub(crate) struct Speakers {
    /// The entity that a pronoun refers to: the last person that a sentence was about.
    topic: Option<usize>,
    /// The last such person of each gender.
    topic_by_gender: [Option<usize>; 2],
    /// The gender of each entity, as far as it is known so far.
    genders: Vec<Option<Gender>>,
    /// The last person named outside quotations.
    last_named: Option<usize>,
    /// The first person that a sentence was about: in an interview, the one who answers.
    first_topic: Option<usize>,
    /// The block of the last sentence, and whether the sentence was a question.
    last_sentence: Option<(usize, bool)>,
    /// The organisation that the last sentence was about, and its block.
    organisation: Option<(usize, usize)>,
    /// The speaker of the last quotation, and its block.
    last_speaker: Option<(usize, usize)>,
}

impl Speakers {
    /// Reads the next sentence, which is in the block at index `block`, and returns the speaker of each of its
    /// quotations `quotes`, as the index of an entity.
    pub fn read(&mut self, passage: &Passage, block: usize, quotes: &[Span]) -> Vec<Option<usize>> {
        // Searched for once for all quotations of the sentence.
        let verbs: Vec<usize> = match quotes {
            [] => Vec::new(),
            _ => {
                let is_word = |at: &usize| passage.tokens[*at].kind == TokenKind::Word;
                (0..passage.tokens.len()).filter(is_word).filter(|&at| passage.reports_speech(at)).collect()
            }
        };
        for name in passage.mentions.iter().filter(|name| name.class == Class::Person) {
            if self.gender_of(name.entity).is_none() {
                self.set_gender(name.entity, name_gender(passage, name.span));
            }
        }
        let speakers = quotes.iter().map(|&quote| self.speaker(passage, block, &verbs, quote)).collect();
        self.update_topics(passage, block, quotes);
        speakers
    }

    /// The speaker of the quotation at `quote`. `verbs` are the indices of the sentence's tokens that report speech.
    fn speaker(&mut self, passage: &Passage, block: usize, verbs: &[usize], quote: Span) -> Option<usize> {
        let speaker = self
            .speaker_after(passage, block, verbs, quote)
            .or_else(|| self.speaker_before(passage, verbs, quote))
            .or_else(|| self.continued_speaker(passage, block, quote))
            .or_else(|| self.speaker_inside(passage, quote))
            .or_else(|| self.interviewee(passage, block, quote));
        self.last_speaker = speaker.map(|speaker| (speaker, block)).or(self.last_speaker);
        speaker
    }

    /// Records whom and what a sentence is about.
    fn update_topics(&mut self, passage: &Passage, block: usize, quotes: &[Span]) {
        let named = |class: Class| {
            let outside = |span: Span| !quotes.iter().any(|quote| quote.contains(span));
            passage.mentions.iter().rev().filter(move |name| name.class == class && outside(name.span))
        };
        let topic = |class: Class| {
            let mut topic = None;
            for name in named(class).filter(|name| is_topic(passage, name.span)) {
                topic.get_or_insert(name.entity);
                // "X a battu Y" is about X.
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
            self.first_topic = self.first_topic.or(Some(person));
            self.topic = Some(person);
            self.set_gender(person, self.gender_of(person));
        }
        self.last_named = named(Class::Person).next().map(|name| name.entity).or(self.last_named);
        self.organisation = topic(Class::Organisation).map(|entity| (entity, block));
        let last = passage.tokens.iter().rev().find(|token| token.span.of(passage.text) != "»");
        self.last_sentence = Some((block, last.is_some_and(|last| last.span.of(passage.text) == "?")));
        // "Fille d'un facteur, elle …"
        if let (Some(topic), None) = (self.topic, person)
            && self.gender_of(topic).is_none()
            && let pronouns = passage.language.report().feminine_pronouns
            && let Some(pronoun) = passage.tokens.iter().find(|&&token| passage.is(token, pronouns))
            && !quotes.iter().any(|quote| quote.contains(pronoun.span))
        {
            self.set_gender(topic, Some(Gender::Feminine));
        }
    }

    /// The gender of an entity, if known.
    fn gender_of(&self, entity: usize) -> Option<Gender> {
        self.genders.get(entity).copied().flatten()
    }

    /// Sets an entity's gender, unless it is known already, and records the topic under it.
    fn set_gender(&mut self, entity: usize, gender: Option<Gender>) {
        let Some(gender) = gender else { return };
        if self.genders.len() <= entity {
            self.genders.resize(entity + 1, None);
        }
        let gender = *self.genders[entity].get_or_insert(gender);
        if self.topic == Some(entity) {
            self.topic_by_gender[gender as usize] = Some(entity);
        }
    }

    /// The person that a pronoun or noun of this gender refers to.
    fn person_of_gender(&mut self, gender: Option<Gender>) -> Option<usize> {
        let topic = self.topic?;
        let Some(gender) = gender else { return Some(topic) };
        match self.gender_of(topic) {
            Some(other) if other != gender => {
                let named = self.last_named.filter(|&named| self.gender_of(named) == Some(gender));
                self.topic_by_gender[gender as usize].or(named).or(Some(topic))
            }
            _ => {
                self.set_gender(topic, Some(gender));
                Some(topic)
            }
        }
    }

    /// The gender of the first pronoun among `tokens` that is attached to the verb before it: "-t-elle".
    fn inverted_gender(passage: &Passage, tokens: &[Token]) -> Option<Gender> {
        let tables = passage.language.report();
        let pronoun = tokens.iter().find(|&&token| passage.is(token, tables.inversions))?;
        Some(pronoun_gender(passage, *pronoun))
    }

    /// The speaker named after the quotation: « … », a déclaré X; « … » a-t-il ajouté; « … », selon X.
    fn speaker_after(
        &mut self,
        passage: &Passage,
        block: usize,
        verbs: &[usize],
        quote: Span,
    ) -> Option<usize> {
        let tables = passage.language.report();
        let past = passage.token_at(quote.end);
        let marks =
            passage.tokens[past..].iter().take_while(|token| token.kind == TokenKind::Punctuation).count();
        let first = past + marks;
        // Without a comma, the quotation is part of the sentence unless the verb follows at once.
        let comma = passage.tokens[past..first].iter().any(|&token| passage.is(token, words!(", – — -")));
        let auxiliary = passage.tokens.get(first).is_some_and(|&token| passage.is(token, tables.auxiliaries));
        let window = match (comma, auxiliary) {
            (true, _) => MAX_TOKENS_TO_VERB,
            (false, true) => MAX_TOKENS_TO_VERB / 2,
            (false, false) => 1,
        };
        let next = verbs.get(verbs.partition_point(|&verb| verb < first));
        let next = next.copied().filter(|&verb| verb < first + window);
        // The pronoun is at most two tokens after the verb: "confiait", "-il"; "tranche", "-t", "-il".
        let end = if comma { next.unwrap_or(first + 1) } else { next? } + 3;
        if let Some(gender) =
            Self::inverted_gender(passage, &passage.tokens[first..passage.tokens.len().min(end)])
        {
            return self.person_of_gender(Some(gender));
        }
        let verb = next.or_else(|| Self::verb_with_person(passage, first).filter(|_| comma))?;
        match referent(passage, verb + 1) {
            Some(Referent::Topic) => {
                return self.person_of_gender(phrase_gender(passage, verb + 1)).or(self.last_named);
            }
            Some(Referent::LastNamed) => return self.last_named,
            Some(Referent::Organisation) => {
                return self.organisation.filter(|&(_, of)| of == block).map(|(entity, _)| entity);
            }
            None => {}
        }
        let attribution = passage.introduces_source(verb);
        let from = passage.tokens[verb].span.end;
        let to = passage.tokens[passage.tokens.len().min(verb + MAX_TOKENS_TO_SUBJECT) - 1].span.end;
        let subject = subjects(passage, from, to, attribution).next();
        // "a raconté au téléphone Paul Roche"
        let subject = subject.or_else(|| {
            let [first, noun, name, ..] = passage.tokens.get(verb + 1..)? else { return None };
            let manner = passage.is(*first, tables.prepositions)
                && referent(passage, verb + 1).is_none()
                && !passage.is_role(*noun);
            let named =
                |subject: &Resolved| subject.class == Class::Person && subject.span.start == name.span.start;
            subjects(passage, from, to, true).next().filter(|subject| manner && named(subject))
        });
        subject.map(|subject| subject.entity)
    }

    /// The index of a verb at `first`, or after one pronoun, that is not a reporting verb but has a person after it as
    /// its subject: "fulmine le maire", "s'amuse Anne Roche".
    fn verb_with_person(passage: &Passage, first: usize) -> Option<usize> {
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

    /// The speaker named by a pronoun inside the quotation: « D'ici là, dit-elle, je pars ».
    fn speaker_inside(&mut self, passage: &Passage, quote: Span) -> Option<usize> {
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
        self.person_of_gender(Some(pronoun_gender(passage, passage.tokens[at])))
    }

    /// The person interviewed, if the quotation begins the paragraph after a question.
    fn interviewee(&self, passage: &Passage, block: usize, quote: Span) -> Option<usize> {
        let (last, question) = self.last_sentence?;
        (question && last + 1 == block && passage.token_at(quote.start) <= 1).then_some(self.first_topic)?
    }

    /// The speaker named before the quotation: X a déclaré : « … »; selon X, « … »; il a déclaré que « … ».
    fn speaker_before(&mut self, passage: &Passage, verbs: &[usize], quote: Span) -> Option<usize> {
        let tables = passage.language.report();
        let end = passage.token_at(quote.start);
        let is = |back: usize, words: Words| {
            end.checked_sub(back).is_some_and(|at| passage.is(passage.tokens[at], words))
        };
        // "Karim Anselme, dit « le Sage »": a nickname has no speaker.
        if is(2, tables.called) && is(3, words!(",")) {
            return None;
        }
        let first = end.saturating_sub(MAX_TOKENS_BEFORE);
        let last = verbs[..verbs.partition_point(|&verb| verb < end)].last();
        let verb = last.copied().filter(|&verb| verb >= first);
        let from = passage.tokens.get(first)?.span.start;
        let Some(verb) = verb else {
            // Before a colon, no reporting verb is needed: "X souriait : « … »".
            let first = *passage.tokens.first()?;
            let speaks = |name: &Resolved| matches!(name.class, Class::Person | Class::Organisation);
            // "Pour X, c'est « absurde »."
            if passage.is(first, tables.viewpoints) {
                let near = passage.tokens[passage.tokens.len().min(MAX_TOKENS_TO_SUBJECT) - 1].span.end;
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
                return self.person_of_gender(Some(pronoun_gender(passage, first)));
            }
            return name.map(|name| name.entity);
        };
        let token: Token = passage.tokens[verb];
        if passage.introduces_source(verb) {
            return subjects(passage, token.span.end, quote.start, true).next().map(|subject| subject.entity);
        }
        // The pronoun or the name that is nearest before the verb.
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
            // In "Mme Varin, elle, dit" the pronoun is not the subject.
            .find(|&at| {
                passage.is(passage.tokens[at], tables.pronouns)
                    && !passage.is(passage.tokens[at + 1], words!(","))
            })
            .map(|at| passage.tokens[at]);
        let meant = pronoun.and_then(|token| self.person_of_gender(Some(pronoun_gender(passage, token))));
        match (name, pronoun) {
            (Some(name), Some(pronoun)) if name.span.start < pronoun.span.start => {
                let topical = name.class == Class::Person && is_topic(passage, name.span);
                if topical { Some(name.entity) } else { meant.or(Some(name.entity)) }
            }
            (None, Some(_)) => meant,
            (name, _) => name.map(|name| name.entity),
        }
    }

    /// The speaker of the previous quotation in the same block, if the sentence is nothing but this quotation.
    fn continued_speaker(&self, passage: &Passage, block: usize, quote: Span) -> Option<usize> {
        let (speaker, last_block) = self.last_speaker?;
        let (first, last) = (passage.tokens.first()?, passage.tokens.last()?);
        let alone =
            passage.token_at(quote.start) <= 1 && passage.token_at(quote.end) + 2 >= passage.tokens.len();
        (alone && last_block == block && first.span.start <= quote.start && last.span.end >= quote.end)
            .then_some(speaker)
    }
}

/// Whether the sentence is about the entity named at `span`: "X est venu", "Pour X, …"; not "chez X", "que X avait
/// choisi".
fn is_topic(passage: &Passage, span: Span) -> bool {
    let tables = passage.language.report();
    let before = &passage.tokens[..passage.token_at(span.start)];
    match before {
        [first] if passage.is(*first, tables.prepositions) => true,
        [.., last] if passage.is(*last, tables.relatives) => false,
        _ => !passage.is_object(span),
    }
}

/// The names between the byte offsets `from` and `to` that may be a verb's subject; with `objects`, also those after a
/// preposition.
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
