//! Fetches the program's own files, with a time limit, and says for publishers why one is missing.

use super::address::fetch_asset;
use super::stream::read_all;
use super::{Asset, LoadError};
use futures_util::FutureExt;
use futures_util::future::{Either, LocalBoxFuture, Shared, select};
use gloo::timers::future::TimeoutFuture;
use gloo::utils::window;
use std::fmt;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{RequestInit, Response};

/// How long a file may take, in seconds. The loader has the same limit.
const LIMIT: u32 = 30;

/// Why a file of the program is missing. Its `Display` is one sentence for publishers, in English: which file, what
/// happened and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AssetError {
    /// Address of the file.
    pub url: String,
    /// What happened.
    pub reason: Missing,
}

/// What happened to a file that is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// The server responded with this HTTP status, which is not a success.
    Status(u16),
    /// The server responded with something else than the file of this release.
    Changed,
    /// The network, CORS or a Content-Security-Policy prevents the request. Browsers do not distinguish these errors.
    Refused,
    /// There was no complete response within the time limit.
    Late,
}

impl fmt::Display for AssetError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let url = &self.url;
        match self.reason {
            Missing::Status(status) => {
                let extension = url.rsplit('.').next().unwrap_or_default();
                write!(
                    f,
                    "the server answered {status} for {url}: upload the whole folder dist, and let the server send \
                     files that end in .{extension}"
                )
            }
            Missing::Changed => write!(
                f,
                "{url} is not the file that this release was built with: upload the whole folder dist, and let nothing \
                 change its files"
            ),
            Missing::Refused => write!(
                f,
                "{url} could not be requested: check the network, Access-Control-Allow-Origin on that server, and \
                 connect-src in this page's Content-Security-Policy"
            ),
            Missing::Late => write!(f, "{url} did not answer within {LIMIT} s"),
        }
    }
}

/// The outcome of fetching a file, for any number of callers, and its time limit. After the limit the request goes on:
/// on a slow network the file may still come.
#[derive(Clone, Debug)]
pub(super) struct Attempt<T: Clone> {
    url: String,
    outcome: Shared<LocalBoxFuture<'static, Result<T, AssetError>>>,
    limit: Shared<LocalBoxFuture<'static, ()>>,
}

impl<T: Clone + 'static> Attempt<T> {
    /// Starts to fetch `asset`; `read` makes the result from its bytes, none where they are not what they should be.
    pub fn start(asset: Asset, read: fn(Vec<u8>) -> Option<T>) -> Attempt<T> {
        let url = asset.url.clone();
        let outcome = async move {
            let bytes = fetch_own(&asset).await?;
            read(bytes).ok_or(AssetError { url: asset.url, reason: Missing::Changed })
        };
        Attempt {
            url,
            outcome: outcome.boxed_local().shared(),
            limit: TimeoutFuture::new(LIMIT * 1000).boxed_local().shared(),
        }
    }

    /// Waits for the outcome, at most until the time limit.
    ///
    /// # Errors
    /// An [`AssetError`]; [`Missing::Late`] once the limit is over.
    pub async fn wait(&self) -> Result<T, AssetError> {
        match select(self.outcome.clone(), self.limit.clone()).await {
            Either::Left((outcome, _)) => outcome,
            Either::Right(_) => Err(self.late()),
        }
    }

    /// Waits for the outcome without a limit; none if it is an error.
    pub async fn wait_long(&self) -> Option<T> {
        self.outcome.clone().await.ok()
    }

    /// Why this attempt has failed or is late; none for one that is under way or has succeeded.
    pub fn error(&self) -> Option<AssetError> {
        match self.outcome.peek() {
            Some(outcome) => outcome.as_ref().err().cloned(),
            None => self.limit.peek().map(|()| self.late()),
        }
    }

    fn late(&self) -> AssetError {
        AssetError { url: self.url.clone(), reason: Missing::Late }
    }
}

async fn fetch_own(asset: &Asset) -> Result<Vec<u8>, AssetError> {
    let missing = |reason| AssetError { url: asset.url.clone(), reason };
    let response = match fetch_asset(asset).await {
        Ok(response) => response,
        Err(LoadError::Status(status)) => return Err(missing(Missing::Status(status))),
        Err(_) => return Err(missing(reason(&asset.url).await)),
    };
    let Some(body) = response.body() else { return Ok(Vec::new()) };
    read_all(&body, None, |_| {}).await.map_err(|_| missing(Missing::Refused))
}

/// Why `url` was refused. The browser does not give the status of a response whose body does not match its hash, such as
/// an error page, so it is asked for again.
async fn reason(url: &str) -> Missing {
    let init = RequestInit::new();
    init.set_method("HEAD");
    let response = JsFuture::from(window().fetch_with_str_and_init(url, &init)).await;
    match response.ok().and_then(|response| response.dyn_into::<Response>().ok()) {
        Some(response) if response.ok() => Missing::Changed,
        Some(response) => Missing::Status(response.status()),
        None => Missing::Refused,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_name_the_file_and_what_to_do() {
        let message =
            |reason| AssetError { url: "https://a.example/fr-1.bin".to_owned(), reason }.to_string();
        for (reason, part) in [
            (Missing::Status(404), "the server answered 404 for https://a.example/fr-1.bin: "),
            (Missing::Status(403), "let the server send files that end in .bin"),
            (Missing::Changed, "upload the whole folder dist"),
            (Missing::Refused, "connect-src"),
            (Missing::Late, "https://a.example/fr-1.bin did not answer within 30 s"),
        ] {
            assert!(message(reason).contains(part), "{}", message(reason));
        }
    }
}
