//! Numbers in words (Grevisse, "Le bon usage", §§ 573–603), with the Belgian and Swiss tens.

use crate::figure::{Bound, NumberWord, Sense};

/// A number to which nothing may be added.
const fn unit(value: u16) -> Sense {
    Sense::Number(NumberWord::Small { value, addends: (1, 0), and_addends: &[] })
}

/// A multiple of ten to which units may be added: "vingt-deux", "vingt et un".
const fn ten(value: u16) -> Sense {
    Sense::Number(NumberWord::Small { value, addends: (1, 9), and_addends: &[1] })
}

const fn scale(value: f64) -> Sense {
    Sense::Number(NumberWord::Scale(value))
}

const fn rank(value: f64) -> Sense {
    Sense::Number(NumberWord::Rank(value))
}

const fn collective(one: f64, low: f64, high: f64) -> Sense {
    Sense::Collective { one, low, high }
}

pub(super) const CARDINALS: &[(&str, Sense)] = &[
    ("zéro", unit(0)),
    ("un|une", Sense::Number(NumberWord::Article)),
    ("un|une", unit(1)),
    ("deux", unit(2)),
    ("trois", unit(3)),
    ("quatre", unit(4)),
    ("cinq", unit(5)),
    ("six", unit(6)),
    ("sept", unit(7)),
    ("huit", unit(8)),
    ("neuf", unit(9)),
    ("dix", Sense::Number(NumberWord::Small { value: 10, addends: (7, 9), and_addends: &[] })),
    ("onze", unit(11)),
    ("douze", unit(12)),
    ("treize", unit(13)),
    ("quatorze", unit(14)),
    ("quinze", unit(15)),
    ("seize", unit(16)),
    ("vingt", ten(20)),
    ("trente", ten(30)),
    ("quarante", ten(40)),
    ("cinquante", ten(50)),
    ("soixante", Sense::Number(NumberWord::Small { value: 60, addends: (1, 19), and_addends: &[1, 11] })),
    ("septante", ten(70)),
    ("huitante|octante", ten(80)),
    // Without "s" it must be followed by a number that is added to it.
    (
        "quatre vingt",
        Sense::Number(NumberWord::Small {
            value: 80,
            addends: (1, 19),
            and_addends: &[1, 2, 3, 4, 5, 6, 7, 8, 9, 11],
        }),
    ),
    ("quatre vingts", unit(80)),
    ("nonante", ten(90)),
    ("cent*", Sense::Number(NumberWord::Times(100))),
    ("mille|mil", Sense::Number(NumberWord::Times(1000))),
    ("million*", scale(1e6)),
    ("milliard*", scale(1e9)),
    ("billion*", scale(1e12)),
    ("et", Sense::Number(NumberWord::And)),
    ("virgule", Sense::Number(NumberWord::Point)),
];

pub(super) const RANKS: &[(&str, Sense)] = &[
    ("premier|première|premiers|premières|unième", rank(1.0)),
    ("deuxième*|second|seconde", rank(2.0)),
    // Counted from the end
    ("avant dernier|avant dernière|avant derniers|avant dernières|pénultième", rank(-2.0)),
    ("antépénultième", rank(-3.0)),
    ("troisième*", rank(3.0)),
    ("quatrième*", rank(4.0)),
    ("cinquième*", rank(5.0)),
    ("sixième*", rank(6.0)),
    ("septième*", rank(7.0)),
    ("huitième*", rank(8.0)),
    ("neuvième*", rank(9.0)),
    ("dixième*", rank(10.0)),
    ("onzième*", rank(11.0)),
    ("douzième*", rank(12.0)),
    ("treizième*", rank(13.0)),
    ("quatorzième*", rank(14.0)),
    ("quinzième*", rank(15.0)),
    ("seizième*", rank(16.0)),
    ("vingtième*", rank(20.0)),
    ("trentième*", rank(30.0)),
    ("quarantième*", rank(40.0)),
    ("cinquantième*", rank(50.0)),
    ("soixantième*", rank(60.0)),
    ("septantième", rank(70.0)),
    ("huitantième|octantième", rank(80.0)),
    ("quatre vingtième*", rank(80.0)),
    ("nonantième", rank(90.0)),
    ("centième*", rank(100.0)),
    ("millième*", rank(1000.0)),
    ("millionième*", rank(1e6)),
    ("milliardième*", rank(1e9)),
    ("billionième*", rank(1e12)),
];

