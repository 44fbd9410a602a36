//! The positions of the card and the preview. All lengths are CSS pixels, all positions relative to the viewport.

use super::article::HostArticle;
use super::dom::{Computed, ancestors, elements_at, height, set_style, tag, width, zoom};
use super::panel_state::{HighlightRef, PanelState, Placement};
use crate::js_api::{Card, Corner};
use crate::ptr_eq::PtrEq;
use gloo::utils::window;
use manicule_core::Span;
use web_sys::{DomRect, Element, HtmlElement, ScrollBehavior, ScrollToOptions};

/// The width of the card, except as a sheet.
const CARD_WIDTH: f64 = 336.0;
/// The maximum height of the card, except as a sheet; the same as in the style sheet.
const MAX_CARD_HEIGHT: f64 = 608.0;
/// The gap between the card in the margin and the text.
const GAP: f64 = 24.0;
/// The minimum distance of the card from the edges of the viewport.
const EDGE: f64 = 16.0;
/// Width and height of the area in the bottom right corner that the button takes, with the space around it.
const BUTTON_AREA: (f64, f64) = (112.0, 64.0);
/// In a viewport narrower than this the card is a sheet by default.
const PHONE_WIDTH: f64 = 680.0;

/// Where the card of `highlight` is shown under the option `card`.
pub fn placement(highlight: &HighlightRef, card: Card) -> Placement {
    let room = width() - highlight.article.element().get_bounding_client_rect().right();
    match card {
        Card::Sheet => Placement::Sheet,
        Card::Auto if width() < PHONE_WIDTH => Placement::Sheet,
        _ if room >= CARD_WIDTH + GAP + EDGE => Placement::Margin,
        _ if width() < CARD_WIDTH + 2.0 * EDGE => Placement::Sheet,
        _ => Placement::Popover,
    }
}

/// Sets the positions of the card, the preview and the button, as the CSS variables `--x`, `--y`, `--room`, `--preview-x`,
/// `--preview-y`, `--preview-shift` and `--hand-lift`, how far the button is moved up, of `panel_root`. `gloss` is the
/// card's element.
pub fn set_positions(state: &PanelState, panel_root: &HtmlElement, gloss: Option<&HtmlElement>) {
    let set = |name: &str, value: f64| set_style(panel_root, name, &format!("{}px", value.round() as i32));
    let lift = if state.listed.is_some() { lift(state.corner) } else { 0.0 };
    set("--hand-lift", lift);
    if let Some((highlight, _)) = &state.open
        && let Some(gloss) = gloss
        && state.placement != Placement::Sheet
        && let Some(words) = highlight.article.rect(highlight.get().span)
    {
        let tall = f64::from(gloss.scroll_height()).min(MAX_CARD_HEIGHT).min(height() - 2.0 * EDGE);
        let (x, y, room) = match state.placement {
            Placement::Margin => {
                let x = highlight.article.element().get_bounding_client_rect().right() + GAP;
                let x = x.min(width() - CARD_WIDTH - EDGE);
                let is_above_button =
                    state.corner == Corner::Right && x + CARD_WIDTH > width() - BUTTON_AREA.0;
                let end = height() - if is_above_button { lift + BUTTON_AREA.1 } else { EDGE };
                let y = (words.top() - GAP).min(end - tall).max(EDGE);
                (x, y, end - y)
            }
            _ => popover_position(highlight, &words, tall),
        };
        set("--x", x);
        set("--y", y);
        set("--room", room);
    }
    if let Some(highlight) = &state.preview
        && let Some(words) = highlight.article.rect(highlight.get().span)
    {
        set("--preview-x", words.left().min(width() - 280.0).max(EDGE));
        // Below the words, or above them near the end of the viewport.
        let is_low = words.bottom() + 120.0 > height();
        set("--preview-y", if is_low { words.top() } else { words.bottom() });
        set_style(panel_root, "--preview-shift", if is_low { "calc(-100% - 6px)" } else { "6px" });
    }
}

