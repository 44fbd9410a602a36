//! Where on the screen things are shown. All lengths are CSS pixels, from the top left corner of the screen.

use super::article::HostArticle;
use super::dom::{height, set_style};
use super::ui::{Mark, Placement, Ui};
use crate::js_api::Card;
use crate::ptr_eq::PtrEq;
use gloo::utils::window;
use manicule_core::Span;
use web_sys::{DomRect, HtmlElement, ScrollBehavior, ScrollToOptions};

/// The width of the gloss beside the text.
const CARD: f64 = 336.0;
/// The greatest height of the gloss beside the text, as the style sheet has it.
const TALLEST: f64 = 608.0;
/// Air between the gloss and the text, and around it.
const GAP: f64 = 24.0;
/// Air between the gloss and the edges of the screen.
const EDGE: f64 = 16.0;
/// The room that the button takes in the corner at the bottom, and the air around it.
const CORNER: (f64, f64) = (112.0, 64.0);
/// A screen narrower than this is a phone's.
const PHONE: f64 = 680.0;

/// Where the gloss of `mark` goes.
pub fn placement(mark: &Mark, card: Card) -> Placement {
    let room = width() - mark.article.element().get_bounding_client_rect().right();
    match card {
        Card::Sheet => Placement::Sheet,
        Card::Auto if width() < PHONE => Placement::Sheet,
        _ if room >= CARD + GAP + EDGE => Placement::Margin,
        _ if width() < CARD + 2.0 * EDGE => Placement::Sheet,
        _ => Placement::Beside,
    }
}

/// Tells the style sheet, by the variables `--x`, `--y`, `--room` and `--preview-x`, `--preview-y` of `stage`, where
/// the gloss and the preview are.
pub fn place(ui: &Ui, stage: &HtmlElement, gloss: Option<&HtmlElement>) {
    let set = |name: &str, value: f64| set_style(stage, name, &format!("{}px", value.round() as i32));
    if let Some((mark, _)) = &ui.open
        && let Some(gloss) = gloss
        && ui.placement != Placement::Sheet
        && let Some(words) = mark.article.rect(mark.article.annotated.highlights[mark.index].span)
    {
        let tall = f64::from(gloss.scroll_height()).min(TALLEST).min(height() - 2.0 * EDGE);
        let (x, y, room) = match ui.placement {
            Placement::Margin => {
                let x = mark.article.element().get_bounding_client_rect().right() + GAP;
                let x = x.min(width() - CARD - EDGE);
                let end = height() - if x + CARD > width() - CORNER.0 { CORNER.1 } else { EDGE };
                let y = (words.top() - GAP).min(end - tall).max(EDGE);
                (x, y, end - y)
            }
            _ => beside(mark, &words, tall),
        };
        set("--x", x);
        set("--y", y);
        set("--room", room);
    }
    if let Some(mark) = &ui.preview
        && let Some(words) = mark.article.rect(mark.article.annotated.highlights[mark.index].span)
    {
        set("--preview-x", words.left().min(width() - 280.0).max(EDGE));
        // Under the words, or over them where the screen ends.
        let is_low = words.bottom() + 120.0 > height();
        set("--preview-y", if is_low { words.top() } else { words.bottom() });
        set_style(stage, "--preview-shift", if is_low { "calc(-100% - 6px)" } else { "6px" });
    }
}

/// Under the sentence where there is room, else over it: never on it.
fn beside(mark: &Mark, words: &DomRect, tall: f64) -> (f64, f64, f64) {
    let sentence = mark.article.rect(mark.article.sentence(mark.index));
    let (top, bottom) = sentence.map_or((words.top(), words.bottom()), |rect| (rect.top(), rect.bottom()));
    let x = (words.left() - EDGE).min(width() - CARD - EDGE).max(EDGE);
    let (below, above) = (height() - bottom - EDGE - 10.0, top - EDGE - 10.0);
    if below >= tall || below >= above {
        (x, bottom + 10.0, below.max(160.0))
    } else {
        (x, top - 10.0 - tall.min(above), above)
    }
}

/// Scrolls, if it must, so that `span` is in sight and nothing lies over it.
pub fn reveal(article: &HostArticle, span: Span, placement: Placement) {
    let Some(rect) = article.rect(span) else { return };
    let limit = if placement == Placement::Sheet { height() / 2.0 } else { height() };
    // Pages have bars at their top of about this height.
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

/// The article that has most of the screen.
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
