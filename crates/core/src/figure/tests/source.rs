//! Sources of figures.

use super::check;
use expect_test::expect;

#[test]
fn sources() {
    check(
        "Selon la police, 18 manifestants ont été arrêtés.",
        expect![[r#"
        18 = cardinal 18, counts "manifestants", says "la police"
    "#]],
    );
    check(
        "« Il y a 40 morts », a déclaré le préfet.",
        expect![[r#"
            40 = cardinal 40, counts "morts", says "le préfet"
        "#]],
    );
    check(
        "Le ministre Jean Martin - un proche du président - a annoncé que 300 postes seraient créés.",
        expect![[r#"
            300 = cardinal 300, counts "postes", says "Le ministre Jean Martin"
        "#]],
    );
}

#[test]
fn a_phrase_with_a_number_is_not_a_source() {
    check(
        "Le maire du 2e arrondissement, élu d'hier, dénonce un coût de 3 millions.",
        expect![[r#"
            2e = ordinal 2
            hier = date 2022-01-05
            3 millions = cardinal 3000000
        "#]],
    );
}

#[test]
fn a_verb_without_a_report_has_no_source() {
    check(
        "Une vague précise de 50 kilomètres.",
        expect![[r#"
        50 kilomètres = quantity 50 kilometer
    "#]],
    );
    check(
        "Le Kosovo a été reconnu par 115 pays.",
        expect![[r#"
        115 = cardinal 115, counts "pays"
    "#]],
    );
    check(
        "Il a déclaré que 12 personnes étaient mortes.",
        expect![[r#"
        12 = cardinal 12, counts "personnes"
    "#]],
    );
}

#[test]
fn verbs_of_action_do_not_report() {
    check(
        "Les États-Unis ont rappelé 12 diplomates et lancé 8 missiles.",
        expect![[r#"
        12 = cardinal 12, counts "diplomates"
        8 = cardinal 8, counts "missiles"
    "#]],
    );
    check(
        "Les sources officielles évoquent 8 morts ; la police a relevé 3 infractions.",
        expect![[r#"
            8 = cardinal 8, counts "morts", says "Les sources officielles"
            3 = cardinal 3, counts "infractions"
        "#]],
    );
    check(
        "Selon Reporters Sans Frontières, 150 journalistes sont en prison.",
        expect![[r#"
        150 = cardinal 150, counts "journalistes", says "Reporters Sans Frontières"
    "#]],
    );
}

#[test]
fn two_joined_sources_are_one_span() {
    check(
        "Les États-Unis et la Chine ont annoncé 30 accords.",
        expect![[r#"
        30 = cardinal 30, counts "accords", says "Les États-Unis et la Chine"
    "#]],
    );
    check(
        "Le maire est parti et la police a annoncé 3 arrestations.",
        expect![[r#"
        3 = cardinal 3, counts "arrestations", says "la police"
    "#]],
    );
    check(
        "En Bretagne, la police indique que 12 routes sont coupées.",
        expect![[r#"
        12 = cardinal 12, counts "routes", says "la police"
    "#]],
    );
}

#[test]
fn a_source_excludes_the_date() {
    check(
        "Selon un bilan provisoire samedi, 3 personnes sont mortes.",
        expect![[r#"
        samedi = date 2022-01-01
        3 = cardinal 3, counts "personnes", says "un bilan provisoire"
    "#]],
    );
    check(
        "Selon un sondage réalisé les 19 et 20 juillet, 7 Français sur 10 sont pour.",
        expect![[r#"
        19 = date 2021-07-19
        20 juillet = date 2021-07-20
        7 Français sur 10 = ratio 0.7, says "un sondage"
    "#]],
    );
}

#[test]
fn a_source_includes_the_name() {
    check(
        "Son président, Jean-Baptiste Delorme, a annoncé que l'impôt atteindra 900 millions d'euros.",
        expect![[r#"
            900 millions d'euros = money 900000000 EUR, says "Son président, Jean-Baptiste Delorme"
        "#]],
    );
    check(
        "D'après un consensus compilé par FactSet, le bénéfice atteint 3 millions.",
        expect![[r#"
        3 millions = cardinal 3000000, says "un consensus compilé par FactSet"
    "#]],
    );
}

#[test]
fn each_source_belongs_to_the_adjacent_number() {
    check(
        "Ils étaient 9 000 selon la police, 21 000 selon les organisateurs.",
        expect![[r#"
        9 000 = cardinal 9000, says "la police"
        21 000 = cardinal 21000, says "les organisateurs"
    "#]],
    );
    check(
        "Selon le préfet, 12 maisons ont brûlé, et 30 d'après les pompiers.",
        expect![[r#"
            12 = cardinal 12, counts "maisons", says "le préfet"
            30 = cardinal 30, says "les pompiers"
        "#]],
    );
    check(
        "Il y a eu 45 cas et 2 morts, selon le ministère.",
        expect![[r#"
        45 = cardinal 45, counts "cas", says "le ministère"
        2 = cardinal 2, counts "morts", says "le ministère"
    "#]],
    );
}

#[test]
fn sources_exclude_their_participles() {
    check(
        "Le chômage touche 8 % des actifs, d'après une étude menée auprès de 900 foyers.",
        expect![[r#"
        8 % = percent 8 percent, says "une étude"
        900 = cardinal 900, counts "foyers", says "une étude"
    "#]],
    );
    check(
        "Huit ponts sont coupés, selon un bilan provisoire publié lundi à 8 h.",
        expect![[r#"
        Huit = cardinal 8, counts "ponts", says "un bilan provisoire"
        lundi à 8 h = datetime 2022-01-03T08
    "#]],
    );
    check(
        "Le voisin nous dit : « Six camions sont passés. »",
        expect![[r#"
        Six = cardinal 6, counts "camions", says "Le voisin"
    "#]],
    );
}
