//! The gloss, the card that opens for a highlight with everything that the article says about it.

mod beside;
mod card;
mod facts;
mod link;
mod lookup;
mod passages;

use crate::i18n::Locale;
use crate::ptr_eq::PtrEq;
use crate::state::{Annotated, Document};

pub use card::Gloss;
pub use facts::title;
pub use link::link_item;

/// What every part of a gloss needs: the article, its annotations, the language of the labels.
type Shared<'a> = (&'a PtrEq<Document>, &'a PtrEq<Annotated>, Locale);
