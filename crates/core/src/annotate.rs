//! The pipeline: blocks, links, sentences and figures, names, entities, relations.

use crate::annotations::{Annotations, Notice, NoticeCode};
use crate::date::Published;
use crate::dateline;
use crate::entity::{Class, Mention, Resolver, Tagger};
use crate::figure::{self, Figure, Measure};
use crate::lang::{Language, Pack};
use crate::link::{self, Link};
use crate::quote;
use crate::relation::Relations;
use crate::text::{Article, Block, BlockKind, Parser, Sentence, Sentences, Span, Token, TokenKind, tokenize};

/// What the caller knows about a text.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// The language of the text.
    pub language: Language,
    /// When the article was published, against which relative dates such as "Thursday" are resolved; none if unknown.
    pub date: Option<Published>,
}

/// How much of its work an [`Annotator`] has done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// The work done, in bytes of text processed, where each pass over the text counts; at most `total`.
    pub done: usize,
    /// The whole work, in the same unit; at least 1.
    pub total: usize,
}

/// Annotates a whole text at once. `pack` is the language pack of `options.language`; without it, or with the pack of
/// another language, no names are found and the annotations contain a [`NoticeCode::NoPack`] notice.
pub fn annotate(text: &str, options: Options, pack: Option<&Pack>) -> Annotations {
    let mut annotator = Annotator::new(text, options, pack);
    while annotator.step().is_some() {}
    annotator.finish()
}

/// The sentences and tokens of a text, for training.
#[cfg(feature = "train")]
pub(crate) fn segment(text: &str, language: Language) -> (Vec<Sentence>, Vec<Token>) {
    let mut annotator = Annotator::new(text, Options { language, date: None }, None);
    while annotator.step().is_some() {}
    (annotator.sentences, annotator.tokens)
}

/// Annotates a text in small steps, so that the caller can pause between them.
///
/// When all steps are done, the result is the same as that of [`annotate`]. Dropping the annotator cancels the work.
#[derive(Debug)]
pub struct Annotator<'t> {
    text: &'t str,
    options: Options,
    has_pack: bool,
    stage: Stage<'t>,
    done: usize,
    /// The bytes of the blocks in other languages, which are left alone.
    foreign: usize,
    article: Article,
    date: Option<Published>,
    finder: figure::Finder,
    sentences: Vec<Sentence>,
    tokens: Vec<Token>,
    links: Vec<Link>,
    figures: Vec<Figure>,
    quotes: Vec<Span>,
    mentions: Vec<Mention>,
    tagger: Option<Tagger<'t>>,
    resolver: Resolver<'t>,
}

/// What the next step does. Numbers are indices of blocks or sentences.
#[derive(Debug)]
enum Stage<'t> {
    /// Find the blocks.
    Parse(Parser),
    /// Find the addresses in this block.
    Link(usize),
    /// Find the next sentence of this block, its tokens and figures.
    Segment(usize, Option<Sentences<'t>>),
    /// Find the names in this sentence.
    Tag(usize),
    /// Group the mentions into entities.
    Resolve,
    /// Relate the entities, figures, links and quotes in this sentence.
    Relate(usize, Box<Relations>),
    Done(Box<Relations>),
}

impl Default for Stage<'_> {
    fn default() -> Self {
        Stage::Parse(Parser::default())
    }
}

impl<'t> Annotator<'t> {
    /// Creates an annotator of a plain text, whose blocks it finds itself.
    pub fn new(text: &'t str, options: Options, pack: Option<&'t Pack>) -> Self {
        let pack = pack.filter(|pack| pack.language() == options.language);
        Annotator {
            text,
            options,
            has_pack: pack.is_some(),
            stage: Stage::default(),
            done: 0,
            foreign: 0,
            article: Article::default(),
            date: options.date,
            finder: figure::Finder::new(options.language),
            sentences: Vec::new(),
            tokens: Vec::new(),
            links: Vec::new(),
            figures: Vec::new(),
            quotes: Vec::new(),
            mentions: Vec::new(),
            tagger: pack.map(Tagger::new),
            resolver: Resolver::new(pack, options.language),
        }
    }

