//! Tests of speakers: sentences with their names in braces.

use super::*;
use crate::text::Marked;

/// Reads the sentences in order, as one block. `expected` is the name of the speaker of the first quotation in the
/// last.
#[track_caller]
fn check(sentences: &[&str], expected: Option<&str>) {
    // One text, so that names keep their entity from sentence to sentence.
    let all = Marked::new(&sentences.join(" "));
    let mut speakers = Speakers::default();
    let mut speaker = None;
    let mut start = 0;
    for sentence in sentences {
        let end =
            start + sentence.chars().filter(|c| !"{}°*".contains(*c)).map(char::len_utf8).sum::<usize>();
        let span = Span::new(start, end);
        let passage = Passage {
            tokens: &all.tokens[all.passage().token_at(start)..all.passage().token_at(end)],
            mentions: &all.mentions[all.mentions.partition_point(|mention| mention.span.start < start)
                ..all.mentions.partition_point(|mention| mention.span.start < end)],
            ..all.passage()
        };
        let quotes = crate::quote::find(&all.text, span);
        speaker = speakers.read(&passage, 0, &quotes).first().copied().flatten();
        start = end + 1;
    }
    let name = speaker.and_then(|entity| all.mentions.iter().find(|mention| mention.entity == entity));
    assert_eq!(name.map(|name| name.span.of(&all.text)), expected);
}

#[test]
fn the_subject_of_a_verb_after_the_quotation_speaks() {
    check(&["« Oui », a déclaré {Marie Durand}, ministre."], Some("Marie Durand"));
    check(&["« Oui », a dit par courriel à {Reuters°} {Ali}, un gérant."], Some("Ali"));
    check(&["« Oui », affirme l'économiste {Jean Martin}."], Some("Jean Martin"));
    check(&["« Oui », selon {Chevron°}."], Some("Chevron"));
    check(
        &["{Moscou°} a dit soutenir l'« opération » en cours et répété l'appel de M. {Martin}."],
        Some("Moscou"),
    );
}

#[test]
fn the_subject_of_a_verb_before_the_quotation_speaks() {
    check(&["{Marie Durand} a déclaré : « Oui »."], Some("Marie Durand"));
    check(&["Selon {Marie Durand}, c'est « absurde »."], Some("Marie Durand"));
    check(&["Le successeur de {Martin}, {Marie Durand}, a dit : « Oui »."], Some("Marie Durand"));
}

#[test]
fn pronouns_refer_to_the_last_topic() {
    check(&["{Marie Durand} est venue avec {Martin}.", "« Oui », a-t-elle ajouté."], Some("Marie Durand"));
    check(&["{Marie Durand} est venue.", "Elle a dit : « Oui »."], Some("Marie Durand"));
    check(
        &["{Marie Durand} est venue.", "La maire, que {Martin} accuse, se tait.", "« Oui », a-t-elle dit."],
        Some("Marie Durand"),
    );
    check(
        &["{Martin} est venu.", "Pour {Marie Durand}, élue locale, c'est tard.", "« Oui », a-t-elle dit."],
        Some("Marie Durand"),
    );
}

#[test]
fn pronouns_agree_in_gender_with_their_referent() {
    let couple = "La maire {Anne Roche} est venue avec son mari, {Paul Roche}.";
    let pair = |last: &str, speaker: &str| check(&[couple, "{Paul Roche} attend.", last], Some(speaker));
    pair("« Oui », a-t-elle ajouté.", "Anne Roche");
    pair("« Oui », a-t-il ajouté.", "Paul Roche");
    pair("Elle a dit : « Oui ».", "Anne Roche");
    pair("« Oui », dit la maire.", "Anne Roche");
    check(
        &[
            "{Zita Morel} rit.",
            "« Non », dit-elle.",
            "Son voisin, {Paul Roche}, part.",
            "Il dit d'elle : « Oui ».",
        ],
        Some("Paul Roche"),
    );
    check(
        &["La chanteuse {Zoé} est morte, selon son fils, le musicien {Ali}.", "« Oui », a-t-il écrit."],
        Some("Ali"),
    );
}

#[test]
fn the_subject_of_a_sentence_is_its_topic() {
    check(&["{Ali} a battu le champion {Paul Roche}.", "« Oui », a-t-il dit."], Some("Ali"));
    check(&["Le metteur en scène {Ali} préside.", "« Oui », nous confiait-il."], Some("Ali"));
}

