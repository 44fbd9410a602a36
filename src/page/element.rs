//! The content of the custom element: an article with its highlights and its gloss.

use super::article::{ArticleView, View};
use super::progress::progress_line;
use super::reading::{Reading, use_quiet_reading};
use crate::i18n::Locale;
use crate::load::{ArticleInput, LoadError};
use crate::ptr_eq::PtrEq;
use crate::state::{Annotated, App, Document, Filter, PackState, Preferences, Theme};
use manicule_core::relation::Target;
use manicule_core::{Language, Options, Published};
use yew::prelude::*;

/// Properties of [`ArticleElement`].
#[derive(Clone, Debug, Properties)]
pub struct ElementProps {
    /// The address of the article.
    pub src: Option<String>,
    /// The text of the article, if it has no address.
    pub text: String,
    /// Its language and publication date.
    pub facts: Options,
    /// Light, dark, or the system's choice.
    pub theme: Theme,
    /// The language of the labels.
    pub locale: Locale,
    /// Called for each event.
    pub onevent: Callback<ElementEvent>,
}

impl PartialEq for ElementProps {
    fn eq(&self, other: &Self) -> bool {
        self.given() == other.given() && (self.theme, self.locale) == (other.theme, other.locale)
    }
}

impl ElementProps {
    /// The properties that determine the article and its annotations.
    fn given(&self) -> (Option<String>, String, Language, Option<Published>) {
        (self.src.clone(), self.text.clone(), self.facts.language, self.facts.date)
    }
}

/// Events of the element.
#[derive(Clone, Debug)]
pub enum ElementEvent {
    /// Its article is annotated.
    Ready(PtrEq<Document>, PtrEq<Annotated>),
    /// The gloss of the highlight at this index was opened.
    Selected(PtrEq<Document>, PtrEq<Annotated>, usize),
    /// The gloss of this target was closed.
    Dismissed(Target),
    /// The language pack is missing, so the article has no names.
    NoPack,
    /// Its article cannot be read.
    Failed(LoadError),
}

/// An article with its highlights and its gloss.
#[component]
pub fn ArticleElement(props: &ElementProps) -> Html {
    let locale = props.locale;
    let app = use_reducer(|| {
        let (theme, filter) = (Theme::default(), Filter::default());
        App::new(Preferences { locale, theme, filter, single_keys: false })
    });
    let (article, gloss) = (use_node_ref(), use_node_ref());
    let reading = use_quiet_reading(&app, article.clone(), gloss);
    use_effect_with(props.given(), {
        let (reading, props) = (reading.clone(), props.clone());
        move |_| {
            reading.set_options(props.facts);
            reading.open(match props.src {
                Some(src) => ArticleInput::Address(src),
                None => ArticleInput::Text(props.text),
            });
        }
    });
    use_element_events(&app, &props.onevent);

    let view = View { annotated: app.annotated.clone(), filter: Filter::default(), locale };
    let onopen = reading.callback(Reading::open_gloss);
    let onclick = reading.callback(|reading: &Reading, _: MouseEvent| reading.click_outside());
    let onkeydown = reading.callback(|reading: &Reading, event: KeyboardEvent| {
        if event.key() == "Escape" && reading.app.selection.is_some() {
            reading.dismiss();
        }
    });
    html! {
        <div class="page element" lang={locale.tag()} data-theme={props.theme.as_str()} {onclick} {onkeydown}>
            { progress_line(app.loading, locale) }
            if let Some(error) = &app.error {
                <p class="hint" role="alert">{ (locale.messages().error)(error) }</p>
            }
            if let Some(document) = &app.document {
                <ArticleView
                    document={document.clone()}
                    {view}
                    selection={app.selection}
                    node={article}
                    {onopen}
                    label={locale.messages().article}
                />
                { reading.gloss(locale) }
            }
        </div>
    }
}

/// Emits events for changes of `app`.
#[hook]
fn use_element_events(app: &UseReducerHandle<App>, onevent: &Callback<ElementEvent>) {
    let pack = app.pack;
    use_effect_with(pack, {
        let onevent = onevent.clone();
        move |&pack| {
            if pack == PackState::Missing {
                onevent.emit(ElementEvent::NoPack);
            }
        }
    });
    use_effect_with((app.annotated.clone(), pack), {
        let (app, onevent) = (app.clone(), onevent.clone());
        move |_| {
            // Annotations made before the pack is loaded have no names and are not reported.
            if let (Some(document), Some(annotated), true) =
                (&app.document, &app.annotated, pack != PackState::Loading)
            {
                onevent.emit(ElementEvent::Ready(document.clone(), annotated.clone()));
            }
        }
    });
    use_effect_with(app.error, {
        let onevent = onevent.clone();
        move |error| {
            if let Some(error) = *error {
                onevent.emit(ElementEvent::Failed(error));
            }
        }
    });
    let open = use_mut_ref(|| None::<Target>);
    use_effect_with(app.selection.map(|selection| selection.highlight), {
        let (app, onevent) = (app.clone(), onevent.clone());
        move |&selected| {
            let annotated = app.annotated.clone();
            let target = annotated.as_ref().zip(selected).map(|(own, index)| own.highlights[index].target);
            let before = std::mem::replace(&mut *open.borrow_mut(), target);
            match (&app.document, annotated, selected) {
                (Some(document), Some(annotated), Some(index)) => {
                    onevent.emit(ElementEvent::Selected(document.clone(), annotated, index));
                }
                _ => before.into_iter().for_each(|target| onevent.emit(ElementEvent::Dismissed(target))),
            }
        }
    });
}
