//! The rules by stage. Of rules whose matches are equally long, the first one is applied.

mod joins;
mod measures;
mod parts;
mod ranges;

use crate::figure::{Action, Rule};

use Action::*;

pub(super) static STAGES: &[&[Rule]] =
    &[parts::PARTS, measures::MEASURES, joins::JOINS, ranges::RANGES, BOUNDS, AGES];

/// Bounds and approximations.
static BOUNDS: &[Rule] = &[
    ("(les|des|aux) [<bound> <years>] !(de|d'|plus)", Age),
    ("[<bound> <years>] :", Age),
    (", [<bound> <years>] à", Age),
    ("<bound> (la|le|les)? <amount>", Bounded),
    ("[!<article> <amount> <bound-after>] !(fort|haut|bas|tôt|tard|près|vite)", Bounded),
    ("[<duration> et plus] !que", AtLeast),
    ("(les|des|aux) [<cardinal> et plus] !que", AtLeast),
    // "il n'en reste plus que 300": exactly so many.
    ("(n'|ne) <word> [plus que <amount>]", Keep),
    ("(n'|ne) <word> <word> [plus que <amount>]", Keep),
    ("plus que <amount>", AtLeast),
    ("jusqu' (à|au) !<article> <amount>", AtMost),
    (
        "(dépasse|dépassent|dépassera|dépasseront|dépasserait|dépassait|excède|excédera) pas [<amount>]",
        AtMost,
    ),
    (
        "(dépasse|dépassent|dépassera|dépasseront|dépasserait|dépassait|excède|excédera) pas les [<amount>]",
        AtMost,
    ),
    ("<bound>? <count> fois (plus|mieux|supérieur|supérieure)", Multiple),
    ("<bound>? <count> fois (moins|moindre|inférieur|inférieure)", InverseMultiple),
    ("<count> fois et <part> (moins|inférieur|inférieure)", InverseMultiple),
    ("[<bound>? <count> fois] (celui|celle|ceux|celles)", Multiple),
    (
        "[<bound>? <count> fois] (la|le|son|sa|leur) (distance|taille|masse|surface|superficie|population|diamètre|prix|\
         montant|volume|poids|hauteur|longueur|valeur|vitesse|moyenne|nombre|budget|salaire|capacité|production|tarif|\
         revenu|besoin|seuil|limite|norme|quantité|puissance|débit|taux)",
        Multiple,
    ),
    (
        "[<bound>? <count> fois] (les|ses|leurs) (revenus|besoins|recettes|ventes|bénéfices|effectifs|normes|prix)",
        Multiple,
    ),
    ("<decimal> fois", Multiple),
    ("<bound>? <count> fois et <part>", Multiple),
    ("[<count> fois] <most>", InverseMultiple),
    ("[<bound>? <count> fois] <bound>", Multiple),
];

