//! Dates, times, periods and recurrences.

use super::{check, check_at};
use expect_test::expect;

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
        "Lens a battu Metz (4-0) mercredi soir et recevra Brest en finale, le 10 juin.",
        expect![[r#"
            4-0 = score [4..0]
            mercredi soir = datetime 2022-01-05TEV
            10 juin = date 2022-06-10
        "#]],
    );
    check(
        "Le match qui a lieu samedi ne sera pas diffusé.",
        expect![[r#"
        samedi = date 2022-01-08
    "#]],
    );
    check(
        "Il partira lundi, a annoncé mardi le ministère (qui a démenti mercredi).",
        expect![[r#"
        lundi = date 2022-01-10
        mardi = date 2022-01-04
        mercredi = date 2022-01-05
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
fn verbs_determine_the_day() {
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
fn years_and_centuries_before_and_of_the_common_era() {
    check(
        "Une tombe de 320 av. J.-C. En l'an 14 apr. J.-C., il vint. Le IIIe siècle avant notre ère, entre 58 et 51 av. \
         J.-C., le 15 mars 44 avant Jésus-Christ. Il y a 15 000 ans.",
        expect![[r#"
            320 av. J.-C. = date -0319
            an 14 apr. J.-C. = date 0014
            IIIe siècle avant notre ère = date -02XX
            entre 58 et 51 av. J.-C. = period -0057/-0050
            15 mars 44 avant Jésus-Christ = date -0043-03-15
            15 000 ans = duration 15000 year P15000Y
        "#]],
    );
}

#[test]
fn first_and_last_units_of_a_month_or_year() {
    check(
        "Sur les six premiers mois de l'année, les neuf premiers mois de 2016, les deux premières semaines de juillet \
         2021, les trois derniers mois de l'année 2020, les dix premiers jours de la grève.",
        expect![[r#"
            six premiers mois de l'année = period 2021-01-01/2021-06-30
            neuf premiers mois de 2016 = period 2016-01-01/2016-09-30
            deux premières semaines de juillet 2021 = period 2021-07-01/2021-07-14
            trois derniers mois de l'année 2020 = period 2020-10-01/2020-12-31
            dix premiers jours = duration 10 day P10D
        "#]],
    );
    check(
        "Le bénéfice du T2 2022 et du S1 2021.",
        expect![[r#"
        T2 2022 = date 2022-Q2
        S1 2021 = date 2021-H1
    "#]],
    );
}

#[test]
fn nights_between_two_days() {
    check(
        "Dans la nuit du 14 au 15 juillet 2021, vers 2 h 30 du matin. La nuit du 31 décembre au 1er janvier. La nuit de \
         jeudi à vendredi 24 décembre. La nuit du 16 au 17 février dernier.",
        expect![[r#"
            nuit du 14 au 15 juillet 2021 = period 2021-07-14TNI/2021-07-15
            2 h 30 du matin = time T02:30
            nuit du 31 décembre au 1er janvier = period 2021-12-31TNI/2022-01-01
            nuit de jeudi à vendredi 24 décembre = period 2021-12-23TNI/2021-12-24
            nuit du 16 au 17 février dernier = period 2021-02-16TNI/2021-02-17
        "#]],
    );
}

#[test]
fn days_relative_to_an_undated_event_are_unresolved() {
    check(
        "Au lendemain des funérailles, la veille de l'élection. Le lendemain de Noël. La cinquième et dernière journée.",
        expect![[r#"
            lendemain de Noël = date 2021-12-26
            cinquième = ordinal 5
        "#]],
    );
    check(
        "Fin du premier semestre, début du troisième trimestre 2021. But à la 90e+4. L’Été de Marthe. Peu avant 4 heures, peu après huit heures, avant 5 heures. De 10 heures à 20 heures, le jeudi jusqu'à 22 heures.",
        expect![[r#"
            Fin du premier semestre = period 2022-05-01/2022-06-30
            début du troisième trimestre 2021 = period 2021-07-01/2021-07-31
            90e+4 = ordinal 90
            4 heures = time T04
            huit heures = time T08
            avant 5 heures = period ../T05
            De 10 heures à 20 heures = period T10/T20
            jeudi jusqu'à 22 heures = period 2022-01-06/2022-01-06T22
        "#]],
    );
}

#[test]
fn old_years_and_pairs_of_centuries() {
    check(
        "Au XIIe siècle, aux XVe et XVIe siècles, en l'an 800, né vers 1475. La peste (1347-1352). En 987, il règne. Il \
         en reste 300 en 250 lieux.",
        expect![[r#"
            XIIe siècle = date 11XX
            XVe et XVIe siècles = period 14XX/15XX
            an 800 = date 0800
            1475 = date 1475
            1347-1352 = period 1347/1352
            987 = date 0987
            300 = cardinal 300
            250 = cardinal 250, counts "lieux"
        "#]],
    );
}

#[test]
fn weekdays_that_recur() {
    check(
        "Un samedi sur deux, deux après-midi par semaine, trois jours par semaine.",
        expect![[r#"
        Un samedi sur deux = set P2W
        deux après-midi par semaine = set R2/P1W
        trois jours par semaine = set R3/P1W
    "#]],
    );
    check(
        "Le premier dimanche de l'avent, puis hier mercredi.",
        expect![[r#"
        premier dimanche = date
        hier mercredi = date 2022-01-05
    "#]],
    );
}

#[test]
fn years_and_months_written_as_two_numbers() {
    check(
        "Il date de 2015-03, du 12 oct., il attend. En soixante-huit, en mai soixante-huit.",
        expect![[r#"
            2015-03 = date 2015-03
            12 oct. = date 2022-10-12
            En soixante-huit = date 1968
            mai soixante-huit = date 1968-05
        "#]],
    );
    check(
        "Les gouverneurs préfèrent attendre juin. À minuit moins le quart, au milieu de la journée.",
        expect![[r#"
            juin = date 2022-06
            minuit moins le quart = time T23:45
            milieu de la journée = period 2022-01-06T11/2022-01-06T16
        "#]],
    );
}

#[test]
fn days_after_a_holiday_and_english_holiday_names() {
    check_at(
        "2026-11-02",
        "Le Black Friday, le Cyber Monday et Thanksgiving viendront. Le Labor Day et le Memorial Day sont passés.",
        expect![[r#"
            Black Friday = date 2026-11-27
            Cyber Monday = date 2026-11-30
            Thanksgiving = date 2026-11-26
            Labor Day = date 2026-09-07
            Memorial Day = date 2026-05-25
        "#]],
    );
    check_at(
        "2026-05-04",
        "Le pont de l'Ascension sera chargé, l'ascension du sommet aussi.",
        expect![[r#"
        pont de l'Ascension = date 2026-05-14
    "#]],
    );
}
