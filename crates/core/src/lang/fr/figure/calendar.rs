//! The calendar's words.

use crate::figure::{Daypart, Direction, Edge, Holiday, Season, Sense, TimeUnit};
use time::Month::*;
use time::Weekday::*;

use Holiday::{Easter, Fixed, Nth};
use Sense::{Month, ShortMonth, ShortWeekday, Span, Weekday};

pub(super) const SPANS: &[(&str, Sense)] = &[
    ("seconde|secondes|sec", Span(TimeUnit::Second)),
    ("minute|minutes|min|mins", Span(TimeUnit::Minute)),
    ("heure|heures", Span(TimeUnit::Hour)),
    ("jour|jours|journée|journées", Span(TimeUnit::Day)),
    ("week end|week ends|weekend|weekends|fin de semaine", Span(TimeUnit::Weekend)),
    ("semaine|semaines", Span(TimeUnit::Week)),
    ("quinzaine", Span(TimeUnit::Fortnight)),
    ("mois", Span(TimeUnit::Month)),
    ("trimestre|trimestres", Span(TimeUnit::Quarter)),
    ("semestre|semestres", Span(TimeUnit::Half)),
    ("an|ans|année|années", Span(TimeUnit::Year)),
    ("décennie|décennies", Span(TimeUnit::Decade)),
    ("siècle|siècles", Span(TimeUnit::Century)),
];

pub(super) const MONTHS: &[(&str, Sense)] = &[
    ("janvier", Month(January)),
    ("février", Month(February)),
    ("mars", Month(March)),
    ("avril", Month(April)),
    ("mai", Month(May)),
    ("juin", Month(June)),
    ("juillet", Month(July)),
    ("août", Month(August)),
    ("septembre", Month(September)),
    ("octobre", Month(October)),
    ("novembre", Month(November)),
    ("décembre", Month(December)),
    ("janv|jan", ShortMonth(January)),
    ("févr|fév", ShortMonth(February)),
    ("avr", ShortMonth(April)),
    ("jun", ShortMonth(June)),
    ("juil|jul", ShortMonth(July)),
    ("sept|sep", ShortMonth(September)),
    ("oct", ShortMonth(October)),
    ("nov", ShortMonth(November)),
    ("déc", ShortMonth(December)),
];

pub(super) const WEEKDAYS: &[(&str, Sense)] = &[
    ("lundi", Weekday(Monday)),
    ("lundis", Sense::Weekdays(Monday)),
    ("mardi", Weekday(Tuesday)),
    ("mardis", Sense::Weekdays(Tuesday)),
    ("mercredi", Weekday(Wednesday)),
    ("mercredis", Sense::Weekdays(Wednesday)),
    ("jeudi", Weekday(Thursday)),
    ("jeudis", Sense::Weekdays(Thursday)),
    ("vendredi", Weekday(Friday)),
    ("vendredis", Sense::Weekdays(Friday)),
    ("samedi", Weekday(Saturday)),
    ("samedis", Sense::Weekdays(Saturday)),
    ("dimanche", Weekday(Sunday)),
    ("dimanches", Sense::Weekdays(Sunday)),
    ("lun", ShortWeekday(Monday)),
    ("mar", ShortWeekday(Tuesday)),
    ("mer", ShortWeekday(Wednesday)),
    ("jeu", ShortWeekday(Thursday)),
    ("ven", ShortWeekday(Friday)),
    ("sam", ShortWeekday(Saturday)),
    ("dim", ShortWeekday(Sunday)),
];

