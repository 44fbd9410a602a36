//! Days of programmes and announcements, which are in the future although no verb says so.

use super::{check, check_at, lines};
use expect_test::expect;

#[test]
fn days_of_a_programme_follow_its_first_day() {
    check(
        "Le festival se tient du 19 au 23 janvier.\n\nMercredi : atelier.\n\nInscriptions avant vendredi midi.\n\n\
         Jeudi, concert à 21 h.",
        expect![[r#"
            du 19 au 23 janvier = period 2022-01-19/2022-01-23
            Mercredi = date 2022-01-19
            avant vendredi midi = period ../2022-01-21T12
            Jeudi = date 2022-01-20
            21 h = time T21
        "#]],
    );
    check(
        "La cérémonie aura lieu le 12 avril. Visites mardi à 14 h.",
        expect![[r#"
        12 avril = date 2022-04-12
        mardi à 14 h = datetime 2022-01-11T14
    "#]],
    );
    check(
        "Il a été élu le 3 janvier. Visites mardi à 14 h.",
        expect![[r#"
        3 janvier = date 2022-01-03
        mardi à 14 h = datetime 2022-01-04T14
    "#]],
    );
}

#[test]
fn calls_for_a_day_refer_to_the_future() {
    check(
        "Un préavis de grève pour mardi a été déposé. Ils ont appelé à la grève pour le vendredi 14. Elle a publié un \
         livre pour Noël.",
        expect![[r#"
            mardi = date 2022-01-11
            vendredi 14 = date 2022-01-14
            Noël = date 2021-12-25
        "#]],
    );
    check(
        "Il a donné rendez-vous samedi à la presse. Rendez-vous dimanche. Ils étaient au rendez-vous samedi.",
        expect![[r#"
            samedi = date 2022-01-08
            dimanche = date 2022-01-09
            samedi = date 2022-01-01
        "#]],
    );
}

#[test]
fn until_refers_to_the_future_unless_a_verb_before_it_is_past() {
    check(
        "L'exposition (jusqu'au 17 juin, de 10 h à 18 h) a attiré 300 curieux. Le pont a rouvert ; il est fermé depuis \
         le 19 août et jusqu'au 14 février.",
        expect![[r#"
            17 juin = date 2022-06-17
            de 10 h à 18 h = period T10/T18
            300 = cardinal 300, counts "curieux"
            19 août = date 2021-08-19
            14 février = date 2022-02-14
        "#]],
    );
}

#[test]
fn a_date_in_the_near_future_is_preferred_to_one_ten_months_ago() {
    check_at(
        "2025-02-11",
        "Ils sont qualifiés pour le tournoi, du 4 au 6 mars. Plus chaud qu'en mars, plus cher qu'en juin.",
        expect![[r#"
            du 4 au 6 mars = period 2025-03-04/2025-03-06
            mars = date 2024-03
            juin = date 2024-06
        "#]],
    );
}

#[test]
fn weekdays_of_every_week() {
    check(
        "Fermé le mardi. Du lundi au vendredi. Elle a duré du lundi 3 au mercredi 5.",
        expect![[r#"
        mardi = set XXXX-WXX-2
        Du lundi au vendredi = set XXXX-WXX-1/XXXX-WXX-5
        lundi 3 = date 2022-01-03
        mercredi 5 = date 2022-01-05
    "#]],
    );
}

#[test]
fn hours_of_an_unresolved_day_are_kept() {
    expect![[r#"
        Ce soir à 20 heures = datetime T20
        7 ce soir = datetime T19
        demain à 9 h 15 = datetime T09:15
        ce soir = datetime
    "#]]
    .assert_eq(&lines("Ce soir à 20 heures, à 7 ce soir, demain à 9 h 15, ce soir.", ""));
}

#[test]
fn about_noon() {
    check(
        "Peu après midi, à la mi-journée, avant midi, mardi après-midi, l'après-midi, entre midi et 17 heures. Pas \
         avant 19 h. En avant-midi.",
        expect![[r#"
            Peu après midi = time T12
            mi-journée = time T12
            avant midi, mardi = period ../2022-01-04T12
            après-midi = time TAF
            entre midi et 17 heures = period T12/T17
            Pas avant 19 h = period T19/..
        "#]],
    );
}

#[test]
fn a_participle_before_a_day_refers_to_the_past() {
    check(
        "Le procès s'ouvrira le 12 janvier. Visites guidées mardi à 9 h. Les millions débloqués mardi suffisent.",
        expect![[r#"
            12 janvier = date 2022-01-12
            mardi à 9 h = datetime 2022-01-18T09
            Les millions = cardinal ~ [1000000..]
            mardi = date 2022-01-04
        "#]],
    );
}

#[test]
fn dates_near_the_narrative_anchor_are_in_its_year() {
    check(
        "Le 6 août 1944, la bombe tombe. Du 7 au 17, on tire. Le 13 août, une trêve ; le lendemain, rien. Le 17, il se \
         rend.\n\nLe 12 décembre, une plaque a été posée. Mille jours après, rien n'a changé.",
        expect![[r#"
            6 août 1944 = date 1944-08-06
            Du 7 au 17 = period 1944-08-07/1944-08-17
            13 août = date 1944-08-13
            lendemain = date 1944-08-14
            17 = date 1944-08-17
            12 décembre = date 2021-12-12
            Mille jours après = date
        "#]],
    );
}

#[test]
fn appositions_and_clauses_after_a_semicolon_have_their_own_tense() {
    check(
        "Le rapport, publié mardi, sera débattu lundi. L'inflation, ramenée à 2 % en mai, doit baisser. Elle partira ; \
         en mars, elle avait attendu.",
        expect![[r#"
            mardi = date 2022-01-04
            lundi = date 2022-01-10
            2 % = percent 2 percent
            mai = date 2021-05
            mars = date 2021-03
        "#]],
    );
    check(
        "En mai et juin 2022, depuis le printemps, après la prière de 14 heures.",
        expect![[r#"
        mai et juin 2022 = period 2022-05/2022-06
        printemps = date 2021-SP
        14 heures = time T14
    "#]],
    );
}

#[test]
fn a_bare_day_number_continues_a_programme() {
    check(
        "Première échéance : le 3 février. Une grève dès le 5. À suivre vendredi.",
        expect![[r#"
        3 février = date 2022-02-03
        5 = date 2022-02-05
        vendredi = date 2022-01-07
    "#]],
    );
}

#[test]
fn verbs_without_a_subject_have_a_tense() {
    check(
        "Le 12 décembre, ils étaient là.",
        expect![[r#"
        12 décembre = date 2021-12-12
    "#]],
    );
    check(
        "L'avion ne devait pas repartir avant samedi. Il a promis de revenir dès lundi.",
        expect![[r#"
        samedi = date 2022-01-08
        lundi = date 2022-01-10
    "#]],
    );
    check(
        "Le couple, qui a relevé sa franchise, a jusqu'au 30 novembre pour changer.",
        expect![[r#"
        30 novembre = date 2022-11-30
    "#]],
    );
}

#[test]
fn following_units_are_relative_to_the_last_mentioned_date() {
    check(
        "Élu en 2014, il part l'année suivante.",
        expect![[r#"
            2014 = date 2014
            année suivante = date 2015
        "#]],
    );
    check(
        "Il est parti le 3 mars 2019 et revenu le mois suivant.",
        expect![[r#"
        3 mars 2019 = date 2019-03-03
        mois suivant = date 2019-04
    "#]],
    );
    check(
        "Il revient la semaine suivante.",
        expect![[r#"
        semaine suivante = date 2022-W02
    "#]],
    );
}

#[test]
fn participles_before_a_comma_refer_to_the_past() {
    check(
        "Partie du port le 12 décembre, la campagne durera 57 jours.",
        expect![[r#"
        12 décembre = date 2021-12-12
        57 jours = duration 57 day P57D
    "#]],
    );
    check(
        "Dimanche, pour le compte de la première journée, Brest a gagné.",
        expect![[r#"
        Dimanche = date 2022-01-02
    "#]],
    );
    check(
        "Il faut attendre le 5 février, à 2 h 17 min, contre cinq à sept heures auparavant.",
        expect![[r#"
            5 février, à 2 h 17 min = datetime 2022-02-05T02:17
            cinq à sept heures = duration [5..7] hour
        "#]],
    );
}

#[test]
fn a_past_participle_before_a_day_outweighs_a_later_future_verb() {
    check(
        "Le trafic, interrompu mardi à 18 heures, pourrait reprendre. Le mandat court de mercredi jusqu'au 12 mars.",
        expect![[r#"
            mardi à 18 heures = datetime 2022-01-04T18
            de mercredi jusqu'au 12 mars = period 2022-01-05/2022-03-12
        "#]],
    );
}
