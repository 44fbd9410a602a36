//! Tests of the rules: a sentence with the names in its labels marked `[class:words]`, and the same sentence with the
//! names that should result.

use super::super::gazetteer::Entry;
use super::super::label::CLASSES;
use super::*;
use crate::entity::{Class, Place, marked};
use crate::lang::pack::{Builder, Known};
use crate::lang::{Language, Pack};
use crate::text::{Span, tokenize};

/// A pack with a people, a town, and nouns that begin the names of organisations, places, events and works.
fn pack() -> Pack {
    let head = |bits: u64| bits << 12;
    let place = Place { latitude: 45.0, longitude: 2.0, country: *b"FR" };
    let known = [
        ("bureau", head(1), vec![]),
        ("festival", head(4), vec![]),
        ("guerre", head(4), vec![]),
        ("hotel", head(2), vec![]),
        ("ligue", head(5), vec![]),
        ("lycee", head(1), vec![]),
        ("prix", head(4), vec![]),
        ("rue", head(2), vec![]),
        ("salon", head(12), vec![]),
        ("sonde", head(8), vec![]),
        ("suisse", Entry::PEOPLE, vec![]),
        ("tournoi", head(4), vec![]),
        ("valmy", Entry::CITY, vec![place]),
        ("village", head(2), vec![]),
    ];
    let known = known.map(|(key, bits, places)| (key.to_owned(), Known { bits, places }));
    let mut builder = Builder::new(Language::French);
    Pack::load(builder.set_gazetteer(&known.into()).expect("keys are sorted").build()).expect("a whole pack")
}

/// The sentence without its markup, and its names: the span of each and the index of its class in [`CLASSES`].
fn read(marked: &str) -> (String, Vec<(Span, usize)>) {
    let (text, names) = marked::parse(marked);
    let index =
        |class: Class| CLASSES.iter().position(|&known| known == class).expect("a class of the model");
    (text, names.into_iter().map(|(span, class)| (span, index(class))).collect())
}

#[track_caller]
fn check(labelled: &str, expected: &str) {
    let pack = pack();
    let model = Model::new(&pack);
    let (text, marks) = read(labelled);
    let mut tokens = Vec::new();
    tokenize(&text, Span::new(0, text.len()), &[], Language::French, &mut tokens);
    let words: Vec<Word> =
        tokens.iter().map(|&token| Word::new(&text, token, &model, &mut Default::default())).collect();
    let mut labels = vec![Label::OUTSIDE; words.len()];
    for (span, class) in marks {
        let at = |offset: usize| tokens.partition_point(|token| token.span.start < offset);
        Label::set(class, at(span.start)..at(span.end), &mut labels);
    }
    let mut evidence = Evidence::default();
    Cues { model: &model, text: &text, tokens: &tokens, words: &words, evidence: &mut evidence }
        .apply(&mut labels);
    let got: Vec<(&str, usize)> = names(&labels)
        .map(|(name, class)| (tokens[name.start].span.join(tokens[name.end - 1].span).of(&text), class))
        .collect();
    let (same, wanted) = read(expected);
    assert_eq!(same, text);
    assert_eq!(got, wanted.iter().map(|(span, class)| (span.of(&text), *class)).collect::<Vec<_>>());
}

#[test]
fn a_noun_before_a_name_decides_its_class() {
    check("La revue Sillage et l'ONG Mallard.", "La revue [org:Sillage] et l'ONG [org:Mallard].");
    check("Le constructeur Roche Mallard.", "Le constructeur [org:Roche Mallard].");
    check("Son hebdomadaire [pe:Mallard].", "Son hebdomadaire [org:Mallard].");
    check("La sonde [pe:Mallard].", "La sonde [wo:Mallard].");
    check("L'hôtel [org:Mallard], [pe:Mallard].", "L'hôtel [pl:Mallard], [pe:Mallard].");
    check("Le prix [pe:Anne-Roche].", "Le [ev:prix Anne-Roche].");
    check("Le village de Bréhet.", "Le village de [pl:Bréhet].");
    check("La chanteuse Zoé chante.", "La chanteuse [pe:Zoé] chante.");
    check("La chanteuse Zoé de [pl:Valmy].", "La chanteuse [pe:Zoé de Valmy].");
    check("Le député Horizons du [pl:Nord].", "Le député Horizons du [pl:Nord].");
    check("Le groupe B, le premier ministre d'État.", "Le groupe B, le premier ministre d'État.");
}

