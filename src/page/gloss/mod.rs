//! The gloss: everything the article says of one highlight.

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

/// What every part of a gloss draws on: the article, its annotations, the language of the labels.
type Shared<'a> = (&'a PtrEq<Document>, &'a PtrEq<Annotated>, Locale);