/// Ages, and durations that are not ages.
static AGES: &[Rule] = &[
    ("<cardinal> (point|points) de base", BasisPoints),
    ("<cardinal> (pb|pdb)", BasisPoints),
    ("par [seconde]", Nothing),
    // The term of a loan
    (
        "(emprunt|emprunts|taux|obligations|oat|bons|dette|titres|prêt|prêts|crédit|rendement|bund|treasuries|gilt|btp) \
         à [<duration>]",
        Keep,
    ),
    (
        "(emprunt|emprunts|taux|obligations|oat|bons|dette|titres|prêt|prêts|crédit|rendement|papier|contrat) <word> à [<duration>]",
        Keep,
    ),
    // A prison sentence
    ("à [<duration>] , dont", Keep),
    // A remaining duration
    ("(il|elle|on|qui) a [<duration>] (pour|devant)", Keep),
    ("(ont|avons|avez|ai) [<duration>] (pour|devant)", Keep),
    ("avant [<years>] !(de|d')", LikelyAge),
    ("dès [<years>] !(de|d')", Age),
    (
        "(fixé|fixée|porté|portée|ramené|ramenée|limité|limitée|étendu|étendue) à [<years>] !(de|d')",
        LikelyAge,
    ),
    ("<person> [<years>] !(de|d'|plus|après|avant|auparavant|durant)", LikelyAge),
    ("âge <word> : [<years>]", Age),
    ("à partir de [<years>] (.|,|;|:|))", Age),
    ("(âgé|âgée|âgés|âgées) (de|d') [<duration>]", Age),
    ("<years> d'âge", Age),
    ("[<years>] de moyenne d'âge", Age),
    ("(bébé|nourrisson) (de|d') [<duration>]", Age),
    ("(âge|âgé|âgée|âgés|âgées) [<years>]", Age),
    ("âge <word> [<years>]", Age),
    ("âge <word> <word> [<years>]", Age),
    ("âge <word> <word> (de|d'|à) [<years>]", Age),
    ("!<amount> , [<years>] (,|.|;|et|:|(|dont)", Age),
    ("enceinte (de|d') [<duration>]", Keep),
    ("(contrat|bail|accord|plan|programme|prêt|peine|période|durée) (de|d') <word> (de|d') [<years>]", Keep),
    (", [<cardinal>] et <years> (,|.|;|:|))", Age),
    (", <amount> et [<years>] (,|.|;|:|))", Age),
    ("(de|d') [<years>] (sa|son|leur) <word>", Keep),
    ("(âgé|âgée|âgés|âgées) <dated> [<years>]", Age),
    (", [<years>] $", Age),
    ("( [<years>] )", Age),
    ("<person> (de|d') [<years>]", Age),
    ("<person> [<years>]", Ages),
    ("(les|des|aux) [<years>] !(de|d')", Ages),
    ("(ses|leurs) [<years>] !(de|d')", Age),
    ("<person> <unknown> (de|d') [<years>]", Age),
    // "ramené de douze à six mois", but "de 62 à 64 ans"
    ("<cardinal> à [<years>]", LikelyAge),
    ("<cardinal> à [<years>]", Keep),
    ("!plus (vieux|vieille|vieilles) (de|d') [<years>]", Age),
    ("(mort|morte|morts|mortes) [<years>] !(plus|après|avant|auparavant|durant)", Ages),
    ("(ont|avaient|auront) [<cardinal>] et <years> !pour", Age),
    ("(ont|avaient|auront) <amount> et [<years>] !(de|d'|pour)", Age),
    ("(mort|morte|morts|meurt|décès|décédé|décédée|décède|disparition|disparu|disparue) à [<years>]", Age),
    (
        "!<duration> !(condamné|condamnée|condamnés|condamnées|peine|cotisation|y|fixé|fixée|porté|portée|ramené|\
         ramenée|limité|limitée|étendu|étendue|contrat|remonte|remontent|remontait) à [<years>] !(de|d'|du|des|ferme|près)",
        Age,
    ),
    ("(ai|ont|ayant|avais|avait|avaient|aura|aurai|auront|avons|aurait|eu) [<years>] !(de|d'|pour)", Age),
    (
        "!(période|durée|espace|contrat|bail|règne|conflit|guerre|plan|prêt|crédit|mariage|carrière|délai|mandat|cycle|\
         garantie|embargo|suspension|interdiction|peine|réclusion|prison|détention|sursis|bagne|absence|attente|retard|\
         avance|écart|recul|ancienneté|recherche|recherches|travaux|étude|études|formation|projet|programme|horizon|\
         concession|sûreté|accord|partenariat|engagement|bataille|lutte|combat|enquête|procédure|procès|exil|captivité|dictature|\
         présence|occupation|présidence|tradition|existence|vie|collaboration|bout|cours|ça|cela|vin|whisky|rhum|record|\
         minimum|maximum|total|moyenne|datant|date|datent|datait|dater|vieux|vieille|plus|moins|passible|prolongé|prolongée|\
         prolonger|écopé|écope|repoussé|reculer|réduit|réduite|augmenté) (de|d') [<years>] !(de|d'|plus|ferme|fermes)",
        LikelyAge,
    ),
    ("(de|d') [<cardinal>] et <years>", Age),
    ("(de|d') [<cardinal>] , <cardinal> et <years>", Age),
    ("<amount> , [<cardinal>] et <years>", Age),
    ("<amount> , <amount> et [<years>] !(de|d')", Age),
    ("(de|d') <amount> et [<years>]", Age),
    ("(tout|toute) (le|la|l') <time-unit>", OneUnit),
];
