//! French vocabulary for finding links.

use crate::lang::LinkTables;

pub(crate) static TABLES: LinkTables = LinkTables {
    related_cues: &[
        "voir",
        "lire",
        "relire",
        "ecouter",
        "regarder",
        "consultez",
        "retrouvez",
        "sur le meme sujet",
        "sur le meme theme",
        "plus d'informations",
        "pour en savoir plus",
        "pour aller plus loin",
        "articles lies",
        "nos articles",
        "notre dossier",
        "dans la meme rubrique",
    ],
};