#[test]
fn any_verb_with_a_person_as_its_subject_reports() {
    check(&["« Oui », fulmine la députée {Marie Durand}."], Some("Marie Durand"));
    check(&["{Martin} est venu.", "« Oui », s'amuse le chercheur."], Some("Martin"));
    check(&["{Martin} est venu.", "« Oui », rit-il."], Some("Martin"));
    check(&["« Oui », comme {Marie Durand}."], None);
    check(&["« Oui », contre {Marie Durand}."], None);
    check(&["Son livre, « Oui », roman de {Marie Durand}."], None);
}

#[test]
fn verbs_inside_the_quotation_name_the_speaker() {
    check(&["{Martin} est venu.", "« D'ici là, dit-il, je pars »."], Some("Martin"));
    check(&["{Martin} est venu.", "Il lit : « Viens, dit-il, je pars »."], Some("Martin"));
    check(&["On parle à {Marie Durand}, qui parle de « pillage »."], Some("Marie Durand"));
}

#[test]
fn pronouns_refer_to_the_subject_of_their_sentence() {
    check(
        &["{Martin} est venu.", "{Marie Durand}, émue, a salué la foule, elle a dit : « Merci »."],
        Some("Marie Durand"),
    );
    check(&["{Martin} est venu.", "« Oui », tranche-t-il."], Some("Martin"));
    check(&["{Martin} est venu.", "« Oui », murmure-t-on."], None);
    check(&["{Martin} est venu.", "Mme {Durand}, elle, prévient : « Non »."], Some("Durand"));
}

#[test]
fn definite_nouns_refer_to_the_topic() {
    for subject in [
        "le chercheur",
        "la jeune élue",
        "ce dernier",
        "l'avocat lyonnais",
        "le {Breton*}",
        "le juge en sortant",
    ] {
        check(&["{Martin} est venu.", &format!("« Oui », a déclaré {subject}.")], Some("Martin"));
    }
    for subject in ["un chercheur", "la police", "le juge de la ville", "le gouvernement", "les élus"] {
        check(&["{Martin} est venu.", &format!("« Oui », a déclaré {subject}.")], None);
    }
    check(&["{Martin} est venu.", "« Oui », a dit le juge, {Marie Durand}."], Some("Marie Durand"));
    check(
        &[
            "{Martin} préside.",
            "La fête, animée par {Marie Durand}, dure.",
            "« Oui », dit cette institutrice.",
        ],
        Some("Marie Durand"),
    );
}

#[test]
fn nouns_of_organisations_refer_to_the_previous_sentence() {
    check(&["{Reuters°} a enquêté.", "« Oui », assure l'agence."], Some("Reuters"));
    check(&["{Reuters°} a enquêté.", "{Martin} attend.", "« Oui », assure l'agence."], None);
}

#[test]
fn before_a_colon_no_reporting_verb_is_needed() {
    check(&["{Marie Durand} souriait : « Oui »."], Some("Marie Durand"));
    check(
        &["{Marie Durand}, chez {Reuters°}, se tait.", "Elle sourit enfin : « Oui »."],
        Some("Marie Durand"),
    );
    check(&["Un mot de {Marie Durand} : « Oui »."], None);
    check(&["{Marie Durand} porte un « oui »."], None);
}

#[test]
fn prepositions_such_as_pour_and_selon_name_the_speaker() {
    check(&["Pour {Marie Durand}, élue, c'est « absurde »."], Some("Marie Durand"));
    check(&["Pour le président de {Reuters°}, {Martin}, c'est « absurde »."], Some("Martin"));
    check(&["Pour l'instant, dans les rangs de {Reuters°}, c'est « absurde »."], None);
    check(&["D'après {Marie Durand}, c'est « absurde »."], Some("Marie Durand"));
    check(&["C'est « absurde », d'après {Marie Durand}."], Some("Marie Durand"));
    check(&["« Oui », a raconté au téléphone {Marie Durand}."], Some("Marie Durand"));
    check(&["« Oui », a dit au maire {Martin} une dame."], None);
}

#[test]
fn nicknames_have_no_speaker() {
    check(&["{Reuters°} cherche {Martin}, dit « le Sage »."], None);
}

#[test]
fn nouns_like_verbs_and_names_in_brackets_are_ignored() {
    check(&["{Martin} écoute une annonce « sobre »."], None);
    check(&["{Martin} ({Reuters°}) défend un texte « sobre »."], Some("Martin"));
}

#[test]
fn quotations_continue_in_the_same_block() {
    check(&["« Oui », dit {Ali}.", "« Ils sont venus la nuit »."], Some("Ali"));
}

#[test]
fn quotation_marks_without_speech_have_no_speaker() {
    check(&["{Martin} soutient le projet de l'« opération »."], Some("Martin"));
    check(&["Le film « Oui » est sorti."], None);
}