    /// Creates an annotator of an article whose blocks and links are already known, for instance from a web page.
    ///
    /// `article` has the blocks of `text` in order. A block is ignored if it is empty, overlaps the preceding block
    /// or is not on character boundaries of `text`. `links` are the links whose address is not part of the text, as
    /// [`Link::of_page`] creates them; a link without a valid anchor is ignored. Addresses that are part of the text
    /// are found as in plain text.
    pub fn of_article(
        text: &'t str,
        mut article: Article,
        mut links: Vec<Link>,
        options: Options,
        pack: Option<&'t Pack>,
    ) -> Self {
        let is_in = |span: Span| text.get(span.start..span.end).is_some_and(|words| !words.is_empty());
        let mut end = 0;
        article.blocks.retain(|block| {
            let fits = block.span.start >= end && is_in(block.span);
            end = if fits { block.span.end } else { end };
            fits
        });
        article.title = article.title.filter(|&title| is_in(title));
        links.retain(|link| link.anchor.is_some_and(is_in));
        for link in &mut links {
            let start = link.anchor.map_or(0, |anchor| anchor.start);
            link.span = Span::new(start, start);
        }
        Annotator { article, links, stage: Stage::Link(0), ..Annotator::new(text, options, pack) }
    }

    /// Does the next small piece of work, mostly one stage for one sentence or block. Returns the progress, or none
    /// if all work was already done.
    pub fn step(&mut self) -> Option<Progress> {
        self.stage = match std::mem::take(&mut self.stage) {
            Stage::Parse(mut parser) => match parser.step(self.text) {
                Some(article) => {
                    self.article = article;
                    Stage::Link(0)
                }
                None => Stage::Parse(parser),
            },
            Stage::Link(block) => self.link(block),
            Stage::Segment(block, sentences) => self.segment(block, sentences),
            Stage::Tag(sentence) => self.tag(sentence),
            Stage::Resolve => self.resolve(),
            Stage::Relate(sentence, relations) => self.relate(sentence, relations),
            Stage::Done(relations) => {
                self.stage = Stage::Done(relations);
                return None;
            }
        };
        Some(Progress { done: self.done.min(self.total()), total: self.total() })
    }

    fn total(&self) -> usize {
        (self.text.len() * if self.has_pack { 3 } else { 2 }).max(1)
    }

