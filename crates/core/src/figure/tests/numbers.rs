//! Numbers, quantities, amounts of money, ages and durations.

use super::check;
use expect_test::expect;

#[test]
fn numbers_in_digits() {
    check(
        "Il y avait 1 250 spectateurs.",
        expect![[r#"
        1 250 = cardinal 1250, counts "spectateurs"
    "#]],
    );
    check(
        "Ils sont 12.500 ou 1'200 ?",
        expect![[r#"
        12.500 = cardinal 12500
        1'200 = cardinal 1200
    "#]],
    );
    check(
        "Une moyenne de 3,75 buts et de 3.5 passes.",
        expect![[r#"
        3,75 = cardinal 3.75, counts "buts"
        3.5 = cardinal 3.5, counts "passes"
    "#]],
    );
    check(
        "Le prix : 2,3 M€, soit 45 Md€ en tout.",
        expect![[r#"
        2,3 M€ = money 2300000 EUR
        45 Md€ = money 45000000000 EUR
    "#]],
    );
    check(
        "Quelque 300 000 foyers et 1,5 milliard d'abonnés.",
        expect![[r#"
            Quelque 300 000 = cardinal ~ 300000, counts "foyers"
            1,5 milliard = cardinal 1500000000, counts "abonnés"
        "#]],
    );
}

#[test]
fn numbers_in_words() {
    check(
        "Vingt et un élèves, quatre-vingt-dix-sept maîtres et septante-deux parents.",
        expect![[r#"
            Vingt et un = cardinal 21, counts "élèves"
            quatre-vingt-dix-sept = cardinal 97, counts "maîtres"
            septante-deux = cardinal 72, counts "parents"
        "#]],
    );
    check(
        "Mille trois cents brebis et un million et demi de moutons.",
        expect![[r#"
            Mille trois cents = cardinal 1300, counts "brebis"
            un million et demi = cardinal 1500000, counts "moutons"
        "#]],
    );
    check(
        "Deux virgule cinq millions d'habitants.",
        expect![[r#"
            Deux virgule cinq millions = cardinal 2500000, counts "habitants"
        "#]],
    );
    check("Une maison, un chien et l'un des voisins.", expect![[""]]);
}

#[test]
fn crowds_bounds_and_ranges() {
    check(
        "Des dizaines de milliers de fidèles et une centaine de gendarmes.",
        expect![[r#"
            Des dizaines de milliers = cardinal ~ [20000..99999], counts "fidèles"
            une centaine = cardinal ~ 100, counts "gendarmes"
        "#]],
    );
    check(
        "Au moins 14 blessés, moins de 30 lits, près de 200 appels, 50 au plus.",
        expect![[r#"
        Au moins 14 = cardinal 14 [14..], counts "blessés"
        moins de 30 = cardinal 30 [..30], counts "lits"
        près de 200 = cardinal ~ 200, counts "appels"
        50 au plus = cardinal 50 [..50]
    "#]],
    );
    check(
        "Entre 5 et 7 ans, de 10 à 12 millions de doses, 10-12 bateaux, deux ou trois jours.",
        expect![[r#"
            Entre 5 et 7 ans = duration [5..7] year
            de 10 à 12 millions = cardinal [10000000..12000000], counts "doses"
            10-12 = cardinal [10..12], counts "bateaux"
            deux ou trois jours = duration ~ [2..3] day
        "#]],
    );
    check(
        "Jusqu'à 80 navires attendent.",
        expect![[r#"
        Jusqu'à 80 = cardinal 80 [..80], counts "navires"
    "#]],
    );
}

#[test]
fn parts_and_scores() {
    check(
        "Un élève sur trois, un ménage lyonnais sur quatre, deux tiers des votants, la moitié du parc, trois fois plus.",
        expect![[r#"
            Un élève sur trois = ratio 0.333333
            un ménage lyonnais sur quatre = ratio 0.25
            deux tiers = ratio 0.666667
            moitié = ratio 0.5
            trois fois plus = ratio 3
        "#]],
    );
    check(
        "Un Breton sur quatre ; une personne sur 20.",
        expect![[r#"
            Un Breton sur quatre = ratio 0.25
            une personne sur 20 = ratio 0.05
        "#]],
    );
    check(
        "Rennes bat Brest 3-1.",
        expect![[r#"
        3-1 = score [3..1]
    "#]],
    );
}

#[test]
fn units_and_money() {
    check(
        "À 40 km/h, par −3 °C, 120 000 barils par jour, 25 m² et 3 mètres carrés.",
        expect![[r#"
            40 km/h = quantity 40 kilometer-per-hour
            −3 °C = quantity -3 celsius
            120 000 barils par jour = quantity 120000 barrel-per-day
            25 m² = quantity 25 square-meter
            3 mètres carrés = quantity 3 square-meter
        "#]],
    );
    check(
        "Il a payé 45 millions d'euros, $20, 3 francs suisses et 15 dollars et 15 cents.",
        expect![[r#"
            45 millions d'euros = money 45000000 EUR
            $20 = money 20 USD
            3 francs suisses = money 3 CHF
            15 dollars et 15 cents = money 15.15 USD
        "#]],
    );
    check(
        "La hausse est de 12 %, de 0,3 point et de vingt pour cent.",
        expect![[r#"
        12 % = percent 12 percent
        0,3 point = percent 0.3 percent
        vingt pour cent = percent 20 percent
    "#]],
    );
}

#[test]
fn ages_and_durations() {
    check(
        "Marie Durand, 81 ans, a un fils de 12 ans et un chat âgé de 18 mois.",
        expect![[r#"
        81 ans = age 81 year
        12 ans = age 12 year
        18 mois = age 1.5 year
    "#]],
    );
    check(
        "Après 30 années de règne et quelques jours ou semaines d'attente.",
        expect![[r#"
        30 années = duration 30 year P30Y
        quelques jours ou semaines = duration ~ [2..9] day
    "#]],
    );
    check(
        "Une heure et demie, 2 heures 30 minutes, un an, une demi-heure.",
        expect![[r#"
            Une heure et demie = duration 1.5 hour PT1H30M
            2 heures 30 minutes = duration 2.5 hour PT2H30M
            un an = duration 1 year P1Y
            une demi-heure = duration 0.5 hour PT30M
        "#]],
    );
    check(
        "Il est mort à 92 ans, condamné à cinq ans ferme.",
        expect![[r#"
        92 ans = age 92 year
        cinq ans = duration 5 year P5Y
    "#]],
    );
}

#[test]
fn millions_are_exact_and_end_where_the_next_number_begins() {
    check(
        "Le budget passe à 8,2 milliards, contre 2,2 milliards un an plus tôt et 74,8 millions trois ans avant.",
        expect![[r#"
            8,2 milliards = cardinal 8200000000
            2,2 milliards = cardinal 2200000000
            un an plus tôt = date
            74,8 millions = cardinal 74800000
            trois ans = duration 3 year P3Y
        "#]],
    );
    check(
        "Les vingt premiers jours, le vingt et unième, onze cents hommes, dix cents.",
        expect![[r#"
            vingt premiers jours = duration 20 day P20D
            vingt et unième = ordinal 21
            onze cents = cardinal 1100, counts "hommes"
            dix cents = money 0.1 USD
        "#]],
    );
}

#[test]
fn plus_que_is_a_bound_unless_negated() {
    check(
        "Plus que 80 blessés. Il n'en reste plus que 300. Il ne compte plus que 42 300 adhérents.",
        expect![[r#"
            Plus que 80 = cardinal 80 [80..], counts "blessés"
            plus que 300 = cardinal 300
            plus que 42 300 = cardinal 42300, counts "adhérents"
        "#]],
    );
}

#[test]
fn a_minus_sign_follows_a_word_or_an_opening_mark() {
    check(
        "Après 1 200 cas, entre -1,8 et 4 °C. L'or (-70 %), à 34 points, -0,3 %. De -5 à 3 degrés. Un 4-3.",
        expect![[r#"
            1 200 = cardinal 1200, counts "cas"
            entre -1,8 et 4 °C = quantity [-1.8..4] celsius
            -70 % = percent -70 percent
            34 = cardinal 34, counts "points"
            -0,3 % = percent -0.3 percent
            De -5 à 3 degrés = quantity [-5..3] degree
            4-3 = score [4..3]
        "#]],
    );
}

#[test]
fn telephone_numbers_postcodes_and_race_ranks_are_not_figures() {
    check("Numéro vert : 0 800 130 000. Au 12, rue de Rivoli, 75001 Paris.", expect![""]);
    check("Étape : 1. Jonas Vingegaard ; 2. Nairo Quintana. Tirage : 5 - 12 - 23 - 34 - 41.", expect![""]);
    check("La loi n° 2021-1040 passe.", expect![""]);
}

#[test]
fn round_numbers_and_shares_with_their_adjectives() {
    check(
        "Un bon millier de marcheurs, moins de 600 d'après la police. Plus du tiers des élus, près des trois quarts des \
         maires. Il gagne deux fois moins. Ils sont entre quatre et cinq cents, de 4 000 à 6 000 milliards. Du jour au \
         lendemain.",
        expect![[r#"
            Un bon millier = cardinal ~ 1000, counts "marcheurs", says "la police"
            moins de 600 = cardinal 600 [..600], says "la police"
            Plus du tiers = ratio 0.333333 [0.3333333333333333..]
            près des trois quarts = ratio ~ 0.75
            deux fois moins = ratio 0.5
            entre quatre et cinq cents = cardinal [400..500]
            de 4 000 à 6 000 milliards = cardinal [4000000000000..6000000000000]
        "#]],
    );
    check(
        "Il a 17 ans et 32 000 heures de vol. Un bébé de six semaines. 70 ans et 214 jours.",
        expect![[r#"
        17 ans = age 17 year
        32 000 heures = duration 32000 hour PT32000H
        six semaines = age 0.11499 year
        70 ans et 214 jours = duration 70 year P70Y214D
    "#]],
    );
}

#[test]
fn powers_of_ten_hundredths_and_separate_halves() {
    check(
        "Un grain pèse 2,7 × 10⁻³ kg, un pont 3,1 × 10⁷ kg.",
        expect![[r#"
            2,7 × 10⁻³ kg = quantity 0.0027 kilogram
            3,1 × 10⁷ kg = quantity 31000000 kilogram
        "#]],
    );
    check(
        "Elle gagne avec 14 centièmes d'avance, à trois centièmes du record.",
        expect![[r#"
        14 centièmes = ratio 0.14
        trois centièmes = ratio 0.03
    "#]],
    );
    check(
        "Un 4 ½ à Laval, et l'action à −7 centimes (−3 centimes la veille).",
        expect![[r#"
        4 ½ = cardinal 4.5
        −7 centimes = money -0.07 EUR
        −3 centimes = money -0.03 EUR
        veille = date 2022-01-05
    "#]],
    );
    check(
        "Trois députés absents sur dix, et 6 balles de set sur 14.",
        expect![[r#"
            Trois députés absents sur dix = ratio 0.3
            6 balles de set sur 14 = ratio 0.428571
        "#]],
    );
}

#[test]
fn numbers_that_are_names_are_not_figures() {
    check("Le bus 47 et le bureau 12, au panneau 98 de la 117.", expect![""]);
    check("Les articles L. 225-1 et R. 14 du code ; réf. 88-204.", expect![[""]]);
    check("Le recours au 49.3 divise ; l'équipe (12-4-1) et la guerre de Trente Ans aussi.", expect![""]);
    check("Appelez Mia, 418 555-0199. Côté neuf, rien.", expect![[""]]);
    check(
        "La ville envoie 12 bus ; le maire 30 agents.",
        expect![[r#"
        12 = cardinal 12, counts "bus"
        30 = cardinal 30, counts "agents"
    "#]],
    );
}

#[test]
fn telephone_numbers_addresses_and_nouns_after_millions() {
    check("Un numéro vert, le 0 805 12 34 56, et un guichet au 17 bis de la rue Haute.", expect![[""]]);
    check(
        "Les 90 millions promis, et 3 millions d'habitants.",
        expect![[r#"
        90 millions = cardinal 90000000
        3 millions = cardinal 3000000, counts "habitants"
    "#]],
    );
}

#[test]
fn parts_that_look_like_ranks() {
    check(
        "Ils tiennent le cinquième du territoire et le dixième de la population.",
        expect![[r#"
        cinquième = ratio 0.2
        dixième = ratio 0.1
    "#]],
    );
    check(
        "Elle finit le septième des douze travaux, le dixième de la saison.",
        expect![[r#"
        septième = ordinal 7
        douze = cardinal 12, counts "travaux"
        dixième = ordinal 10
    "#]],
    );
}

#[test]
fn compounds_possessives_and_single_numerals() {
    check(
        "Son premier 45-tours, ses deux frères, les deux frères, un manuscrit du XIIIe, l'article 49.3.",
        expect![[r#"
            deux = cardinal 2, counts "frères"
            XIIIe = ordinal 13
        "#]],
    );
    check(
        "Le deux cent millionième visiteur est le cent mille milliardième.",
        expect![[r#"
        deux cent millionième = ordinal 200000000
        cent mille milliardième = ordinal 100000000000000
    "#]],
    );
}

#[test]
fn street_telephone_and_article_numbers_are_not_counts() {
    check(
        "Rue du 8-Mai-1945, place du 11 Novembre. L'article 223-15-2 du code. Tél. : 02 513 27 88. Lyon 7e, ouvert ; \
         Lyon 7e du classement. À ce jour, sept Canadair et trois Dash.",
        expect![[r#"
            7e = ordinal 7
            sept = cardinal 7, counts "Canadair"
            trois = cardinal 3, counts "Dash"
        "#]],
    );
}

#[test]
fn a_fraction_with_a_bound_at_the_end_of_a_sentence() {
    check(
        "Le groupe pèse à peine un cinquième.",
        expect![[r#"
        à peine un cinquième = ratio ~ 0.2
    "#]],
    );
}

#[test]
fn shares_of_a_noun_of_two_words() {
    check(
        "Plus de huit nouveau-nés sur dix.",
        expect![[r#"
        Plus de huit nouveau-nés sur dix = ratio 0.8 [0.8..]
    "#]],
    );
}

#[test]
fn television_programmes_and_models_by_number() {
    check(
        "Le 20 Heures de la chaîne, deux Mirage 2000 et Paris 2024, le 20 Mars.",
        expect![[r#"
        deux = cardinal 2, counts "Mirage"
        2024 = date 2024
        20 Mars = date 2022-03-20
    "#]],
    );
}

#[test]
fn ranks_with_groups_of_digits_and_amounts_in_english_notation() {
    check(
        "Le 10 000e visiteur, le 1.000e but, 1,234.56 $, 1 000 DH. Tous trois ont fui.",
        expect![[r#"
        10 000e = ordinal 10000
        1.000e = ordinal 1000
        1,234.56 $ = money 1234.56 USD
        1 000 DH = money 1000 MAD
    "#]],
    );
}
