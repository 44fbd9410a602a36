use super::*;
use crate::{Date, Options, annotate};
use expect_test::{Expect, expect};
use proptest::prelude::*;

/// The figures of `text`, read on Thursday 6 January 2022, one a line.
#[track_caller]
fn check(text: &str, expected: Expect) {
    expected.assert_eq(&lines(text));
}

fn lines(text: &str) -> String {
    let date = Date::from_calendar_date(2022, time::Month::January, 6).ok();
    let annotations = annotate(text, Options { date, ..Options::default() }, None);
    annotations.figures.iter().map(|figure| line(text, figure) + "\n").collect()
}

fn line(text: &str, figure: &Figure) -> String {
    let mut line = format!("{} = {}", figure.span.of(text), figure.measure.as_str());
    if figure.approximate {
        line.push_str(" ~");
    }
    if let Some(value) = figure.value {
        line.push_str(&format!(" {}", (value * 1e6).round() / 1e6));
    }
    if figure.low.is_some() || figure.high.is_some() {
        let bound = |bound: Option<f64>| bound.map(|bound| bound.to_string()).unwrap_or_default();
        line.push_str(&format!(" [{}..{}]", bound(figure.low), bound(figure.high)));
    }
    for part in [&figure.unit, &figure.iso].into_iter().flatten() {
        line.push_str(&format!(" {part}"));
    }
    if let Some(counted) = figure.counted {
        line.push_str(&format!(", counts {:?}", counted.of(text)));
    }
    if let Some(source) = figure.source {
        line.push_str(&format!(", says {:?}", source.of(text)));
    }
    line
}

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
        "Un élève sur trois, deux tiers des votants, la moitié du parc, trois fois plus.",
        expect![[r#"
            Un élève sur trois = ratio 0.333333
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
fn ages_and_lengths() {
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
            un an = age 1 year
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
fn dates() {
    check(
        "Le 29 décembre dernier, le 3 mars 2015, 12/05/2021, 2021-05-12.",
        expect![[r#"
        29 décembre dernier = date 2021-12-29
        3 mars 2015 = date 2015-03-03
        12/05/2021 = date 2021-05-12
        2021-05-12 = date 2021-05-12
    "#]],
    );
    check(
        "Fin 2020, mi-janvier, début mars 2021, l'été 2018, les années 1980, au XIXe siècle.",
        expect![[r#"
            Fin 2020 = period 2020-11-01/2020-12-31
            mi-janvier = period 2022-01-10/2022-01-19
            début mars 2021 = period 2021-03-01/2021-03-05
            été 2018 = date 2018-SU
            années 1980 = date 198X
            XIXe siècle = date 18XX
        "#]],
    );
    check(
        "En 2019, depuis 1998, la Coupe du monde 2018.",
        expect![[r#"
        2019 = date 2019
        1998 = date 1998
        2018 = date 2018
    "#]],
    );
    check(
        "Le jour de l'an, Pâques 2021, la Toussaint.",
        expect![[r#"
        jour de l'an = date 2022-01-01
        Pâques 2021 = date 2021-04-04
        Toussaint = date 2021-11-01
    "#]],
    );
}

#[test]
fn dates_from_today() {
    check(
        "Jeudi, mercredi, mardi dernier, hier soir, la nuit dernière.",
        expect![[r#"
        Jeudi = date 2022-01-06
        mercredi = date 2022-01-05
        mardi dernier = date 2022-01-04
        hier soir = datetime 2022-01-05TEV
        nuit dernière = datetime 2022-01-05TNI
    "#]],
    );
    check(
        "Il viendra lundi et la semaine prochaine.",
        expect![[r#"
        lundi = date 2022-01-10
        semaine prochaine = date 2022-W02
    "#]],
    );
    check(
        "Il y a huit ans, il y a trois jours, dans deux mois.",
        expect![[r#"
        Il y a huit ans = date 2014
        il y a trois jours = date 2022-01-03
        deux mois = date 2022-03
    "#]],
    );
}

#[test]
fn times_periods_and_recurrences() {
    check(
        "À 14h30, vers 20 heures, à midi et quart, jeudi à 9 h.",
        expect![[r#"
            14h30 = time T14:30
            20 heures = time T20
            midi et quart = time T12:15
            jeudi à 9 h = datetime 2022-01-06T09
        "#]],
    );
    check(
        "De 2016 à 2018, du 3 au 5 mai 2021, entre lundi et mercredi.",
        expect![[r#"
        De 2016 à 2018 = period 2016/2018
        du 3 au 5 mai 2021 = period 2021-05-03/2021-05-05
        entre lundi et mercredi = period 2022-01-03/2022-01-05
    "#]],
    );
    check(
        "De 9h à 11h, entre 14 heures et 16 heures.",
        expect![[r#"
            De 9h à 11h = period T09/T11
            entre 14 heures et 16 heures = period T14/T16
        "#]],
    );
    check(
        "Chaque lundi, tous les deux ans, trois fois par semaine.",
        expect![[r#"
            Chaque lundi = set XXXX-WXX-1
            tous les deux ans = set P2Y
            trois fois par semaine = set R3/P1W
        "#]],
    );
}

#[test]
fn what_is_no_figure() {
    check("Le G20, l'iPhone 8, un Boeing 737, l'A7, la Covid-19 et les Deux-Sèvres.", expect![""]);
    check("Tous deux sont partis, les deux aussi, l'un d'eux surtout.", expect![[""]]);
    check("L'article 49, la page 12, le numéro 3 ; tél. 01 23 45 67 89.", expect![[""]]);
    check("Voir https://exemple.fr/2021/05/12/18-morts et la note [12].", expect![[""]]);
}

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
fn parts_of_months_and_years() {
    check(
        "La première quinzaine d'avril 2021, le dernier jour de mai 2020.",
        expect![[r#"
        première quinzaine d'avril 2021 = period 2021-04-01/2021-04-15
        dernier jour de mai 2020 = date 2020-05-31
    "#]],
    );
    check(
        "Le deuxième week-end de septembre 2021, le premier dimanche de mai 2021.",
        expect![[r#"
        deuxième week-end de septembre 2021 = date 2021-W36-WE
        premier dimanche de mai 2021 = date 2021-05-02
    "#]],
    );
    check(
        "Au troisième trimestre 2021, au premier semestre.",
        expect![[r#"
        troisième trimestre 2021 = date 2021-Q3
        premier semestre = date 2022-H1
    "#]],
    );
    check(
        "La semaine du 6 octobre 2021, fin de semaine exceptée.",
        expect![[r#"
        semaine du 6 octobre 2021 = date 2021-W40
    "#]],
    );
    check(
        "Ces trois dernières années, les deux prochains mois, les 10 derniers jours.",
        expect![[r#"
        trois dernières années = period 2019-01-01/2021-12-31
        deux prochains mois = period 2022-02-01/2022-03-31
        10 derniers jours = period 2021-12-27/2022-01-06
    "#]],
    );
    check(
        "Du 28 au 3 mai 2021, puis du 4 au 22.",
        expect![[r#"
        Du 28 au 3 mai 2021 = period 2021-04-28/2021-05-03
        du 4 au 22 = period 2021-12-04/2021-12-22
    "#]],
    );
    check(
        "Dans les années 1920 et 1930, la saison 2020-2021.",
        expect![[r#"
        années 1920 et 1930 = period 192X/193X
        2020-2021 = period 2020/2021
    "#]],
    );
}

#[test]
fn parts_of_days() {
    check(
        "Mardi, il a plu. Dans la soirée, le vent est tombé.",
        expect![[r#"
        Mardi = date 2022-01-04
        soirée = datetime 2022-01-04TEV
    "#]],
    );
    check(
        "Tôt lundi matin, hier en fin d'après-midi, à 22h30 dimanche soir.",
        expect![[r#"
        lundi matin = datetime 2022-01-03TMO
        hier en fin d'après-midi = period 2022-01-05T17/2022-01-05T19
        22h30 dimanche soir = datetime 2022-01-02T22:30
    "#]],
    );
    check(
        "Le lendemain, deux jours plus tard, la veille.",
        expect![[r#"
            lendemain = date 2022-01-07
            deux jours plus tard = date 2022-01-08
            veille = date 2022-01-05
        "#]],
    );
    check(
        "Avant 16h ; à partir de 10h ; demain jusqu'à 16h.",
        expect![[r#"
            Avant 16h = period ../T16
            à partir de 10h = period T10/..
            demain jusqu'à 16h = period 2022-01-07/2022-01-07T16
        "#]],
    );
    check("Une nuit de combats, une partie de la journée, dans la nuit.", expect![[""]]);
}

#[test]
fn verbs_tell_which_day() {
    check(
        "Le vote, prévu mardi, décidera de la suite.",
        expect![[r#"
        mardi = date 2022-01-11
    "#]],
    );
    check(
        "Le vote de mardi a décidé de la suite.",
        expect![[r#"
        mardi = date 2022-01-04
    "#]],
    );
    check(
        "Il est mort le 15 juin.",
        expect![[r#"
        15 juin = date 2021-06-15
    "#]],
    );
    check(
        "La loi entrera en vigueur le 15 juin.",
        expect![[r#"
        15 juin = date 2022-06-15
    "#]],
    );
    check(
        "Vendredi à 20 heures",
        expect![[r#"
        Vendredi à 20 heures = datetime 2022-01-07T20
    "#]],
    );
}

#[test]
fn addresses_names_and_ranks() {
    check(
        "Au 63 et 65 rue des Lilas, dans le 19e arrondissement.",
        expect![[r#"
        19e = ordinal 19
    "#]],
    );
    check(
        "Le Tournoi des Six Nations, la Ve République, au XXIe siècle.",
        expect![[r#"
        XXIe siècle = date 20XX
    "#]],
    );
    check(
        "La deuxième édition, le trente-troisième tour, la première fois.",
        expect![[r#"
        deuxième = ordinal 2
        trente-troisième = ordinal 33
    "#]],
    );
    check("La supernova SN 2016gkg et le 4x4.", expect![[""]]);
    check("Une seconde médaille au marché de Noël.", expect![[""]]);
    check(
        "Ce lundi 3 janvier 2022, deux morts et plus de 150 blessés, dont trois retrouvés vivants.",
        expect![[r#"
            Ce lundi 3 janvier 2022 = date 2022-01-03
            deux = cardinal 2, counts "morts"
            plus de 150 = cardinal 150 [150..], counts "blessés"
            trois = cardinal 3
        "#]],
    );
}

#[test]
fn a_verb_without_a_report_is_no_source() {
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
fn a_wire() {
    check(
        "Le feu a détruit près de 1 200 hectares de forêt mardi soir dans l'arrière-pays, selon la préfecture, et quelque \
         350 habitants ont dû quitter leur maison. Deux pompiers de 24 et 31 ans ont été blessés, dont un grièvement. Les \
         dégâts sont estimés entre 3 et 5 millions d'euros, a indiqué le maire, qui a précisé que le vent soufflait à \
         70 km/h. En 2019, un incendie avait déjà ravagé un tiers du massif ; il avait fallu trois semaines pour l'éteindre.",
        expect![[r#"
            près de 1 200 hectares = quantity ~ 1200 hectare, says "la préfecture"
            mardi soir = datetime 2022-01-04TEV
            quelque 350 = cardinal ~ 350, counts "habitants", says "la préfecture"
            Deux = cardinal 2, counts "pompiers"
            24 = age 24 year
            31 ans = age 31 year
            entre 3 et 5 millions d'euros = money [3000000..5000000] EUR, says "le maire"
            70 km/h = quantity 70 kilometer-per-hour
            2019 = date 2019
            un tiers = ratio 0.333333
            trois semaines = duration 3 week P3W
        "#]],
    );
}

/// Words and marks that the grammar knows, to be strung together at random.
const WORDS: &[&str] = &[
    "vingt",
    "et",
    "un",
    "cent",
    "mille",
    "million",
    "millions",
    "quatre-vingt",
    "deuxième",
    "sur",
    "de",
    "du",
    "à",
    "au",
    "entre",
    "le",
    "la",
    "les",
    "l'",
    "d'",
    "jeudi",
    "mars",
    "2020",
    "12",
    "1 000",
    "3,5",
    ",",
    "-",
    "/",
    ":",
    "h",
    "heures",
    "ans",
    "jours",
    "matin",
    "soir",
    "fin",
    "début",
    "prochain",
    "dernier",
    "il y a",
    "dans",
    "plus de",
    "environ",
    "%",
    "€",
    "km",
    "selon",
    "a déclaré",
    "que",
    "personnes",
    "chaque",
    "siècle",
    "XXe",
    "années",
    "99999999999999999999999999",
    "0",
    "29 février",
    "24h",
    "tous les",
    "fois par",
];

proptest! {
    #[test]
    fn figures_of_any_text_are_sound(text in "\\PC{0,200}") {
        assert_sound(&text)?;
    }

    #[test]
    fn figures_of_figure_words_are_sound(words in prop::collection::vec(prop::sample::select(WORDS), 0..60), year in -9999..=9999) {
        let text = words.join(" ");
        assert_sound(&text)?;
        let date = Date::from_calendar_date(year, time::Month::December, 31).ok();
        annotate(&text, Options { date, ..Options::default() }, None);
    }
}

fn assert_sound(text: &str) -> Result<(), TestCaseError> {
    for date in [None, Some(Date::MIN), Some(Date::MAX)] {
        let annotations = annotate(text, Options { date, ..Options::default() }, None);
        let mut end = 0;
        for figure in &annotations.figures {
            prop_assert!(
                figure.span.start >= end && figure.span.end <= text.len() && !figure.span.is_empty()
            );
            for span in [Some(figure.span), figure.counted, figure.source].into_iter().flatten() {
                prop_assert!(text.is_char_boundary(span.start) && text.is_char_boundary(span.end));
            }
            for number in [figure.value, figure.low, figure.high].into_iter().flatten() {
                prop_assert!(number.is_finite());
            }
            end = figure.span.end;
        }
    }
    Ok(())
}
