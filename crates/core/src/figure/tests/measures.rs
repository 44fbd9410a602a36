//! Quantities, shares, scores and ranges that look like something else.

use super::check;
use expect_test::expect;

#[test]
fn halves_without_a_noun() {
    check(
        "Le pays est coupé en deux par un mur ; il vient en deux mots, en un jour.",
        expect![[r#"
            deux = cardinal 2, counts "mots"
            un jour = duration 1 day P1D
        "#]],
    );
}

#[test]
fn the_ends_of_a_range_have_the_same_measure() {
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
fn words_for_currencies_keep_their_other_meanings() {
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
fn shares_sums_and_ages_in_words() {
    check(
        "Les deux cinquièmes du budget ; les deux premiers jours ; un euro cinquante, trois euros vingt.",
        expect![[r#"
            deux cinquièmes = ratio 0.4
            deux premiers jours = duration 2 day P2D
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
fn multiples_and_scores_are_not_ranges() {
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
            9,7 = percent 9.7 percent
            9,5 % = percent 9.5 percent
            22,50 = money 22.5 EUR
            1 euro = money 1 EUR
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
            10¹² bits = quantity 1000000000000 bit
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
fn consecutive_shares() {
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
