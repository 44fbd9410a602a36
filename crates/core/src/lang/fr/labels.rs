//! French headings, words and number signs of exported pages.

use crate::lang::Labels;

pub(crate) static LABELS: Labels = Labels {
    article: "Article",
    classes: ["Personnes", "Lieux", "Organisations", "Événements", "Œuvres et produits", "Autres noms"],
    figures: "Chiffres",
    dates: "Dates et heures",
    quotes: "Citations",
    links: "Liens cités",
    months: [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
    weekdays: ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
    first: "1er",
    dayparts: [("MO", "matin"), ("AF", "après-midi"), ("EV", "soir"), ("NI", "nuit")],
    seasons: [("SP", "printemps"), ("SU", "été"), ("FA", "automne"), ("WI", "hiver")],
    decade: "années",
    century: "siècle",
    year_parts: [("Q", "trimestre"), ("H", "semestre")],
    ranks: ["er", "e"],
    before_era: "av. J.-C.",
    open: "…",
    decimal: ',',
    group: '\u{202F}',
};