pub(super) const DAYS: &[(&str, Sense)] = &[
    ("aujourd'hui", Sense::Day(0)),
    ("hier", Sense::Day(-1)),
    ("avant hier", Sense::Day(-2)),
    ("demain", Sense::Day(1)),
    ("après demain", Sense::Day(2)),
    ("lendemain", Sense::Later(1)),
    ("surlendemain", Sense::Later(2)),
    ("veille", Sense::Later(-1)),
    ("avant veille", Sense::Later(-2)),
    ("matin|matins|matinée|matinées", Sense::Daypart(Daypart::Morning)),
    ("après midi|après midis|d'après midi|d'après midis", Sense::Daypart(Daypart::Afternoon)),
    ("soir|soirs|soirée|soirées", Sense::Daypart(Daypart::Evening)),
    ("journée", Sense::Daypart(Daypart::Day)),
    ("nuit|nuits", Sense::Daypart(Daypart::Night)),
    ("midi", Sense::Named(12, 0)),
    ("minuit", Sense::Named(0, 0)),
    ("printemps", Sense::Season(Season::Spring)),
    ("été", Sense::Season(Season::Summer)),
    ("automne", Sense::Season(Season::Autumn)),
    ("hiver", Sense::Season(Season::Winter)),
];

pub(super) const HOLIDAYS: &[(&str, Sense)] = &[
    ("jour de l'an|nouvel an|premier de l'an", Sense::Holiday(Fixed(January, 1))),
    ("épiphanie", Sense::Holiday(Fixed(January, 6))),
    ("chandeleur", Sense::Holiday(Fixed(February, 2))),
    ("saint valentin", Sense::Holiday(Fixed(February, 14))),
    ("mardi gras", Sense::Holiday(Easter(-47))),
    ("mercredi des cendres", Sense::Holiday(Easter(-46))),
    ("vendredi saint", Sense::Holiday(Easter(-2))),
    ("dimanche des rameaux", Sense::Holiday(Easter(-7))),
    ("pâques|dimanche de pâques|jour de pâques", Sense::Holiday(Easter(0))),
    ("lundi de pâques", Sense::Holiday(Easter(1))),
    ("jeudi de l'ascension", Sense::Holiday(Easter(39))),
    ("pentecôte|dimanche de pentecôte", Sense::Holiday(Easter(49))),
    ("lundi de pentecôte", Sense::Holiday(Easter(50))),
    ("fête du travail", Sense::Holiday(Fixed(May, 1))),
    ("fête des mères", Sense::Holiday(Nth { month: May, weekday: Sunday, nth: 0 })),
    ("fête des pères", Sense::Holiday(Nth { month: June, weekday: Sunday, nth: 3 })),
    ("halloween", Sense::Holiday(Fixed(October, 31))),
    ("toussaint|jour de la toussaint", Sense::Holiday(Fixed(November, 1))),
    ("veille de noël|réveillon de noël", Sense::Holiday(Fixed(December, 24))),
    ("noël|jour de noël", Sense::Holiday(Fixed(December, 25))),
    (
        "saint sylvestre|réveillon du nouvel an|réveillon de nouvel an|réveillon du jour de l'an|veille du nouvel an",
        Sense::Holiday(Fixed(December, 31)),
    ),
];

pub(super) const RELATIONS: &[(&str, Sense)] = &[
    (
        "dernier|dernière|passé|passée|précédent|précédente|d'avant|qui précède",
        Sense::Direction(Direction::Last),
    ),
    ("derniers|dernières|passés|passées|précédents|précédentes", Sense::Directions(Direction::Last)),
    ("prochains|prochaines|suivants|suivantes", Sense::Directions(Direction::Next)),
    ("ce|cet|cette|en cours", Sense::Direction(Direction::This)),
    ("suivant|suivante|d'après|qui suit", Sense::Direction(Direction::Following)),
    ("prochain|prochaine|à venir|qui vient", Sense::Direction(Direction::Next)),
    ("début|débuts", Sense::Edge(Edge::Start)),
    ("tôt|très tôt", Sense::Early(Edge::Start)),
    ("tard|très tard", Sense::Early(Edge::End)),
    ("mi|milieu", Sense::Edge(Edge::Middle)),
    ("fin", Sense::Edge(Edge::End)),
];
