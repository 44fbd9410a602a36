//! Rendering the article's sections in slices.

use super::dom;
use super::section::SectionView;
use crate::i18n::Locale;
use crate::ptr_eq::PtrEq;
use crate::state::{Annotated, Document, Filter, Selection, Slice};
use manicule_core::relation::Target;
use std::ops::Range;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// Maximum number of sections in a batch.
const LARGEST_BATCH: usize = 16;
/// If a batch takes less than this many milliseconds, the next one is larger.
const SHORT: f64 = 4.0;
/// If a batch takes more than this many milliseconds, the next one is smaller.
const LONG: f64 = 10.0;

/// How an article is highlighted.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    /// The highlights; none before the article is annotated.
    pub annotated: Option<PtrEq<Annotated>>,
    /// Which of them are painted.
    pub filter: Filter,
    /// The language of the accessible names.
    pub locale: Locale,
}

/// Properties of [`ArticleView`].
#[derive(Properties, PartialEq)]
pub struct ArticleProps {
    /// The article.
    pub document: PtrEq<Document>,
    /// How it is highlighted.
    pub view: View,
    /// The highlight whose gloss is open.
    pub selection: Option<Selection>,
    /// A reference to the element, for measuring and scrolling.
    pub node: NodeRef,
    /// Called with the index of a highlight that is clicked, tapped, or opened by a key.
    pub onopen: Callback<usize>,
    /// The accessible name.
    pub label: AttrValue,
}

/// The component of the article: its element and its sections.
pub struct ArticleView {
    /// The view that each section shows; none for sections that are not rendered yet.
    shown: Vec<Option<View>>,
    painting: Painting,
    /// The highlight that is the tab stop.
    current: usize,
    /// Whether the attributes of the highlights are out of date.
    is_stale: bool,
}

/// The progress of rendering the current view.
#[derive(Default)]
struct Painting {
    /// The number of this painting; starting another one cancels it.
    number: u32,
    /// The remaining sections, in order.
    left: [Range<usize>; 2],
    /// The size of the next batch.
    batch: usize,
    /// When the current batch was started; none after it was rendered.
    begun: Option<Slice>,
}

impl Painting {
    /// The next batch of sections.
    fn next(&mut self) -> Option<Range<usize>> {
        let run = self.left.iter_mut().find(|run| run.start < run.end)?;
        let start = run.start;
        run.start = run.end.min(start + self.batch);
        Some(start..run.start)
    }

    fn is_done(&self) -> bool {
        self.left.iter().all(|run| run.start >= run.end)
    }
}

/// Messages of [`ArticleView`].
pub enum Message {
    /// The next batch of the painting with this number is due.
    Paint(u32),
    /// The mark of the highlight at this index was clicked.
    Click(usize),
    /// A key was pressed on the mark of the highlight at this index.
    Key(usize, KeyboardEvent),
}

impl Component for ArticleView {
    type Message = Message;
    type Properties = ArticleProps;

    fn create(ctx: &Context<Self>) -> Self {
        let mut article = ArticleView {
            shown: Vec::new(),
            painting: Painting::default(),
            current: usize::MAX,
            is_stale: true,
        };
        article.paint(ctx, true);
        article
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &ArticleProps) -> bool {
        let props = ctx.props();
        let is_new = props.document != old.document;
        if is_new || props.view != old.view {
            self.paint(ctx, is_new);
        }
        self.is_stale = true;
        true
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Paint(number) if number == self.painting.number => {
                let Some(sections) = self.painting.next() else { return false };
                for shown in &mut self.shown[sections] {
                    *shown = Some(ctx.props().view.clone());
                }
                self.painting.begun = Some(Slice::start());
                self.is_stale |= self.painting.is_done();
                return true;
            }
            Message::Paint(_) => {}
            Message::Click(index) => self.click(ctx, index),
            Message::Key(index, event) => self.key(ctx, index, &event),
        }
        false
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let props = ctx.props();
        let sections = self.shown.iter().enumerate().filter_map(|(index, view)| {
            let view = view.clone()?;
            Some(html! { <SectionView key={index} document={props.document.clone()} {index} {view} /> })
        });
        // Yew handles messages after synthetic events, as browser extensions dispatch them: the target is determined and
        // the propagation stopped before.
        let onclick = ctx.link().batch_callback(|event: MouseEvent| {
            let index = dom::highlight_of(&event)?;
            // The page would close the gloss.
            event.stop_propagation();
            Some(Message::Click(index))
        });
        let onkeydown = ctx.link().batch_callback(|event: KeyboardEvent| {
            dom::highlight_of(&event).map(|index| Message::Key(index, event))
        });
        html! {
            <article
                id="article"
                class="article"
                lang={props.document.language.tag()}
                tabindex="-1"
                aria-label={props.label.clone()}
                ref={props.node.clone()}
                {onclick}
                {onkeydown}
            >
                { for sections }
            </article>
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, _first: bool) {
        if let Some(batch) = self.painting.begun.take() {
            self.go_on(ctx, batch.elapsed());
        }
        if std::mem::take(&mut self.is_stale) {
            self.sync(ctx);
        }
    }
}

