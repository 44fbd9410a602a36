//! Headings and number signs, for pages without an interface of their own.

use crate::lang::Labels;

pub(crate) static LABELS: Labels = Labels {
    article: "Article",
    classes: ["Personnes", "Lieux", "Organisations", "Événements", "Œuvres et produits", "Autres noms"],
    figures: "Chiffres",
    dates: "Dates et heures",
    quotes: "Citations",
    links: "Liens cités",
    decimal: ',',
    group: '\u{202F}',
};