#[test]
fn words_before_a_name_decide_its_class() {
    check("Il vit à Bréhet, chez Mallard.", "Il vit à [pl:Bréhet], chez [org:Mallard].");
    check("Me Castelnau et M. Roche.", "Me [pe:Castelnau] et M. [pe:Roche].");
    check("a déclaré Castelnau, dit Roche.", "a déclaré [pe:Castelnau], dit Roche.");
    check("Face au suisse Mallard.", "Face au suisse [org:Mallard].");
    check(
        "Le suisse [pe:Mallard] et le Suisse [pe:Roche].",
        "Le suisse [org:Mallard] et le Suisse [pe:Roche].",
    );
    check("[pl:Riom] et Bréhet.", "[pl:Riom] et [pl:Bréhet].");
    check("[pl:Riom], Bréhet et [pl:Valmy]", "[pl:Riom], [pl:Bréhet] et [pl:Valmy]");
    check("à [pl:Riom], Bréhet parle", "à [pl:Riom], Bréhet parle");
    check("[pl:Riom] et Lac de Bréhet.", "[pl:Riom] et Lac de Bréhet.");
    check("Le maire de Bréhet.", "Le maire de Bréhet.");
}

#[test]
fn words_after_a_name_decide_its_class() {
    check("un mot du Cedor, l'organisme suisse.", "un mot du [org:Cedor], l'organisme suisse.");
    check("[pe:Anne Roche], du Cedor, parle.", "[pe:Anne Roche], du [org:Cedor], parle.");
    check("[pe:Anne Roche], de l'Avel.", "[pe:Anne Roche], de l'[org:Avel].");
    check("[pe:Anne Roche], de Bréhet.", "[pe:Anne Roche], de Bréhet.");
    check("[pl:Zita Mallard], biologiste.", "[pe:Zita Mallard], biologiste.");
    check("[pl:Zita Mallard], au bord de l'eau.", "[pl:Zita Mallard], au bord de l'eau.");
    check("[pl:Valmy], maire.", "[pl:Valmy], maire.");
    check("aux Prix des lecteurs, hier", "aux [ev:Prix des lecteurs], hier");
    check("La finale de Ligue 2.", "La finale de [ev:Ligue 2].");
}

#[test]
fn acronyms_after_an_article_are_organisations() {
    check("Le CDM et la FEP.", "Le [org:CDM] et la [org:FEP].");
    check("Un TGV, la TVA, au XXI siècle.", "Un TGV, la TVA, au XXI siècle.");
}

#[test]
fn acronyms_in_brackets_label_their_expansions() {
    check("Le Bureau des mers froides (BMF).", "Le [org:Bureau des mers froides] ([org:BMF]).");
    check("Le [org:Bureau] des mers froides (BMF).", "Le [org:Bureau des mers froides] ([org:BMF]).");
    check("Le Bureau de la [pl:Marne] (BM).", "Le [org:Bureau de la Marne] ([org:BM]).");
    check("Le [ev:Bureau des mers] (BM).", "Le [ev:Bureau des mers] ([ev:BM]).");
    check("L'Institut [org:Mallard] (CSO).", "L'Institut [org:Mallard] ([org:CSO]).");
    check("[pe:Bruno Mallard] (BM).", "[pe:Bruno Mallard] (BM).");
    check("Un Impôt de mer (IM).", "Un Impôt de mer (IM).");
}

#[test]
fn a_name_ends_before_a_verb_and_before_another_name() {
    check("La [org:Haute Ligue rétablira l'ordre].", "La [org:Haute Ligue] rétablira l'ordre.");
    check("La [org:Ligue contre le bruit].", "La [org:Ligue contre le bruit].");
    check("L'[org:Institut Roche et le Bureau].", "L'[org:Institut Roche] et le [org:Bureau].");
    check("[org:Protection Roche et du Secours].", "[org:Protection Roche] et du [org:Secours].");
    check("[org:Bureau de l'Eau et du Bois].", "[org:Bureau de l'Eau et du Bois].");
    check("L'[org:Institut pour Riom et le Massif].", "L'[org:Institut pour Riom et le Massif].");
    check("Le [org:Festival de Riom], [org:Riom Arena].", "Le [ev:Festival de Riom], [pl:Riom Arena].");
}

