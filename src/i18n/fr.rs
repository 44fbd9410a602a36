//! The interface in French.

use super::Messages;
use super::messages::KeyNames;
use crate::load::{ContentKind, LoadError};
use manicule_core::Measure;
use manicule_core::relation::Kind;

pub(super) const MESSAGES: Messages = Messages {
    open: "Ouvrir",
    open_article: "Ouvrir un article",
    address_label: "Adresse d’un article en texte brut",
    address_hint: "Le site doit autoriser la lecture par d’autres pages.",
    read: "Lire",
    choose_file: "Choisir un fichier…",
    file_hint: "Du texte (.txt, .md), 20 Mo au plus. On peut aussi le déposer n’importe où sur la page.",
    paste_label: "Texte de l’article",
    paste_hint: "Coller fonctionne aussi partout sur la page.",
    show_sample: "Revenir à l’article d’exemple",
    drop_here: "Déposez l’article",
    close: "Fermer",
    settings: "Réglages",
    language: "Langue de l’interface",
    theme: "Thème",
    theme_auto: "Système",
    theme_light: "Clair",
    theme_dark: "Sombre",
    keys: "Clavier",
    single_keys: "Raccourcis à une seule touche",
    skip_to_article: "Aller à l’article",
    marks: "Repères",
    first_only: "Première mention seulement",
    sample: "Article d’exemple",
    pasted: "Texte collé",
    loading: "Chargement…",
    annotating: "Annotation…",
    names_wanted: "Les noms arrivent…",
    names_missing: "Les noms n’ont pas pu être cherchés : le modèle de langue n’est pas accessible. Chiffres et liens sont annotés. Rechargez la page pour réessayer.",
    no_marks: "Rien à annoter dans ce texte.",
    other_language: "Ce texte ne semble pas être en français : les repères peuvent être faux.",
    article: "Article",
    gloss: "Glose",
    guide: "Repères de l’article",
    show_all: "Tout montrer",
    also: "Aussi",
    role: "Fonction",
    in_the_text: "Dans le texte",
    nature: "Nature",
    country: "Pays",
    counts: "On compte",
    equivalent: "Équivaut à",
    passages: "Passages",
    previous: "Passage précédent",
    next: "Passage suivant",
    show_earlier: "Passages antérieurs",
    show_more: "Plus de passages",
    cited: "Liens cités",
    cited_beside: "Cités dans la même phrase",
    figures_beside: "Chiffres voisins",
    named_beside: "Dans la même phrase",
    quoted: "Propos rapportés",
    look_up: "Chercher ailleurs",
    supports: "à propos de",
    new_tab: "nouvel onglet",
    index: "Index",
    search_index: "Chercher dans l’index",
    not_in_index: "L’article ne nomme rien de tel.",
    map: "Carte des lieux",
    links: "Liens cités",
    no_links: "Cet article ne cite aucun lien.",
    related: "À lire aussi",
    see_in_text: "Voir dans le texte",
    key_names: KeyNames {
        arrows: "repère suivant, précédent",
        home_end: "premier, dernier repère",
        enter: "ouvrir la glose",
        next_previous: "passage suivant, précédent de la glose ouverte",
        digits: "montrer ou masquer une sorte de repères",
        open: "ouvrir un article",
        paste: "lire le texte du presse-papiers",
        help: "cette liste",
        escape: "fermer",
        space: "Espace",
        home: "Début",
        end: "Fin",
    },
    reading_time: |minutes| match minutes / 60 {
        0 => format!("{minutes}\u{a0}min de lecture"),
        hours => format!("{hours}\u{a0}h\u{a0}{:02}\u{a0}min de lecture", minutes % 60),
    },
    mentions: |count| format!("{count} mention{}", if count < 2 { "" } else { "s" }),
    kind: |kind| match kind {
        Kind::Person => "personne",
        Kind::Place => "lieu",
        Kind::Organisation => "organisation",
        Kind::Event => "événement",
        Kind::Work => "œuvre",
        Kind::Other => "autre nom",
        Kind::Figure => "chiffre",
        Kind::Date => "date",
        Kind::Link => "lien",
    },
    kinds: |kind| match kind {
        Kind::Person => "Personnes",
        Kind::Place => "Lieux",
        Kind::Organisation => "Organisations",
        Kind::Event => "Événements",
        Kind::Work => "Œuvres",
        Kind::Other => "Autres noms",
        Kind::Figure => "Chiffres",
        Kind::Date => "Dates",
        Kind::Link => "Liens",
    },
    measure: |measure| match measure {
        Measure::Cardinal => "dénombrement",
        Measure::Ordinal => "rang",
        Measure::Ratio => "rapport",
        Measure::Score => "score",
        Measure::Percent => "pourcentage",
        Measure::Money => "somme",
        Measure::Age => "âge",
        Measure::Duration => "durée",
        Measure::Quantity => "mesure",
        Measure::Date => "date",
        Measure::Time => "heure",
        Measure::DateTime => "date et heure",
        Measure::Period => "période",
        Measure::Set => "récurrence",
    },
    error,
};

fn error(error: &LoadError) -> String {
    match error {
        LoadError::BadAddress => {
            "Cette adresse n’est pas valable. Elle doit commencer par https:// ou http://.".to_owned()
        }
        LoadError::Status(404 | 410) => {
            "Il n’y a rien à cette adresse. Vérifiez-la, ou collez le texte de l’article.".to_owned()
        }
        LoadError::Status(code @ 401..=403) => format!(
            "Le site réserve cette page à ses abonnés ou l’interdit (réponse {code}). Ouvrez-la chez lui, puis collez le texte ici."
        ),
        LoadError::Status(code) => format!(
            "Le site a répondu par une erreur ({code}). Réessayez plus tard, ou collez le texte de l’article."
        ),
        LoadError::Refused => "Le site ne permet pas à cette page de lire son article, ou le réseau est coupé. Ouvrez l’article chez lui, copiez son texte et collez-le ici.".to_owned(),
        LoadError::Interrupted => {
            "La lecture s’est interrompue avant la fin. Vérifiez le réseau et réessayez.".to_owned()
        }
        LoadError::NotText(ContentKind::Html) => "C’est une page web (HTML), pas du texte brut. Ouvrez-la, copiez le texte de l’article et collez-le ici.".to_owned(),
        LoadError::NotText(ContentKind::Pdf) => {
            "C’est un PDF, pas du texte. Ouvrez-le, copiez le texte de l’article et collez-le ici.".to_owned()
        }
        LoadError::NotText(ContentKind::Binary) => "Ce n’est pas du texte. Choisissez un fichier texte (.txt, .md), ou collez le texte de l’article.".to_owned(),
        LoadError::Empty => "Il n’y a pas de texte à lire : c’est vide. Copiez le texte de l’article, puis collez-le ici.".to_owned(),
        LoadError::TooLarge => {
            "Ce texte dépasse 20 Mo. Coupez-le en plusieurs parties.".to_owned()
        }
    }
}
