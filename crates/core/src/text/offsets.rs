//! Conversion of byte offsets to code points and UTF-16 code units.

/// Bytes between two checkpoints, and so the most text that a conversion reads.
const STRIDE: usize = 64;

/// Converts byte offsets of one text to Unicode code points (the JSON schema, W3C Web Annotation) and to UTF-16
/// code units (the DOM).
///
/// Building the index takes time linear in the text's length; each conversion then takes constant time.
#[derive(Clone, Debug)]
pub struct Offsets<'t> {
    text: &'t str,
    /// For each multiple of [`STRIDE`]: the numbers of code points and UTF-16 code units before that byte.
    checkpoints: Vec<(usize, usize)>,
}

impl<'t> Offsets<'t> {
    /// Builds an index over `text`.
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

    /// The number of code points before the byte offset `byte`, which is clamped to the text's length.
    pub fn code_points(&self, byte: usize) -> usize {
        self.before(byte).0
    }

    /// The number of UTF-16 code units before the byte offset `byte`, which is clamped to the text's length.
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

/// The numbers of code points and UTF-16 code units that start in `bytes`: every byte but a continuation byte starts
/// a code point, and a four-byte sequence is a surrogate pair in UTF-16.
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
    fn offsets_past_the_end_are_clamped() {
        assert_eq!(Offsets::new("été").code_points(99), 3);
        assert_eq!(Offsets::new("").utf16(1), 0);
    }
}
