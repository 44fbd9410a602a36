//! Fetches the language pack.

use super::Config;
use super::address::fetch_asset;
use super::stream::read_all;
use manicule_core::Pack;
use std::cell::RefCell;
use std::rc::Rc;

thread_local! {
    static PACK: RefCell<Option<Rc<Pack>>> = const { RefCell::new(None) };
}

/// Returns the language pack, fetched once and then kept; `None` if it cannot be fetched or is damaged. Figures and
/// links are annotated without it.
pub async fn fetch_pack() -> Option<Rc<Pack>> {
    if let Some(pack) = PACK.with_borrow(Clone::clone) {
        return Some(pack);
    }
    let response = fetch_asset(&Config::current().pack()?).await.ok()?;
    let bytes = read_all(&response.body()?, None, |_| {}).await.ok()?;
    let pack = Rc::new(Pack::load(bytes).ok()?);
    PACK.set(Some(pack.clone()));
    Some(pack)
}
