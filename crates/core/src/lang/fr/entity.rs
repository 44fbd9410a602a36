//! French vocabulary for names and roles (Grevisse, "Le bon usage", §§ 338–343 on apposition).

use crate::lang::EntityTables;
use crate::lang::words::words;

pub(crate) static TABLES: EntityTables = EntityTables {
    articles: words!("le la les l' un une des the"),
    connectors: words!(
        "de d' du des la le les l' a au aux et en sur pour ben bin van von der den di da dos el al of the and \
         for y &"
    ),
    of: words!("de d' du des"),
    not_in_names: words!("l' d' qu' s' n' c' j' m' t' jusqu' lorsqu' puisqu'"),
    not_names: &[
        "nouvel an",
        "jour de l'an",
        "noel",
        "paques",
        "ascension",
        "pentecote",
        "toussaint",
        "saint-sylvestre",
        "epiphanie",
        "careme",
        "ramadan",
        "aid",
        "dieu",
        "internet",
    ],

    company_ends: words!("cie co fils freres associes sons compagnie company"),
    companies: words!(
        "agence assureur banque cabinet chaine compagnie cooperative enseigne entreprise filiale fondation \
         groupe holding laboratoire multinationale ong societe start-up"
    ),
    named_after: words!(
        "avenue boulevard clinique college cyclone festival film fregate gymnase hopital hotel lycee parc place porte-avions prix \
         quai rue sonde square stade theatre"
    ),
    bodies: words!(
        "association club collectif constructeur editeur fabricant federation firme fonds hebdomadaire journal label \
         magazine marque mensuel operateur organisation organisme parti quotidien revue studio syndicat usine"
    ),
    works: words!(
        "album bd chanson clip comedie court-metrage documentaire emission essai feuilleton film jeu livre \
         long-metrage manga opera piece podcast recit recueil roman saga serie single spectacle tableau titre \
         tube"
    ),
    festivals: words!("biennale carnaval coupe festival foire marathon salon tournoi"),
    years: words!("ans"),
    before_ranges: words!("le les du des aux en"),
    versus: words!("contre devant et"),
    facing: words!("face"),
    before_towns: words!("depuis entre le la les"),
    wars: words!("guerre"),
    leaders: words!(
        "actionnaires cofondateur directeur directrice filiale fondateur fondatrice patron patronne pdg porte-parole \
         president presidente salaries usine"
    ),
    entitled: words!("intitule intitulee intitules intitulees"),
    never_names: words!(
        "adn avc btp epr isf arn bd bts cd cdd cdi co2 crs cv dj drh dvd etat etat-major gpa gps hlm ia irm ivg \
         ogm ong pdg pc pib pma pme premier premiere president ministre qg rer rsa rtt sdf sms smic suv ter tgv \
         tva tv usb utc vih vtt wifi xv"
    ),
    venues: words!("arena stadium dome hall"),
    titles: words!("me mes maitre dr docteur mgr monseigneur"),
    and: words!("et ou ni"),
    bare_articles: words!("le la les l'"),
    contractions: words!("du au aux"),
    name_prepositions: words!("pour sur en dans contre par sous avec entre chez sans"),
    at_a_body: words!("chez"),
    origin_endings: words!(
        "ais aise ois oise ien ienne éen éenne ain aine allemand allemande belge grec grecque russe suisse turc \
         turque"
    ),
    masculine: words!("m mr monsieur"),
    feminine: words!("mme mlle mrs ms madame mademoiselle"),
    masculine_roles: words!("eur mari pere frere fils"),
    feminine_roles: words!("trice euse fille mere soeur femme"),
    definite_articles: words!("le la l' du au mon ma son sa notre votre leur"),
    role_determiners: words!("le la l' les un une du au mon ma son sa notre votre leur ex- de d'"),
    role_ends: words!(
        "qui que qu' dont ou où a ont est sont avait était sera soit fut va doit peut se s' ne n' selon lors \
         après avant pour depuis pendant durant jusque jusqu' lorsque lorsqu' quand ainsi mais puis"
    ),
    role_ties: words!("ni ou que sans entre parmi pres hors tous tout toute toutes"),
    role_times: words!("entre et an annee annees fin debut les l' la le"),
    verb_endings: words!("ait aient èrent"),
    role_adjectives: words!("ancien ancienne ex- futur future jeune nouveau nouvel nouvelle"),
    role_ranks: words!("premier premiere"),
    not_roles: words!("jugé jugée guidé guidée piloté pilotée"),
    roles: &super::roles::ROLES,
    role_endings: words!("iste istes logue logues graphe nome cien cienne metre crate"),
    acronym_skips: words!("de d du des la le les l et en pour sur a au aux of the and for"),
};
