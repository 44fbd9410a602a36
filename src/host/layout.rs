//! The layout of the panel. Positions are in CSS pixels from the top left of the viewport.

use super::article::HostArticle;
use super::dom::{height, set_style};
use super::panel_state::{HighlightRef, PanelState, Placement};
use crate::js_api::Card;
use crate::ptr_eq::PtrEq;
use gloo::utils::window;
use manicule_core::Span;
use web_sys::{DomRect, HtmlElement, ScrollBehavior, ScrollToOptions};

/// Width of the gloss in the margin or next to the text.
const CARD: f64 = 336.0;
/// Maximum height of the gloss next to the text, as in the style sheet.
const TALLEST: f64 = 608.0;
/// Distance between the gloss and the text.
const GAP: f64 = 24.0;
/// Distance between the gloss and the edges of the viewport.
const EDGE: f64 = 16.0;
/// Height of the button in the bottom corner, with its margins.
const CORNER: (f64, f64) = (112.0, 64.0);
/// Viewports narrower than this have the layout for phones.
const PHONE: f64 = 680.0;

/// Decides where the gloss of `highlight` is placed.
pub fn placement(highlight: &HighlightRef, card: Card) -> Placement {
    let room = width() - highlight.article.element().get_bounding_client_rect().right();
    match card {
        Card::Sheet => Placement::Sheet,
        Card::Auto if width() < PHONE => Placement::Sheet,
        _ if room >= CARD + GAP + EDGE => Placement::Margin,
        _ if width() < CARD + 2.0 * EDGE => Placement::Sheet,
        _ => Placement::Beside,
    }
}

/// Sets the custom properties of `panel_root` that position the gloss (`--x`, `--y`, `--room`) and the preview
/// (`--preview-x`, `--preview-y`).
pub fn place(state: &PanelState, panel_root: &HtmlElement, gloss: Option<&HtmlElement>) {
    let set = |name: &str, value: f64| set_style(panel_root, name, &format!("{}px", value.round() as i32));
    if let Some((highlight, _)) = &state.open
        && let Some(gloss) = gloss
        && state.placement != Placement::Sheet
        && let Some(words) = highlight.article.rect(highlight.get().span)
    {
        let tall = f64::from(gloss.scroll_height()).min(TALLEST).min(height() - 2.0 * EDGE);
        let (x, y, room) = match state.placement {
            Placement::Margin => {
                let x = highlight.article.element().get_bounding_client_rect().right() + GAP;
                let x = x.min(width() - CARD - EDGE);
                let end = height() - if x + CARD > width() - CORNER.0 { CORNER.1 } else { EDGE };
                let y = (words.top() - GAP).min(end - tall).max(EDGE);
                (x, y, end - y)
            }
            _ => beside(highlight, &words, tall),
        };
        set("--x", x);
        set("--y", y);
        set("--room", room);
    }
    if let Some(highlight) = &state.preview
        && let Some(words) = highlight.article.rect(highlight.get().span)
    {
        set("--preview-x", words.left().min(width() - 280.0).max(EDGE));
        // Under the words, or over them at the bottom of the viewport.
        let is_low = words.bottom() + 120.0 > height();
        set("--preview-y", if is_low { words.top() } else { words.bottom() });
        set_style(panel_root, "--preview-shift", if is_low { "calc(-100% - 6px)" } else { "6px" });
    }
}

/// Under the sentence if there is room, else over it: never covering it.
fn beside(highlight: &HighlightRef, words: &DomRect, tall: f64) -> (f64, f64, f64) {
    let sentence = highlight.article.rect(highlight.article.sentence(highlight.index));
    let (top, bottom) = sentence.map_or((words.top(), words.bottom()), |rect| (rect.top(), rect.bottom()));
    let x = (words.left() - EDGE).min(width() - CARD - EDGE).max(EDGE);
    let (below, above) = (height() - bottom - EDGE - 10.0, top - EDGE - 10.0);
    if below >= tall || below >= above {
        (x, bottom + 10.0, below.max(160.0))
    } else {
        (x, top - 10.0 - tall.min(above), above)
    }
}

/// Scrolls if necessary, so that `span` is visible and not covered.
pub fn reveal(article: &HostArticle, span: Span, placement: Placement) {
    let Some(rect) = article.rect(span) else { return };
    let limit = if placement == Placement::Sheet { height() / 2.0 } else { height() };
    // Many pages have a sticky header of about this height.
    let from = 96.0_f64.min(limit / 4.0);
    if rect.top() >= from && rect.bottom() <= limit - EDGE {
        return;
    }
    let spare = (limit - from) - (rect.bottom() - rect.top());
    let by = rect.top() - from - (spare / 3.0).max(EDGE);
    let options = ScrollToOptions::new();
    options.set_top(by);
    let query = window().match_media("(prefers-reduced-motion: reduce)").ok().flatten();
    let is_still = query.is_some_and(|query| query.matches()) || by.abs() > 1.5 * height();
    options.set_behavior(if is_still { ScrollBehavior::Instant } else { ScrollBehavior::Smooth });
    window().scroll_by_with_scroll_to_options(&options);
}

/// The article that covers most of the viewport.
pub fn nearest(articles: impl Iterator<Item = PtrEq<HostArticle>>) -> Option<PtrEq<HostArticle>> {
    let seen = |article: &HostArticle| {
        let rect = article.element().get_bounding_client_rect();
        rect.bottom().min(height()) - rect.top().max(0.0)
    };
    articles.max_by(|one, other| seen(one).total_cmp(&seen(other)))
}

fn width() -> f64 {
    let root = gloo::utils::document().document_element();
    root.map_or(0.0, |root| f64::from(root.client_width()))
}
