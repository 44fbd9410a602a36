//! Tests of resolution: texts with their mentions marked, and the expected entities.

use super::*;
use crate::entity::marked;
use crate::text::{Sentences, tokenize};

/// Resolves the marked mentions and compares the entities, written as `class name = alias, alias (role) ×mentions`.
#[track_caller]
fn check(marked: &str, expected: &[&str]) {
    let (text, names) = marked::parse(marked);
    let language = Language::French;
    let mut resolver = Resolver::new(None, language);
    let sentences = Sentences::new(&text, Span::new(0, text.len()), &[], &[], language);
    for (index, span) in sentences.enumerate() {
        let mut tokens = Vec::new();
        tokenize(&text, span, &[], language, &mut tokens);
        let here = names.iter().filter(|(name, _)| span.contains(*name));
        let mentions: Vec<Mention> =
            here.map(|&(span, class)| Mention { span, class, sentence: index }).collect();
        resolver.add(&text, &mentions, &tokens);
    }
    let got: Vec<String> = resolver
        .finish(&text)
        .iter()
        .map(|entity| {
            let mut line = format!("{} {}", entity.class.as_str(), entity.name);
            if !entity.aliases.is_empty() {
                line += &format!(" = {}", entity.aliases.join(", "));
            }
            if let Some(role) = &entity.role {
                line += &format!(" ({role})");
            }
            line + &format!(" ×{}", entity.mentions.len())
        })
        .collect();
    assert_eq!(got, expected);
}

#[test]
fn surnames_resolve_to_full_names() {
    check(
        "[pe:Aïcha Benali] est venue. [pe:Benali] a parlé. Mme [pe:Benali] est partie. [pl:Benali] reste.",
        &["person Aïcha Benali = Benali ×4"],
    );
    check("[pe:Le Goff] arrive. Puis [pe:Yann Le Goff] parle.", &["person Yann Le Goff = Le Goff ×2"]);
}

#[test]
fn surnames_match_with_or_without_an_arabic_article() {
    check("[pe:Karim al-Roche] est venu. [pe:Roche] part.", &["person Karim al-Roche = Roche ×2"]);
}

#[test]
fn first_names_resolve_if_one_person_has_them() {
    check("[pe:Aïcha Benali] est venue. [pe:Aïcha] a parlé.", &["person Aïcha Benali = Aïcha ×2"]);
    check(
        "[pe:Aïcha Benali] et [pe:Aïcha Morel]. [pe:Aïcha] a parlé.",
        &["person Aïcha Benali ×1", "person Aïcha Morel ×1", "person Aïcha ×1"],
    );
}

#[test]
fn people_of_the_same_surname_are_kept_apart() {
    check(
        "[pe:Anne Roche] est là. [pe:Roche] parle. [pe:Paul Roche] vient. [pe:Roche] part.",
        &["person Anne Roche = Roche ×2", "person Paul Roche = Roche ×2"],
    );
    check(
        "[pe:Anne Roche] et M. [pe:Paul Roche] sont là. Mme [pe:Roche] part.",
        &["person Anne Roche = Roche ×2", "person Paul Roche ×1"],
    );
}

#[test]
fn acronyms_resolve_to_their_expansions() {
    check(
        "L'[org:Organisation du traité de la mer] ([org:OTM]) siège. L'[org:OTM] vote.",
        &["organisation Organisation du traité de la mer = OTM ×3"],
    );
    check(
        "La [org:Ligue des auteurs] vote. La [org:LDA] aussi, et l'[org:ONU].",
        &["organisation Ligue des auteurs = LDA ×2", "organisation ONU ×1"],
    );
}

#[test]
fn acronyms_in_brackets_may_come_from_another_language() {
    check(
        "Le [org:Bureau des mers froides] ([org:CSO]) siège. Le [org:CSO] vote.",
        &["organisation Bureau des mers froides = CSO ×3"],
    );
    check(
        "Le [org:Bureau des mers froides] ([org:Courrier]) et [pe:Paul Roche] ([org:CSO]) votent.",
        &[
            "organisation Bureau des mers froides ×1",
            "organisation Courrier ×1",
            "person Paul Roche ×1",
            "organisation CSO ×1",
        ],
    );
}

#[test]
fn places_in_capitals_are_named_in_title_case() {
    check("[pl:VALMY-SUR-AURE] dort.", &["place Valmy-sur-Aure = VALMY-SUR-AURE ×1"]);
    check("[pl:LES PORTES-D’ÉLAN] dorment.", &["place Les Portes-d’Élan = LES PORTES-D’ÉLAN ×1"]);
    check("[pl:VALMY] dort. À [pl:Valmy], on dort.", &["place Valmy = VALMY ×2"]);
    check("L'[pl:URSS] et la [org:CEDEAO]", &["place URSS ×1", "organisation CEDEAO ×1"]);
}

