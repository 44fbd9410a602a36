//! Measures and moments that consist of two parts.

use crate::figure::{Action, Rule};

use Action::*;

pub(super) static JOINS: &[Rule] = &[
    ("<duration> et <duration>", Add),
    // "plus de 60 ans six mois après" is two durations.
    ("[<duration> <duration>] !après !avant !plus !auparavant", Add),
    ("<duration> et <part>", Add),
    ("<quantity> et <part>", Add),
    ("<quantity> (par|/|à) l'? <time-unit>", Rate),
    ("<quantity> (par|/|à) l'? <unit>", Rate),
    ("<quantity> heure", Rate),
    // "de mètres cubes d'eau par seconde"
    ("<quantity> (de|d') <unknown> (par|/) <time-unit>", Rate),
    ("<quantity> (aux|pour) <quantity>", Rate),
    ("<quantity> (en|au) dessous de zéro", BelowZero),
    ("(moins|-|−) <quantity>", BelowZero),
    // Day and part of day
    ("<dated> (au|le|en|dans|tard|tôt|très)? (la|l'|d'|le)? <daypart>", Join),
    ("<dated> (en|dans|le)? (le|la)? <edge> (de|d'|du)? (la|l'|le)? <daypart>", Join),
    ("<dated> (au|le|en|dans)? (la|l'|le)? <daypart> ,? (à|vers|dès|pour)? vers? <clock>", Join),
    ("<dated> <early> (le|dans)? (la|l'|le)? <daypart>", Join),
    ("<dated> (le|dans|en)? (la|l'|le)? <daypart> <early>", Join),
    ("<daypart> (du|de|d'|le)? <dated>", Join),
    ("<edge> (de|d'|du)? (la|l'|le)? <daypart> (du|de|le)? <dated>", Join),
    ("<early> (de|d'|du|le|dans)? (la|l'|le)? <daypart> (du|de|le)? <dated>", Join),
    ("<edge> (de|d')? (la|l'|le)? <daypart>", Join),
    ("<early> (le|dans|de|d')? (la|l'|le)? <daypart>", Join),
    ("dans la [(nuit|journée)]", Nothing),
    ("(en|de) [journée]", Nothing),
    ("l' [<daypart>]", Join),
    ("(dans|dès) (la|l'|le) [<daypart>]", SameDay),
    ("(en|dès) [<daypart>]", SameDay),
    ("plus (tôt|tard) dans (la|l') <daypart>", SameDay),
    // Days of one month
    ("(les|des|aux|le) [!premier <day>] (,|et|ou|puis)", DayOf),
    ("<dated> , [<day>] (,|et|ou|puis)", DayOf),
    ("[<dated>] (et|ou)", DayOf),
    // Day and time
    ("<dated> t <clock>", Join),
    ("(à|vers|pour|dès) [<hour> ,? <dated-daypart>]", Join),
    ("<daypart> (à|vers|dès)? <clock>", ClockInDaypart),
    ("<dated> ,? <bound>? (à|vers|dès|pour|sur|plutôt)? vers? <clock>", Join),
    ("<dated> ,? <bound>? (à|vers|dès)? <clock> (du|de|dans|en) (la|l'|le)? <daypart>", Join),
    ("<dated> ,? aux (environs|alentours) de <clock>", Join),
    ("(à|au|avant|dès|depuis|de|entre) [<dated> <hours>] !de !d' !après !avant !plus !sur", Join),
    ("[<dated-daypart> (à|vers|dès) <hour>] !contre !<plural> !<unit> !<word> !/ !-", Join),
    ("[<daypart> (à|vers|dès) <hour>] !contre !<plural> !<unit> !<word> !/ !-", ClockInDaypart),
    (
        "[<dated> (du|le|dans)? (le|la)? <daypart> (à|vers|dès) <hour>] !contre !<plural> !<unit> !<word> !/ !-",
        Join,
    ),
    ("(chaque|tous|toutes) les? <daypart> (à|vers|dès) <hour>", Set),
    ("(chaque|tous|toutes) les? <daypart> (à|vers|dès) <clock>", Set),
    ("(chaque|tous|toutes) les? <time-unit> (à|vers|dès) <clock>", Set),
    ("[<clock> (le|ce|de|du|sur|dans)? (la)? <dated>] !au", Join),
    // A day after it is added in the next stage.
    ("[<clock> (gmt|utc|tu)] !+ !- !− !– !<hour>", Universal),
    ("[<dated> ,? <bound>? (à|vers|dès)? vers? <clock> (gmt|utc|tu)] !+ !- !− !– !<hour>", Universal),
    ("[<clock> , le? <dated>] !à !vers !jusqu' !<clock> !<hours>", Join),
    ("<clock> (le|ce)? <dated> (au|le)? <daypart>", Join),
    ("!(pendant|durant|depuis|en) [<hours> <dated>]", Join),
    ("[<clock> (du|de|ce|dans)? (la|l'|le)? <daypart>] !de !du", ClockInDaypart),
    ("<hours> (du|de|dans)? (la|l'|le)? <daypart>", ClockInDaypart),
    ("<hour> (du|de|dans) (la|l'|le)? <daypart>", ClockInDaypart),
    ("<clock> p .? m .?", AfterNoon),
    ("<clock> (pm|p.m)", AfterNoon),
    // Beginning and end
    ("<edge> (de|d'|du|des)? (la|l'|le|mois)? (de|d')? <dated>", Join),
    ("(à|au|en|dès|depuis|la|le|l') [<edge> (de|d'|du) (l'|la)? !<capital> <time-unit>]", Join),
];
