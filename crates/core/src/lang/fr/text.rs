//! French elision, clitics and abbreviations (Grevisse, "Le bon usage", §§ 44 and 105; CLDR sentence-break
//! suppressions).

use crate::lang::TextTables;

pub(crate) static TABLES: TextTables = TextTables {
    elided: &["l", "d", "qu", "n", "s", "c", "j", "m", "t", "jusqu", "lorsqu", "puisqu", "quoiqu"],
    clitics: &[
        "il", "elle", "ils", "elles", "on", "je", "tu", "nous", "vous", "ce", "t", "la", "ci", "le", "les",
        "moi", "toi", "lui", "leur", "y", "en", "meme", "memes",
    ],
    compounds: &["rendez-vous", "au-dela", "garde-a-vous"],
    prefixes: &["ex", "anti", "pro", "non", "post", "pre", "neo", "quasi", "pseudo", "crypto"],
    titles: &[
        "m", "mm", "mme", "mmes", "mlle", "mlles", "mgr", "dr", "drs", "pr", "prs", "me", "mes", "ste", "st",
        "vve", "gal", "col", "cdt", "cap", "lt", "sgt", "mr", "mrs", "ms",
    ],
    // Articles of a code of law: "L. 121-3" (legislative), "R." (regulatory), "D." (decree).
    numbered: &["l", "r", "d"],
    leading: &["av", "apr", "bd", "boul", "fbg", "cf", "env", "vs"],
    abbreviations: &[
        "j", "c", "p", "pp", "vol", "art", "al", "ed", "fig", "n", "no", "nos", "num", "tel", "etc", "ex",
        "hab", "max", "min", "ref", "fr", "id", "ibid", "janv", "fevr", "avr", "juil", "sept", "oct", "nov",
        "dec", "dim", "lun", "mar", "mer", "jeu", "ven", "sam", "ltd", "inc", "corp", "co",
    ],
};