/// The left and top position and the available height of a card of the height `tall`: below the sentence if there is
/// room, else above it.
fn popover_position(highlight: &HighlightRef, words: &DomRect, tall: f64) -> (f64, f64, f64) {
    let sentence = highlight.article.rect(highlight.article.sentence(highlight.index));
    let (top, bottom) = sentence.map_or((words.top(), words.bottom()), |rect| (rect.top(), rect.bottom()));
    let x = (words.left() - EDGE).min(width() - CARD_WIDTH - EDGE).max(EDGE);
    let (below, above) = (height() - bottom - EDGE - 10.0, top - EDGE - 10.0);
    if below >= tall || below >= above {
        (x, bottom + 10.0, below.max(160.0))
    } else {
        (x, top - 10.0 - tall.min(above), above)
    }
}

/// Scrolls, if necessary, so that `span` is in view and not covered by a card at `placement`.
pub fn reveal(article: &HostArticle, span: Span, placement: Placement) {
    uncover(article, span);
    let Some(rect) = article.rect(span) else { return };
    let limit = if placement == Placement::Sheet { height() / 2.0 } else { height() };
    // Leaves room for a fixed header of usual height.
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

/// Makes the words of `span` visible where scrolling the window does not: opens the folds that they are in, and scrolls
/// the boxes around them.
fn uncover(article: &HostArticle, span: Span) {
    let Some(node) = article.range(span).and_then(|range| range.start_container().ok()) else { return };
    let Some(element) = node.parent_element() else { return };
    let mut is_in_summary = false;
    for around in ancestors(&element) {
        let tag = tag(&around);
        if tag == "details" && !is_in_summary {
            // Setting an attribute with a constant name does not fail.
            let _ = around.set_attribute("open", "");
        }
        is_in_summary = tag == "summary";
    }
    if article.rect(span).is_none_or(|rect| rect.height() == 0.0) {
        // The browser skips the layout of what is far off the screen.
        element.scroll_into_view();
    }
    for around in ancestors(&element) {
        if around.scroll_height() <= around.client_height()
            || !matches!(&*Computed::of(&around).overflow_y(), "auto" | "scroll" | "overlay")
        {
            continue;
        }
        let (Some(words), frame) = (article.rect(span), around.get_bounding_client_rect()) else { continue };
        if words.top() < frame.top() + EDGE || words.bottom() > frame.bottom() - EDGE {
            let spare = (frame.height() - words.height()).max(0.0);
            let by = (words.top() - frame.top() - spare / 3.0) / zoom(&around);
            around.set_scroll_top(around.scroll_top() + by.round() as i32);
        }
    }
}

/// How far up the button must move, in CSS pixels, so that it does not cover what the page has in the corner of the
/// screen, such as a chat button; 0 if nothing is there.
fn lift(corner: Corner) -> f64 {
    let (across, up) = BUTTON_AREA;
    // What covers more of the screen is not in the corner only; what is sticky is only if it sticks to the bottom.
    let is_obstacle = |element: &Element| {
        let rect = element.get_bounding_client_rect();
        let position = Computed::of(element).position();
        let is_fixed = position == "fixed" || (position == "sticky" && rect.bottom() >= height() - 1.0);
        is_fixed && rect.top() > height() / 2.0 && tag(element) != "manicule-panel"
    };
    // Where the button is by itself. Other buttons may be round, so not only at its ends.
    let points = [EDGE + 8.0, across / 2.0, across - EDGE];
    let lifts = points.into_iter().filter_map(|from_edge| {
        let x = if corner == Corner::Left { from_edge } else { width() - from_edge };
        let mut around = elements_at(x, height() - up / 2.0)
            .flat_map(|element| ancestors(&element).take(8).collect::<Vec<_>>());
        around.find(is_obstacle).map(|element| height() - element.get_bounding_client_rect().top())
    });
    lifts.fold(0.0, f64::max)
}

/// The article that takes most of the viewport's height.
pub fn most_visible(articles: impl Iterator<Item = PtrEq<HostArticle>>) -> Option<PtrEq<HostArticle>> {
    let visible_height = |article: &HostArticle| {
        let rect = article.element().get_bounding_client_rect();
        rect.bottom().min(height()) - rect.top().max(0.0)
    };
    articles.max_by(|one, other| visible_height(one).total_cmp(&visible_height(other)))
}
