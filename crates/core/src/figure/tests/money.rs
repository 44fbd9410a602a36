//! Amounts of money in the currencies of the world.

use super::check;
use expect_test::expect;

#[test]
fn currencies_by_noun_and_adjective() {
    check(
        "Il a payé 300 couronnes suédoises, 45 livres turques, 2,5 millions de roubles biélorusses, 12 zlotys.",
        expect![[r#"
            300 couronnes suédoises = money 300 SEK
            45 livres turques = money 45 TRY
            2,5 millions de roubles biélorusses = money 2500000 BYN
            12 zlotys = money 12 PLN
        "#]],
    );
    check(
        "Le billet vaut 5 dollars de Hong Kong, 20 dollars néo-zélandais, 7 dollars des îles Caïmans, 3 dollars.",
        expect![[r#"
            5 dollars de Hong Kong = money 5 HKD
            20 dollars néo-zélandais = money 20 NZD
            7 dollars des îles Caïmans = money 7 KYD
            3 dollars = money 3 USD
        "#]],
    );
    check(
        "Un prêt de 10 milliards de francs CFA, 500 francs congolais, 300 francs guinéens, 100 francs.",
        expect![[r#"
            10 milliards de francs CFA = money 10000000000 XOF
            500 francs congolais = money 500 CDF
            300 francs guinéens = money 300 GNF
            100 francs = money 100 GNF
        "#]],
    );
    check(
        "Soit 1 000 pesos philippins, 30 roupies indonésiennes, 40 dinars irakiens, un rial iranien.",
        expect![[r#"
            1 000 pesos philippins = money 1000 PHP
            30 roupies indonésiennes = money 30 IDR
            40 dinars irakiens = money 40 IQD
            un rial iranien = money 1 IRR
        "#]],
    );
    check(
        "Il touche 4 000 shillings kényans, 900 wons nord-coréens, 80 lei moldaves, 60 manats turkmènes.",
        expect![[r#"
            4 000 shillings kényans = money 4000 KES
            900 wons nord-coréens = money 900 KPW
            80 lei moldaves = money 80 MDL
            60 manats turkmènes = money 60 TMT
        "#]],
    );
}

#[test]
fn currencies_by_a_noun_of_one_country() {
    check(
        "Cela coûte 50 hryvnias, 700 tenges, 300 forints, 90 bahts, 20 000 dongs, 45 ariarys, 8 quetzals, 200 nairas.",
        expect![[r#"
            50 hryvnias = money 50 UAH
            700 tenges = money 700 KZT
            300 forints = money 300 HUF
            90 bahts = money 90 THB
            20 000 dongs = money 20000 VND
            45 ariarys = money 45 MGA
            8 quetzals = money 8 GTQ
            200 nairas = money 200 NGN
        "#]],
    );
    check(
        "Dix levs bulgares, trente drams arméniens, cent leks, vingt birrs éthiopiens.",
        expect![[r#"
        Dix levs bulgares = money 10 BGN
        trente drams arméniens = money 30 AMD
        cent leks = money 100 ALL
        vingt birrs éthiopiens = money 20 ETB
    "#]],
    );
}

#[test]
fn currencies_by_sign_and_code() {
    check(
        "₺45, 300 ₴, 20 ₪, 15 zł, 1 500 SEK, CHF 300, USD12,5, 3 000 NOK.",
        expect![[r#"
        ₺45 = money 45 TRY
        300 ₴ = money 300 UAH
        20 ₪ = money 20 ILS
        15 zł = money 15 PLN
        1 500 SEK = money 1500 SEK
        CHF 300 = money 300 CHF
        USD12,5 = money 12.5 USD
        3 000 NOK = money 3000 NOK
    "#]],
    );
    // Not currencies: words and names in capitals, weights, people, books.
    check(
        "Les 26 COP, 3 SOS, 5 livres, 12 colons, 2 couronnes, 4 sols, 30 MAD.",
        expect![[r#"
        26 = cardinal 26, counts "COP"
        3 = cardinal 3, counts "SOS"
        5 = cardinal 5, counts "livres"
        12 = cardinal 12, counts "colons"
        2 = cardinal 2, counts "couronnes"
        4 = cardinal 4, counts "sols"
        30 = cardinal 30, counts "MAD"
    "#]],
    );
    check(
        "ILS ÉTAIENT 12. Ron, 3 ans, et 4 all.",
        expect![[r#"
            12 = cardinal 12
            3 ans = age 3 year
            4 = cardinal 4
        "#]],
    );
}

#[test]
fn livres_are_pounds_next_to_another_amount() {
    check(
        "Un plan de 45 milliards de livres, soit 1 500 livres (1 700 euros) par foyer. Il a vendu 3 millions de livres.",
        expect![[r#"
            45 milliards de livres = money 45000000000 GBP
            1 500 livres = money 1500 GBP
            1 700 euros = money 1700 EUR
            3 millions = cardinal 3000000, counts "livres"
        "#]],
    );
}

#[test]
fn francs_mean_the_currency_that_the_article_has_named() {
    check(
        "Le sac vaut 9 000 francs CFA, contre 8 500 francs hier.",
        expect![[r#"
        9 000 francs CFA = money 9000 XOF
        8 500 francs = money 8500 XOF
        hier = date 2022-01-05
    "#]],
    );
    check(
        "Comptez 45 fr. par nuit et 12 fr. 50 le repas, 3 mios en tout.",
        expect![[r#"
            45 fr = money 45 CHF
            12 fr. 50 = money 12.5 CHF
            3 mios = cardinal 3000000
        "#]],
    );
}

#[test]
fn compared_amounts_share_their_currency() {
    check(
        "Un profit de 61 millions d'euros, contre 58 millions, dont 12 millions en Asie.",
        expect![[r#"
        61 millions d'euros = money 61000000 EUR
        58 millions = money 58000000 EUR
        12 millions = money 12000000 EUR
    "#]],
    );
    check(
        "Le débit atteint 640 m³/s, contre 75 d'ordinaire ; 9 % contre 7 hier.",
        expect![[r#"
        640 m³/s = quantity 640 cubic-meter-per-second
        75 = quantity 75 cubic-meter-per-second
        9 % = percent 9 percent
        7 = percent 7 percent
        hier = date 2022-01-05
    "#]],
    );
    check(
        "Il gagne 3 milliards d'euros, contre 2,4 ; 400 euros contre 300 emplois.",
        expect![[r#"
        3 milliards d'euros = money 3000000000 EUR
        2,4 = cardinal 2.4
        400 euros = money 400 EUR
        300 = cardinal 300, counts "emplois"
    "#]],
    );
}

#[test]
fn numbers_listed_with_a_share_or_an_amount() {
    check(
        "Ils gagnent 6,2 et 4,8 %, et paient 40 et 55 euros ; 9 invités sur 12 sont venus.",
        expect![[r#"
        6,2 = percent 6.2 percent
        4,8 % = percent 4.8 percent
        40 = money 40 EUR
        55 euros = money 55 EUR
        9 invités sur 12 = ratio 0.75
    "#]],
    );
    check(
        "Une arme de calibre 7,65 et 90 000 euros.",
        expect![[r#"
            90 000 euros = money 90000 EUR
        "#]],
    );
}

#[test]
fn the_country_that_the_article_mentions_determines_the_currency() {
    check(
        "En Suisse, le billet coûte 75 francs. Les Suisses paient 80 francs, 1 500 F ou 20 francs français.",
        expect![[r#"
            75 francs = money 75 CHF
            80 francs = money 80 CHF
            1 500 F = money 1500 CHF
            20 francs français = money 20 FRF
        "#]],
    );
    check(
        "QUÉBEC – Le Québec versera 870 M$, soit 20 $ l'heure et 3 $ US.",
        expect![[r#"
        870 M$ = money 870000000 CAD
        20 $ = money 20 CAD
        3 $ US = money 3 USD
    "#]],
    );
    check(
        "Un avion 747-400F de 2F Conseil, 12 F-16.",
        expect![[r#"
        12 = cardinal 12, counts "F"
    "#]],
    );
}

#[test]
fn amounts_in_swiss_notation_and_in_hundredths() {
    check(
        "La prime passe de 417 fr. 60 à 437 fr. 20, la caution à 305.-, et CHF 118.50.",
        expect![[r#"
        417 fr. 60 = money 417.6 CHF
        437 fr. 20 = money 437.2 CHF
        305.- = money 305 CHF
        CHF 118.50 = money 118.5 CHF
    "#]],
    );
    check(
        "Voir la page 12. – Suite du dossier, article 4. - Sanctions. La mort d'un troisième.",
        expect![[r#"
            troisième = ordinal 3
        "#]],
    );
    check(
        "Le coton vaut 64,7 cents, contre 71 en mai.",
        expect![[r#"
        64,7 cents = money 0.647 USD
        71 = money 0.71 USD
        mai = date 2021-05
    "#]],
    );
    check(
        "Il paie neuf cent nonante francs sur trois mille quatre cents.",
        expect![[r#"
        neuf cent nonante francs = money 990 FRF
        trois mille quatre cents = cardinal 3400
    "#]],
    );
}
