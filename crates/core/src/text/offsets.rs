//! The one place that converts byte offsets to other ways of counting.

/// Bytes between two checkpoints: a conversion reads at most this much text.
const STRIDE: usize = 64;

/// Converts byte offsets of one text to Unicode code points (the JSON schema, W3C Web Annotation) and to UTF-16
/// code units (the DOM).
///
/// Building it reads the text once; each conversion then reads less than a hundred bytes, so that converting
/// every offset of a text stays linear.
#[derive(Clone, Debug)]
pub struct Offsets<'t> {
    text: &'t str,
    /// For each stride of bytes: how many code points and UTF-16 units start before it.
    checkpoints: Vec<(usize, usize)>,
}

impl<'t> Offsets<'t> {
    /// An index over `text`.
    pub fn new(text: &'t str) -> Self {
        let mut checkpoints = Vec::with_capacity(text.len() / STRIDE + 1);
        let (mut points, mut units) = (0, 0);
        for stride in text.as_bytes().chunks(STRIDE) {
            checkpoints.push((points, units));
            let (p, u) = count(stride);
            points += p;
            units += u;
        }
        checkpoints.push((points, units));
        Offsets { text, checkpoints }
    }

    /// How many code points stand before the byte offset `byte`, which is clamped to the text's length.
    pub fn code_points(&self, byte: usize) -> usize {
        self.before(byte).0
    }

    /// How many UTF-16 code units stand before the byte offset `byte`, which is clamped to the text's length.
    pub fn utf16(&self, byte: usize) -> usize {
        self.before(byte).1
    }

    fn before(&self, byte: usize) -> (usize, usize) {
        let byte = byte.min(self.text.len());
        let stride = byte / STRIDE;
        let (points, units) = self.checkpoints[stride];
        let (p, u) = count(&self.text.as_bytes()[stride * STRIDE..byte]);
        (points + p, units + u)
    }
}

/// Code points and UTF-16 units that start in `bytes`: every byte but a continuation starts a code point, and a
/// four-byte sequence is a surrogate pair.
fn count(bytes: &[u8]) -> (usize, usize) {
    let points = bytes.iter().filter(|&&b| b & 0xC0 != 0x80).count();
    let pairs = bytes.iter().filter(|&&b| b >= 0xF0).count();
    (points, points + pairs)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn agrees_with_counting_from_the_start(text in "(\\PC|é|𝄞){0,300}") {
            let offsets = Offsets::new(&text);
            for (byte, _) in text.char_indices().chain([(text.len(), ' ')]) {
                prop_assert_eq!(offsets.code_points(byte), text[..byte].chars().count());
                prop_assert_eq!(offsets.utf16(byte), text[..byte].encode_utf16().count());
            }
        }
    }

    #[test]
    fn past_the_end_is_the_end() {
        assert_eq!(Offsets::new("été").code_points(99), 3);
        assert_eq!(Offsets::new("").utf16(1), 0);
    }
}