#[test]
fn a_company_noun_before_a_name_makes_it_an_organisation() {
    check(
        "[pe:Roche Mallard] monte. Le groupe lillois [pe:Roche Mallard] recrute.",
        &["organisation Roche Mallard ×2"],
    );
    check("Une filiale de la banque [pe:Mallard] ferme.", &["organisation Mallard ×1"]);
    check("La banque belge [pe:Mallard] ferme.", &["organisation Mallard ×1"]);
    check("Le groupe nomme [pe:Anne Mallard].", &["person Anne Mallard ×1"]);
}

#[test]
fn forms_match_regardless_of_articles_case_and_hyphens() {
    check(
        "[org:Le Courrier] écrit. Selon [org:LE COURRIER], non.",
        &["organisation Le Courrier = LE COURRIER ×2"],
    );
    check("[pl:Saint-Avit] et [pl:Saint Avit]", &["place Saint-Avit = Saint Avit ×2"]);
}

#[test]
fn the_class_is_decided_by_the_votes_of_all_mentions() {
    check("[pl:Zubair] a dit. [pe:Zubair] part. [pe:Zubair] vient.", &["person Zubair ×3"]);
}

#[test]
fn roles_are_found_after_a_name() {
    check(
        "[pe:Aïcha Benali], porte-parole du ministère, a parlé.",
        &["person Aïcha Benali (porte-parole du ministère) ×1"],
    );
    check(
        "[pe:Paul Roche], l'ancien maire de la ville, est là.",
        &["person Paul Roche (ancien maire de la ville) ×1"],
    );
    check(
        "[pe:Paul Roche], ministre délégué à l'Élevage, est là.",
        &["person Paul Roche (ministre délégué à l'Élevage) ×1"],
    );
    check("[pe:Paul Roche], hier soir, est venu.", &["person Paul Roche ×1"]);
    check("[pe:Paul Roche], 81 ans, est venu.", &["person Paul Roche ×1"]);
}

#[test]
fn roles_are_found_before_a_name() {
    check("Le président [pe:Paul Roche] est là.", &["person Paul Roche (président) ×1"]);
    check("Selon l'économiste [pe:Anne Roche], non.", &["person Anne Roche (économiste) ×1"]);
    check("Le lieutenant-colonel [pe:Paul Roche] dort.", &["person Paul Roche (lieutenant-colonel) ×1"]);
    check("La sous-préfète [pe:Anne Roche] est là.", &["person Anne Roche (sous-préfète) ×1"]);
    check(
        "La ministre française de la défense [pe:Anne Roche] part.",
        &["person Anne Roche (ministre française de la défense) ×1"],
    );
    check("Le soir, [pe:Anne Roche] part.", &["person Anne Roche ×1"]);
}

#[test]
fn roles_include_the_adjectives_before_them() {
    check("L'ex-ministre [pe:Anne Roche] part.", &["person Anne Roche (ex-ministre) ×1"]);
    check(
        "[pe:Anne Roche], nouvelle patronne du club, part.",
        &["person Anne Roche (nouvelle patronne du club) ×1"],
    );
    check("La vente au futur maire, [pe:Paul Roche], est là.", &["person Paul Roche (futur maire) ×1"]);
    check("Le premier secrétaire, [pe:Paul Roche], part.", &["person Paul Roche (premier secrétaire) ×1"]);
    check("Un essai, premier livre de la Suisse [pe:Anne Roche].", &["person Anne Roche ×1"]);
    check("[pe:Paul Roche], jugé hier, est libre.", &["person Paul Roche ×1"]);
    check("Le codirecteur [pe:Paul Roche] part.", &["person Paul Roche (codirecteur) ×1"]);
}

#[test]
fn roles_are_found_before_a_title_and_at_the_start() {
    check("Son avocate, Me [pe:Anne Roche], plaide.", &["person Anne Roche (avocate) ×1"]);
    check("Présidente du club, [pe:Anne Roche] savoure.", &["person Anne Roche (Présidente du club) ×1"]);
}

#[test]
fn roles_include_whole_names_of_organisations() {
    check(
        "[pe:Anne Roche], chef du [org:Front pour l'eau et le bois], parle.",
        &[
            "person Anne Roche (chef du Front pour l'eau et le bois) ×1",
            "organisation Front pour l'eau et le bois ×1",
        ],
    );
}

#[test]
fn roles_are_found_before_a_comma_and_a_name() {
    check(
        "Le secrétaire suisse au Trésor, [pe:Paul Roche], et le vice-ministre belge [pe:Jean Mas] négocient.",
        &["person Paul Roche (secrétaire suisse au Trésor) ×1", "person Jean Mas (vice-ministre belge) ×1"],
    );
    check("Une ministre est venue, [pe:Anne Roche] aussi.", &["person Anne Roche ×1"]);
    check("Devant la ministre, dit-on, [pe:Anne Roche] part.", &["person Anne Roche ×1"]);
}

