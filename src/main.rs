//! Mounts the reading page in the element `#manicule` of index.html.

use gloo::utils::document;

fn main() {
    if let Some(root) = document().get_element_by_id("manicule") {
        yew::Renderer::<manicule::page::Page>::with_root(root).render();
    }
}
