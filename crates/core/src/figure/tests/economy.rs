//! Figures of reports on prices, budgets and indices: signs, points, and amounts that leave out their
//! currency.

use super::{check, check_at};
use expect_test::expect;

#[test]
fn a_minus_sign_may_be_followed_by_a_space_where_a_dash_is_impossible() {
    check(
        "La production recule (– 3,4 % et - 0,4 %), de – 3 à – 5 points (- 0,35 point). Un solde de - 12 millions.",
        expect![[r#"
            – 3,4 % = percent -3.4 percent
            - 0,4 % = percent -0.4 percent
            de – 3 à – 5 = cardinal [-5..-3], counts "points"
            - 0,35 point = percent -0.35 percent
            - 12 millions = cardinal -12000000
        "#]],
    );
    // Dashes that separate clauses or start a line
    check(
        "Ils ont pris – 3 % des voix – la tête. Vingt villes – 40 000 habitants – ont signé.",
        expect![[r#"
        3 % = percent 3 percent
        Vingt = cardinal 20, counts "villes"
        40 000 = cardinal 40000, counts "habitants"
    "#]],
    );
    check(
        "– 29 personnes au moins sont mortes.",
        expect![[r#"
        29 = cardinal 29, counts "personnes"
    "#]],
    );
}

#[test]
fn a_change_in_points_and_its_result_are_two_figures() {
    check(
        "Le taux est en hausse de 0,3 point à 2,1 %. Il recule de 4 pb, à 3,27 %, puis de 5 points de base à 3,2 %. \
         Une hausse de 0,5 à 0,7 point.",
        expect![[r#"
            0,3 point = percent 0.3 percent
            2,1 % = percent 2.1 percent
            4 pb = percent 0.04 percent
            3,27 % = percent 3.27 percent
            5 points de base = percent 0.05 percent
            3,2 % = percent 3.2 percent
            de 0,5 à 0,7 point = percent [0.5..0.7] percent
        "#]],
    );
}

#[test]
fn whole_points_are_percentages_where_shares_change() {
    check(
        "La liste a 19 % (+ 2 points), à 3 points près. La dette est en hausse de 2 points, l'indice à 8 300 points. \
         Une victoire de 2 points.",
        expect![[r#"
            19 % = percent 19 percent
            2 points = percent 2 percent
            3 points = percent 3 percent
            2 points = percent 2 percent
            8 300 = cardinal 8300, counts "points"
            2 = cardinal 2, counts "points"
        "#]],
    );
}

#[test]
fn large_numbers_without_a_noun_are_amounts_if_the_article_has_amounts() {
    check(
        "Un trou de 42 milliards.\n\nLa charge est passée de 36,2 milliards d'euros à 66 milliards l'an dernier. \
         L'État apporte 1,1 milliard d'euros, la région quatre cents millions et la ville 2 millions.\n\n\
         L'Amérique a donné 5 milliards de dollars, puis entre 9 et 14 milliards, \
         dont 6 milliards d'économies.",
        expect![[r#"
            42 milliards = money 42000000000 EUR
            36,2 milliards d'euros = money 36200000000 EUR
            66 milliards = money 66000000000 EUR
            an dernier = date 2021
            1,1 milliard d'euros = money 1100000000 EUR
            quatre cents millions = money 400000000 EUR
            2 millions = money 2000000 EUR
            5 milliards de dollars = money 5000000000 USD
            entre 9 et 14 milliards = money [9000000000..14000000000] USD
            6 milliards = money 6000000000 USD
        "#]],
    );
    check(
        "Un déficit de 1,6 milliard (2,54 milliards de dollars), puis 3 milliards.",
        expect![[r#"
            1,6 milliard = cardinal 1600000000
            2,54 milliards de dollars = money 2540000000 USD
            3 milliards = money 3000000000 USD
        "#]],
    );
    // Numbers of people, and numbers with a noun
    check(
        "La Terre aura 9 milliards d'habitants, et 10 milliards plus tard. Coût : 2 milliards d'euros.",
        expect![[r#"
            9 milliards = cardinal 9000000000, counts "habitants"
            10 milliards = cardinal 10000000000
            2 milliards d'euros = money 2000000000 EUR
        "#]],
    );
    check(
        "Le site compte 300 millions de comptes. Il vise 2 milliards.",
        expect![[r#"
        300 millions = cardinal 300000000, counts "comptes"
        2 milliards = cardinal 2000000000
    "#]],
    );
}

#[test]
fn a_currency_named_without_an_amount_determines_later_amounts() {
    check(
        "L'euro recule face au franc suisse, à 0,91 franc.",
        expect![[r#"
        0,91 franc = money 0.91 CHF
    "#]],
    );
}

#[test]
fn multiples_in_one_word_can_have_bounds() {
    check(
        "Il fait plus du double, soit le triple d'avant, près du quadruple ; du simple au décuple. Le demi près de la touche. Un fardeau deux fois \
         moindre, moitié moins de blé ; la récolte a reculé de moitié. Le doublé de Mbappé en double.",
        expect![[r#"
            plus du double = ratio 2 [2..]
            triple = ratio 3
            près du quadruple = ratio ~ 4
            décuple = ratio 10
            deux fois moindre = ratio 0.5
            moitié = ratio 0.5
            moitié = ratio 0.5
        "#]],
    );
}

#[test]
fn days_after_a_distant_date_are_in_the_same_narrative() {
    check_at(
        "2026-11-20",
        "Le vote est fixé au 11 avril. Le second tour aura lieu le 25.",
        expect![[r#"
            11 avril = date 2027-04-11
            second = ordinal 2
            25 = date 2027-04-25
        "#]],
    );
}

#[test]
fn the_old_value_has_the_unit_of_the_new_one() {
    check(
        "Le taux passe de 7 à 5 %, la peine est portée de 3 à 5 ans. L'indice est tombé de 12 à 10 millions d'euros. Le \
         délai est ramené de douze à six mois, la vitesse de 80 à 70 km/h, le bilan de 45 à 43 morts. Une portée de 3 à \
         4 km.",
        expect![[r#"
            7 = percent 7 percent
            5 % = percent 5 percent
            de 3 à 5 ans = duration [3..5] year
            12 = money 12000000 EUR
            10 millions d'euros = money 10000000 EUR
            douze = duration 12 month P12M
            six mois = duration 6 month P6M
            80 = quantity 80 kilometer-per-hour
            70 km/h = quantity 70 kilometer-per-hour
            45 = cardinal 45, counts "morts"
            43 = cardinal 43, counts "morts"
            de 3 à 4 km = quantity [3..4] kilometer
        "#]],
    );
}

#[test]
fn confidence_intervals_are_not_scores() {
    check(
        "Efficace à 44 % (IC à 95 % : 33-53), et à 31 % (12-46). Ils ont gagné (3-1).",
        expect![[r#"
        44 % = percent 44 percent
        95 % = percent 95 percent
        33-53 = cardinal [33..53]
        31 % = percent 31 percent
        12-46 = cardinal [12..46]
        3-1 = score [3..1]
    "#]],
    );
}
