//! Shared values that compare by address.

use std::ops::Deref;
use std::rc::{Rc, Weak};

/// A reference-counted value that is equal only to its own clones. Components compare their properties to decide whether
/// to render again, and an article and its annotations are made once, shared, and far too large to compare by content.
#[derive(Debug)]
pub struct PtrEq<T: ?Sized>(Rc<T>);

impl<T> PtrEq<T> {
    /// Shares `value`.
    pub fn new(value: T) -> PtrEq<T> {
        PtrEq(Rc::new(value))
    }

    /// A reference that does not keep the value alive.
    pub fn downgrade(&self) -> Weak<T> {
        Rc::downgrade(&self.0)
    }
}

impl<T: ?Sized> Clone for PtrEq<T> {
    fn clone(&self) -> Self {
        PtrEq(Rc::clone(&self.0))
    }
}

impl<T: ?Sized> PartialEq for PtrEq<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T: ?Sized> Deref for PtrEq<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}
