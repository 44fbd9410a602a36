//! Where the known places are.

use crate::entity::Place;
use crate::lang::Pack;
use crate::lang::pack::Section;

/// The pack's places.
#[derive(Clone, Copy, Debug)]
pub(super) struct Places<'p>(&'p [u8]);

/// Stands for a place that is known by name alone.
const UNKNOWN: i16 = i16::MIN;
/// Steps of a degree.
const STEPS: f32 = 180.0;

impl<'p> Places<'p> {
    pub fn new(pack: &'p Pack) -> Self {
        Places(pack.section(Section::Places))
    }

    /// The place of this number.
    pub fn get(&self, index: usize) -> Option<Place> {
        let pairs = self.0.as_chunks::<2>().0;
        let count = pairs.len() / 3;
        let degrees = |plane: usize| {
            let steps = i16::from_le_bytes(*pairs.get(plane * count + index)?);
            (steps != UNKNOWN).then_some(f32::from(steps) / STEPS)
        };
        (index < count).then_some(())?;
        Some(Place { latitude: degrees(0)?, longitude: degrees(1)?, country: *pairs.get(2 * count + index)? })
    }
}
