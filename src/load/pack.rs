//! Fetches the language pack.

use super::own::Attempt;
use super::{AssetError, Config};
use manicule_core::Pack;
use std::cell::RefCell;
use std::rc::Rc;

thread_local! {
    /// The attempt to fetch the pack, shared by all who need it.
    static ATTEMPT: RefCell<Option<Attempt<Rc<Pack>>>> = const { RefCell::new(None) };
    /// Whether a failure of the attempt was told.
    static IS_TOLD: RefCell<bool> = const { RefCell::new(false) };
}

/// Returns the language pack, fetched once and then kept; `None` if it cannot be fetched, is damaged or late. Figures and
/// links are annotated without it. A failure is told once, to the first caller, and lasts until [`retry_pack`].
pub async fn fetch_pack(tell: impl FnOnce(&AssetError)) -> Option<Rc<Pack>> {
    let attempt = match ATTEMPT.with_borrow(Clone::clone) {
        Some(attempt) => attempt,
        None => {
            let attempt =
                Attempt::start(Config::current().pack()?, |bytes| Some(Rc::new(Pack::load(bytes).ok()?)));
            ATTEMPT.set(Some(attempt.clone()));
            IS_TOLD.set(false);
            attempt
        }
    };
    let pack = attempt.wait().await;
    if let Err(error) = &pack
        && !IS_TOLD.replace(true)
    {
        tell(error);
    }
    pack.ok()
}

/// Makes the next call of [`fetch_pack`] request the pack again, if it is missing or late.
pub fn retry_pack() {
    ATTEMPT.with_borrow_mut(|attempt| attempt.take_if(|attempt| attempt.error().is_some()));
}

/// Why the pack is missing or late; none while it is fetched, and once it is there.
pub fn pack_error() -> Option<AssetError> {
    ATTEMPT.with_borrow(|attempt| attempt.as_ref()?.error())
}

/// Waits for a pack that was late; none if it is missing.
pub async fn late_pack() -> Option<Rc<Pack>> {
    let attempt = ATTEMPT.with_borrow(Clone::clone)?;
    attempt.wait_long().await
}
