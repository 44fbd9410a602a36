//! Dates that depend on other words of the text, for a part of the date or for the tense.

use super::check;
use expect_test::expect;

#[test]
fn the_week_of_a_day_whose_month_is_left_out() {
    check(
        "La semaine du 17, le week-end du 22, la semaine du 12 au 14, la semaine du premier tour.",
        expect![[r#"
        semaine du 17 = date 2022-W03
        week-end du 22 = date 2021-W51-WE
        du 12 au 14 = period 2022-01-12/2022-01-14
    "#]],
    );
}

#[test]
fn units_relative_to_the_last_mentioned_date() {
    check(
        "Au deuxième trimestre 2021, contre 3 % au trimestre précédent. Fondé en 1662, il ouvre quatre ans plus tard.\n\n\
         Le 5 janvier 2015, puis la semaine suivante. En mars 2014 et le mois suivant, puis trois jours plus tard.\n\n\
         L'année précédente.",
        expect![[r#"
            deuxième trimestre 2021 = date 2021-Q2
            3 % = percent 3 percent
            trimestre précédent = date 2021-Q1
            1662 = date 1662
            quatre ans plus tard = date 1666
            5 janvier 2015 = date 2015-01-05
            semaine suivante = date 2015-W03
            mars 2014 = date 2014-03
            mois suivant = date 2014-04
            trois jours plus tard = date
            année précédente = date 2021
        "#]],
    );
}

#[test]
fn the_future_perfect_refers_to_the_past() {
    check(
        "Il aura fallu quatre heures de débats, mercredi soir. Il aura lieu mercredi.",
        expect![[r#"
        quatre heures = duration 4 hour PT4H
        mercredi soir = datetime 2022-01-05TEV
        mercredi = date 2022-01-12
    "#]],
    );
}

#[test]
fn millennia_before_the_common_era() {
    check(
        "Au IVe millénaire avant notre ère, au IIIe millénaire av. J.-C., au VIIIe siècle avant notre ère ; ce mois \
         d'août.",
        expect![[r#"
            IVe millénaire avant notre ère = period -3999/-3000
            IIIe millénaire av. J.-C. = period -2999/-2000
            VIIIe siècle avant notre ère = date -07XX
            ce mois d'août = date 2021-08
        "#]],
    );
}

#[test]
fn centuries_and_quarters_with_a_complement() {
    check(
        "Au XVIIIe et au XIXe siècle, au IIIe siècle après J.-C. ; au 3e trimestre de l'exercice 2021. Le prix passera à \
         10 euros au 1er mars.",
        expect![[r#"
            XVIIIe = date 17XX
            XIXe siècle = date 18XX
            IIIe siècle après J.-C. = date 02XX
            3e trimestre = date 2022-Q3
            2021 = date 2021
            10 euros = money 10 EUR
            1er mars = date 2022-03-01
        "#]],
    );
}

#[test]
fn postponed_days_and_weekdays_of_one_month() {
    check(
        "Prévu le 12 janvier puis repoussé au 19, il est reporté au 20 mars. Samedi 8 et dimanche 9 janvier.",
        expect![[r#"
            12 janvier = date 2022-01-12
            19 = date 2022-01-19
            20 mars = date 2022-03-20
            Samedi 8 = date 2022-01-08
            dimanche 9 janvier = date 2022-01-09
        "#]],
    );
}

#[test]
fn clock_times_with_a_zone_before_their_date() {
    check(
        "À 04H47 GMT mardi, puis à 19 h 30 UTC le 3 janvier. À 22H00 locales. Fermé jusqu'à samedi 06h00 GMT, \
         de 14h à 15h GMT, à 7 h UTC-4.",
        expect![[r#"
            04H47 GMT mardi = datetime 2022-01-04T04:47Z
            19 h 30 UTC le 3 janvier = datetime 2022-01-03T19:30Z
            22H00 locales = time T22:00
            jusqu'à samedi 06h00 GMT = period ../2022-01-08T06:00Z
            de 14h à 15h GMT = period T14Z/T15Z
            7 h UTC-4 = time T07-04:00
        "#]],
    );
}
