//! The components of the reading page and of the custom element.

mod app;
mod article;
mod cited;
mod dateline;
mod element;
mod events;
mod filters;
mod gloss;
mod index;
mod keys;
mod manicule;
mod map;
mod masthead;
mod notice;
mod opener;
mod progress;
mod reading;

pub use app::Page;
pub use element::{ArticleElement, ElementEvent, ElementProps};
pub use gloss::{Gloss, title};
pub use index::Group;
pub use manicule::manicule;

use article::is_safe;
