//! French tables for figures: vocabulary, units, the calendar and the rules over them.

mod calendar;
mod classes;
mod currencies;
mod numbers;
mod rules;
mod units;

use crate::figure::FigureTables;

pub(crate) static TABLES: FigureTables = FigureTables {
    words: &[
        numbers::CARDINALS,
        numbers::RANKS,
        numbers::PARTS,
        numbers::FOLDS,
        numbers::COLLECTIVES,
        numbers::BOUNDS,
        units::UNITS,
        currencies::HUNDREDTHS,
        calendar::TIME_UNITS,
        calendar::MONTHS,
        calendar::WEEKDAYS,
        calendar::DAYS,
        calendar::HOLIDAYS,
        calendar::RELATIONS,
        classes::NOUNS,
    ],
    currencies: &[currencies::NAMED, currencies::ALONE],
    shared_currencies: currencies::SHARED,
    withdrawn_currencies: currencies::WITHDRAWN,
    large_amount_endings: &["million", "millions", "milliard", "milliards"],
    money_noun_stems: &[
        "aide",
        "bénéfice",
        "capita",
        "cession",
        "commande",
        "coupe",
        "crédit",
        "dégâts",
        "déficit",
        "dépense",
        "dette",
        "dividende",
        "don",
        "économie",
        "exportation",
        "financement",
        "fonds",
        "garantie",
        "impôt",
        "investissement",
        "perte",
        "prêt",
        "profit",
        "recette",
        "revenu",
        "subvention",
        "surcoût",
    ],
    comparison_links: &[
        ", contre ",
        " contre ",
        ", au lieu de ",
        " au lieu de ",
        ", dont ",
        " puis ",
        ", puis ",
    ],
    change_link: " à ",
    part_link: ", dont ",
    list_link: " et ",
    place_prepositions: &[" à ", " au ", " en ", " dans ", " pour ", " sur ", " chez ", " seulement à "],
    symbols: units::SYMBOLS,
    rank_endings: &["er", "re", "ère", "e", "è", "ème", "ième", "nd", "nde", "es", "èmes"],
    stages: rules::STAGES,
    accent_kept: &["dès", "là", "doublé", "triplé", "quadruplé", "commencé", "débuté", "démarré"],
    accented_function_words: &["à", "À", "où", "Où", "là", "dû", "sûr"],
    classes: classes::CLASSES,
    counting_verbs: &["annonc", "confirm", "déclar", "déplor", "estim", "évoqu", "indiqu", "signal"],
    future_endings: &[
        "ira", "era", "dra", "ttra", "îtra", "rra", "vra", "iront", "eront", "dront", "tront", "rront",
        "vront", "erai", "irai", "drai", "erons", "drons", "erez", "irez", "drez",
    ],
    past_endings: &["ait", "aient", "èrent", "irent", "urent"],
    conditional_like_endings: &[
        "erait", "eraient", "drait", "draient", "vrait", "vraient", "rrait", "rraient",
    ],
    conditional_endings: &["erait", "eraient", "ndrait", "ndraient", "udrait", "udraient"],
    plural_endings: &["s", "x", "S", "X"],
    participle_endings: &["é", "és", "ée", "ées"],
    // Not "eu", which "lieu" ends in: "a lieu".
    agreements: &["es", "s", "e"],
    other_participle_endings: &[
        "i", "is", "it", "ert", "int", "bu", "cu", "çu", "du", "lu", "nu", "pu", "ru", "su", "tu", "vu",
    ],
    adverb_endings: &["ement", "amment", "emment"],
};
