//! What the names in `class` and `id` say about an element. They are hints: nothing is decided by them alone.

/// Words of the names of boxes in English and French pages: advertisements, related articles, sharing, subscription, tools.
/// "*" stands for any ending, "+" joins two words that follow each other.
const BOX_WORDS: &str = "\
    ad ads adslot advert* abonn* ariane associes auteur author bandeau banniere bio breadcrumb* byline consent* cookie* \
    credit credits dfp disclaimer dons encart* gpt inscription lireaussi mostread mostpopular newsletter* outbrain \
    pagination partage* partager paywall player pluslus popin popup print promo* pub pubs publicit* publireportage rating \
    recirc* recommand* recommend* related* reseaux rgpd rubrique* share* sharing sidebar signature similar* skip social* \
    sociaux sponsor* subscri* taboola tags teaser* toolbar* widget* \
    lire+aussi lire+plus lire+ensuite lire+egalement voir+aussi meme+sujet meme+theme plus+lus mots+cles articles+lies \
    read+more read+also most+read most+popular see+also more+stories";
/// Words of the names of readers' comments.
const COMMENT_WORDS: &str = "\
    comment comments commentaire commentaires reaction reactions disqus* commentlist respond discussion discussions thread";
/// Words of the names of banners that ask for consent.
const CONSENT_WORDS: &str = "consent* cookie* rgpd gdpr cmp didomi* onetrust* privacy";
/// Beginnings of what links and buttons say that ask readers for something, in English and French.
const APPEALS: [&str; 17] = [
    "abonn",
    "s'abonn",
    "je m'abonn",
    "m'abonn",
    "s'inscri",
    "inscri",
    "je m'inscri",
    "m'inscri",
    "partag",
    "subscri",
    "sign up",
    "share",
    "follow",
    "suivre",
    "suivez",
    "donate",
    "faire un don",
];

/// Beginnings of references to other articles, in English and French.
const REFERENCES: [&str; 9] =
    ["lire", "à lire", "a lire", "voir aussi", "à voir", "retrouvez", "read more", "read also", "see also"];

/// Words of the names of credits of pictures.
const CREDIT_WORDS: &str = "credit credits copyright";

/// What the heading of a box says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cue {
    /// What follows are comments of readers.
    Comments,
    /// What follows are other articles, or tools.
    Others,
    /// It is a label by itself: "Advertisement".
    Label,
}

/// Headings of boxes in English and French, in lower case and without numbers and punctuation.
const CUES: [(Cue, &str); 3] = [
    (
        Cue::Comments,
        "vos réactions|réactions|réaction|commentaires|commentaire|vos commentaires|les commentaires|comments|comment|\
         leave a comment|laisser un commentaire|discussion|join the conversation|responses",
    ),
    (
        Cue::Others,
        "à lire aussi|lire aussi|à lire ensuite|à lire également|à voir aussi|à découvrir|à découvrir aussi|\
         sur le même sujet|sur le même thème|dans la même rubrique|sur ce sujet|d'autres histoires|autres articles|\
         les plus lus|articles les plus lus|les plus partagés|vous aimerez aussi|vous aimerez|nos recommandations|\
         articles liés|articles associés|contenus associés|recommandé pour vous|nos derniers articles|newsletter|\
         most read|most popular|related|related articles|related stories|related topics|more stories|read more|read next|\
         you may also like|recommended|recommended for you|more from|trending|share this|share this article|partager",
    ),
    (
        Cue::Label,
        "publicité|advertisement|annonce|la suite après la publicité|contenu sponsorisé|sponsored|ad",
    ),
];

/// Whether `names`, the class and id of an element, contain a word that boxes are named by.
pub fn is_box_name(names: &str) -> bool {
    let words = words(names);
    contain(&words, BOX_WORDS) || contain(&words, COMMENT_WORDS)
}

/// Whether `names` contain a word that comments of readers are named by.
pub fn is_comment_name(names: &str) -> bool {
    contain(&words(names), COMMENT_WORDS)
}

/// Whether `names` contain a word that banners asking for consent are named by.
pub fn is_consent_name(names: &str) -> bool {
    contain(&words(names), CONSENT_WORDS)
}

/// Whether `names` contain a word that credits of pictures are named by.
pub fn is_credit_name(names: &str) -> bool {
    contain(&words(names), CREDIT_WORDS)
}

/// What `text`, if it is the heading of a box, says: "Commentaires (12)".
pub fn cue(text: &str) -> Option<Cue> {
    let text = text.to_lowercase().replace('’', "'");
    let is_word = |char: char| char.is_alphabetic();
    let text = text.trim_matches(|char| !is_word(char));
    let words: Vec<&str> = text.split_whitespace().collect();
    let text = words.join(" ");
    CUES.into_iter().find(|(_, list)| list.split('|').any(|own| own == text)).map(|(cue, _)| cue)
}

/// Whether `text`, that of a link or button, asks the reader to subscribe, to share, to give.
pub fn is_appeal(text: &str) -> bool {
    begins_with(text, &APPEALS)
}

/// Whether `text`, that of a block, refers the reader to another article.
pub fn is_reference(text: &str) -> bool {
    begins_with(text, &REFERENCES)
}

fn begins_with(text: &str, beginnings: &[&str]) -> bool {
    let text = text.trim_start().to_lowercase().replace('’', "'");
    beginnings.iter().any(|beginning| text.starts_with(beginning))
}

/// Whether `words` contain a word of `list`, which has the signs of [`BOX_WORDS`].
fn contain(words: &[String], list: &str) -> bool {
    words.iter().enumerate().any(|(at, word)| {
        list.split_ascii_whitespace().any(|own| match own.split_once('+') {
            Some((first, second)) => word == first && words.get(at + 1).is_some_and(|next| next == second),
            None => own.strip_suffix('*').map_or(word == own, |start| word.starts_with(start)),
        })
    })
}

/// The words of class names and ids, in lower case without accents: "aLire-aussi_publicité" is "a", "lire", "aussi" and
/// "publicite".
fn words(names: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let mut was_lower = false;
    for char in names.chars() {
        let is_new = char.is_uppercase() && was_lower;
        if (is_new || !char.is_alphabetic()) && !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
        was_lower = char.is_lowercase();
        if char.is_alphabetic() {
            word.extend(char.to_lowercase().map(|char| match char {
                'à' | 'â' | 'ä' => 'a',
                'é' | 'è' | 'ê' | 'ë' => 'e',
                'î' | 'ï' => 'i',
                'ô' | 'ö' => 'o',
                'ù' | 'û' | 'ü' => 'u',
                'ç' => 'c',
                other => other,
            }));
        }
    }
    if !word.is_empty() {
        words.push(word);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::{is_appeal, is_box_name, is_comment_name, is_consent_name};

    #[test]
    fn names_are_read_in_every_style() {
        for name in ["encart-pub", "pubDesktop", "a-lire-aussi", "aLireAussi", "ad_slot", "publicité", "ad"]
        {
            assert!(is_box_name(name), "{name}");
        }
        for name in ["", "publication", "readership", "header", "lire", "adhoc", "content-body"] {
            assert!(!is_box_name(name), "{name}");
        }
        assert!(is_comment_name("zone reactions") && !is_comment_name("commentary"));
        assert!(is_consent_name("cmp-banner") && is_appeal(" S’abonner") && !is_appeal("Sept abonnés"));
    }
}
