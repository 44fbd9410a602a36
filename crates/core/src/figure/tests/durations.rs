//! Durations, ages and race results that look like something else.

use super::check;
use expect_test::expect;

#[test]
fn durations_that_look_like_clock_times() {
    check(
        "Un film d'une durée de 2h30 ; le match a duré 1h45 ; il dure environ 2 h 10.",
        expect![[r#"
        2h30 = duration 2.5 hour PT2H30M
        1h45 = duration 1.75 hour PT1H45M
        environ 2 h 10 = duration ~ 2.166667 hour PT2H10M
    "#]],
    );
    check(
        "Le film de 20h50, le train de 8h40, un discours de 2h15.",
        expect![[r#"
        20h50 = time T20:50
        8h40 = time T08:40
        2h15 = duration 2.25 hour PT2H15M
    "#]],
    );
    check(
        "Il a 24 heures pour répondre ; elle est venue il y a deux heures.",
        expect![[r#"
        24 heures = duration 24 hour PT24H
        deux heures = duration 2 hour PT2H
    "#]],
    );
    check(
        "Il a gagné en 2 h 05 min 30 s, elle en 1 heure 56 minutes et 10 secondes, après 5 à 6 h de route.",
        expect![[r#"
            2 h 05 min 30 s = duration 2.091667 hour PT2H5M30S
            1 heure 56 minutes et 10 secondes = duration 1.936111 hour PT1H56M10S
            5 à 6 h = duration [5..6] hour
        "#]],
    );
}

#[test]
fn heights_weights_and_ages_of_people() {
    check(
        "Les plus de 65 ans, les moins de 18 ans ; elle fêtera ses 50 ans.",
        expect![[r#"
        plus de 65 ans = age 65 [65..] year
        moins de 18 ans = age 18 [..18] year
        50 ans = age 50 year
    "#]],
    );
    check(
        "Il mesure 1 m 80 ; le mur de 3 mètres 20 ; il coûte 3 euros 80 ; 3 km 50.",
        expect![[r#"
            1 m 80 = quantity 1.8 meter
            3 mètres 20 = quantity 3.2 meter
            3 euros 80 = money 3.8 EUR
            3 km = quantity 3 kilometer
            50 = cardinal 50
        "#]],
    );
    check(
        "Les deux tiers des voix ; les deux hommes.",
        expect![[r#"
        deux tiers = ratio 0.666667
    "#]],
    );
}

#[test]
fn figures_of_sport() {
    check(
        "Ils gagnent 2 buts à 1 et trois sets à deux ; le relais 4 x 100 m en 1:10.62.",
        expect![[r#"
            2 buts à 1 = score [2..1]
            trois sets à deux = score [3..2]
            100 m = quantity 100 meter
            1:10.62 = duration 1.177 minute PT1M10.62S
        "#]],
    );
    check(
        "Elle combat en -57 kg ; 8e de finale à 18h ; les huitièmes de finale.",
        expect![[r#"
        -57 kg = quantity 57 [..57] kilogram
        18h = time T18
    "#]],
    );
}

#[test]
fn ages_in_brackets_and_coming_durations() {
    check(
        "Paul (84 ans), Ali, 39 ans (né à Lyon), a une minute quarante d'avance.",
        expect![[r#"
        84 ans = age 84 year
        39 ans = age 39 year
        une minute quarante = duration 1.666667 minute PT1M40S
    "#]],
    );
}

#[test]
fn ages_and_race_durations_are_single_figures() {
    check(
        "Un bébé de dix-huit mois d'âge. Les plus de 60 ans six mois après. Il court en 4 min 35 s 48, puis \
         9 s 58 ; elle skie en 31'38''4.",
        expect![[r#"
            dix-huit mois d'âge = age 1.5 year
            plus de 60 ans = age 60 [60..] year
            six mois après = date
            4 min 35 s 48 = duration 4.591333 minute PT4M35.48S
            9 s 58 = duration 9.58 second PT9.58S
            31'38''4 = duration 31.64 minute PT31M38.4S
        "#]],
    );
}

#[test]
fn times_of_races_to_the_thousandth() {
    check(
        "Elle signe 1'28\"604, soit 0\"312 de mieux, avec 41\" d'avance.",
        expect![[r#"
        1'28"604 = duration 1.476733 minute PT1M28.604S
        0"312 = duration 0.312 second PT0.312S
        41" = duration 41 second PT41S
    "#]],
    );
    check(
        "Un essai à la 80e+3 ; 5 h 02'17'' de course.",
        expect![[r#"
        80e+3 = ordinal 80
        5 h 02'17'' = duration 5.038056 hour PT5H2M17S
    "#]],
    );
}

#[test]
fn durations_that_look_like_hours_of_the_day() {
    check(
        "« Le Fleuve » (Suède, 2 h 12), puis « Rive », 1 h 38, avec un débat.",
        expect![[r#"
        2 h 12 = duration 2.2 hour PT2H12M
        1 h 38 = duration 1.633333 hour PT1H38M
    "#]],
    );
    check(
        "Durée totale : 3 h 05. Lyon est à 1 h 57 au lieu de 2 h 40.",
        expect![[r#"
        3 h 05 = duration 3.083333 hour PT3H5M
        1 h 57 = duration 1.95 hour PT1H57M
        2 h 40 = duration 2.666667 hour PT2H40M
    "#]],
    );
    check(
        "Le trajet est passé de 4 h 20 à 3 h 35, et on part à 4 h 20.",
        expect![[r#"
        4 h 20 = duration 4.333333 hour PT4H20M
        3 h 35 = duration 3.583333 hour PT3H35M
        4 h 20 = time T04:20
    "#]],
    );
    check(
        "Il a fallu attendre 21 h 40 pour le savoir.",
        expect![[r#"
        21 h 40 = time T21:40
    "#]],
    );
}

#[test]
fn ages_with_bounds() {
    check(
        "Chez les 75 ans et plus, et 12 ans et plus de loyers.",
        expect![[r#"
        75 ans et plus = age 75 [75..] year
        12 ans = duration 12 year P12Y
    "#]],
    );
    check(
        "Dès 8 ans. Âge minimum : 14 ans. Une femme 62 ans.",
        expect![[r#"
        8 ans = age 8 year
        14 ans = age 14 year
        62 ans = age 62 year
    "#]],
    );
    check(
        "Le suivi est fixé à cinq ans ; la retraite, fixée à 63 ans.",
        expect![[r#"
        cinq ans = duration 5 year P5Y
        63 ans = age 63 year
    "#]],
    );
    check(
        "Elle a régné huit ans, deux mois et cinq jours.",
        expect![[r#"
        huit ans = duration 8 year P8Y
        deux mois et cinq jours = duration 2 month P2M5D
    "#]],
    );
}

#[test]
fn race_durations_in_hours_and_tenths() {
    check(
        "Elle gagne en 31'08\"4, 6\"2 devant Lund ; 1h21'05\"733 en course.",
        expect![[r#"
        31'08"4 = duration 31.14 minute PT31M8.4S
        6"2 = duration 6.2 second PT6.2S
        1h21'05"733 = duration 1.351389 hour PT1H21M5S
    "#]],
    );
    check(
        "Le vainqueur (3:41:09) et « 12\" 40 coureurs ».",
        expect![[r#"
        3:41:09 = duration 3.685833 hour PT3H41M9S
        12 = cardinal 12
        40 = cardinal 40, counts "coureurs"
    "#]],
    );
}

#[test]
fn ages_next_to_durations() {
    check(
        "Le chef, 51 ans dont 20 à ce poste, et sa sœur, de neuf ans sa cadette.",
        expect![[r#"
        51 ans = age 51 year
        20 = cardinal 20
        neuf ans = duration 9 year P9Y
    "#]],
    );
    check(
        "Des frères âgés aujourd'hui de 40 à 52 ans ; une voisine enceinte de sept mois.",
        expect![[r#"
            aujourd'hui = date 2022-01-06
            de 40 à 52 ans = age [40..52] year
            sept mois = duration 7 month P7M
        "#]],
    );
    check(
        "L'affaire remonte à vingt ans.",
        expect![[r#"
        vingt ans = duration 20 year P20Y
    "#]],
    );
    check(
        "Un documentaire de 2 h 25, en moins de 4 h 10, suivi à 21 h 30 d'un débat à 3 h 15 de Nice.",
        expect![[r#"
            2 h 25 = duration 2.416667 hour PT2H25M
            moins de 4 h 10 = duration 4.166667 [..4.166666666666667] hour PT4H10M
            21 h 30 = time T21:30
            3 h 15 = duration 3.25 hour PT3H15M
        "#]],
    );
}

#[test]
fn parts_of_prison_sentences_and_first_units() {
    check(
        "Cinq ans de prison, dont trois avec sursis, et les 72 premières heures.",
        expect![[r#"
        Cinq ans = duration 5 year P5Y
        trois = duration 3 year P3Y
        72 premières heures = duration 72 hour PT72H
    "#]],
    );
    check(
        "Le récital dure 1 h 50 sans entracte, pendant deux millénaires.",
        expect![[r#"
        1 h 50 = duration 1.833333 hour PT1H50M
        deux millénaires = duration 2 millennium P2000Y
    "#]],
    );
    check(
        "Il a 11'' d'avance et 34'' sur le suivant.",
        expect![[r#"
        11'' = duration 11 second PT11S
        34'' = duration 34 second PT34S
    "#]],
    );
    check(
        "Un contrat d'électricité de douze ans, et « j'avais dix-sept ans ».",
        expect![[r#"
        douze ans = duration 12 year P12Y
        dix-sept ans = age 17 year
    "#]],
    );
    check(
        "Roger et Denise, 79 et 76 ans, sont réveillés.",
        expect![[r#"
        79 = age 79 year
        76 ans = age 76 year
    "#]],
    );
}

#[test]
fn ages_of_several_people_and_of_things() {
    check(
        "Ses fils, qui ont 6 et 11 ans ; un record vieux de 23 ans, plus vieux de 2 ans ; morte entre 55 et 65 ans, mort \
         deux ans après. Ils ont 2 et 3 ans pour payer. \
         Elle a trois mois pour payer, ils ont deux ans devant eux, le bébé a trois mois.",
        expect![[r#"
            6 = age 6 year
            11 ans = age 11 year
            23 ans = age 23 year
            2 ans = duration 2 year P2Y
            entre 55 et 65 ans = age [55..65] year
            deux ans après = date
            2 = cardinal 2
            3 ans = duration 3 year P3Y
            trois mois = duration 3 month P3M
            deux ans = duration 2 year P2Y
            trois mois = age 0.25 year
        "#]],
    );
}

#[test]
fn durations_in_hours_are_not_clock_times() {
    check(
        "Un trajet de moins d'1h30. Elle joue cinq à six heures chaque nuit, à environ 4h30.",
        expect![[r#"
        moins d'1h30 = duration 1.5 [..1.5] hour PT1H30M
        cinq à six heures = duration [5..6] hour
        chaque nuit = set TNI
        4h30 = time T04:30
    "#]],
    );
}

#[test]
fn hours_with_a_bound_and_next_to_durations() {
    check(
        "75 % pour plus de 3h, entre 45 minutes et 3h40, un temps qui dépasse 11 h, contre 6 h 30 ; une grève de 24 \
         heures mardi, vers 3h, à environ 3h30.",
        expect![[r#"
            75 % = percent 75 percent
            plus de 3h = duration 3 [3..] hour PT3H
            entre 45 minutes et 3h40 = duration [0.75..3.6666666666666665] hour
            11 h = duration 11 hour PT11H
            6 h 30 = time T06:30
            24 heures = duration 24 hour PT24H
            mardi, vers 3h = datetime 2022-01-04T03
            3h30 = time T03:30
        "#]],
    );
}

#[test]
fn waits_of_some_hours_and_leads_in_a_race() {
    check(
        "L'attente est de 4 à 6 heures. Il a 3'41\" d'avance, puis 2'05.",
        expect![[r#"
            de 4 à 6 heures = duration [4..6] hour
            3'41" = duration 3.683333 minute PT3M41S
            2'05 = duration 2.083333 minute PT2M5S
        "#]],
    );
}