    fn link(&mut self, block: usize) -> Stage<'t> {
        let Some(&Block { span, .. }) = self.article.blocks.get(block) else {
            link::merge(&mut self.links);
            link::find_related(self.text, &self.article.blocks, self.options.language, &mut self.links);
            self.date = self
                .options
                .date
                .or_else(|| dateline::date(self.text, &self.article.blocks, self.options.language))
                .or_else(|| link::latest_date(&self.links).map(Published::from));
            self.finder.set_date(self.date);
            return Stage::Segment(0, None);
        };
        link::find(self.text, span, &mut self.links);
        Stage::Link(block + 1)
    }

    fn segment(&mut self, block: usize, sentences: Option<Sentences<'t>>) -> Stage<'t> {
        let Some(&Block { kind, span }) = self.article.blocks.get(block) else {
            return if self.tagger.is_some() { Stage::Tag(0) } else { Stage::Resolve };
        };
        if sentences.is_none() && self.options.language.recognises(span.of(self.text)) == Some(false) {
            self.foreign += span.len();
            self.done += span.len();
            return Stage::Segment(block + 1, None);
        }
        let mut sentences = sentences.unwrap_or_else(|| {
            let quotes = quote::find(self.text, span);
            let urls = self.urls(span);
            let sentences = Sentences::new(self.text, span, &urls, &quotes, self.options.language);
            // The quotation marks around a crosshead mean that it is quoted from the text: it has no speaker.
            if kind != BlockKind::Crosshead {
                self.quotes.extend(quotes);
            }
            sentences
        });
        let Some(sentence) = sentences.next() else {
            return Stage::Segment(block + 1, None);
        };
        let first = self.tokens.len();
        tokenize(self.text, sentence, &self.urls(sentence), self.options.language, &mut self.tokens);
        let sentence = Sentence { span: sentence, block, tokens: first..self.tokens.len() };
        let tokens = &self.tokens[first..];
        self.finder.find(self.text, &sentence, tokens, &mut self.figures);
        if let Some(tagger) = &mut self.tagger {
            tagger.read(self.text, tokens);
        }
        self.done += sentence.span.len();
        self.sentences.push(sentence);
        Stage::Segment(block, Some(sentences))
    }

    /// The spans of the addresses in `span`. Links of the page have empty spans, which are left out: they may lie
    /// inside an address.
    fn urls(&self, span: Span) -> Vec<Span> {
        let first = self.links.partition_point(|link| link.span.start < span.start);
        self.links[first..]
            .iter()
            .take_while(|link| link.span.start < span.end)
            .filter(|link| link.url.is_some() && !link.span.is_empty())
            .map(|link| link.span)
            .collect()
    }

    fn tag(&mut self, index: usize) -> Stage<'t> {
        let (Some(sentence), Some(tagger)) = (self.sentences.get(index), &mut self.tagger) else {
            return Stage::Resolve;
        };
        let tokens = &self.tokens[sentence.tokens.clone()];
        let first = self.mentions.len();
        tagger.tag(self.text, index, tokens, &mut self.mentions);
        // "Noël" and "le 14-Juillet" are dates, not names of events or works.
        let is_day = |mention: &Mention| {
            let at = self.figures.partition_point(|figure| figure.span < mention.span);
            matches!(mention.class, Class::Event | Class::Work | Class::Other)
                && self.figures.get(at).is_some_and(|figure| {
                    figure.span == mention.span && figure.measure == Measure::Date && figure.iso.is_some()
                })
        };
        let names = self.mentions.split_off(first);
        let names = names.into_iter().filter(|name| !is_day(name));
        self.mentions.extend(names.flat_map(|name| name.in_lines(self.text)));
        self.resolver.add(self.text, &self.mentions[first..], tokens);
        self.done += sentence.span.len();
        Stage::Tag(index + 1)
    }

    fn resolve(&mut self) -> Stage<'t> {
        let resolver = std::mem::replace(&mut self.resolver, Resolver::new(None, self.options.language));
        let entities = resolver.finish(self.text);
        self.finder.resolve_currencies(self.text, &entities, &mut self.figures);
        let relations = Relations::new(
            entities,
            std::mem::take(&mut self.figures),
            std::mem::take(&mut self.links),
            std::mem::take(&mut self.quotes),
        );
        Stage::Relate(0, Box::new(relations))
    }

    fn relate(&mut self, index: usize, mut relations: Box<Relations>) -> Stage<'t> {
        let Some(sentence) = self.sentences.get(index) else {
            return Stage::Done(relations);
        };
        let tokens = &self.tokens[sentence.tokens.clone()];
        let block = self.article.blocks[sentence.block];
        relations.relate(self.text, self.options.language, block, sentence, tokens);
        self.done += sentence.span.len();
        Stage::Relate(index + 1, relations)
    }

    /// Does the remaining steps and returns the annotations.
    pub fn finish(mut self) -> Annotations {
        let relations = loop {
            if let Stage::Done(relations) = self.stage {
                break *relations;
            }
            self.step();
        };
        let mut notices = Vec::new();
        let analysed: usize = self.sentences.iter().map(|sentence| sentence.span.len()).sum();
        if self.foreign > analysed || !is_written_in(self.options.language, self.text, &self.tokens) {
            notices.push(Notice {
                code: NoticeCode::OtherLanguage,
                message: format!(
                    "The text was analysed as \"{}\" but does not look like that language.",
                    self.options.language.tag()
                ),
            });
        }
        if !self.has_pack {
            notices.push(Notice {
                code: NoticeCode::NoPack,
                message: "No language pack was loaded: names were not looked for.".to_owned(),
            });
        }
        if self.date.is_none() && relations.figures.iter().any(|figure| figure.measure.is_temporal()) {
            notices.push(Notice {
                code: NoticeCode::NoDate,
                message: "The article's date is not known: days such as \"Thursday\" are not resolved."
                    .to_owned(),
            });
        }
        Annotations {
            language: self.options.language,
            date: self.date.map(|published| published.day),
            article: self.article,
            sentences: self.sentences.into_iter().map(|sentence| sentence.span).collect(),
            entities: relations.entities,
            figures: relations.figures,
            links: relations.links,
            quotes: relations.quotes,
            notices,
        }
    }
}

/// Whether the beginning of `text` looks like `language`: whether it has at least the share of determiners and
/// prepositions that running text of that language has. A text of few words is assumed to be in that language.
fn is_written_in(language: Language, text: &str, tokens: &[Token]) -> bool {
    const SAMPLE: usize = 1_000;
    const FEWEST_WORDS: usize = 25;
    // One word in six. In French news about a third of the words are such function words, and hardly an article has
    // less than a sixth; English and German texts have far less. Spanish shares too many of these words to be
    // detected.
    const FUNCTION_WORDS_ONE_IN: usize = 6;
    let tables = language.report();
    let is_function_word = |token: &&Token| {
        let word = token.span.of(text);
        word.len() <= 8 && {
            let word = word.to_lowercase().replace('\u{2019}', "'");
            tables.determiners.contains(&word) || tables.prepositions.contains(&word)
        }
    };
    let sample = tokens.iter().filter(|token| token.kind == TokenKind::Word).take(SAMPLE);
    let words = sample.clone().count();
    words < FEWEST_WORDS || sample.filter(is_function_word).count() * FUNCTION_WORDS_ONE_IN >= words
}
