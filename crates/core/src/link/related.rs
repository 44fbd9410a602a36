//! Lists of related articles: "Pour plus d'informations, voir :" and the list items after it.

use super::Link;
use crate::lang::Language;
use crate::text::{Block, BlockKind, Span, fold, sort_by_start};

/// Longest line, in bytes, that announces related articles.
const LONGEST_CUE: usize = 160;

/// Adds the related articles that `blocks` list without an address to `links`, which must be sorted and stay so.
pub(crate) fn find_related(text: &str, blocks: &[Block], language: Language, links: &mut Vec<Link>) {
    let mut listing = false;
    let addresses = links.len();
    for block in blocks {
        if block.kind == BlockKind::ListItem {
            if listing {
                add(text, block.span, addresses, links);
            }
        } else {
            listing = announces(text, block.span, language);
        }
    }
    sort_by_start(links, |link| link.span.start);
}

/// Whether a block announces a list of related articles: it is short, ends in a colon and has a cue such as "voir".
fn announces(text: &str, block: Span, language: Language) -> bool {
    let words = block.of(text);
    if words.len() > LONGEST_CUE || !words.ends_with(':') {
        return false;
    }
    let folded = fold(words);
    language.link().related_cues.iter().any(|cue| {
        folded.match_indices(cue).any(|(at, cue)| {
            let before = folded[..at].chars().next_back();
            let after = folded[at + cue.len()..].chars().next();
            !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
        })
    })
}

/// Adds the list item `item` to `links` unless it contains one of the first `addresses` links.
fn add(text: &str, item: Span, addresses: usize, links: &mut Vec<Link>) {
    // An address may begin with the dash of its item: "-redaction@exemple.fr".
    let first = links[..addresses].partition_point(|link| link.span.start < item.start);
    let has_address = links[..addresses].get(first).is_some_and(|link| link.span.start < item.end);
    let words = item.of(text).trim_start_matches(['-', '–', '—', '•', '·', '‣', '▪', '*']).trim_start();
    let item = Span::new(item.end - words.len(), item.end);
    // An item with an address is a link already; its words become the anchor of that link.
    if !has_address && !item.is_empty() {
        links.push(Link {
            span: item,
            url: None,
            host: None,
            title: Some(words.to_owned()),
            date: None,
            anchor: None,
        });
    }
}