pub(super) const PARTS: &[(&str, Sense)] = &[
    ("demi|demie|demis|demies|moitié", Sense::Part(0.5)),
    ("tiers", Sense::Part(1.0 / 3.0)),
    ("quart*", Sense::Part(0.25)),
    ("½", Sense::Part(0.5)),
    ("⅓", Sense::Part(1.0 / 3.0)),
    ("⅔", Sense::Part(2.0 / 3.0)),
    ("¼", Sense::Part(0.25)),
    ("¾", Sense::Part(0.75)),
    ("⅕", Sense::Part(0.2)),
    ("⅙", Sense::Part(1.0 / 6.0)),
    ("⅛", Sense::Part(0.125)),
];

pub(super) const FOLDS: &[(&str, Sense)] = &[
    ("double", Sense::Fold(2)),
    ("triple", Sense::Fold(3)),
    ("quadruple", Sense::Fold(4)),
    ("quintuple", Sense::Fold(5)),
    ("décuple", Sense::Fold(10)),
    ("centuple", Sense::Fold(100)),
];

/// Collective numerals: the plural of a ten is 20 to 99, and so on.
pub(super) const COLLECTIVES: &[(&str, Sense)] = &[
    ("dizaine*", collective(10.0, 20.0, 99.0)),
    ("douzaine*", collective(12.0, 24.0, 99.0)),
    ("quinzaine", collective(15.0, 15.0, 15.0)),
    ("vingtaine", collective(20.0, 20.0, 20.0)),
    ("trentaine", collective(30.0, 30.0, 30.0)),
    ("quarantaine", collective(40.0, 40.0, 40.0)),
    ("cinquantaine", collective(50.0, 50.0, 50.0)),
    ("soixantaine", collective(60.0, 60.0, 60.0)),
    ("centaine", collective(100.0, 100.0, 100.0)),
    ("centaines", collective(100.0, 100.0, 999.0)),
    ("millier", collective(1e3, 1e3, 1e3)),
    ("milliers", collective(1e3, 1e3, 9999.0)),
    ("million", collective(1e6, 1e6, 1e6)),
    ("millions", collective(1e6, 1e6, f64::INFINITY)),
    ("milliard", collective(1e9, 1e9, 1e9)),
    ("milliards", collective(1e9, 1e9, f64::INFINITY)),
];

pub(super) const BOUNDS: &[(&str, Sense)] = &[
    (
        "plus de|plus d'|au moins|au minimum|minimum de|pas moins de|pas moins d'|au delà de|supérieur* à|supérieure* à|\
         supérieur* ou égal à|supérieur* ou égaux à|supérieure* ou égale* à",
        Sense::Bound(Bound::Least),
    ),
    (
        "moins de|moins d'|moins que|au plus|au maximum|maximum de|tout au plus|pas plus de|pas plus d'|\
         inférieur* à|inférieure* à|inférieur* ou égal à|inférieur* ou égaux à|inférieure* ou égale* à|dans la limite de|\
         à concurrence de|n'excédant pas|ne dépassant pas",
        Sense::Bound(Bound::Most),
    ),
    (
        "environ|près de|près d'|quelque|presque|autour de|autour d'|aux alentours de|à peu près|à peine|quasiment|quasi|\
         approximativement|de l'ordre de|plus ou moins|un peu plus de|un peu moins de|avoisinant|\
         pas loin de|pas loin d'|peu ou prou|grosso modo",
        Sense::Bound(Bound::About),
    ),
    ("au moins|au minimum|minimum|ou plus|au bas mot", Sense::BoundAfter(Bound::Least)),
    ("au plus|au maximum|maximum|ou moins", Sense::BoundAfter(Bound::Most)),
    ("environ|à peu près|approximativement", Sense::BoundAfter(Bound::About)),
];
