//! The list of keyboard shortcuts.

use crate::i18n::Locale;
use web_sys::HtmlDialogElement;
use yew::prelude::*;

/// Renders the dialog with the keyboard shortcuts; `node` refers to its element. `single_keys` is whether single-character
/// shortcuts are active; `onchange` is called when the reader turns them on or off.
pub(super) fn keys(locale: Locale, single_keys: bool, onchange: &Callback<bool>, node: &NodeRef) -> Html {
    let messages = locale.messages();
    let names = &messages.key_names;
    let onclose = {
        let node = node.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(dialog) = node.cast::<HtmlDialogElement>() {
                dialog.close();
            }
        })
    };
    let onchange = onchange.reform(move |_: Event| !single_keys);
    let always = [
        (vec!["←", "→"], names.arrows),
        (vec![names.home, names.end], names.home_end),
        (vec!["↵", names.space], names.enter),
        (vec!["Esc"], names.escape),
        (vec!["Ctrl V"], names.paste),
    ];
    let single = [
        (vec!["n", "p"], names.next_previous),
        (vec!["1", "…", "9"], names.digits),
        (vec!["o"], names.open),
        (vec!["?"], names.help),
    ];
    html! {
        <dialog class="dialog" ref={node.clone()} aria-labelledby="keys-title">
            <div class="dialog-head">
                <h2 id="keys-title">{ messages.keys }</h2>
                <button type="button" class="button button--plain" onclick={onclose}>{ messages.close }</button>
            </div>
            <dl class="keys">{ for always.iter().map(row) }</dl>
            <label class="switch">
                <input type="checkbox" checked={single_keys} {onchange} />
                { messages.single_keys }
            </label>
            <dl class={classes!("keys", (!single_keys).then_some("keys--off"))}>{ for single.iter().map(row) }</dl>
        </dialog>
    }
}

fn row((keys, meaning): &(Vec<&'static str>, &'static str)) -> Html {
    let keys = keys.iter().map(|key| html! { <kbd>{ *key }</kbd> });
    html! { <div class="keys-row"><dt>{ for keys }</dt><dd>{ *meaning }</dd></div> }
}