#[test]
fn titles_of_works_are_labelled() {
    check("Le film Mallard et la Mer.", "Le film [wo:Mallard et la Mer].");
    check("Un récit, La Nuit sans les loups, traduit.", "Un récit, [wo:La Nuit sans les loups], traduit.");
    check("Il joue dans La Saison des loups hier.", "Il joue dans [wo:La Saison des loups] hier.");
    check("La série La Dame de [pl:Valmy].", "La série [wo:La Dame de Valmy].");
    check("Un album, « Marée », sort.", "Un album, « [wo:Marée] », sort.");
    check("Un récit de ses voyages, Dix heures debout.", "Un récit de ses voyages, [wo:Dix heures debout].");
    check("Un récit de ses voyages, Roche parle, loin.", "Un récit de ses voyages, Roche parle, loin.");
    check("Un récit de ses voyages, [pe:Roche] parle.", "Un récit de ses voyages, [pe:Roche] parle.");
    check("Un essai intitulé « Dire non ».", "Un essai intitulé « [wo:Dire non] ».");
    check("« Les Lointains » d'[pe:Anne Roche].", "« [wo:Les Lointains] » d'[pe:Anne Roche].");
    check("Il joue dans Mallard d'[pe:Anne Roche].", "Il joue dans [wo:Mallard] d'[pe:Anne Roche].");
    check("Il joue dans le Mallard d'[pe:Anne Roche].", "Il joue dans le Mallard d'[pe:Anne Roche].");
    check("« Les Lointains » de la mer.", "« Les Lointains » de la mer.");
    check("Le roman Mallard de [pe:Anne Roche].", "Le roman [wo:Mallard] de [pe:Anne Roche].");
    check("Sa chanson Un soir. La Rochette.", "Sa chanson Un soir. La Rochette.");
}

#[test]
fn events_include_their_complements() {
    check("Né après la guerre de [pl:Valmy].", "Né après la [ev:guerre de Valmy].");
    check("La guerre de l'eau et la paix de [pl:Valmy].", "La guerre de l'eau et la paix de [pl:Valmy].");
    check("Le Festival de [pl:Valmy] ouvre.", "Le [ev:Festival de Valmy] ouvre.");
    check("Au Salon de l'image de [pl:Riom], hier.", "Au [ev:Salon de l'image de Riom], hier.");
    check("au Tournoi des Six Mers", "au [ev:Tournoi des Six Mers]");
    check("Salon de [pl:Riom]. Un salon de [pl:Riom].", "Salon de [pl:Riom]. Un salon de [pl:Riom].");
}

#[test]
fn first_names_before_an_age_are_people() {
    check(
        "Nadia, 34 ans, attend. Près d'Amel, 9 ans.",
        "[pe:Nadia], 34 ans, attend. Près d'[pe:Amel], 9 ans.",
    );
    check("[pl:Nadia], 34 ans.", "[pe:Nadia], 34 ans.");
    check("À [pl:Valmy], 34 personnes.", "À [pl:Valmy], 34 personnes.");
    check("[pe:Sans Nadia], rien.", "Sans [pe:Nadia], rien.");
}

#[test]
fn companies_are_recognised_from_the_words_around_them() {
    check("[pl:Mallard] (+1,2 %) et Roche (–3 %).", "[org:Mallard] (+1,2 %) et [org:Roche] (–3 %).");
    check("[pl:Valmy] (+1,2 %).", "[pl:Valmy] (+1,2 %).");
    check("[pl:Mallard] (1,2 %).", "[pl:Mallard] (1,2 %).");
    check("La directrice générale de Mallard.", "La directrice générale de [org:Mallard].");
    check("[pe:Mallard], fabricant de pneus.", "[org:Mallard], fabricant de pneus.");
    check("[pl:Riom], l'usine ferme.", "[pl:Riom], l'usine ferme.");
    check("Roche & [org:Co] vend.", "[org:Roche & Co] vend.");
    check("Le [org:laboratoire suisse Mallard].", "Le laboratoire suisse [org:Mallard].");
}

#[test]
fn organisations_include_a_complement_but_not_a_verb() {
    check("Le [org:Bureau suisse] de la recherche.", "Le [org:Bureau suisse de la recherche].");
    check("Le [org:Bureau des mers] de la région.", "Le [org:Bureau des mers] de la région.");
    check("La [org:Ligue verte réclament des] aides.", "La [org:Ligue verte] réclament des aides.");
}
