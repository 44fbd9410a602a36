//! Numbers with their units, and times of the clock.

use crate::figure::{Make, Rule, TimeUnit};

use Make::*;

pub(super) static MEASURES: &[Rule] = &[
    ("<amount> <percent>", Percent),
    ("<decimal> (point|points)", Percent),
    ("<amount> (de|d')? <currency>", Money),
    ("<currency> <currency>? <count>", Money),
    ("[<whole> <currency> <short-year>] !<word>", Money),
    ("[<count> <currency> <minute>] !<word>", Money),
    ("<whole> <currency> et? <whole> <cent>", Money),
    ("<count> <cent>", Money),
    // Books and weights, unless a sum stands beside them, or they are too many
    ("[<count> (de|d')? livres] ( <count> <currency>", Sum("GBP")),
    ("[<count> (de|d')? livres] ( <count> (de|d') <currency>", Sum("GBP")),
    ("[<count> (de|d')? livres] ( <bound> <count> <currency>", Sum("GBP")),
    ("[<count> (de|d')? livres] ( <bound> <count> (de|d') <currency>", Sum("GBP")),
    ("<count> (de|d') livres", Billions("GBP")),
    ("<amount> (de|d')? <unit>", Quantity),
    ("<part> (de|d')? <unit>", Quantity),
    ("[<whole> <unit> <short-year>] !<plural> !<unit> !<span> !<percent>", Quantity),
    ("(jt|journal|messe|édition|train|vol|bulletin) (de|du) [<hour> (heures|heure) <minute>?]", Clock),
    // Lengths that look like times: "a" is no "à".
    ("(il|elle|on|qui|y) a [<count> <span> <pair>?]", Duration),
    ("durée : [<count> <span> <pair>?]", Duration),
    ("peu (après|avant) [<hour> (heures|heure) <minute>?]", Clock),
    ("vers les [<hour> heures]", Clock),
    ("[<count> <span> <minute>] (de|d') (avance|retard)", Duration),
    // What a race took
    ("<minute> (min|mn) <minute> (s|sec) <short-year>", Timed(TimeUnit::Minute)),
    ("<minute> (s|sec) <short-year>", Timed(TimeUnit::Second)),
    ("(pendant|durant|dans|en|pour|toutes|près|les) [<count> <span> <pair>?] !(min|mn|minutes)", Duration),
    (
        "(dure|durent|duré|durait|dura|durera|durer|attendre|attendu|patienter|patienté|met|mettent|mis|mettait|mettra|\
         mettre) [<count> <span> <pair>?]",
        Duration,
    ),
    ("(dure|durent|duré|durait|dura|durera|durer) <bound> [<count> <span> <pair>?]", Duration),
    (
        "(durée|discours|trajet|marche|attente|retard|documentaire|vidéo) (de|d') [<count> <span> <pair>?]",
        Duration,
    ),
    ("[<count> <span> <minute> (min|mn|minutes)] !<minute>", Duration),
    ("[<count> !(heure|heures|h) <span> <minute>] !<plural> !<unit> !<span> !<unknown> !<percent>", Duration),
    (
        "<count> <span> ,? <minute> (min|mn|minute|minutes) (,|et)? <minute> (s|sec|seconde|secondes)",
        Duration,
    ),
    ("après [<count> !h <span>] !<minute>", Duration),
    ("[<count> <span> <pair>?] (de|d')", Duration),
    // Times
    ("<hour> h", Clock),
    ("[<hour> h <minute>] !h !heures", Clock),
    ("<hour> : <pair>", Clock),
    ("en [<hour> : <pair> : <pair>]", Timed(TimeUnit::Hour)),
    ("<hour> : <pair> : <pair>", Clock),
    ("!<count> (à|vers|dès|avant|sur) [<hour> (heures|heure) <minute>?]", Clock),
    ("partir de [<hour> (heures|heure) <minute>?]", Clock),
    ("[<hour> (heures|heure) <minute>?] (gmt|utc|tu|locale|locales)", Clock),
    ("[<hour> (heures|heure) <minute>?] (,|() heure", Clock),
    ("[<hour> (heures|heure) <minute>] !<span> !<plural> !<unknown>", Clock),
    ("(il|c') est [<hour> (heures|heure) <minute>?] !(de|d') !<span>", Clock),
    ("<hour> (heures|heure|h) et <minute> (minutes|minute) (du|de|dans) (la|l'|le)? <daypart>", Clock),
    ("(environs|alentours) de [<hour> (heures|heure) <minute>?]", Clock),
    (
        "!(en|pendant|durant|dans|pour|après|depuis|toutes) [<hour> (heures|heure|h) et <part>] !plus !après !avant \
         !auparavant !de !d'",
        Clock,
    ),
    ("<hour> (heures|heure|h) moins (le)? <part>", ClockTo),
    ("<hour> (heures|heure|h) moins <minute> (minutes)?", ClockTo),
    ("[!<capital> <named>]", Clock),
    ("<named> et <part>", Clock),
    ("(à|vers) l' heure (du|de|d'|des) <meal>", Mealtime),
    ("au moment (du|de) <meal>", Mealtime),
    ("<named> <minute>", Clock),
    ("<named> moins (le)? <part>", ClockTo),
    ("<named> moins <minute>", ClockTo),
    // Lengths
    ("<amount> ans d'âge", Age),
    ("<amount> (de|d')? <span>", Duration),
    ("<part> (de|d')? <span>", Duration),
    ("(quelques|plusieurs|quelque) <span>", Few),
    ("(quelques|plusieurs) <span> (ou|et|à) <span>", Few),
];
