//! Annotates an article with the blocks and links of a web page, with arbitrary and overlapping positions.
//!
//! The input is one line for each block or link (kind, start and length in bytes, for links also an address), an empty
//! line, and the text:
//!
//! ```text
//! title 0 12
//! paragraph 14 80
//! link 20 8 https://exemple.fr/2022/01/05/un-titre
//!
//! Un titre.
//! ```
#![no_main]

use libfuzzer_sys::fuzz_target;
use manicule_core::{Annotator, Article, Block, BlockKind, Link, Span};
use manicule_fuzz::{PACK, invariants, options};

fuzz_target!(|input: &str| {
    let (lines, text) = input.split_once("\n\n").unwrap_or((input, ""));
    let mut article = Article::default();
    let mut links = Vec::new();
    for line in lines.lines() {
        let mut fields = line.split(' ');
        let kind = fields.next().unwrap_or_default();
        let mut number = || fields.next().and_then(|number| number.parse::<usize>().ok());
        let (Some(start), Some(length)) = (number(), number()) else { continue };
        let span = Span { start, end: start.wrapping_add(length) };
        let kind = match kind {
            "title" => BlockKind::Title,
            "crosshead" => BlockKind::Crosshead,
            "item" => BlockKind::ListItem,
            "quotation" => BlockKind::Quotation,
            "link" => {
                let url = fields.next().unwrap_or("https://exemple.fr/").to_owned();
                links.push(Link { anchor: Some(span), ..Link::of_page(url, Span::default()) });
                continue;
            }
            _ => BlockKind::Paragraph,
        };
        if kind == BlockKind::Title {
            article.title = Some(span);
        }
        article.blocks.push(Block { kind, span });
    }
    let annotator = Annotator::of_article(text, article, links, options(), Some(&PACK));
    invariants::check(text, &annotator.finish());
});
