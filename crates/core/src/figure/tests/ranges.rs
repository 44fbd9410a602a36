//! Ranges, lists, and agreement with a number.

use super::check;
use expect_test::expect;

#[test]
fn historical_years() {
    check(
        "La peste tua, entre 1347 et 1352, un tiers du pays. Il régna de 1419 à 1467. La famine de 1315-1317, les \
         registres de 1385, du XIIIe au XVe siècle.",
        expect![[r#"
            entre 1347 et 1352 = period 1347/1352
            un tiers = ratio 0.333333
            de 1419 à 1467 = period 1419/1467
            1315-1317 = period 1315/1317
            1385 = date 1385
            du XIIIe au XVe siècle = period 12XX/14XX
        "#]],
    );
    check(
        "Ils étaient entre 1500 et 2000. Entre 1500 et 1800 personnes.",
        expect![[r#"
        entre 1500 et 2000 = cardinal [1500..2000]
        Entre 1500 et 1800 = cardinal [1500..1800], counts "personnes"
    "#]],
    );
}

#[test]
fn ranges_in_two_units() {
    check(
        "Une crèche (de 18 mois à 3 ans). Il risque de six mois à un an de prison.",
        expect![[r#"
        de 18 mois à 3 ans = age [1.5..3] year
        de six mois à un an = duration [0.5..1] year
    "#]],
    );
    check(
        "Dix-sept aces, dont un à 223 km/h. Un à deux ans.",
        expect![[r#"
        Dix-sept = cardinal 17, counts "aces"
        223 km/h = quantity 223 kilometer-per-hour
        Un à deux ans = duration [1..2] year
    "#]],
    );
}

#[test]
fn figures_listed_by_place() {
    check(
        "Il fera 12 degrés à Lille, 14 à Paris et 9 seulement à Brest. Le taux est de 12 % dans le Nord, 9 en Corse. \
         Cela coûte 3 euros à Lyon.",
        expect![[r#"
            12 degrés = quantity 12 degree
            14 = quantity 14 degree
            9 = quantity 9 degree
            12 % = percent 12 percent
            9 = percent 9 percent
            3 euros = money 3 EUR
        "#]],
    );
}

#[test]
fn the_number_agrees_with_its_unit() {
    check(
        "Les 13 dernières minutes, 13 dernière minute, les deux dernières semaines.",
        expect![[r#"
        13 dernières minutes = duration 13 minute PT13M
        13 = cardinal 13
        deux dernières semaines = period 2021-12-23/2022-01-06
    "#]],
    );
    check(
        "Comptez 15 bonnes minutes, deux petites heures. Un bus toutes les 15 à 20 min.",
        expect![[r#"
        15 bonnes minutes = duration 15 minute PT15M
        deux petites heures = duration 2 hour PT2H
        15 à 20 min = duration [15..20] minute
    "#]],
    );
}

#[test]
fn mean_ages() {
    check(
        "L'âge moyen atteint 38,9 ans. L'âge légal passe de 62 à 64 ans. L'âge moyen des mères est de 30,8 ans.",
        expect![[r#"
            38,9 ans = age 38.9 year
            62 = age 62 year
            64 ans = age 64 year
            30,8 ans = age 30.8 year
        "#]],
    );
}

#[test]
fn tables_and_tie_breaks() {
    check(
        "Classement : 1. Lens 45 pts, 2. Nice 40 pts. Elle gagne 7-6 (5), 6-7 (5/7).",
        expect![[r#"
            45 = cardinal 45, counts "pts"
            40 = cardinal 40, counts "pts"
            7-6 = score [7..6]
            6-7 = score [6..7]
            5/7 = score [5..7]
        "#]],
    );
    check(
        "T12:34:20, −3, –16 °C. Il a fait –16 °C.",
        expect![[r#"
        12:34:20 = time T12:34:20
        −3 = cardinal -3
        –16 °C = quantity -16 celsius
        –16 °C = quantity -16 celsius
    "#]],
    );
}

#[test]
fn fractions_without_an_amount_and_names() {
    check(
        "La moitié avec sursis, dont la moitié ferme. Le demi d'ouverture. Un bureau de vote sur dix. L'ONG Veille \
         citoyenne.",
        expect![[r#"
            moitié = ratio 0.5
            Un bureau de vote sur dix = ratio 0.1
        "#]],
    );
}

#[test]
fn durations_and_adjacent_ages() {
    check(
        "Le jour de ses 63 ans, à 15 000 ans près (−195 000 ans). Entendu pendant six heures mardi, 3 min 27 s.",
        expect![[r#"
            63 ans = age 63 year
            15 000 ans = duration 15000 year P15000Y
            −195 000 ans = duration -195000 year
            six heures = duration 6 hour PT6H
            mardi = date 2022-01-04
            3 min 27 s = duration 3.45 minute PT3M27S
        "#]],
    );
    check(
        "Ouvert de 14 à 19 h, le lundi. Entre mars 1987 et l'automne 1989. Le prix du mil.",
        expect![[r#"
        de 14 à 19 h, le lundi = period 2022-01-03T14/2022-01-03T19
        Entre mars 1987 et l'automne 1989 = period 1987-03/1989-FA
    "#]],
    );
}

#[test]
fn compared_numbers() {
    check(
        "L'huile à 9,90 € le litre, contre 6,15. Trois fois et demie moins. À 60 milles des côtes. 7 milliards d'anciens \
         francs. Une heure sur dix, un jour sur deux.",
        expect![[r#"
            9,90 € = money 9.9 EUR
            6,15 = money 6.15 EUR
            Trois fois et demie moins = ratio 0.285714
            60 milles = quantity 60 nautical-mile
            7 milliards d'anciens francs = money 7000000000 FRF
            Une heure sur dix = ratio 0.1
            un jour sur deux = set P2D
        "#]],
    );
    check(
        "Une équipe de 24 ans de moyenne d'âge.",
        expect![[r#"
            24 ans = age 24 year
        "#]],
    );
}

#[test]
fn doubles_lists_of_days_and_other_numbers_with_an_article() {
    check(
        "Un coût de 10 milliards, le double de ce que prévoyait l'État. Le 3e de Ligue 2 les 22 et 29 mai. Entrée : \
         10 €, moins de 16 ans à 5 €. Le 14-Juillet s'annonce plus frais de 2 °C.",
        expect![[r#"
            10 milliards = cardinal 10000000000
            double = ratio 2
            3e = ordinal 3
            22 = date 2022-05-22
            29 mai = date 2022-05-29
            10 € = money 10 EUR
            moins de 16 ans = age 16 [..16] year
            5 € = money 5 EUR
            14-Juillet = date 2021-07-14
            2 °C = quantity 2 celsius
        "#]],
    );
}

#[test]
fn old_and_new_values_are_not_a_range() {
    check(
        "Le tarif passera en revanche de 3,20 € à 3,50 €, le bilan est passé de 12 à 15 morts.",
        expect![[r#"
            3,20 € = money 3.2 EUR
            3,50 € = money 3.5 EUR
            12 = cardinal 12, counts "morts"
            15 = cardinal 15, counts "morts"
        "#]],
    );
    check(
        "La part est passée de 12 à 15 %, pour des prix de 3 à 5 euros.",
        expect![[r#"
            12 = percent 12 percent
            15 % = percent 15 percent
            de 3 à 5 euros = money [3..5] EUR
        "#]],
    );
    check(
        "Une rivière née il y a entre 2,1 et 1,4 million d'années.",
        expect![[r#"
        entre 2,1 et 1,4 million d'années = duration [1400000..2100000] year
    "#]],
    );
}