#[test]
fn roles_before_a_comma_need_an_apposition() {
    check("La réponse de leur avocate, [pe:Inès Mallard], est venue.", &["person Inès Mallard (avocate) ×1"]);
    check(
        "C'est l'avis du directeur du parc, [pe:Paul Roche].",
        &["person Paul Roche (directeur du parc) ×1"],
    );
    check("Devant le juge, [pe:Anne Roche] part.", &["person Anne Roche ×1"]);
    check("Le juge, [pe:Anne Roche] est partie.", &["person Anne Roche (juge) ×1"]);
    check("Sur notre photo, la pilote, [pe:Anne Roche] qui part.", &["person Anne Roche (pilote) ×1"]);
}

#[test]
fn roles_do_not_include_other_people() {
    check(
        "Le pilote [pe:Paul Roche] saluait avec [pe:Jean Mas] son équipe.",
        &["person Paul Roche (pilote) ×1", "person Jean Mas ×1"],
    );
    check("[pe:Anne Roche], fille de [pe:Jean Mas], part.", &["person Anne Roche ×1", "person Jean Mas ×1"]);
}

#[test]
fn roles_do_not_include_verbs() {
    check("Après [pe:Anne Roche], la ministre quitte enfin son bureau.", &["person Anne Roche ×1"]);
    check(
        "[pe:Paul Roche], maire de la ville explique : rien.",
        &["person Paul Roche (maire de la ville) ×1"],
    );
    check("Le pilote heurtait [pe:Paul Roche].", &["person Paul Roche ×1"]);
    check(
        "[pe:Paul Roche], représentant les éleveurs et toute la vallée, parle.",
        &["person Paul Roche (représentant les éleveurs et toute la vallée) ×1"],
    );
}

#[test]
fn roles_end_before_years() {
    for time in ["depuis 2012", "de 2001 à 2008", "en 1998", "dans les années 1990", "jusqu'en 2016"] {
        check(
            &format!("[pe:Anne Roche], maire de la ville {time}, parle."),
            &["person Anne Roche (maire de la ville) ×1"],
        );
    }
}

#[test]
fn titles_and_roles_in_apposition_are_combined() {
    check(
        "Le président [pe:Karim Anselme] reçoit Mme [pe:Odile Varin], porte-parole du gouvernement. M. [pe:Anselme] \
         remercie Mme [pe:Varin].",
        &[
            "person Karim Anselme = Anselme (président) ×2",
            "person Odile Varin = Varin (porte-parole du gouvernement) ×2",
        ],
    );
    check(
        "[pe:Odile Varin], ministre de l'Intérieur, et [pe:Karim Anselme], directeur de l'usine, signent.",
        &[
            "person Odile Varin (ministre de l'Intérieur) ×1",
            "person Karim Anselme (directeur de l'usine) ×1",
        ],
    );
    check("L'ancien juge [pe:Karim Anselme] témoigne.", &["person Karim Anselme (ancien juge) ×1"]);
}

#[test]
fn titles_distinguish_people_of_the_same_surname() {
    check(
        "[pe:Odile Varin] parle. [pe:Jean Varin] écoute. M. [pe:Varin] sort, puis Mme [pe:Varin].",
        &["person Odile Varin = Varin ×2", "person Jean Varin = Varin ×2"],
    );
}

/// Compares the entities of `text`, by first mention, and whether each has a location, using a pack with two towns.
#[track_caller]
fn check_places(text: &str, expected: &[(&str, bool)]) {
    let place = || vec![crate::entity::Place { latitude: 45.0, longitude: 2.0, country: *b"FR" }];
    let known =
        [("le brehet", Entry::CITY, place()), ("rue", 2 << 12, vec![]), ("valmy", Entry::CITY, place())]
            .map(|(key, bits, places)| (key.to_owned(), crate::lang::pack::Known { bits, places }));
    let mut builder = crate::lang::pack::Builder::new(Language::French);
    let bytes = builder.set_gazetteer(&known.into()).expect("keys are sorted").build();
    let pack = Pack::load(bytes).expect("a whole pack");
    let annotations = crate::annotate(text, crate::Options::default(), Some(&pack));
    let got: Vec<(&str, bool)> =
        annotations.entities.iter().map(|entity| (entity.name.as_str(), entity.place.is_some())).collect();
    assert_eq!(got, expected);
}

#[test]
fn towns_are_located_without_their_article() {
    check_places("Il vit à Bréhet, puis à Valmy.", &[("Bréhet", true), ("Valmy", true)]);
}

#[test]
fn streets_named_after_a_town_are_not_located() {
    check_places("Il vit rue Valmy.", &[("Valmy", false)]);
    check_places("Il vit rue Valmy, à Valmy.", &[("Valmy", true)]);
}

#[test]
fn two_names_joined_by_a_hyphen_are_two_entities() {
    check(
        "Le derby [or:Riom]-[or:Valmy]. [or:Riom] gagne.",
        &["organisation Riom ×2", "organisation Valmy ×1"],
    );
}

#[test]
fn an_age_may_come_before_a_role() {
    check(
        "[pe:Anne Roche], 61 ans, fondatrice du club, nie.",
        &["person Anne Roche (fondatrice du club) ×1"],
    );
}
