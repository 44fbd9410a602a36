//! The long work of the reading page: loading articles, fetching the pack, annotating.

use super::{Action, App, Document, Loading, PackState, annotate};
use crate::load::{
    ArticleInput, LoadError, Received, SAMPLE, Source, decode, fetch_article, fetch_pack, read_file,
};
use crate::ptr_eq::PtrEq;
use manicule_core::{Options, Pack, Progress};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::UseReducerDispatcher;

/// Runs the long work of the page. Opening an article cancels the work on the one before.
#[derive(Debug)]
pub struct Session {
    dispatch: UseReducerDispatcher<App>,
    /// The number of articles opened so far.
    load: Cell<u32>,
    /// The number of annotations started so far.
    annotation: Cell<u32>,
    facts: Cell<Options>,
    document: RefCell<Option<PtrEq<Document>>>,
    pack: RefCell<Option<Rc<Pack>>>,
}

impl Session {
    /// Creates a session that reports to `dispatch`, and starts to fetch the language pack.
    pub fn start(dispatch: UseReducerDispatcher<App>) -> Rc<Session> {
        let session = Rc::new(Session {
            dispatch,
            load: Cell::new(0),
            annotation: Cell::new(0),
            facts: Cell::default(),
            document: RefCell::new(None),
            pack: RefCell::new(None),
        });
        spawn_local(session.clone().take_pack());
        session
    }

    /// Sets the language and publication date of the articles that are opened from now on.
    pub fn set_options(&self, facts: Options) {
        self.facts.set(facts);
    }

    /// Shows the sample article.
    pub fn open_sample(self: &Rc<Self>) {
        let load = self.next_load();
        spawn_local(self.clone().show(load, Source::Sample, SAMPLE.to_owned()));
    }

    /// Loads an article and shows it.
    pub fn open(self: &Rc<Self>, given: ArticleInput) {
        spawn_local(self.clone().read(given));
    }

    async fn read(self: Rc<Self>, given: ArticleInput) {
        let load = self.next_load();
        let reading = |received| self.dispatch.dispatch(Action::Progress(Loading::Reading(received)));
        let progress = |received| {
            if self.is_current(load) {
                reading(received);
            }
        };
        reading(Received { done: 0, total: None });
        let (source, text) = match given {
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
        let Options { language, date } = self.facts.get();
        let document = PtrEq::new(Document { language, date, ..document });
        *self.document.borrow_mut() = Some(document.clone());
        self.dispatch.dispatch(Action::Show(document.clone()));
        self.annotate(document).await;
    }

    async fn take_pack(self: Rc<Self>) {
        let pack = fetch_pack().await;
        let state = if pack.is_some() { PackState::Ready } else { PackState::Missing };
        *self.pack.borrow_mut() = pack;
        let document = self.document.borrow().clone();
        if let (PackState::Ready, Some(document)) = (state, document) {
            self.annotate(document).await;
        }
        self.dispatch.dispatch(Action::Pack(state));
    }

    async fn annotate(&self, document: PtrEq<Document>) {
        let annotation = self.annotation.get() + 1;
        self.annotation.set(annotation);
        let is_wanted = || self.annotation.get() == annotation;
        let told = Cell::new(0);
        let progress = |progress: Progress| {
            // Rendering the progress bar takes longer than annotating a sentence, so it is updated once per per cent.
            let percent = progress.done * 100 / progress.total;
            if told.replace(percent) != percent {
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
        self.load.set(self.load.get() + 1);
        self.load.get()
    }

    fn is_current(&self, load: u32) -> bool {
        self.load.get() == load
    }
}
