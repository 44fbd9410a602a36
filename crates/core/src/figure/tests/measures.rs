//! Lengths, ages, scores and ranges that look like something else.

use super::check;
use expect_test::expect;

#[test]
fn lengths_that_look_like_times() {
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
fn measures_of_people() {
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
fn halves_that_count_nothing() {
    check(
        "Le pays est coupé en deux par un mur ; il vient en deux mots, en un jour.",
        expect![[r#"
            deux = cardinal 2, counts "mots"
            un jour = duration 1 day P1D
        "#]],
    );
}

#[test]
fn ranges_have_like_ends() {
    check(
        "Il a perdu 1,13 % à 6 543,21 points ; le Brent gagne 45 cents à 82,30 dollars.",
        expect![[r#"
        1,13 % = percent 1.13 percent
        6 543,21 = cardinal 6543.21, counts "points"
        45 cents = money 0.45 USD
        82,30 dollars = money 82.3 USD
    "#]],
    );
    check(
        "Elle vaut 3 % à 5 %, de 10 euros à 1 000 euros, 2 à 3 fois par an.",
        expect![[r#"
            3 % à 5 % = percent [3..5] percent
            de 10 euros à 1 000 euros = money [10..1000] EUR
            2 à 3 = cardinal [2..3]
        "#]],
    );
    check(
        "À 13h, 15h et 17h ; à 8 heures et 20 heures ; samedi entre 14 h et 16 h ; 9h-11h.",
        expect![[r#"
        13h = time T13
        15h = time T15
        17h = time T17
        8 heures = time T08
        20 heures = duration 20 hour PT20H
        samedi entre 14 h et 16 h = period 2022-01-01T14/2022-01-01T16
        9h-11h = period T09/T11
    "#]],
    );
    check(
        "Les 18-25 ans, des jeunes de 15 à 25 ans, un bail de 3 à 6 ans.",
        expect![[r#"
        18-25 ans = age [18..25] year
        de 15 à 25 ans = age [15..25] year
        de 3 à 6 ans = duration [3..6] year
    "#]],
    );
}

#[test]
fn ranks_and_halves() {
    check(
        "Il passe du sixième au cinquième rang ; du 1er au 5 mai 2021.",
        expect![[r#"
        sixième = ordinal 6
        cinquième = ordinal 5
        du 1er au 5 mai 2021 = period 2021-05-01/2021-05-05
    "#]],
    );
    check(
        "Plus d'un demi-milliard d'euros, un demi-million de voix, un demi-verre.",
        expect![[r#"
        Plus d'un demi-milliard d'euros = money 500000000 [500000000..] EUR
        un demi-million = cardinal 500000, counts "voix"
    "#]],
    );
    check(
        "Il réduit de 7 à 3 le nombre de taxes ; 20-30 fois la bombe ; le 49-3 ; un score de 2 à 1.",
        expect![[r#"
            7 = cardinal 7
            3 = cardinal 3
            20-30 = cardinal [20..30]
            2 à 1 = score [2..1]
        "#]],
    );
    check(
        "Il a passé trente ans ici ; il faut attendre 1 h 30. Plus tôt dans l'après-midi, il a plu.",
        expect![[r#"
            trente ans = duration 30 year P30Y
            1 h 30 = duration 1.5 hour PT1H30M
            Plus tôt dans l'après-midi = datetime 2022-01-06TAF
        "#]],
    );
}

#[test]
fn words_of_currencies_are_words_still() {
    check(
        "Il remporte une seconde couronne ; un homme suisse de 30 ans ; une seconde de retard.",
        expect![[r#"
            30 ans = age 30 year
            une seconde = duration 1 second PT1S
        "#]],
    );
    check(
        "Le baril vaut 71,50 $ américains et 90 $ canadiens.",
        expect![[r#"
        71,50 $ américains = money 71.5 USD
        90 $ canadiens = money 90 CAD
    "#]],
    );
}

#[test]
fn ages_in_brackets_and_lengths_ahead() {
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
fn shares_sums_and_ages_in_words() {
    check(
        "Les deux cinquièmes du budget ; les deux premiers jours ; un euro cinquante, trois euros vingt.",
        expect![[r#"
            deux cinquièmes = ratio 0.4
            deux = cardinal 2, counts "premiers jours"
            un euro cinquante = money 1.5 EUR
            trois euros vingt = money 3.2 EUR
        "#]],
    );
    check(
        "Une dame de 90 ans, à trente ans passés, un vin de 12 ans d'âge, les trois mois passés.",
        expect![[r#"
            90 ans = age 90 year
            trente ans passés = age 30 year
            12 ans d'âge = age 12 year
            trois mois passés = period 2021-10-01/2021-12-31
        "#]],
    );
}

#[test]
fn units_after_words_and_ranges_below_zero() {
    check(
        "À 628 millions de km, il fait de -5 à -10 degrés. Il a une chance sur 560. Les années 1970-1980, 2 MWh, MM. Blanc.",
        expect![[r#"
            628 millions de km = quantity 628000000 kilometer
            de -5 à -10 degrés = quantity [-10..-5] degree
            une chance sur 560 = ratio 0.001786
            années 1970-1980 = period 197X/198X
            2 MWh = quantity 2 megawatt-hour
        "#]],
    );
}

#[test]
fn multiples_and_scores_are_told_from_ranges() {
    check(
        "C'est deux fois et demie le budget, près de trois fois celui de 2020, 8,6 fois la masse.",
        expect![[r#"
            deux fois et demie = ratio 2.5
            près de trois fois = ratio ~ 3
            2020 = date 2020
            8,6 fois = ratio 8.6
        "#]],
    );
    check(
        "Il fera 24 à 28 l'après-midi. Lens a fait 2 à 2 ; Lyon s'est incliné 1 à 3. Un nouveau-né sur 3 500.",
        expect![[r#"
            24 à 28 = cardinal [24..28]
            après-midi = time TAF
            2 à 2 = score [2..2]
            1 à 3 = score [1..3]
            Un nouveau-né sur 3 500 = ratio 0.000286
        "#]],
    );
}

#[test]
fn ages_and_times_of_races_are_whole() {
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
fn ends_of_a_range_share_their_thousands_and_unit() {
    check(
        "De 5 à 6.000 personnes, 10 à 15 000 manifestants, de 1 à 10 000.",
        expect![[r#"
        De 5 à 6.000 = cardinal [5000..6000], counts "personnes"
        10 à 15 000 = cardinal [10000..15000], counts "manifestants"
        de 1 à 10 000 = cardinal [1..10000]
    "#]],
    );
    check(
        "Le chômage passe de 9,7 à 9,5 %, la taxe de 22,50 à 1 euro.",
        expect![[r#"
        de 9,7 à 9,5 % = percent [9.5..9.7] percent
        de 22,50 à 1 euro = money [1..22.5] EUR
    "#]],
    );
}

#[test]
fn signs_powers_and_units_of_science() {
    check(
        "Une dette de 4 675 −8,7 % et −5 €. De 10⁴ à 10⁵ cellules, 10¹² bits, 2021² (note).",
        expect![[r#"
        4 675 = cardinal 4675
        −8,7 % = percent -8.7 percent
        −5 € = money -5 EUR
        De 10⁴ à 10⁵ = cardinal [10000..100000], counts "cellules"
        10¹² = cardinal 1000000000000, counts "bits"
        2021 = date 2021
    "#]],
    );
    check(
        "Un volume de 15 à 18 km³, un flux de 85 mW/m², à 20 ℃.",
        expect![[r#"
        de 15 à 18 km³ = quantity [15..18] cubic-kilometer
        85 mW/m² = quantity 85 milliwatt-per-square-meter
        20 ℃ = quantity 20 celsius
    "#]],
    );
}

#[test]
fn shares_one_after_the_other() {
    check(
        "Un train sur deux et deux métros sur trois roulent. Entre 255 et 295 sièges sur 577. La cotisation à 43 ans. \
         Elle sera là le 26 (16 h).",
        expect![[r#"
            Un train sur deux = ratio 0.5
            deux métros sur trois = ratio 0.666667
            Entre 255 et 295 = cardinal [255..295], counts "sièges"
            577 = cardinal 577
            43 ans = duration 43 year P43Y
            26 = date 2022-01-26
            16 h = time T16
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
fn lengths_that_look_like_hours() {
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
fn ages_from_one_on() {
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
fn bounds_that_are_nouns() {
    check(
        "Une amende d'un maximum de 800 euros, pour un minimum de trois jours.",
        expect![[r#"
        maximum de 800 euros = money 800 [..800] EUR
        minimum de trois jours = duration 3 [3..] day P3D
    "#]],
    );
    check(
        "Ils étaient 400 au plus fort de la nuit, 90 au plus.",
        expect![[r#"
        400 = cardinal 400
        90 au plus = cardinal 90 [..90]
    "#]],
    );
    check(
        "Une densité de 5,5 g/cm³ ; un toit de 9 kWc.",
        expect![[r#"
        5,5 g/cm³ = quantity 5.5 gram-per-cubic-centimeter
        9 kWc = quantity 9 kilowatt
    "#]],
    );
}

#[test]
fn tenths_and_hours_of_races() {
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
fn ages_beside_lengths() {
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
fn units_of_millions() {
    check(
        "La récolte atteint 7,9 Mt sur 1,2 Mha, à 66 q/ha ; le pays pompe 3,1 mb/j.",
        expect![[r#"
        7,9 Mt = quantity 7900000 tonne
        1,2 Mha = quantity 1200000 hectare
        66 q/ha = quantity 66 quintal-per-hectare
        3,1 mb/j = quantity 3100000 barrel-per-day
    "#]],
    );
    check(
        "Une dette de 14,2 mds de dollars, un loyer de 30 000 DA.",
        expect![[r#"
        14,2 mds de dollars = money 14200000000 USD
        30 000 DA = money 30000 DZD
    "#]],
    );
}
