//! Words near figures: what is counted, who states it, and the tense.

use crate::figure::{Class, Sense};

pub(super) const NOUNS: &[(&str, Sense)] = &[
    (
        "vieillard|dame|nourrisson|adulte*|salarié|salariée|employé|employée|chauffeur|nageur|nageuse|coureur|\
         coureuse|boxeur|boxeuse|judoka|gymnaste|serveur|serveuse|romancier|romancière|photographe|patron|patronne|\
         homme*|femme*|fille*|garçon*|enfant*|adolescent*|adolescente|fils|bébé|jeune*|étudiant*|étudiante|\
         personne*|retraité|retraitée|mère|père|garçonnet|fillette|mineur*|mineure|habitant|habitante|\
         ressortissant|ressortissante|chanteur|chanteuse|joueur|joueuse|acteur|actrice|élève*|lycéen|lycéenne|\
         collégien|collégienne|suspect|victime|manifestant*|manifestante|militant*|militante|conducteur|\
         conductrice|automobiliste|motard|cycliste|passager*|passagère|touriste*|policier*|policière|\
         gendarme*|soldat*|militaire*|pompier*|journaliste*|député|députée|ministre|président|présidente|\
         maire|professeur|enseignant|enseignante|infirmier|infirmière|médecin|avocat|avocate|ingénieur|\
         ouvrier|ouvrière|agriculteur|agricultrice|assaillant|tireur|meurtrier|terroriste|migrant*|migrante|\
         réfugié*|réfugiée|détenu*|détenue|opposant|opposante|attaquant|défenseur|gardien|footballeur|\
         footballeuse|patineur*|patineuse*|skieur|skieuse|champion|championne|athlète*|écrivain|écrivaine|\
         cinéaste|réalisateur|réalisatrice|musicien|musicienne|frère|sœur|cousin|cousine|veuf|veuve|mari|\
         épouse|Français|Française|Britannique|Américain|Américaine|Russe|Allemand|Allemande|Italien|\
         Italienne|Espagnol|Espagnole|Belge|Suisse|Canadien|Canadienne|Chinois|Chinoise|Japonais|Japonaise|\
         Algérien|Algérienne|Marocain|Marocaine|Tunisien|Tunisienne|Syrien|Syrienne|Afghan|Afghane",
        Sense::Person,
    ),
    (
        "article|articles|alinéa|chapitre|page|pages|paragraphe|numéro|numéros|n°|no|nº|loi|décret|résolution|directive|règlement|\
         amendement|vol|ligne|lignes|route|autoroute|départementale|nationale|chaîne|canal|phase|étape|version|lot|section|\
         salle|chambre|groupe|niveau|catégorie|type|classe|acte|saison|épisode|tome|volume|figure|tableau|annexe|norme|\
         matricule|dossier|porte|terminal|bâtiment|quai|voie|formule|ligue|division|zone|stand|top|code|option|question|point|opus|\
         scène|psaume|psaumes|verset|versets|sourate|calibre|dossard|fédérale|brigade|régiment|bataillon",
        Sense::Label,
    ),
    ("selon|suivant|d'après", Sense::According),
    (
        "passe|passent|passer|passé|passée|passés|passées|passait|passaient|passant|passera|passeront|passerait|\
         passeraient|ramené|ramenée|ramenés|ramène|ramener|porté|portés|porte|porter|relevé|relevée|relevés|relève|\
         relever|relèvera|tombe|tombent|tomber|tombé|tombée|tombés|abaissé|abaissée|abaissés|abaisse|abaisser|abaissera",
        Sense::Change,
    ),
];

pub(super) const CLASSES: &[(Class, &str)] = &[
    (Class::Link, "de d' des du"),
    (
        Class::BeforeNoun,
        "autre autres même mêmes nouveau nouveaux nouvelle nouvelles jeune jeunes grand grands grande grandes \
         petit petits petite petites gros grosses vieux vieilles ancien anciens ancienne anciennes bons bonnes \
         beaux belles premiers premières derniers dernières prochains prochaines mauvais mauvaises principaux \
         principales seuls seules simples différents différentes longs longues hauts hautes",
    ),
    (
        Class::Stop,
        "à au aux auprès peu en dans sur sous pour par avec sans contre entre vers chez depuis pendant durant avant après \
         dès jusqu' selon malgré parmi lors hors plus moins très pas puis alors ainsi aussi encore déjà toujours \
         mais et ou ni car donc or que qu' qui dont où si comme quand lorsque lorsqu' puisque tandis ne n' se s' \
         y il elle ils elles on nous vous je j' tous toutes tout toute chacun chaque près environ seulement ici \
         ensuite hier aujourd'hui demain fois ans heures mois plusieurs dehors ailleurs désormais notamment \
         jamais vis assez trop mieux soit via dedans dessus dessous lui eux c' cela ça ceux celles celui celle \
         début fin courant mi est sont était étaient sera seront serait seraient fut furent soient été être \
         étant a ont avait avaient aura auront aurait auraient eut eurent avoir ayant ai as avons avez sommes \
         êtes suis es fait font peut peuvent doit doivent va vont vas allons reste restent devient deviennent \
         sait dit disent vient viennent fais dis vois dois peux veux crois sais suit",
    ),
    (Class::Clause, "lorsqu' comme or tandis alors puisque parce lequel laquelle lesquels lesquelles puis"),
    (
        Class::Pronoun,
        "on je j' nous vous lui eux qui lequel laquelle lesquels lesquelles c' cela celui celle t",
    ),
    (Class::Among, "dont"),
    (Class::And, "et"),
    (Class::PluralAuxiliary, "ont avaient auraient"),
    // "d'ici lundi", "un préavis pour jeudi"
    (Class::FuturePreposition, "ici pour"),
    (Class::Until, "jusqu' compter partir"),
    (
        Class::Call,
        "appelle appellent appelé appelés appelée appelant appeler appelait appelaient appel appels convoque convoqué \
         convoquée convoqués rendez invite invitent invité invités invitée",
    ),
    (Class::Goal, "au aux"),
    (Class::BeforeNumber, "de à entre"),
    (Class::Due, "devait devaient"),
    (Class::Be, "est sont suis sommes été"),
    (Class::ReportStart, "que qu' avoir être"),
    (Class::Auxiliary, "a ont avait avaient aura aurait auraient"),
    (
        Class::Future,
        "va vont vais allons allez doit doivent promis promet promettent envisage envisagent devra devront devrait \
         devraient prévu prévue prévus prévues \
         prévoit prévoient attend attendent attendu attendue attendus attendues fixé fixée reporté reportée sera seront aura \
         auront serait pourra pourront fera feront ira iront programmé programmée débute débutent commence commencent démarre démarrent ouvrent suivre \
         espère espèrent prochain prochaine",
    ),
    (
        Class::Past,
        "ont avait avaient était étaient fut furent eut été eu depuis mort morts morte décédé eurent fit firent \
         prit dernier dernière devait devaient",
    ),
];
