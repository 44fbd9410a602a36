//! Recognising the language of a text by its most frequent words.

use super::Language;
use super::words::Words;

/// At most so many words of a text are looked at.
const SAMPLE: usize = 600;
/// With fewer words in lower case than this, the language is not known.
const MIN_WORDS: usize = 8;
/// So many frequent words of other languages are not a coincidence, such as the title of a book.
const MIN_FOREIGN: usize = 4;
/// Running text of so many words in lower case has a frequent word.
const MIN_WORDS_WITHOUT: usize = 25;

/// At least one word in so many of running text is a frequent word that other languages do not have.
const OWN_ONE_IN: usize = 16;
/// At least one word in so many of running text is one of its frequent words.
const FREQUENT_ONE_IN: usize = 6;

/// Frequent words that tell a language from its neighbours.
#[derive(Debug)]
pub(crate) struct FrequentWords {
    /// Frequent words of the language that are rare in others.
    pub own: Words,
    /// Frequent words that the language shares with its neighbours.
    pub shared: Words,
    /// Frequent words of other languages that are not words of the language.
    pub foreign: Words,
}

impl Language {
    /// Whether `text` is written in this language; none if it has too few words to tell, as a heading or a list of
    /// names.
    ///
    /// Only words in lower case count, because names keep the articles and prepositions of their language.
    pub fn recognises(self, text: &str) -> Option<bool> {
        let FrequentWords { own, shared, foreign } = self.frequent_words();
        let words = text
            .split(|char: char| !char.is_alphabetic())
            .filter(|word| word.starts_with(char::is_lowercase));
        let (mut count, mut owned, mut common, mut strange) = (0, 0, 0, 0);
        for word in words.take(SAMPLE) {
            count += 1;
            owned += usize::from(own.contains(word));
            common += usize::from(shared.contains(word));
            strange += usize::from(foreign.contains(word));
        }
        if count < MIN_WORDS {
            None
        } else if strange >= MIN_FOREIGN && strange > 2 * owned {
            Some(false)
        } else if owned > strange && owned * OWN_ONE_IN >= count {
            Some(true)
        } else {
            let has_few = owned == 0 && common * FREQUENT_ONE_IN < count;
            (has_few && count >= MIN_WORDS_WITHOUT).then_some(false)
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::Language;

    #[test]
    fn french_is_told_from_its_neighbours() {
        for (text, expected) in [
            ("Le maire de la ville a reçu mardi les habitants qui demandent une école.", Some(true)),
            (
                "« Nous n’avons plus d’eau depuis trois semaines », a déclaré la présidente du syndicat.",
                Some(true),
            ),
            (
                "Il a lu The Power of the Dog et The Lord of the Rings, deux livres qui lui ont plu.",
                Some(true),
            ),
            (
                "The mayor of the city received residents on Tuesday and said that the school is open.",
                Some(false),
            ),
            (
                "El alcalde de la ciudad recibió el martes a los vecinos que piden una escuela para el barrio.",
                Some(false),
            ),
            (
                "Il sindaco della città ha ricevuto gli abitanti che chiedono una scuola per il quartiere.",
                Some(false),
            ),
            (
                "O presidente da câmara recebeu os moradores que pedem uma escola para o bairro, com apoio do governo.",
                Some(false),
            ),
            (
                "L’alcalde de la ciutat va rebre els veïns que demanen una escola per al barri, amb el suport dels pares.",
                Some(false),
            ),
            (
                "Der Bürgermeister der Stadt hat die Bewohner empfangen, die eine Schule für das Viertel fordern.",
                Some(false),
            ),
            (
                "De burgemeester van de stad heeft de bewoners ontvangen die een school voor het kwartier vragen.",
                Some(false),
            ),
            (
                "Primarul orașului a primit marți locuitorii care cer o școală pentru cartier și este de acord cu ei.",
                Some(false),
            ),
            (
                "Lo cònsol de la vila a recebut los estatjants que demandan una escòla amb los parents dins lo quartièr.",
                Some(false),
            ),
            ("À Lille, le maire a fermé un lycée de 1 500 élèves.", Some(true)),
            (
                "À Lille, Ana a fermé mardi un lycée, a indiqué la ville, à la colère de parents d’élèves : on a promis \
              d’ouvrir un bâtiment en face, à la rentrée prochaine, a dit Léa, de la mairie.",
                None,
            ),
            (
                "Burmistrz miasta przyjął we wtorek mieszkańców, którzy domagają się szkoły dla swojej dzielnicy, ponieważ najbliższa \
              placówka jest oddalona o kilka kilometrów i trudno tam dojechać rano.",
                Some(false),
            ),
            (
                "Lorem ipsum dolor sit amet, consectetur adipisicing elit, sed do eiusmod tempor incididunt ut labore et dolore magna \
              aliqua. Ut enim ad minim veniam, quis nostrud exercitation ullamco laboris nisi ut aliquip ex ea commodo.",
                None,
            ),
            (
                "Starosta města přijal v úterý obyvatele, kteří žádají školu pro svou čtvrť. Nejbližší je vzdálená několik kilometrů \
              a ráno se tam špatně jezdí, takže děti často chodí pozdě a rodiče si stěžují na dopravu.",
                Some(false),
            ),
            ("Nantes, Rennes, Brest", None),
            ("Real Madrid - Los Angeles Galaxy : 3-1", None),
        ] {
            assert_eq!(Language::French.recognises(text), expected, "{text}");
        }
    }
}
