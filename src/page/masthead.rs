//! The top of the page.

use super::manicule::manicule;
use crate::i18n::Locale;
use crate::state::{Preferences, Theme};
use yew::prelude::*;

/// Renders the name of the program, buttons for opening an article (`onopen`) and for the keyboard shortcuts (`onkeys`), and
/// the settings, whose changes `onprefer` gets.
pub(super) fn masthead(
    preferences: Preferences,
    onprefer: &Callback<Preferences>,
    onopen: &Callback<()>,
    onkeys: &Callback<()>,
) -> Html {
    let messages = preferences.locale.messages();
    let themes = Theme::ALL.into_iter().map(|theme| {
        let label = match theme {
            Theme::Auto => messages.theme_auto,
            Theme::Light => messages.theme_light,
            Theme::Dark => messages.theme_dark,
        };
        let onclick = onprefer.reform(move |_: MouseEvent| Preferences { theme, ..preferences });
        choice(label, None, preferences.theme == theme, onclick)
    });
    let locales = Locale::ALL.into_iter().map(|locale| {
        let onclick = onprefer.reform(move |_: MouseEvent| Preferences { locale, ..preferences });
        choice(locale.name(), Some(locale.tag()), preferences.locale == locale, onclick)
    });
    html! {
        <header class="masthead">
            <p class="brand">{ manicule() }<span class="brand-name">{ "Manicule" }</span></p>
            <div class="masthead-tools">
                <button type="button" class="button" onclick={onopen.reform(|_: MouseEvent| ())}>
                    { messages.open }
                </button>
                <details class="settings">
                    <summary class="button button--plain">{ messages.settings }</summary>
                    <div class="settings-panel">
                        <fieldset class="choices">
                            <legend>{ messages.theme }</legend>
                            { for themes }
                        </fieldset>
                        <fieldset class="choices">
                            <legend>{ messages.language }</legend>
                            { for locales }
                        </fieldset>
                        <button
                            type="button"
                            class="button button--plain button--text"
                            onclick={onkeys.reform(|_: MouseEvent| ())}
                        >{ messages.keys }</button>
                    </div>
                </details>
            </div>
        </header>
    }
}

fn choice(
    label: &'static str,
    lang: Option<&'static str>,
    chosen: bool,
    onclick: Callback<MouseEvent>,
) -> Html {
    html! {
        <button type="button" class="choice" {lang} aria-pressed={chosen.to_string()} {onclick}>{ label }</button>
    }
}
