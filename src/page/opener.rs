//! The dialog that opens another article.

use crate::i18n::Locale;
use crate::load::{ArticleInput, typed_address};
use web_sys::{HtmlDialogElement, HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

/// Properties of [`Opener`].
#[derive(Properties, PartialEq)]
pub struct OpenerProps {
    /// The language of the dialog.
    pub locale: Locale,
    /// A reference to the dialog's element, by which it is opened.
    pub node: NodeRef,
    /// Called with the article that the reader chose.
    pub ongive: Callback<ArticleInput>,
    /// Called when the reader asks for the sample.
    pub onsample: Callback<()>,
}

/// A dialog for opening an article: text, address, file or the sample.
#[component]
pub fn Opener(props: &OpenerProps) -> Html {
    let messages = props.locale.messages();
    let (address, file, text) = (use_node_ref(), use_node_ref(), use_node_ref());
    let close = {
        let node = props.node.clone();
        move || {
            if let Some(dialog) = node.cast::<HtmlDialogElement>() {
                dialog.close();
            }
        }
    };
    let give = {
        let (close, ongive) = (close.clone(), props.ongive.clone());
        move |given| {
            close();
            ongive.emit(given);
        }
    };
    let onaddress = {
        let (address, give) = (address.clone(), give.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(input) = address.cast::<HtmlInputElement>() {
                give(ArticleInput::Address(typed_address(&input.value())));
            }
        })
    };
    let onfile = {
        let (file, give) = (file.clone(), give.clone());
        Callback::from(move |_: Event| {
            let Some(input) = file.cast::<HtmlInputElement>() else { return };
            if let Some(chosen) = input.files().and_then(|files| files.get(0)) {
                give(ArticleInput::File(chosen));
            }
            // Otherwise choosing the same file again would not be a change.
            input.set_value("");
        })
    };
    let ontext = {
        let text = text.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(area) = text.cast::<HtmlTextAreaElement>() {
                give(ArticleInput::Text(area.value()));
                area.set_value("");
            }
        })
    };
    let onsample = {
        let close = close.clone();
        props.onsample.reform(move |_: MouseEvent| close())
    };
    let onclose = Callback::from(move |_: MouseEvent| close());
    html! {
        <dialog class="dialog" ref={props.node.clone()} aria-labelledby="opener-title">
            <div class="dialog-head">
                <h2 id="opener-title">{ messages.open_article }</h2>
                <button type="button" class="button button--plain" onclick={onclose}>{ messages.close }</button>
            </div>
            <form class="field" onsubmit={ontext}>
                <label for="opener-text">{ messages.paste_label }</label>
                <textarea id="opener-text" ref={text} rows="5" required=true autofocus=true aria-describedby="opener-text-hint" />
                <div class="field-foot">
                    <p id="opener-text-hint" class="hint">{ messages.paste_hint }</p>
                    <button type="submit" class="button button--main">{ messages.read }</button>
                </div>
            </form>
            <form class="field" onsubmit={onaddress} novalidate=true>
                <label for="opener-address">{ messages.address_label }</label>
                <div class="field-row">
                    <input
                        id="opener-address"
                        ref={address}
                        type="url"
                        inputmode="url"
                        autocomplete="url"
                        placeholder="https://"
                        aria-describedby="opener-address-hint"
                    />
                    <button type="submit" class="button button--main">{ messages.read }</button>
                </div>
                <p id="opener-address-hint" class="hint">{ messages.address_hint }</p>
            </form>
            <div class="field">
                <label class="button file-button" for="opener-file">{ messages.choose_file }</label>
                <input
                    id="opener-file"
                    class="file-input"
                    ref={file}
                    type="file"
                    accept="text/*,.txt,.md,.text"
                    aria-describedby="opener-file-hint"
                    onchange={onfile}
                />
                <p id="opener-file-hint" class="hint">{ messages.file_hint }</p>
            </div>
            <button type="button" class="button button--plain button--text" onclick={onsample}>
                { messages.show_sample }
            </button>
        </dialog>
    }
}
