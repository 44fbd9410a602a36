//! Keeps an article without an address for the time of the tab, so that a reload shows it again.

use crate::load::Source;
use gloo::utils::window;
use web_sys::Storage;

/// The key in the session storage. It holds one article: its id, the name of its file and its text, in lines.
const KEY: &str = "manicule.article";

/// Stores an article that was pasted or opened from a file, in place of the one before. Returns its id, or `None` for
/// other articles and if it cannot be stored, as when it is too large.
///
/// The same article keeps its id, because several history entries may refer to it.
pub fn keep(source: &Source, text: &str) -> Option<String> {
    let name = match source {
        Source::Paste => String::new(),
        Source::File(name) => name.replace('\n', " "),
        Source::Sample | Source::Address(_) => return None,
    };
    let storage = storage()?;
    let content = format!("{name}\n{text}");
    let stored = storage.get_item(KEY).ok().flatten().unwrap_or_default();
    if let Some((id, _)) = stored.split_once('\n').filter(|(_, stored)| *stored == content) {
        return Some(id.to_owned());
    }
    let id = js_sys::Date::now().to_string();
    storage.set_item(KEY, &format!("{id}\n{content}")).ok()?;
    Some(id)
}

/// Returns the article that is stored under `id`, with its source.
pub fn kept(id: &str) -> Option<(Source, String)> {
    let stored = storage()?.get_item(KEY).ok()??;
    let (name, text) = stored.strip_prefix(id)?.strip_prefix('\n')?.split_once('\n')?;
    let source = if name.is_empty() { Source::Paste } else { Source::File(name.to_owned()) };
    Some((source, text.to_owned()))
}

/// The storage of the tab; none where the browser does not allow it.
fn storage() -> Option<Storage> {
    window().session_storage().ok()?
}
