//! Units of science and trade, and rates in them.

use super::check;
use expect_test::expect;

#[test]
fn units_of_science_and_trade() {
    check(
        "Un trou noir de 4 millions de masses solaires, à 3 parsecs ou 12 unités astronomiques.",
        expect![[r#"
            4 millions de masses solaires = quantity 4000000 solar-mass
            3 parsecs = quantity 3 parsec
            12 unités astronomiques = quantity 12 astronomical-unit
        "#]],
    );
    check(
        "La dose est de 20 millisieverts par an, 0,3 µSv/h, ou 5 000 becquerels par litre.",
        expect![[r#"
        20 millisieverts par an = quantity 20 millisievert-per-year
        0,3 µSv/h = quantity 0.3 microsievert-per-hour
        5 000 becquerels par litre = quantity 5000 becquerel-per-liter
    "#]],
    );
    check(
        "Il produit 12 mégatonnes, 3 Gt de CO2, 800 kt, 40 gigawattheures et 15 kilowatt-heures.",
        expect![[r#"
            12 mégatonnes = quantity 12000000 tonne
            3 Gt = quantity 3000000000 tonne
            800 kt = quantity 800000 tonne
            40 gigawattheures = quantity 40 gigawatt-hour
            15 kilowatt-heures = quantity 15 kilowatt-hour
        "#]],
    );
    check(
        "Le signal de 40 millisecondes tient en 64 bits, 3 pétaoctets, 2 électronvolts, 1 013 hectopascals.",
        expect![[r#"
            40 millisecondes = quantity 40 millisecond
            64 bits = quantity 64 bit
            3 pétaoctets = quantity 3 petabyte
            2 électronvolts = quantity 2 electronvolt
            1 013 hectopascals = quantity 1013 hectopascal
        "#]],
    );
    check(
        "L'or vaut 2 000 dollars pour 3 onces troy, le maïs 20 boisseaux, la bière 2 pintes.",
        expect![[r#"
            2 000 dollars = money 2000 USD
            3 onces troy = quantity 3 ounce-troy
            20 boisseaux = quantity 20 bushel
            2 pintes = quantity 2 pint
        "#]],
    );
}

#[test]
fn rates_per_hundred_and_rotation_speeds() {
    check(
        "Elle consomme 6,5 litres aux 100 kilomètres, 15 kWh aux 100 km, à 3 000 tours par minute.",
        expect![[r#"
            6,5 litres aux 100 kilomètres = quantity 6.5 liter-per-100-kilometer
            15 kWh aux 100 km = quantity 15 kilowatt-hour-per-100-kilometer
            3 000 tours par minute = quantity 3000 revolution-per-minute
        "#]],
    );
    check(
        "Il faut 10 litres pour 2 kg de fruits.",
        expect![[r#"
        10 litres = quantity 10 liter
        2 kg = quantity 2 kilogram
    "#]],
    );
    check(
        "Le taux est de 12 cas par million d'habitants.",
        expect![[r#"
        12 = cardinal 12, counts "cas"
    "#]],
    );
}

#[test]
fn fractions_of_a_point_and_of_a_dozen() {
    check(
        "La banque relève ses taux d'un quart de point, puis de 25 points de base et de 25 à 50 points de base.",
        expect![[r#"
            un quart de point = percent 0.25 percent
            25 points de base = percent 0.25 percent
            de 25 à 50 points de base = percent [0.25..0.5] percent
        "#]],
    );
    check(
        "La hausse de trois dixièmes de point suit celle d'un demi-point.",
        expect![[r#"
        trois dixièmes de point = percent 0.3 percent
        un demi-point = percent 0.5 percent
    "#]],
    );
    check(
        "Une demi-douzaine de navires, un quart de million d'euros, trois quarts de milliard de dollars.",
        expect![[r#"
            Une demi-douzaine = cardinal 6, counts "navires"
            un quart de million d'euros = money ~ 250000 EUR
            trois quarts de milliard de dollars = money ~ 750000000 USD
        "#]],
    );
    check(
        "Quatre départs en retraite sur dix, c'est à peine le dixième.",
        expect![[r#"
        Quatre départs en retraite sur dix = ratio 0.4
        à peine le dixième = ratio ~ 0.1
    "#]],
    );
    check(
        "Il faudrait le double, le triple du budget et deux fois les revenus de la région.",
        expect![[r#"
        double = ratio 2
        triple = ratio 3
        deux fois = ratio 2
    "#]],
    );
}

#[test]
fn bounds_of_several_words() {
    check(
        "Des revenus supérieurs à 3 000 euros, inférieurs ou égaux à 1 000 euros, pas loin de 300 cas, 40 au bas mot.",
        expect![[r#"
            supérieurs à 3 000 euros = money 3000 [3000..] EUR
            inférieurs ou égaux à 1 000 euros = money 1000 [..1000] EUR
            pas loin de 300 = cardinal ~ 300, counts "cas"
            40 au bas mot = cardinal 40 [40..]
        "#]],
    );
    check(
        "Les vents ne dépasseront pas 60 km/h, ni la part ne dépassera pas les 3 %.",
        expect![[r#"
        60 km/h = quantity 60 [..60] kilometer-per-hour
        3 % = percent 3 [..3] percent
    "#]],
    );
}

#[test]
fn rates_with_a_noun_and_numbers_in_two_scales() {
    check(
        "Un flux de 175 millions de mètres cubes d'eau par seconde, un compteur de 6 kVA.",
        expect![[r#"
        175 millions de mètres cubes d'eau par seconde = quantity 175000000 cubic-meter-per-second
        6 kVA = quantity 6 kilovolt-ampere
    "#]],
    );
    check(
        "Un coût de 150 milliards 600 millions, une dizaine de milliers de lits, en recul d'un cinquième.",
        expect![[r#"
            150 milliards 600 millions = cardinal 150600000000
            une dizaine de milliers = cardinal ~ 10000, counts "lits"
            un cinquième = ratio 0.2
        "#]],
    );
}
