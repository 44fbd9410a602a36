//! The reading page.

use super::article::{ArticleView, View};
use super::cited::Cited;
use super::dateline::dateline;
use super::events::{is_writing, key_of, use_document_event, use_window_event};
use super::filters::filters;
use super::index::Index;
use super::keys::keys;
use super::masthead::masthead;
use super::notice::notice;
use super::opener::Opener;
use super::progress::progress_line;
use super::reading::{Reading, use_reading};
use crate::load::{ArticleInput, article_in};
use crate::state::{App, Filter, Preferences};
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, DragEvent, Element, HtmlDialogElement};
use yew::prelude::*;

/// The root component of the reading page.
#[component]
pub fn Page() -> Html {
    let app = use_reducer(|| App::new(Preferences::load()));
    let (article, gloss) = (use_node_ref(), use_node_ref());
    let reading = use_reading(&app, article.clone(), gloss);
    let (opener, key_list) = (use_node_ref(), use_node_ref());
    let is_dragging = use_state(|| false);

    use_document_event("keydown", {
        let (reading, opener, key_list) = (reading.clone(), opener.clone(), key_list.clone());
        move |event| {
            if let Some(key) = key_of(event)
                && !is_dialog_open(&[&opener, &key_list])
                && press(&key, &reading, &opener, &key_list)
            {
                event.prevent_default();
            }
        }
    });
    use_document_event("paste", {
        let (reading, opener) = (reading.clone(), opener.clone());
        move |event| {
            let Some(data) = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data)
            else {
                return;
            };
            if is_writing(event) || is_dialog_open(&[&opener]) {
                return;
            }
            if let Some(given) = article_in(&data) {
                event.prevent_default();
                reading.open(given);
            }
        }
    });
    use_document_event("dragover", {
        let is_dragging = is_dragging.clone();
        move |event| {
            // Otherwise the browser would not allow a drop, or would open what is dropped.
            event.prevent_default();
            if !*is_dragging {
                is_dragging.set(true);
            }
        }
    });
    use_document_event("dragleave", {
        let is_dragging = is_dragging.clone();
        move |event| {
            let event: Option<&DragEvent> = event.dyn_ref();
            if event.is_some_and(|event| event.related_target().is_none()) {
                is_dragging.set(false);
            }
        }
    });
    use_document_event("drop", {
        let (reading, is_dragging) = (reading.clone(), is_dragging.clone());
        move |event| {
            event.prevent_default();
            is_dragging.set(false);
            let data = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer);
            if let Some(given) = data.and_then(|data| article_in(&data)) {
                reading.open(given);
            }
        }
    });
    use_window_event("popstate", {
        let reading = reading.clone();
        move |_| reading.popped()
    });

    let preferences = app.preferences;
    let locale = preferences.locale;
    let messages = locale.messages();
    let view = View { annotated: app.annotated.clone(), filter: preferences.filter, locale };
    let onprefer = reading.callback(Reading::prefer);
    let onfilter = reading.callback(|reading: &Reading, filter: Filter| {
        reading.prefer(Preferences { filter, ..reading.app.preferences });
    });
    let onsingle = reading.callback(|reading: &Reading, single_keys: bool| {
        reading.prefer(Preferences { single_keys, ..reading.app.preferences });
    });
    let onopen = reading.callback(Reading::open_gloss);
    let onindex = onopen.clone();
    let onsee = reading.callback(Reading::see_link);
    let onnotice = reading.callback(|reading: &Reading, ()| reading.dismiss_error());
    let ongive = reading.callback(|reading: &Reading, given: ArticleInput| reading.open(given));
    let onsample = reading.callback(|reading: &Reading, ()| reading.open_sample());
    let show_dialog = |node: &NodeRef| {
        let node = node.clone();
        Callback::from(move |()| show_modal(&node))
    };
    // A click that no other component handled closes what is open.
    let onclick = {
        let reading = reading.clone();
        Callback::from(move |event: MouseEvent| {
            close_settings(&event);
            reading.click_outside();
        })
    };

    html! {
        <div class={classes!("page", app.selection.map(|_| "page--gloss"))} lang={locale.tag()} {onclick}>
            <a class="skip" href="#article">{ messages.skip_to_article }</a>
            { progress_line(app.loading, locale) }
            { masthead(preferences, &onprefer, &show_dialog(&opener), &show_dialog(&key_list)) }
            <div class="desk">
                { filters(app.annotated.as_deref(), preferences.filter, locale, &onfilter) }
                <main class="sheet">
                    if let Some(document) = &app.document {
                        { dateline(document, app.annotated.as_deref(), app.pack, locale) }
                        <ArticleView
                            document={document.clone()}
                            {view}
                            selection={app.selection}
                            node={article}
                            onopen={onopen}
                            label={messages.article}
                        />
                        if let Some(annotated) = &app.annotated {
                            <Index document={document.clone()} annotated={annotated.clone()} {locale} onopen={onindex} />
                            <Cited document={document.clone()} annotated={annotated.clone()} {locale} {onsee} />
                        }
                    }
                </main>
                <div class="margin">{ reading.gloss(locale) }</div>
            </div>
            { notice(app.error, locale, &onnotice) }
            <Opener {locale} node={opener} {ongive} {onsample} />
            { keys(locale, preferences.single_keys, &onsingle, &key_list) }
            if *is_dragging {
                <div class="drop" aria-hidden="true"><p>{ messages.drop_here }</p></div>
            }
        </div>
    }
}

/// Performs the action of `key`. Returns whether it has one.
fn press(key: &str, reading: &Reading, opener: &NodeRef, key_list: &NodeRef) -> bool {
    if key == "Escape" {
        return reading.escape();
    }
    if !reading.app.preferences.single_keys {
        return false;
    }
    match key {
        "n" => reading.step(1),
        "p" => reading.step(-1),
        "o" => show_modal(opener),
        "?" => show_modal(key_list),
        digit => match digit.parse::<usize>() {
            Ok(number) if digit.len() == 1 && number > 0 => reading.toggle(number - 1),
            _ => return false,
        },
    }
    true
}

fn show_modal(node: &NodeRef) {
    if let Some(dialog) = node.cast::<HtmlDialogElement>()
        && !dialog.open()
    {
        // Fails only for a dialog that is open or not in the document.
        let _ = dialog.show_modal();
    }
}

fn is_dialog_open(nodes: &[&NodeRef]) -> bool {
    nodes.iter().any(|node| node.cast::<HtmlDialogElement>().is_some_and(|dialog| dialog.open()))
}

/// Closes the settings unless `event` is inside them.
fn close_settings(event: &MouseEvent) {
    let Ok(target) = event.composed_path().get(0).dyn_into::<Element>() else { return };
    let is_inside = target.closest("details").ok().flatten().is_some();
    let open = gloo::utils::document().query_selector("details.settings[open]");
    if let Ok(Some(settings)) = open
        && !is_inside
    {
        let _ = settings.remove_attribute("open");
    }
}