impl ArticleView {
    /// Starts to render the current view: the first visible section at once, the others in slices.
    fn paint(&mut self, ctx: &Context<Self>, is_new: bool) {
        let props = ctx.props();
        let count = props.document.sections.len();
        if is_new {
            self.shown = vec![None; count];
            self.current = usize::MAX;
        }
        let first = match is_new {
            true => 0,
            false => props.node.cast().map_or(0, |article| dom::first_on_screen(&article)).min(count),
        };
        if let Some(shown) = self.shown.get_mut(first) {
            *shown = Some(props.view.clone());
        }
        self.painting = Painting {
            number: self.painting.number + 1,
            left: [(first + 1).min(count)..count, 0..first],
            batch: 1,
            begun: Some(Slice::start()),
        };
    }

    /// Schedules the next batch after yielding to the browser. The last one took `took` milliseconds.
    ///
    /// A batch is scheduled after the one before is rendered: Yew delays rendering under load, and batches sent by a timer
    /// would accumulate into one.
    fn go_on(&mut self, ctx: &Context<Self>, took: f64) {
        if self.painting.is_done() {
            return;
        }
        let batch = self.painting.batch;
        self.painting.batch = match took {
            ..SHORT => (batch * 2).min(LARGEST_BATCH),
            LONG.. => (batch / 2).max(1),
            _ => batch,
        };
        let (link, number) = (ctx.link().clone(), self.painting.number);
        spawn_local(async move {
            Slice::start().pause().await;
            link.send_message(Message::Paint(number));
        });
    }

    /// Updates the attributes of the highlights: the tab stop, the selected highlight and those of its group.
    fn sync(&mut self, ctx: &Context<Self>) {
        let props = ctx.props();
        let Some(article) = props.node.cast::<web_sys::Element>() else { return };
        let Some(annotated) = &props.view.annotated else { return };
        let selected = props.selection.map(|selection| selection.highlight);
        let selected = selected.filter(|&highlight| highlight < annotated.highlights.len());
        self.current = selected.unwrap_or(self.current);
        if !self.is_reachable(ctx, self.current) {
            self.current = self.reachable(ctx, 0, true).unwrap_or(usize::MAX);
        }
        dom::sync_current(&article, self.current);
        dom::sync_selected(&article, annotated, selected);
    }

    fn click(&mut self, ctx: &Context<Self>, index: usize) {
        self.current = index;
        if !self.is_link(ctx, index) {
            ctx.props().onopen.emit(index);
        }
    }

    fn key(&mut self, ctx: &Context<Self>, index: usize, event: &KeyboardEvent) {
        if event.alt_key() || event.ctrl_key() || event.meta_key() {
            return;
        }
        let last = self.highlights(ctx).saturating_sub(1);
        let next = match event.key().as_str() {
            "ArrowRight" | "ArrowDown" => self.reachable(ctx, index + 1, true),
            "ArrowLeft" | "ArrowUp" => {
                index.checked_sub(1).and_then(|before| self.reachable(ctx, before, false))
            }
            "Home" => self.reachable(ctx, 0, true),
            "End" => self.reachable(ctx, last, false),
            // The browser follows links itself.
            "Enter" | " " if !self.is_link(ctx, index) => {
                event.prevent_default();
                ctx.props().onopen.emit(index);
                return;
            }
            _ => return,
        };
        event.prevent_default();
        let (Some(next), Some(article)) = (next, ctx.props().node.cast::<web_sys::Element>()) else { return };
        self.current = next;
        dom::sync_current(&article, next);
        dom::focus_mark(&article, next);
    }

    fn highlights(&self, ctx: &Context<Self>) -> usize {
        ctx.props().view.annotated.as_ref().map_or(0, |annotated| annotated.highlights.len())
    }

    fn is_link(&self, ctx: &Context<Self>, index: usize) -> bool {
        let annotated = ctx.props().view.annotated.as_ref();
        let highlight = annotated.and_then(|annotated| annotated.highlights.get(index));
        highlight.is_some_and(|highlight| matches!(highlight.target, Target::Link(_)))
    }

    fn is_reachable(&self, ctx: &Context<Self>, index: usize) -> bool {
        let view = &ctx.props().view;
        let annotated = view.annotated.as_ref();
        annotated.is_some_and(|annotated| {
            index < annotated.highlights.len() && annotated.is_shown(index, view.filter)
        })
    }

    /// The first painted highlight from `from` on, forwards or backwards.
    fn reachable(&self, ctx: &Context<Self>, from: usize, forwards: bool) -> Option<usize> {
        let is_reachable = |&index: &usize| self.is_reachable(ctx, index);
        match forwards {
            true => (from..self.highlights(ctx)).find(is_reachable),
            false => (0..=from).rev().find(is_reachable),
        }
    }
}
