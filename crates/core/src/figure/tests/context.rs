//! Numbers that are not figures, and figures that depend on the words around them.

use super::check;
use expect_test::expect;

#[test]
fn numbers_in_names_and_labels_are_not_figures() {
    check("Le G20, l'iPhone 8, un Boeing 737, l'A7, la Covid-19 et les Deux-Sèvres.", expect![""]);
    check("Tous deux sont partis, les deux aussi, l'un d'eux surtout.", expect![[""]]);
    check("L'article 49, la page 12, le numéro 3 ; tél. 01 23 45 67 89.", expect![[""]]);
    check("Voir https://exemple.fr/2021/05/12/18-morts et la note [12].", expect![[""]]);
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
fn a_news_agency_text() {
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

#[test]
fn ranks_planets_and_article_numbers_are_not_dates() {
    check(
        "Il est le premier à partir. Le premier, Jean, vise Mars ; le 1er mai, en Mars, début mars. L'une va jusqu'à un refus, \
         l'autre jusqu'à 30 refus, au psaume 130.",
        expect![[r#"
            1er mai = date 2022-05-01
            Mars = date 2022-03
            début mars = period 2022-03-01/2022-03-05
            jusqu'à 30 = cardinal 30 [..30], counts "refus"
        "#]],
    );
}

#[test]
fn ages_after_unknown_nouns() {
    check(
        "Un patient de 72 ans, un contrat de 20 ans, un bambin de 2 ans, une trace datant de 40 ans. Il aurait eu 80 ans.",
        expect![[r#"
            72 ans = age 72 year
            20 ans = duration 20 year P20Y
            2 ans = duration 2 year P2Y
            40 ans = duration 40 year P40Y
            80 ans = age 80 year
        "#]],
    );
}

#[test]
fn durations_of_races() {
    check(
        "Il finit en 1:57:17, et part à 1:57:17.",
        expect![[r#"
        1:57:17 = duration 1.954722 hour PT1H57M17S
        1:57:17 = time T01:57:17
    "#]],
    );
}

#[test]
fn articles_after_pres_and_telephone_numbers_are_not_counts() {
    check(
        "Près d'un bus, près d'un million, près d'une heure, au moins un mort. Appelez le 112, à 22° 52′ 16″ N.",
        expect![[r#"
            près d'un million = cardinal ~ 1000000
            près d'une heure = duration ~ 1 hour PT1H
            au moins un = cardinal 1 [1..], counts "mort"
            22° = quantity 22 degree
        "#]],
    );
}

#[test]
fn local_hours() {
    check(
        "Le départ (13 heures UTC), à 15 heures, heure locale ; 8 heures locales, 8 heures, les 8 heures.",
        expect![[r#"
            13 heures UTC = time T13Z
            15 heures = time T15
            8 heures locales = time T08
            8 heures = duration 8 hour PT8H
            8 heures = duration 8 hour PT8H
        "#]],
    );
}

#[test]
fn this_day_with_and_without_la() {
    check(
        "Il a reçu ce matin la maire, cette semaine la presse. Ce matin-là, ce jour-là, il pleuvait.",
        expect![[r#"
            ce matin = datetime 2022-01-06TMO
            cette semaine = date 2022-W01
        "#]],
    );
    check(
        "Près de la moitié seraient partis en 1 heure, 19 minutes et 26 secondes, aux 24 Heures du Mans.",
        expect![[r#"
            Près de la moitié = ratio ~ 0.5
            1 heure, 19 minutes et 26 secondes = duration 1.323889 hour PT1H19M26S
        "#]],
    );
    check(
        "Sa validité passe de un an à six mois. Mort à 74 ans de l'acteur. Toutes les années de guerre, tous les jours.",
        expect![[r#"
            un an = duration 1 year P1Y
            six mois = duration 6 month P6M
            74 ans = age 74 year
            tous les jours = set P1D
        "#]],
    );
}

#[test]
fn results_of_matches_and_races() {
    check(
        "Lens s'est imposé 3 à 2 samedi soir, 7-6 (7/5), en deux heures et demie, avec 4 minutes 30 d'avance. La n°1 mondiale a \
         couru en 9\"83, le relais en 4h19'41\".",
        expect![[r#"
            3 à 2 = score [3..2]
            samedi soir = datetime 2022-01-01TEV
            7-6 = score [7..6]
            7/5 = score [7..5]
            deux heures et demie = duration 2.5 hour PT2H30M
            4 minutes 30 = duration 4.5 minute PT4M30S
            9"83 = duration 9.83 second PT9.83S
            4h19'41" = duration 4.328056 hour PT4H19M41S
        "#]],
    );
}

#[test]
fn markets_and_their_points() {
    check(
        "L'indice gagne 91,6 points (+91,6), le chômage 0,3 point, l'emprunt français à dix ans 12 points de base.",
        expect![[r#"
            91,6 = cardinal 91.6, counts "points"
            91,6 = cardinal 91.6
            0,3 point = percent 0.3 percent
            dix ans = duration 10 year P10Y
            12 points de base = percent 0.12 percent
        "#]],
    );
    check(
        "C'est 9 milliards de plus que prévu en novembre. Le vote est prévu en novembre. On attend 41 degrés lundi.",
        expect![[r#"
            9 milliards = cardinal 9000000000
            novembre = date 2021-11
            novembre = date 2022-11
            41 degrés = quantity 41 degree
            lundi = date 2022-01-10
        "#]],
    );
    check(
        "Un été sur deux, le taux passe à 421 ppm.",
        expect![[r#"
        Un été sur deux = ratio 0.5
        421 ppm = quantity 421 part-per-million
    "#]],
    );
}

#[test]
fn votes_and_doses() {
    check(
        "Entre 255 et 295 sièges sur 577, sept candidats sur dix, les neuf dixièmes étant partis.",
        expect![[r#"
            Entre 255 et 295 = cardinal [255..295], counts "sièges"
            577 = cardinal 577
            sept candidats sur dix = ratio 0.7
            neuf dixièmes = ratio 0.9
        "#]],
    );
    check(
        "BA.4 et BA.5 ; des volontaires âgés de 18 à 55 ans, l'âge légal de 62 à 65 ans.",
        expect![[r#"
            de 18 à 55 ans = age [18..55] year
            de 62 à 65 ans = age [62..65] year
        "#]],
    );
    check(
        "Un accord pourrait être signé, selon la ville où ils se sont vus mercredi. Ils sont plus nombreux jeudi.",
        expect![[r#"
            mercredi = date 2022-01-05
            jeudi = date 2022-01-06
        "#]],
    );
}

#[test]
fn several_count_a_plural() {
    check(
        "Huit nageurs partent, dont 6 poursuivent ; 36 personne, 12 ONG, un séisme de magnitude 7 frappe l'île, 1,96 enfant.",
        expect![[r#"
            Huit = cardinal 8, counts "nageurs"
            6 = cardinal 6
            36 = cardinal 36
            12 = cardinal 12, counts "ONG"
            7 = cardinal 7
            1,96 = cardinal 1.96, counts "enfant"
        "#]],
    );
}

#[test]
fn numbers_followed_by_words_that_look_like_units() {
    check(
        "La 5G arrive, le magasin ouvre 24h/24 et 7j/7, à 100 Mbit/s. Il gagne 6/4 7/5, puis 6/4, 3/6, 7/5.",
        expect![[r#"
            100 Mbit/s = quantity 100 megabit-per-second
        "#]],
    );
    check(
        "Plus des deux tiers et moins du quart, un taux de 5 ‰. En 52 av. J.-C., au Ve siècle avant notre ère, en 52.",
        expect![[r#"
            Plus des deux tiers = ratio 0.666667 [0.6666666666666666..]
            moins du quart = ratio 0.25 [..0.25]
            5 ‰ = quantity 5 permille
            52 av. J.-C. = date -0051
            Ve siècle avant notre ère = date -04XX
            52 = cardinal 52
        "#]],
    );
}

#[test]
fn durations_of_races_in_minute_and_second_signs() {
    check(
        "En 3'30\"65, en 9\"83 et en 1:10.62, 9''58, puis à la 62' ; 22° 52′ 16″ N, 'Apollo 13', \"ils étaient 18\", \"12 sont partis\", \
         '7 morts'.",
        expect![[r#"
            3'30"65 = duration 3.510833 minute PT3M30.65S
            9"83 = duration 9.83 second PT9.83S
            1:10.62 = duration 1.177 minute PT1M10.62S
            9''58 = duration 9.58 second PT9.58S
            22° = quantity 22 degree
            18 = cardinal 18
            12 = cardinal 12
            7 = cardinal 7, counts "morts"
        "#]],
    );
}

#[test]
fn days_and_seasons_near_today() {
    check(
        "Ils ont reconduit la grève jusqu'à mardi 11. L'hiver a été rude. Il a une minute trente d'avance en fédérale 1.",
        expect![[r#"
            mardi 11 = date 2022-01-11
            hiver = date 2021-WI
            une minute trente = duration 1.5 minute PT1M30S
        "#]],
    );
}

#[test]
fn stock_market_figures() {
    check(
        "Le taux atteint 2,5 %, contre 1,03 % en février. Le WTI pour livraison en mars prenait 83 cents. Le rendement du Bund à dix ans finit à -0,02 %.",
        expect![[r#"
            2,5 % = percent 2.5 percent
            1,03 % = percent 1.03 percent
            février = date 2021-02
            mars = date 2022-03
            83 cents = money 0.83 USD
            dix ans = duration 10 year P10Y
            -0,02 % = percent -0.02 percent
        "#]],
    );
}

#[test]
fn ages_sentences_and_programmes() {
    check(
        "Ils sont partis avant 60 ans. À partir de 8 ans. Il est condamné en 2019 à deux ans, dont un ferme.",
        expect![[r#"
            60 ans = age 60 year
            8 ans = age 8 year
            2019 = date 2019
            deux ans = duration 2 year P2Y
        "#]],
    );
    check(
        "Ceux qui ont 18 ans. Le JT de 20 heures. Un débit de 160 térabits par seconde.",
        expect![[r#"
            18 ans = age 18 year
            20 heures = time T20
            160 térabits par seconde = quantity 160 terabit-per-second
        "#]],
    );
}

#[test]
fn lists_of_ages_and_years_before_an_adjective() {
    check(
        "Trois hommes âgés de 26, 30 et 48 ans. Avant 1970 seuls 9 pays l'avaient. Presque deux fois plus, au terminal 2.",
        expect![[r#"
            Trois = cardinal 3, counts "hommes"
            26 = age 26 year
            30 = age 30 year
            48 ans = age 48 year
            1970 = date 1970
            9 = cardinal 9, counts "pays"
            Presque deux fois plus = ratio ~ 2
        "#]],
    );
    check(
        "Les combats ont fait 12 morts, a annoncé l'ONU lundi.",
        expect![[r#"
        12 = cardinal 12, counts "morts", says "l'ONU"
        lundi = date 2022-01-03
    "#]],
    );
}

#[test]
fn participles_that_look_like_labels_keep_their_counts() {
    check(
        "Le comité a formulé 37 réserves, puis classé 12 dossiers ; la ligne 8 et l'acte 2 restent.",
        expect![[r#"
            37 = cardinal 37, counts "réserves"
            12 = cardinal 12, counts "dossiers"
        "#]],
    );
}
