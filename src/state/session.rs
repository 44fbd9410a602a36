//! The asynchronous work of the reading page: loading articles, fetching the pack, annotating.

use super::{Action, App, Document, Loading, PackState, annotate};
use crate::js_api::{missing_pack, warn};
use crate::load::{
    ArticleInput, LoadError, Received, SAMPLE, Source, decode, fetch_article, fetch_pack, late_pack,
    read_file, retry_pack,
};
use crate::ptr_eq::PtrEq;
use manicule_core::{Options, Pack, Progress};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::UseReducerDispatcher;

/// Runs the asynchronous work of the reading page. Opening an article cancels the work on the previous one.
#[derive(Debug)]
pub struct Session {
    dispatch: UseReducerDispatcher<App>,
    /// Number of articles opened so far; identifies the current one.
    load_count: Cell<u32>,
    /// Number of annotation runs started so far; identifies the current one.
    annotation_count: Cell<u32>,
    options: Cell<Options>,
    document: RefCell<Option<PtrEq<Document>>>,
    pack: RefCell<Option<Rc<Pack>>>,
}

impl Session {
    /// Creates a session that sends its results to `dispatch`, and starts to fetch the language pack.
    pub fn start(dispatch: UseReducerDispatcher<App>) -> Rc<Session> {
        let session = Rc::new(Session {
            dispatch,
            load_count: Cell::new(0),
            annotation_count: Cell::new(0),
            options: Cell::default(),
            document: RefCell::new(None),
            pack: RefCell::new(None),
        });
        spawn_local(session.clone().load_pack());
        session
    }

    /// Sets the language and publication date of the articles that are opened from now on.
    pub fn set_options(&self, options: Options) {
        self.options.set(options);
    }

    /// Shows the sample article.
    pub fn open_sample(self: &Rc<Self>) {
        self.open_text(Source::Sample, SAMPLE.to_owned());
    }

    /// Shows an article whose text is decoded already.
    pub fn open_text(self: &Rc<Self>, source: Source, text: String) {
        let load = self.next_load();
        spawn_local(self.clone().show(load, source, text));
    }

    /// Loads the article `input` and shows it; dispatches [`Action::Fail`] if it cannot be read.
    pub fn open(self: &Rc<Self>, input: ArticleInput) {
        spawn_local(self.clone().read(input));
    }

    async fn read(self: Rc<Self>, input: ArticleInput) {
        let load = self.next_load();
        let report = |received| self.dispatch.dispatch(Action::Progress(Loading::Reading(received)));
        let progress = |received| {
            if self.is_current(load) {
                report(received);
            }
        };
        report(Received { done: 0, total: None });
        let (source, text) = match input {
            ArticleInput::File(file) => (Source::File(file.name()), read_file(&file, progress).await),
            ArticleInput::Address(address) => {
                let text = fetch_article(&address, progress).await;
                (Source::Address(address), text)
            }
            ArticleInput::Text(text) => (Source::Paste, decode(text.into_bytes())),
        };
        match text {
            _ if !self.is_current(load) => {}
            Ok(text) => self.show(load, source, text).await,
            Err(error) => self.fail(error),
        }
    }

    fn fail(&self, error: LoadError) {
        self.dispatch.dispatch(Action::Fail(error));
    }

    async fn show(self: Rc<Self>, load: u32, source: Source, text: String) {
        let document = Document::read(source, text, || self.is_current(load)).await;
        let Some(document) = document else { return };
        let Options { language, date } = self.options.get();
        let document = PtrEq::new(Document { language, date, ..document });
        *self.document.borrow_mut() = Some(document.clone());
        self.dispatch.dispatch(Action::Show(document.clone()));
        self.annotate(document).await;
    }

    async fn load_pack(self: Rc<Self>) {
        retry_pack();
        let pack = fetch_pack(|error| warn(&missing_pack(error))).await;
        let is_late = pack.is_none();
        self.use_pack(pack).await;
        if is_late && let Some(pack) = late_pack().await {
            self.use_pack(Some(pack)).await;
        }
    }

    async fn use_pack(&self, pack: Option<Rc<Pack>>) {
        let state = if pack.is_some() { PackState::Ready } else { PackState::Missing };
        *self.pack.borrow_mut() = pack;
        let document = self.document.borrow().clone();
        if let (PackState::Ready, Some(document)) = (state, document) {
            self.annotate(document).await;
        }
        self.dispatch.dispatch(Action::Pack(state));
    }

    async fn annotate(&self, document: PtrEq<Document>) {
        let annotation = self.annotation_count.get() + 1;
        self.annotation_count.set(annotation);
        let is_wanted = || self.annotation_count.get() == annotation;
        let last_percent = Cell::new(0);
        let progress = |progress: Progress| {
            // Rendering the progress bar takes longer than annotating a sentence, so it is updated once per percent.
            let percent = progress.done * 100 / progress.total;
            if last_percent.replace(percent) != percent {
                self.dispatch.dispatch(Action::Progress(Loading::Annotating(progress)));
            }
        };
        let pack = self.pack.borrow().clone();
        let annotated = annotate(&document, pack.as_deref(), &is_wanted, &progress).await;
        if let Some(annotated) = annotated {
            self.dispatch.dispatch(Action::Annotate(PtrEq::new(annotated)));
        }
    }

    fn next_load(&self) -> u32 {
        self.load_count.set(self.load_count.get() + 1);
        self.load_count.get()
    }

    fn is_current(&self, load: u32) -> bool {
        self.load_count.get() == load
    }
}
