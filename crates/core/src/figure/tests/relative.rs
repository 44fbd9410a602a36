//! Dates relative to other dates, lists of days, times with their zone.

use super::{check, check_at};
use expect_test::expect;

#[test]
fn days_relative_to_other_days() {
    check(
        "Le lendemain de Noël, deux semaines avant Noël, trois jours après le 5 mars 2021, la veille du 15 août 2021.",
        expect![[r#"
            lendemain de Noël = date 2021-12-26
            deux semaines avant Noël = date 2021-12-11
            trois jours après le 5 mars 2021 = date 2021-03-08
            veille du 15 août 2021 = date 2021-08-14
        "#]],
    );
    check(
        "Il est parti il y a environ trois ans, elle il y a plus de dix ans, eux il y a moins de deux ans.",
        expect![[r#"
            il y a environ trois ans = date ~ 2019
            il y a plus de dix ans = period ../2012
            il y a moins de deux ans = period 2020/..
        "#]],
    );
    check(
        "Elle reviendra dans environ cinq ans, lui dans moins d'un an.",
        expect![[r#"
        environ cinq ans = date ~ 2027
        moins d'un an = period ../2023
    "#]],
    );
    check(
        "Il vivait ici il y a dix à quinze ans ; ces os ont 3 millions d'années.",
        expect![[r#"
            dix à quinze ans = duration [10..15] year
            3 millions d'années = age 3000000 year
        "#]],
    );
    check(
        "D'ici à vendredi soir, la route est coupée.",
        expect![[r#"
        vendredi soir = datetime 2022-01-07TEV
    "#]],
    );
}

#[test]
fn days_of_one_month() {
    check(
        "Les 12 et 13 mars 2021, il a neigé ; les 5, 6 et 7 mai, non.",
        expect![[r#"
        12 = date 2021-03-12
        13 mars 2021 = date 2021-03-13
        5 = date 2021-05-05
        6 = date 2021-05-06
        7 mai = date 2021-05-07
    "#]],
    );
    check(
        "Le 5 et le 7 mai, il a plu.",
        expect![[r#"
        5 = date 2021-05-05
        7 mai = date 2021-05-07
    "#]],
    );
    check(
        "Ils étaient les 12 et treize le 3 mars.",
        expect![[r#"
        12 = cardinal 12
        treize = cardinal 13
        3 mars = date 2021-03-03
    "#]],
    );
    check(
        "Le week-end du 12 mars 2021, en fin de semaine dernière.",
        expect![[r#"
        week-end du 12 mars 2021 = date 2021-W10-WE
        fin de semaine dernière = date 2021-W52-WE
    "#]],
    );
    check(
        "Le 03.01.2022 ; le 5 de chaque mois.",
        expect![[r#"
            03.01.2022 = date 2022-01-03
            le 5 de chaque mois = set XXXX-XX-05
        "#]],
    );
}

#[test]
fn parts_of_the_previous_year() {
    check(
        "Le deuxième trimestre de l'année dernière, le premier semestre de cette année.",
        expect![[r#"
            deuxième trimestre de l'année dernière = date 2021-Q2
            premier semestre de cette année = date 2022-H1
        "#]],
    );
    check(
        "Le premier lundi du mois de novembre 2021, le dernier vendredi du mois, la première semaine du mois dernier.",
        expect![[r#"
            premier lundi du mois de novembre 2021 = date 2021-11-01
            dernier vendredi du mois = date 2022-01-28
            première semaine du mois dernier = date 2021-W48
        "#]],
    );
    check(
        "La saison 2021-22 ; le championnat 2020/2021 ; la guerre de 14-18.",
        expect![[r#"
        2021-22 = period 2021/2022
        2020/2021 = period 2020/2021
    "#]],
    );
}

#[test]
fn days_with_clock_times() {
    check(
        "Jeudi soir, vers 20h40, il a crié. Demain matin à 8 heures, il dormira. Le matin 7h30, il court.",
        expect![[r#"
            Jeudi soir, vers 20h40 = datetime 2022-01-06T20:40
            Demain matin à 8 heures = datetime 2022-01-07T08
            matin 7h30 = time T07:30
        "#]],
    );
    check(
        "Samedi de 14 à 18 heures ; mardi de 9 à 12.",
        expect![[r#"
        Samedi de 14 à 18 heures = period 2022-01-01T14/2022-01-01T18
        mardi de 9 à 12 = period 2022-01-04T09/2022-01-04T12
    "#]],
    );
    check(
        "Mardi de 5 à 7 points ; samedi de 2 à 3 %.",
        expect![[r#"
        Mardi = date 2022-01-04
        de 5 à 7 = cardinal [5..7], counts "points"
        samedi = date 2022-01-01
        de 2 à 3 % = percent [2..3] percent
    "#]],
    );
    check(
        "Tous les jours à 8 heures, chaque matin à 7 h, un jour sur deux.",
        expect![[r#"
        Tous les jours à 8 heures = set T08
        chaque matin à 7 h = set T07
        un jour sur deux = set P2D
    "#]],
    );
    check(
        "Une année sur 2014.",
        expect![[r#"
        2014 = date 2014
    "#]],
    );
    check(
        "Peu après 14 heures, vers les 8 heures ; 2022-01-03T14:30.",
        expect![[r#"
            14 heures = time T14
            8 heures = time T08
            2022-01-03T14:30 = datetime 2022-01-03T14:30
        "#]],
    );
}

#[test]
fn holidays_of_other_calendars_are_left_alone() {
    check(
        "Le Nouvel An chinois, le Nouvel An, le Noël orthodoxe.",
        expect![[r#"
        Nouvel An = date 2022-01-01
    "#]],
    );
}

#[test]
fn times_of_other_zones() {
    check(
        "Jeudi à 14h00 GMT, à 7 h 15 UTC−4, vers 18 heures TU, à 9 h UTC+2, à 10 h 30 heure locale.",
        expect![[r#"
            Jeudi à 14h00 GMT = datetime 2022-01-06T14:00Z
            7 h 15 UTC−4 = time T07:15-04:00
            18 heures TU = time T18Z
            9 h UTC+2 = time T09+02:00
            10 h 30 heure locale = time T10:30
        "#]],
    );
}

#[test]
fn days_of_this_week() {
    check(
        "Il est parti ce mercredi 5 au matin ; le numéro deux du parti a vu trois morts au moins.",
        expect![[r#"
            ce mercredi 5 au matin = datetime 2022-01-05TMO
            trois = cardinal 3, counts "morts"
        "#]],
    );
    check(
        "L'affaire revient deux jours après celle de ce lundi.",
        expect![[r#"
        deux jours = duration 2 day P2D
        ce lundi = date 2022-01-03
    "#]],
    );
    check(
        "Au XX e siècle, au jour des morts.",
        expect![[r#"
            XX e siècle = date 19XX
            jour des morts = date 2021-11-02
        "#]],
    );
}

#[test]
fn durations_after_unstated_days() {
    check(
        "Trois ans plus tard, il revient.",
        expect![[r#"
        Trois ans plus tard = date
    "#]],
    );
    check(
        "Il part le 3 mars 2019. Trois ans plus tard, il revient. Deux heures et demie plus tard, il dort.",
        expect![[r#"
            3 mars 2019 = date 2019-03-03
            Trois ans plus tard = date 2022
            Deux heures et demie = duration 2.5 hour PT2H30M
        "#]],
    );
    check(
        "Il y a tout juste un an, il gagnait deux fois sur trois.",
        expect![[r#"
        Il y a tout juste un an = date 2021
        deux fois sur trois = ratio 0.666667
    "#]],
    );
}

#[test]
fn accents_distinguish_words() {
    check(
        "Il court en dessous des trois heures ; dès 15 heures, il part. Dès lundi soir, il dort.",
        expect![[r#"
            trois heures = duration 3 hour PT3H
            dès 15 heures = period T15/..
            lundi soir = datetime 2022-01-03TEV
        "#]],
    );
    check(
        "Selon le ministère des Armées, 3 soldats sont blessés.",
        expect![[r#"
        3 = cardinal 3, counts "soldats", says "le ministère des Armées"
    "#]],
    );
}

#[test]
fn hours_from_now_are_resolved_if_the_publication_hour_is_known() {
    check_at(
        "2022-01-06T01:15",
        "Il a parlé il y a deux heures. Le vote aura lieu dans 2h30, dans moins de vingt minutes ou dans une minute et demie.",
        expect![[r#"
            il y a deux heures = datetime 2022-01-05T23:15
            2h30 = datetime 2022-01-06T03:45
            moins de vingt minutes = period ../2022-01-06T01:35
            une minute et demie = datetime 2022-01-06T01:16:30
        "#]],
    );
    check_at(
        "2022-01-06T01:15+06:00",
        "Neuf morts ces dernières 24 heures ; il neigera les trois prochaines heures, pendant dix minutes.",
        expect![[r#"
            Neuf = cardinal 9, counts "morts"
            dernières 24 heures = period 2022-01-05T01:15+06:00/2022-01-06T01:15+06:00
            trois prochaines heures = period 2022-01-06T01:15+06:00/2022-01-06T04:15+06:00
            dix minutes = duration 10 minute PT10M
        "#]],
    );
    check(
        "Il a parlé il y a deux heures ; neuf morts ces dernières 24 heures.",
        expect![[r#"
        deux heures = duration 2 hour PT2H
        neuf = cardinal 9, counts "morts"
        24 heures = duration 24 hour PT24H
    "#]],
    );
}

#[test]
fn hours_after_a_mentioned_date_are_not_counted_from_now() {
    check_at(
        "2022-01-06T10:32",
        "Deux heures plus tard, il dort. Il part trois heures avant Noël, à la dernière minute.",
        expect![[r#"
            Deux heures = duration 2 hour PT2H
            trois heures = duration 3 hour PT3H
            Noël = date 2021-12-25
        "#]],
    );
}

#[test]
fn the_conditional_refers_to_the_future() {
    check(
        "Il a dit qu'il présenterait un plan vendredi. Elle aurait disparu vendredi. Il ouvrait vendredi.",
        expect![[r#"
            vendredi = date 2022-01-07
            vendredi = date 2021-12-31
            vendredi = date 2021-12-31
        "#]],
    );
}

#[test]
fn until_refers_to_the_future_unless_it_is_over() {
    check(
        "L'exposition est ouverte jusqu'au 6 juin. Prolongée, elle dure jusqu'au 15 avril. Elle a duré jusqu'au 3 mai. \
         La grève était suivie jusqu'au 2 décembre.",
        expect![[r#"
            6 juin = date 2022-06-06
            15 avril = date 2022-04-15
            3 mai = date 2021-05-03
            2 décembre = date 2021-12-02
        "#]],
    );
}

#[test]
fn earlier_than_planned_is_a_duration() {
    check(
        "Il part le 3 mars 2019. La taxe baisse un an plus tôt que prévu. Un week-end sur deux, tous les week-ends. Une \
         période de sûreté de vingt-deux ans.",
        expect![[r#"
            3 mars 2019 = date 2019-03-03
            un an = duration 1 year P1Y
            Un week-end sur deux = set P2W
            tous les week-ends = set P1W
            vingt-deux ans = duration 22 year P22Y
        "#]],
    );
}

#[test]
fn calls_refer_to_the_future() {
    check(
        "Quatre syndicats ont appelé à une marche samedi.",
        expect![[r#"
        Quatre = cardinal 4, counts "syndicats"
        samedi = date 2022-01-08
    "#]],
    );
    check(
        "La CGT a appelé mardi à une marche.",
        expect![[r#"
        mardi = date 2022-01-04
    "#]],
    );
}

#[test]
fn years_of_quarters_and_of_current_periods() {
    check(
        "La hausse a été de 2 % au troisième trimestre.",
        expect![[r#"
        2 % = percent 2 percent
        troisième trimestre = date 2021-Q3
    "#]],
    );
    check(
        "Le pic a été atteint en semaine 51.",
        expect![[r#"
        semaine 51 = date 2021-W51
    "#]],
    );
    check(
        "Les soldes (du 3 janvier au 8 février) ont attiré du monde.",
        expect![[r#"
        du 3 janvier au 8 février = period 2022-01-03/2022-02-08
    "#]],
    );
    check(
        "Une réunion le premier mardi du mois.",
        expect![[r#"
        premier mardi du mois = date 2022-01-04
    "#]],
    );
    check(
        "Les premiers départs ont eu lieu ; la fermeture dure jusqu'à lundi.",
        expect![[r#"
        lundi = date 2022-01-10
    "#]],
    );
    check(
        "En 68, tout a changé.",
        expect![[r#"
        En 68 = date 1968
    "#]],
    );
}

#[test]
fn unspecified_days_and_ranks_are_not_dates() {
    check(
        "Il partira un lundi, deux jours après le premier, prévu samedi 8 janvier.",
        expect![[r#"
        deux jours = duration 2 day P2D
        samedi 8 janvier = date 2022-01-08
    "#]],
    );
    check(
        "Le blé pour échéance mars recule. La route ferme de samedi 22 heures à dimanche 6 heures.",
        expect![[r#"
            mars = date 2022-03
            de samedi 22 heures à dimanche 6 heures = period 2022-01-01T22/2022-01-02T06
        "#]],
    );
    check(
        "Les visites débutent lundi.",
        expect![[r#"
        lundi = date 2022-01-10
    "#]],
    );
}

#[test]
fn beginning_is_future_and_having_begun_is_past() {
    check(
        "Le salon débute vendredi. Les travaux ont débuté lundi.",
        expect![[r#"
        vendredi = date 2022-01-07
        lundi = date 2022-01-03
    "#]],
    );
}
