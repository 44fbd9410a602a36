//! The interface in English.

use super::Messages;
use super::messages::KeyNames;
use crate::load::{ContentKind, LoadError};
use manicule_core::Measure;
use manicule_core::relation::Kind;

pub(super) const MESSAGES: Messages = Messages {
    open: "Open",
    open_article: "Open an article",
    address_label: "Address of an article in plain text",
    address_hint: "Its site must let other pages read it.",
    read: "Read",
    choose_file: "Choose a file…",
    file_hint: "Text (.txt, .md), 20 MB at most. It can also be dropped anywhere on the page.",
    paste_label: "Text of the article",
    paste_hint: "Pasting works everywhere on the page too.",
    show_sample: "Back to the sample article",
    drop_here: "Drop the article",
    close: "Close",
    settings: "Settings",
    language: "Language of the interface",
    theme: "Theme",
    theme_auto: "System",
    theme_light: "Light",
    theme_dark: "Dark",
    keys: "Keyboard",
    single_keys: "Single-key shortcuts",
    skip_to_article: "Skip to the article",
    marks: "Marks",
    first_only: "First mention only",
    sample: "Sample article",
    pasted: "Pasted text",
    loading: "Loading…",
    annotating: "Annotating…",
    names_wanted: "Names are coming…",
    names_missing: "Names could not be looked for: the language model is out of reach. Figures and links are marked. Reload the page to try again.",
    no_marks: "There is nothing to annotate in this text.",
    other_language: "This text does not look French: marks may be wrong.",
    article: "Article",
    gloss: "Gloss",
    guide: "Highlights in this article",
    show_all: "Show all",
    also: "Also",
    role: "Role",
    in_the_text: "In the text",
    nature: "Nature",
    country: "Country",
    counts: "Counting",
    equivalent: "Equals",
    passages: "Passages",
    previous: "Previous passage",
    next: "Next passage",
    show_earlier: "Earlier passages",
    show_more: "More passages",
    cited: "Cited links",
    cited_beside: "Cited in the same sentence",
    figures_beside: "Figures beside it",
    named_beside: "In the same sentence",
    quoted: "Quoted words",
    look_up: "Look it up",
    supports: "about",
    new_tab: "new tab",
    index: "Index",
    search_index: "Search the index",
    not_in_index: "The article names nothing like it.",
    map: "Map of the places",
    links: "Cited links",
    no_links: "This article cites no link.",
    related: "Related stories",
    see_in_text: "See in the text",
    key_names: KeyNames {
        arrows: "next, previous mark",
        home_end: "first, last mark",
        enter: "open the gloss",
        next_previous: "next, previous passage of the open gloss",
        digits: "show or hide a kind of marks",
        open: "open an article",
        paste: "read the clipboard’s text",
        help: "this list",
        escape: "close",
        space: "Space",
        home: "Home",
        end: "End",
    },
    reading_time: |minutes| match minutes / 60 {
        0 => format!("{minutes} min read"),
        hours => format!("{hours} h {:02} min read", minutes % 60),
    },
    mentions: |count| format!("{count} mention{}", if count == 1 { "" } else { "s" }),
    kind: |kind| match kind {
        Kind::Person => "person",
        Kind::Place => "place",
        Kind::Organisation => "organisation",
        Kind::Event => "event",
        Kind::Work => "work",
        Kind::Other => "other name",
        Kind::Figure => "figure",
        Kind::Date => "date",
        Kind::Link => "link",
    },
    kinds: |kind| match kind {
        Kind::Person => "People",
        Kind::Place => "Places",
        Kind::Organisation => "Organisations",
        Kind::Event => "Events",
        Kind::Work => "Works",
        Kind::Other => "Other names",
        Kind::Figure => "Figures",
        Kind::Date => "Dates",
        Kind::Link => "Links",
    },
    measure: |measure| match measure {
        Measure::Cardinal => "count",
        Measure::Ordinal => "rank",
        Measure::Ratio => "ratio",
        Measure::Score => "score",
        Measure::Percent => "percentage",
        Measure::Money => "sum",
        Measure::Age => "age",
        Measure::Duration => "duration",
        Measure::Quantity => "measurement",
        Measure::Date => "date",
        Measure::Time => "time",
        Measure::DateTime => "date and time",
        Measure::Period => "period",
        Measure::Set => "recurrence",
    },
    error,
};

fn error(error: &LoadError) -> String {
    match error {
        LoadError::BadAddress => "This address is not valid. It must begin with https:// or http://.".to_owned(),
        LoadError::Status(404 | 410) => {
            "There is nothing at this address. Check it, or paste the article’s text.".to_owned()
        }
        LoadError::Status(code @ 401..=403) => format!(
            "The site keeps this page for its subscribers or forbids it (answer {code}). Open it there, then paste the text here."
        ),
        LoadError::Status(code) => format!(
            "The site answered with an error ({code}). Try again later, or paste the article’s text."
        ),
        LoadError::Refused => "The site does not let this page read its article, or the network is down. Open the article there, copy its text and paste it here.".to_owned(),
        LoadError::Interrupted => "Reading broke off before the end. Check the network and try again.".to_owned(),
        LoadError::NotText(ContentKind::Html) => {
            "This is a web page (HTML), not plain text. Open it, copy the article’s text and paste it here.".to_owned()
        }
        LoadError::NotText(ContentKind::Pdf) => {
            "This is a PDF, not text. Open it, copy the article’s text and paste it here.".to_owned()
        }
        LoadError::NotText(ContentKind::Binary) => {
            "This is not text. Choose a text file (.txt, .md), or paste the article’s text.".to_owned()
        }
        LoadError::Empty => "There is no text to read: it is empty. Copy the article’s text, then paste it here.".to_owned(),
        LoadError::TooLarge => "This text is over 20 MB. Cut it into several parts.".to_owned(),
    }
}
