//! What the names in `class` and `id` say about an element. They are hints: nothing is decided by them alone.

/// Words, or beginnings of words if they end in "*", of the names of boxes in English and French pages: advertisements,
/// related articles, sharing, subscription, tools.
#[rustfmt::skip]
const BOX_WORDS: [&str; 62] = [
    "ad", "ads", "adslot", "advert*", "abonn*", "ariane", "associes", "auteur", "author", "banniere", "bio",
    "breadcrumb*", "byline", "consent*", "cookie*", "credit", "credits", "dfp", "disclaimer", "encart*", "gpt",
    "inscription", "mostread", "mostpopular", "newsletter*", "outbrain", "partage*", "partager", "pagination", "paywall",
    "popin", "popup", "print", "promo*", "pub", "pubs", "publicit*", "publireportage", "rating", "recirc*", "recommand*",
    "recommend*", "related*", "reseaux", "rgpd", "rubrique*", "share*", "sharing", "sidebar", "signature", "similar*",
    "skip", "social*", "sociaux", "sponsor*", "subscri*", "taboola", "tags", "teaser*", "toolbar*", "widget*", "lireaussi",
];

/// Pairs of words in a row that name boxes.
const BOX_PAIRS: [(&str, &str); 12] = [
    ("lire", "aussi"),
    ("lire", "plus"),
    ("lire", "ensuite"),
    ("voir", "aussi"),
    ("meme", "sujet"),
    ("plus", "lus"),
    ("read", "more"),
    ("read", "also"),
    ("most", "read"),
    ("most", "popular"),
    ("see", "also"),
    ("more", "stories"),
];

/// Words of the names of readers' comments.
const COMMENT_WORDS: [&str; 9] = [
    "comment",
    "comments",
    "commentaire",
    "commentaires",
    "reaction",
    "reactions",
    "disqus*",
    "commentlist",
    "respond",
];

/// Whether `names`, the class and id of an element, contain a word that boxes are named by.
pub fn is_box_name(names: &str) -> bool {
    let words = words(names);
    words.iter().any(|word| is_one_of(word, &BOX_WORDS))
        || words.windows(2).any(|pair| BOX_PAIRS.contains(&(&*pair[0], &*pair[1])))
        || is_comment(&words)
}

/// Whether `names` contain a word that comments of readers are named by.
pub fn is_comment_name(names: &str) -> bool {
    is_comment(&words(names))
}

fn is_comment(words: &[String]) -> bool {
    words.iter().any(|word| is_one_of(word, &COMMENT_WORDS))
}

fn is_one_of(word: &str, list: &[&str]) -> bool {
    list.iter().any(|own| match own.strip_suffix('*') {
        Some(start) => word.starts_with(start),
        None => word == *own,
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
    use super::{is_box_name, is_comment_name};

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
    }
}
