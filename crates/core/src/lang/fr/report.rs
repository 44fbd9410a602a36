//! French vocabulary for attributing quotes (the "verbes de parole" of Charolles, and the usual synonyms in the
//! press).

use crate::lang::ReportTables;
use crate::lang::words::{sorted, words};

pub(crate) static TABLES: ReportTables = ReportTables {
    // Sorted by bytes, for binary search.
    regular_verbs: sorted!(
        "accus affirm ajout alarm analys annonc argument assen assur avanc clam comment concéd condamn confess \
         confi confirm constat critiqu demand déclar décrypt dénonc déplor détaill dévoil enchaîn estim exclam \
         exhort exig expliqu fustig félicit gliss grinc indign indiqu insist insurg interrog ironis jug justifi \
         lanc lâch martel martèl moqu murmur nuanc object observ parl pest plaid plaisant proclam protest précis \
         prôn qualifi racont raill rappel rappell rapport rassur redout regrett relat relev relèv remarqu réclam \
         réitér répliqu répèt répét résum rétorqu révèl révél salu signal souffl souhait soulign soupir stipul \
         suggér tempèr tempér tonn tranch tweet twitt témoign vant vocifér énumér évoqu"
    ),
    regular_endings: words!("e é ée és ées ent ait aient a èrent ant era eront"),
    verbs: words!(
        "dit dite dites disent disait disaient dira disant écrit écrivait écrivent écrivant admet admettent \
         admettait admis avertit averti avertissent avertissait conclut conclu concluent convient convenu \
         maintient maintenu maintiennent poursuit poursuivi poursuivait poursuivent prévient prévenu préviennent \
         prétend prétendu prétendent promet promis promettent reconnaît reconnait reconnu reconnaissent \
         reconnaissait répond répondu répondent répondait soutient soutenu soutiennent soutenait réagi réagit \
         sourit renchérit renchéri surenchérit reprend repris croit craint défend défendu défendent décrit \
         décrivait réjoui réjouie réjouit ému émue savoir souri souvient valoir"
    ),
    auxiliaries: words!("a ont avait avaient aurait auraient est s' se lui leur"),
    attributions: words!("selon dixit"),
    after: words!("après"),
    viewpoints: words!("pour"),
    prepositions: words!(
        "à au aux de d' du des en dans sur sous par pour avec contre chez vers devant auprès"
    ),
    manner: words!("en"),
    determiners: words!(
        "le la les l' un une ce cet cette ces son sa ses leur leurs notre nos votre vos mon ma mes ton ta tes \
         plusieurs quelques certains certaines chaque"
    ),
    indefinites: words!("un une"),
    partitives: words!("du des"),
    complements: words!("de d'"),
    relatives: words!("que qu' dont où"),
    subject_relatives: words!("qui"),
    comparisons: words!("comme"),
    connectives: words!("et ou mais que qu' qui dont où car donc lorsque quand si"),
    definite: words!("le la l' ce cet cette"),
    demonstratives: words!("ce cet cette"),
    latter: words!("dernier dernière élu élue intéressé intéressée homme femme"),
    called: words!("dit dite alias surnommé surnommée"),
    inversions: words!("-il -elle"),
    pronouns: words!("il elle ils elles"),
    feminine_pronouns: words!("elle -elle"),
    masculine_articles: words!("le un"),
    feminine_articles: words!("la une"),
    stamps: &["Publié le", "Publié", "Mis à jour le", "Mise à jour le", "Modifié le", "Paru le"],
};
