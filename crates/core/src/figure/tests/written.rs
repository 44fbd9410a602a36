//! Figures that are not written out in full.

use super::check;
use expect_test::expect;

#[test]
fn digits_with_signs_and_exponents() {
    check(
        "Une masse de 1,5e-7 et de 2^10 ; un écart de ,08.",
        expect![[r#"
        1,5e-7 = cardinal 0
        2^10 = cardinal 1024
        ,08 = cardinal 0.08
    "#]],
    );
    check(
        "- 1 4/5",
        expect![[r#"
        - 1 4/5 = cardinal -1.8
    "#]],
    );
    check(
        "-12e3",
        expect![[r#"
        -12e3 = cardinal -12000
    "#]],
    );
    check(
        "Les 12e-13e arrondissements, le mot ,18 personnes.",
        expect![[r#"
        12e = ordinal 12
        13e = ordinal 13
        18 = cardinal 18, counts "personnes"
    "#]],
    );
    check(
        "- 12 pommes et 3 poires",
        expect![[r#"
        12 = cardinal 12, counts "pommes"
        3 = cardinal 3, counts "poires"
    "#]],
    );
    check(
        "La perte est d'un million ; elle vaut un milliard et demi-million.",
        expect![[r#"
        un million = cardinal 1000000
        un milliard et demi-million = cardinal 1000500000
    "#]],
    );
}

#[test]
fn ranks_counted_from_the_end() {
    check(
        "Il gagne l'avant-dernière étape et son équipe est antépénultième.",
        expect![[r#"
        avant-dernière = ordinal -2
        antépénultième = ordinal -3
    "#]],
    );
}

#[test]
fn days_of_unstated_months() {
    check(
        "Il viendra le 15 du mois prochain, ou du 4 au 23 de ce mois.",
        expect![[r#"
        15 du mois prochain = date 2022-02-15
        du 4 au 23 de ce mois = period 2022-01-04/2022-01-23
    "#]],
    );
    check(
        "Ils étaient 18 cette semaine et 23 ces deux dernières années.",
        expect![[r#"
        18 = cardinal 18
        cette semaine = date 2022-W01
        23 = cardinal 23
        deux dernières années = period 2020-01-01/2021-12-31
    "#]],
    );
    check(
        "En mars de l'année dernière, puis le 12 mai de l'an dernier.",
        expect![[r#"
        mars de l'année dernière = date 2021-03
        12 mai de l'an dernier = date 2021-05-12
    "#]],
    );
    check(
        "Réunion le 20 02 2014, le 3-12 sept. et le 5 oct.",
        expect![[r#"
        20 02 2014 = date 2014-02-20
        3-12 sept. = period 2021-09-03/2021-09-12
        5 oct. = date 2021-10-05
    "#]],
    );
    check(
        "Le premier quart de 2016, toute la semaine, toute l'année.",
        expect![[r#"
            premier quart de 2016 = date 2016-Q1
            toute la semaine = duration 1 week P1W
            toute l'année = duration 1 year P1Y
        "#]],
    );
}

#[test]
fn hours_without_a_unit() {
    check(
        "Il est parti à sept trente ; il reviendra demain matin à 7.",
        expect![[r#"
            sept trente = time T07:30
            demain matin à 7 = datetime 2022-01-07T07
        "#]],
    );
    check(
        "Ouvert de 14 à 16 demain, de 5 à 7 du soir, chaque nuit à 21.",
        expect![[r#"
        de 14 à 16 demain = period 2022-01-07T14/2022-01-07T16
        de 5 à 7 du soir = period T17/T19
        chaque nuit à 21 = set T21
    "#]],
    );
    check(
        "Jeudi après 9h30, puis après 16h le 1er novembre, plus tard dans la soirée.",
        expect![[r#"
            Jeudi après 9h30 = period 2022-01-06T09:30/..
            après 16h le 1er novembre = period 2021-11-01T16/..
            plus tard dans la soirée = datetime 2021-11-01TEV
        "#]],
    );
    check(
        "Il est 7 heures. Après 3 heures de débat, c'est 8 heures de travail.",
        expect![[r#"
        7 heures = time T07
        3 heures = duration 3 hour PT3H
        8 heures = duration 8 hour PT8H
    "#]],
    );
    check(
        "Ils ont fini à 10 contre 11, à deux cents mètres du but.",
        expect![[r#"
        10 = cardinal 10
        11 = cardinal 11
        deux cents mètres = quantity 200 meter
    "#]],
    );
    check(
        "Il publie annuellement, et quotidiennement en été.",
        expect![[r#"
        annuellement = set P1Y
        quotidiennement = set P1D
        été = date 2022-SU
    "#]],
    );
}

#[test]
fn degrees_below_zero() {
    check(
        "Dix au-dessous de zéro, puis 5 degrés en dessous de zéro.",
        expect![[r#"
        Dix au-dessous de zéro = quantity -10 degree
        5 degrés en dessous de zéro = quantity -5 degree
    "#]],
    );
}

#[test]
fn tenses_of_adjacent_clauses() {
    check(
        "Le 17 avril, il prononcera un discours, dans lequel il pourrait répondre.",
        expect![[r#"
            17 avril = date 2022-04-17
        "#]],
    );
    check(
        "Dimanche aux environs de 22 heures, une fusillade a éclaté.",
        expect![[r#"
            Dimanche aux environs de 22 heures = datetime 2022-01-02T22
        "#]],
    );
    check(
        "Les épreuves ont lieu à Tallinn et se terminent le 12 janvier.",
        expect![[r#"
        12 janvier = date 2022-01-12
    "#]],
    );
    check(
        "L'école sera fermée demain vendredi 7 janvier 2022.",
        expect![[r#"
        demain vendredi 7 janvier 2022 = date 2022-01-07
    "#]],
    );
    check(
        "Dans la nuit de mercredi à jeudi, puis de vendredi à lundi.",
        expect![[r#"
        nuit de mercredi à jeudi = period 2022-01-05TNI/2022-01-06
        de vendredi à lundi = period 2021-12-31/2022-01-03
    "#]],
    );
}

#[test]
fn phrases_that_only_look_like_figures() {
    check("Le palais des sports d'hiver ; un phénomène tous les deux à quatre ans.", expect![[""]]);
    check(
        "Une manifestante de 63 ans a vu trois fois plus d'eau.",
        expect![[r#"
        63 ans = age 63 year
        trois fois = ratio 3
    "#]],
    );
}

#[test]
fn meal_times_and_programme_days() {
    check(
        "L'attentat a eu lieu à l'heure du déjeuner ; ils préparent le dîner.",
        expect![[r#"
        à l'heure du déjeuner = period T12/T14
    "#]],
    );
    check(
        "Lun. : fermé. Le bateau est en mer.",
        expect![[r#"
        Lun. = date 2022-01-03
    "#]],
    );
}

#[test]
fn hours_before_a_part_of_the_day() {
    check(
        "Rendez-vous à 8 ce soir, ou à 7, ce matin ; ils étaient 8 ce soir.",
        expect![[r#"
        8 ce soir = datetime 2022-01-06T20
        7, ce matin = datetime 2022-01-06T07
        8 = cardinal 8
        ce soir = datetime 2022-01-06TEV
    "#]],
    );
}

#[test]
fn beginning_and_end_of_the_day_have_hours_but_not_of_the_night() {
    check(
        "En fin de matinée, mardi en début de soirée ; jeudi tard dans la nuit, en fin de nuit.",
        expect![[r#"
            fin de matinée = period T10/T12
            mardi en début de soirée = period 2022-01-04T18/2022-01-04T21
            jeudi tard dans la nuit = datetime 2022-01-06TNI
            fin de nuit = time TNI
        "#]],
    );
}

#[test]
fn opening_hours() {
    check(
        "Ouvert de 9 h à 12 h (9 h-12 h et 14 h-17 h 30), tous les jours sauf le mardi. Durée : 1 h 45. Il arrive à \
         trois heures. Cela prend d'une à trois heures. Les vendredi 4 et samedi 5 mars. Moins de 12 ans : 8 €.",
        expect![[r#"
            de 9 h à 12 h = period T09/T12
            9 h-12 h = period T09/T12
            14 h-17 h 30 = period T14/T17:30
            tous les jours = set P1D
            mardi = set XXXX-WXX-2
            1 h 45 = duration 1.75 hour PT1H45M
            trois heures = time T03
            d'une à trois heures = duration [1..3] hour
            vendredi 4 = date 2022-03-04
            samedi 5 mars = date 2022-03-05
            Moins de 12 ans = age 12 [..12] year
            8 € = money 8 EUR
        "#]],
    );
}

#[test]
fn hours_up_to_midnight_and_models() {
    check(
        "Ouvert de 8 heures à minuit. Il émet 28 fois moins de CO2 et 3 fois plus de bruit.",
        expect![[r#"
        de 8 heures à minuit = period T08/T24
        28 fois = ratio 0.035714
        3 fois = ratio 3
    "#]],
    );
    check(
        "Une 308 blanche et un 12 avril. En octobre 35 % de pluie. Un 45 m² à vendre, un 3 pièces.",
        expect![[r#"
            12 avril = date 2022-04-12
            octobre = date 2021-10
            35 % = percent 35 percent
            45 m² = quantity 45 square-meter
            3 = cardinal 3, counts "pièces"
        "#]],
    );
}

#[test]
fn midnight_ends_the_day() {
    check(
        "Il expire le 31 mars à minuit. Le couvre-feu durera jusqu'à samedi minuit.",
        expect![[r#"
        31 mars à minuit = datetime 2022-04-01T00
        jusqu'à samedi minuit = period ../2022-01-09T00
    "#]],
    );
    check(
        "La loi est entrée en vigueur le 1er janvier à minuit.",
        expect![[r#"
        1er janvier à minuit = datetime 2022-01-01T00
    "#]],
    );
    check(
        "De 21 heures à minuit, puis à minuit et demi.",
        expect![[r#"
        De 21 heures à minuit = period T21/T24
        minuit et demi = time T00:30
    "#]],
    );
}

#[test]
fn hours_after_noon() {
    check(
        "Vers 6 h 20 p.m., à 7 p. m., à 11 p.m. puis à 2 h 05 pm.",
        expect![[r#"
            6 h 20 p.m = time T18:20
            7 p. m. = time T19
            11 p.m = time T23
            2 h 05 pm = time T14:05
        "#]],
    );
}

#[test]
fn a_live_report() {
    check(
        "15h20 : 41,7 % de grévistes.",
        expect![[r#"
        15h20 = time T15:20
        41,7 % = percent 41.7 percent
    "#]],
    );
    check(
        "Une nouvelle journée jeudi 13 janvier.",
        expect![[r#"
        jeudi 13 janvier = date 2022-01-13
    "#]],
    );
    check(
        "Vigilance jusqu'à samedi 9 heures.",
        expect![[r#"
        jusqu'à samedi 9 heures = period ../2022-01-08T09
    "#]],
    );
}

#[test]
fn opening_hours_by_day() {
    check(
        "Ouvert du mercredi au dimanche, 9 h 30-17 h.",
        expect![[r#"
            du mercredi au dimanche = set XXXX-WXX-3/XXXX-WXX-7
            9 h 30-17 h = period T09:30/T17
        "#]],
    );
    check(
        "Fermé de 12 h à 14 h du lundi au jeudi.",
        expect![[r#"
            de 12 h à 14 h = period T12/T14
            du lundi au jeudi = set XXXX-WXX-1/XXXX-WXX-4
        "#]],
    );
}
