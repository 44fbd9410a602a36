//! The manicule: the little hand that readers drew in the margin.

use yew::prelude::*;

/// Cuff; back of the hand and index finger; the other fingers, bent; thumb.
const STROKES: [&str; 4] = [
    "M2.5 5.5h5.5v13H2.5z",
    "M8 7.4c4-.2 6-2.5 10-2.7 2.8-.1 5.2.7 7.8 1.1H43.2a2.25 2.25 0 0 1 0 4.5H28.4",
    "M28 10.3c2.3.4 2.3 3.7-.1 4 1.9.5 1.7 3.3-.7 3.5 1.3.7.8 2.6-1.1 2.7-2 .1-4.1 0-6.1-.2-4.5-.4-7.5-2.4-12-2.7",
    "M15.5 10.2c2.8.3 5.3-1 8-.8 2.3.2 2.4 3 .1 3.3-1.5.2-2.9.3-4.2 1.1",
];

/// The hand, in the colour of the style sheet.
pub fn manicule() -> Html {
    let strokes = STROKES.into_iter().map(|d| html! { <path {d} /> });
    html! {
        <svg class="manicule" viewBox="0 0 48 24" aria-hidden="true" focusable="false">{ for strokes }</svg>
    }
}
