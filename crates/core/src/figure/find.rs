//! Finds the figures of a sentence: tokens become items, adjacent number words are merged into numbers, and
//! the rules are applied stage by stage. Numbers that no rule has matched are classified last.

use super::calendar::{Context, Tense};
use super::context::{Tenses, Word, find_counted, find_sources, share_units};
use super::grammar::{Captures, Grammar, Item, Kind, Match, Slots, Stage, read_items};
use super::value::Built;
use super::{Figure, Measure, Sense, TimeUnit, bare, date, measure, number};
use crate::date::Published;
use crate::lang::Language;
use crate::text::{Sentence, Span, Token};
use time::Duration;

/// A date with a day number starts a programme (a list of coming events dated by weekday) only if it is at
/// most this far ahead.
const PROGRAMME_START_WINDOW: Duration = Duration::days(10);

/// A date more than this far ahead becomes the narrative anchor: nearby dates without a year are resolved
/// against it.
const NARRATIVE_DISTANCE_AHEAD: Duration = Duration::days(60);

/// A date more than this far back becomes the narrative anchor: nearby dates without a year are resolved
/// against it.
const NARRATIVE_DISTANCE_BACK: Duration = Duration::days(500);

/// Finds the figures of one article, sentence by sentence. It remembers which dates and currencies the
/// article has mentioned, so sentences must be passed in text order.
#[derive(Debug)]
pub(crate) struct Finder {
    grammar: &'static Grammar,
    /// The index of the text block that the last sentence was in.
    block: usize,
    /// The publication date, and the dates that the article has mentioned.
    context: Context,
    /// For each noun that several currencies share (see [`FigureTables::shared_currencies`](super::FigureTables)),
    /// the currency that the article means by it, if it has named one.
    currencies: [Option<&'static str>; 2],
    /// For each of these nouns, the currency of the country that the article mentioned last.
    home_currencies: [Option<&'static str>; 2],
}

impl Finder {
    /// A finder for an article in `language` whose publication date is not known.
    pub fn new(language: Language) -> Self {
        Finder {
            grammar: Grammar::of(language),
            block: 0,
            context: Context::default(),
            currencies: [None; 2],
            home_currencies: [None; 2],
        }
    }

    /// Sets the publication date, against which relative dates such as "jeudi" are resolved.
    pub fn set_date(&mut self, published: Option<Published>) {
        self.context.now = published;
    }

    /// The language of the article.
    pub(super) fn language(&self) -> Language {
        self.grammar.lexicon.language()
    }

    /// The finest unit in which a date relative to now can be resolved: days, unless the hour of publication
    /// is known.
    fn finest_unit(&self) -> TimeUnit {
        match self.context.now.and_then(|published| published.time) {
            Some(_) => TimeUnit::Second,
            None => TimeUnit::Day,
        }
    }

    /// Appends the figures of `sentence` to `figures`, in text order and without overlaps. `tokens` are the
    /// tokens of the sentence, `text` is the text of the whole article.
    pub fn find(&mut self, text: &str, sentence: &Sentence, tokens: &[Token], figures: &mut Vec<Figure>) {
        if self.block != sentence.block {
            self.block = sentence.block;
            (self.context.last_day, self.context.last_unit) = (None, None);
            self.context.has_mentioned_date = false;
        }
        let Grammar { lexicon, stages } = self.grammar;
        let mut items = Vec::with_capacity(tokens.len() + 8);
        read_items(text, tokens, lexicon, &mut items);
        self.track_currencies(&items);
        if !items.iter().any(Item::may_be_figure) {
            return;
        }
        let words: Vec<Word> = items.iter().map(|item| Word::of(item, text, lexicon)).collect();
        number::merge_numbers(text, lexicon, &mut items);
        let mut captures = Captures::new();
        for stage in stages {
            apply_stage(stage, self.finest_unit(), &mut items, &mut captures);
        }
        let dated = |item: &Item| matches!(item.built.as_deref(), Some(Built::Moment(_) | Built::Period(_)));
        let tenses = Tenses::new(text, if items.iter().any(dated) { &words } else { &[] });
        let first = figures.len();
        for index in 0..items.len() {
            let found = match (items[index].built.as_deref(), items[index].number) {
                (Some(built), _) => self.figure(text, built, &tenses, items[index].span),
                (None, Some(_)) => bare::figure(text, lexicon, &items, index),
                (None, None) if items[index].kind == Kind::Mark => bare::figure(text, lexicon, &items, index),
                (None, None) => None,
            };
            figures.extend(found);
        }
        let figures = &mut figures[first..];
        if !figures.is_empty() {
            find_counted(&words, figures);
            share_units(text, lexicon, figures);
            find_sources(text, lexicon, &words, figures);
        }
    }

    /// Records which currencies and which countries with a currency of a shared noun the sentence names.
    fn track_currencies(&mut self, items: &[Item]) {
        let shared = &self.language().figure().shared_currencies;
        for sense in items.iter().flat_map(|item| item.senses) {
            match *sense {
                // A country that is mentioned twice in a row decides the currency, unless one has been named.
                Sense::CurrencyHome(noun, code) => {
                    let noun = usize::from(noun);
                    if self.home_currencies[noun].replace(code) == Some(code) {
                        self.currencies[noun].get_or_insert(code);
                    }
                }
                // "face au franc suisse"
                Sense::Currency(code) => {
                    for (shared, meant) in shared.iter().zip(&mut self.currencies) {
                        if shared.alternatives.contains(&code) {
                            *meant = Some(code);
                        }
                    }
                }
                _ => {}
            }
        }
    }

    /// The currency that the article has named for the noun that the text `amount` ends with, if `unit` is
    /// what that noun means by default.
    pub(super) fn named_currency(&self, unit: &str, amount: &str) -> Option<&'static str> {
        let shared = &self.language().figure().shared_currencies;
        shared.iter().zip(self.currencies).find_map(|(shared, meant)| {
            let is_default = unit == shared.default;
            meant.filter(|_| is_default && shared.endings.iter().any(|ending| amount.ends_with(ending)))
        })
    }

    /// The figure of the result `built` of a rule at `span`. Dates are resolved and recorded in the context.
    fn figure(&mut self, text: &str, built: &Built, tenses: &Tenses, span: Span) -> Option<Figure> {
        match built {
            Built::Nothing => None,
            Built::Amount(amount) => Some(Figure {
                value: amount.value,
                low: amount.low,
                high: amount.high,
                approximate: amount.approximate,
                unit: amount
                    .unit
                    .as_deref()
                    .map(|unit| self.named_currency(unit, span.of(text)).unwrap_or(unit).to_owned()),
                iso: if amount.measure == Measure::Duration { amount.iso() } else { None },
                ..Figure::new(span, amount.measure)
            }),
            Built::Moment(_) | Built::Period(_) => {
                let approximate = matches!(built, Built::Moment(moment) if moment.approximate);
                let first = built.first();
                let numbered = first.is_some_and(|moment| moment.day.is_some());
                let weekday = first.is_some_and(|moment| moment.weekday.is_some());
                // A line with nothing but a date is part of a programme, which lists coming events.
                let is_listed = self.context.programme_start.is_some();
                let listed = if is_listed { Tense::Unknown } else { Tense::Future };
                let tense =
                    tenses.tense_of(span, numbered || weekday, weekday && !numbered).unwrap_or(listed);
                let context = Context { tense, ..self.context };
                let resolved = match built {
                    Built::Moment(moment) => context.resolve(moment),
                    Built::Period(ends) => context.resolve_period(ends),
                    _ => return None,
                };
                let memory = &mut self.context;
                memory.has_mentioned_date = true;
                // "le lendemain" and "la veille" both count from the day that was named before them.
                if !matches!(built, Built::Moment(moment) if moment.anaphoric) {
                    memory.last_day = resolved.day.or(memory.last_day);
                    memory.last_unit =
                        resolved.calendar_unit.or(memory.last_unit.filter(|_| resolved.day.is_none()));
                }
                if let (Some(day), Some(today)) = (resolved.day, context.today()) {
                    // A programme starts within days, or lasts several days, and its first date has a day
                    // number.
                    let period = matches!(built, Built::Period(_));
                    let begins = (day - today <= PROGRAMME_START_WINDOW || period) && numbered;
                    let start = if begins { day } else { memory.programme_start.unwrap_or(today) };
                    let is_far =
                        today - day > NARRATIVE_DISTANCE_BACK || day - today > NARRATIVE_DISTANCE_AHEAD;
                    memory.narrative_anchor = is_far.then_some(day);
                    let continues = day > today || day == today && memory.programme_start.is_some();
                    memory.programme_start = continues.then_some(start);
                }
                Some(Figure { iso: resolved.iso, approximate, ..Figure::new(span, resolved.measure) })
            }
            Built::Set(recurrence) => {
                Some(Figure { iso: Context::recurrence(recurrence), ..Figure::new(span, Measure::Set) })
            }
        }
    }
}

impl Figure {
    /// A figure with no value, unit or bounds yet.
    pub(crate) fn new(span: Span, measure: Measure) -> Figure {
        Figure {
            span,
            measure,
            value: None,
            low: None,
            high: None,
            approximate: false,
            unit: None,
            iso: None,
            counted: None,
            source: None,
            links: Vec::new(),
        }
    }
}

/// Applies the rules of a stage from left to right. At each item the longest match wins, and of equally long
/// ones the rule that comes first; the words that it matched become one item. `finest_unit` is the finest
/// unit in which a date relative to now can be resolved.
fn apply_stage(stage: &Stage, finest_unit: TimeUnit, items: &mut Vec<Item>, captures: &mut Captures) {
    // Items before `kept` are finished; those from `at` on are still to be read.
    let (mut kept, mut at) = (0, 0);
    while at < items.len() {
        let mut best: Option<(usize, u16, Built)> = None;
        for (rule, pattern) in stage.candidates(&items[at..]) {
            let Some(end) = pattern.matches(items, kept, at, captures) else { continue };
            if best.as_ref().is_some_and(|best| best.0 > end || best.0 == end && best.1 <= rule) {
                continue;
            }
            let matched = Match { captures, items, before: kept };
            let built = measure::build(pattern.action, matched)
                .or_else(|| date::build(pattern.action, matched, finest_unit));
            if let Some(built) = built {
                best = Some((end, rule, built));
            }
        }
        let mut end = at + 1;
        if let Some((past, _, built)) = best {
            end = past;
            let span = Span::new(items[at].span.start, items[end - 1].span.end);
            let item = &mut items[at];
            (item.span, item.kind, item.word, item.senses, item.number) = (span, Kind::Figure, 0, &[], None);
            item.slots = Slots::of_built(&built);
            item.built = Some(Box::new(built));
        }
        if kept < at {
            items.swap(kept, at);
        }
        kept += 1;
        at = end;
    }
    items.truncate(kept);
}
