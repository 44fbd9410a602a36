//! Measuring how much prose each element of a page contains, and how much of its text is links.

use super::outline::{Content, Flow, Outline};
use std::ops::AddAssign;

/// A run of text with fewer bytes outside links than this is no prose: a label, a name, a date.
const MIN_SENTENCE: usize = 40;
/// A run with so many bytes outside links is prose if it has punctuation.
const MIN_PROSE: usize = 80;
/// A run with so many bytes outside links is prose whatever its punctuation.
const MIN_LONG: usize = 140;

/// What an element contains, with its descendants. Lengths are in bytes and leave out white space.
#[derive(Clone, Copy, Debug, Default)]
pub struct Measure {
    /// The length of the text.
    pub text: usize,
    /// The length of the text in links.
    pub linked: usize,
    /// The length of the text in sentences, outside links.
    pub prose: usize,
    /// The number of runs of text that are prose. A run is what a paragraph has: text that no block interrupts.
    pub paragraphs: usize,
    /// The number of runs of text that are nothing but a link.
    pub links: usize,
    /// The number of buttons and input fields.
    pub controls: usize,
    /// The number of input fields.
    pub fields: usize,
    /// The number of headings of level 1.
    pub titles: usize,
}

impl AddAssign for Measure {
    fn add_assign(&mut self, other: Measure) {
        self.text += other.text;
        self.linked += other.linked;
        self.prose += other.prose;
        self.paragraphs += other.paragraphs;
        self.links += other.links;
        self.controls += other.controls;
        self.fields += other.fields;
        self.titles += other.titles;
    }
}

impl Measure {
    /// The share of the text that is in links, 0 to 1.
    pub fn link_density(&self) -> f64 {
        self.linked as f64 / self.text.max(1) as f64
    }
}

/// A run of text being measured.
#[derive(Default)]
struct Run {
    /// The block that contains it.
    block: usize,
    /// Whether it ends in a line break. Two of them end it.
    is_broken: bool,
    text: usize,
    linked: usize,
    has_punctuation: bool,
    last: Option<char>,
}

/// The measures of the nodes of `outline`, in its order. What `is_left_out` returns true for counts nothing.
pub fn measure(outline: &Outline, is_left_out: impl Fn(usize) -> bool) -> Vec<Measure> {
    let mut measures = vec![Measure::default(); outline.nodes.len()];
    // For each node: the nearest block, and whether it is in a link.
    let mut places: Vec<(usize, bool)> = Vec::with_capacity(outline.nodes.len());
    let mut run = Run::default();
    let mut left_out_until = 0;
    for (index, node) in outline.nodes.iter().enumerate() {
        let (block, in_link) = if index == 0 { (0, false) } else { places[node.parent] };
        match &node.content {
            Content::Text(data) => {
                places.push((block, in_link));
                if index < left_out_until {
                    continue;
                }
                if run.block != block {
                    run.end(&mut measures);
                    run.block = block;
                }
                run.add(data, in_link, &mut measures[index]);
            }
            Content::Element(facts) => {
                let is_block = facts.flow == Flow::Block;
                places.push((if is_block { index } else { block }, in_link || facts.tag == "a"));
                if is_block {
                    run.end(&mut measures);
                    run.block = index;
                } else if facts.tag == "br" {
                    if run.is_broken {
                        run.end(&mut measures);
                        run.block = block;
                    }
                    run.is_broken = true;
                }
                if index >= left_out_until && is_left_out(index) {
                    left_out_until = node.end;
                }
                if index >= left_out_until {
                    let own = &mut measures[index];
                    own.fields += usize::from(matches!(&*facts.tag, "input" | "textarea" | "select"));
                    own.controls += own.fields + usize::from(facts.tag == "button");
                    own.titles += usize::from(facts.tag == "h1");
                }
            }
        }
    }
    run.end(&mut measures);
    for index in (1..outline.nodes.len()).rev() {
        let own = measures[index];
        measures[outline.nodes[index].parent] += own;
    }
    measures
}

impl Run {
    fn add(&mut self, data: &str, in_link: bool, measure: &mut Measure) {
        let mut length = 0;
        for char in data.chars().filter(|char| !char.is_whitespace()) {
            length += char.len_utf8();
            if !in_link {
                self.has_punctuation |= matches!(char, '.' | ',' | '!' | '?' | '…' | '。' | '，' | '、');
            }
            self.last = Some(char);
            self.is_broken = false;
        }
        self.text += length;
        self.linked += if in_link { length } else { 0 };
        measure.text += length;
        measure.linked += if in_link { length } else { 0 };
    }

    /// Adds the run to the measure of its block, and begins the next one.
    fn end(&mut self, measures: &mut [Measure]) {
        let Run { block, text, linked, has_punctuation, last, .. } = std::mem::take(self);
        let own = text - linked;
        let ends_sentence =
            last.is_some_and(|last| matches!(last, '.' | '!' | '?' | '…' | '»' | '”' | '"' | '。'));
        let is_prose = own >= MIN_LONG
            || (own >= MIN_PROSE && has_punctuation)
            || (own >= MIN_SENTENCE && ends_sentence);
        if is_prose {
            measures[block].prose += own;
            measures[block].paragraphs += 1;
        } else if text > 0 && linked * 10 >= text * 9 {
            measures[block].links += 1;
        }
    }
}
