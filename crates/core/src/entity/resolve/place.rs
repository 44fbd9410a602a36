//! Locations of known places, and the choice between places of the same name.

use crate::entity::Place;
use crate::lang::Pack;
use crate::lang::pack::{Location, STEPS};
use std::cmp::Reverse;

/// The pack's table of places. Places of the same name follow each other in it, the most likely first.
#[derive(Clone, Copy, Debug)]
pub(super) struct Places<'p>(&'p [Location]);

/// How often an article mentions places of each country.
#[derive(Debug, Default)]
pub(super) struct CountryCounts(Vec<([u8; 2], usize)>);

impl CountryCounts {
    /// Counts `times` more mentions of places in `country`.
    pub fn add(&mut self, country: [u8; 2], times: usize) {
        match self.0.iter_mut().find(|(other, _)| *other == country) {
            Some((_, count)) => *count += times,
            None => self.0.push((country, times)),
        }
    }

    fn count(&self, country: [u8; 2]) -> usize {
        self.0.iter().find(|(other, _)| *other == country).map_or(0, |&(_, count)| count)
    }
}

impl<'p> Places<'p> {
    pub fn new(pack: &'p Pack) -> Self {
        Places(pack.places())
    }

    /// The places with the same name as the one at index `first`, which is the first of them, the most likely first.
    pub fn namesakes(self, first: usize) -> impl Iterator<Item = Place> {
        let more = move |&index: &usize| self.0.get(index).is_some_and(|location| location.has_more);
        std::iter::successors(Some(first), move |index| more(index).then_some(index + 1))
            .filter_map(move |index| self.get(index))
    }

    /// The place at `index`, if its coordinates are known.
    fn get(&self, index: usize) -> Option<Place> {
        let location = self.0.get(index)?;
        let [latitude, longitude] = location.steps?.map(|steps| f32::from(steps) / STEPS);
        Some(Place { latitude, longitude, country: location.country })
    }

    /// Of the places with the same name as the one at index `first`, the one in the country that the article mentions
    /// most; if it mentions none of their countries, the most likely one.
    pub fn choose(self, first: usize, countries: &CountryCounts) -> Option<Place> {
        let votes = |place: &Place| countries.count(place.country);
        let ranked = self.namesakes(first).enumerate();
        ranked.max_by_key(|(rank, place)| (votes(place), Reverse(*rank))).map(|(_, place)| place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entity::{Entry, Gazetteer};
    use crate::lang::Language;
    use crate::lang::pack::{Builder, Known};

    fn place(latitude: f32, country: &[u8; 2]) -> Place {
        Place { latitude, longitude: 2.5, country: *country }
    }

    /// A pack with two towns called Valence, the larger in Spain, one called Lens, and a name without a location.
    fn pack() -> Pack {
        let valence = vec![place(39.5, b"ES"), place(44.9, b"FR")];
        let known = [("lens", vec![place(50.4, b"FR")]), ("valence", valence), ("xeres", Vec::new())]
            .map(|(key, places)| (key.to_owned(), Known { bits: Entry::CITY, places }));
        let mut builder = Builder::new(Language::French);
        Pack::load(builder.set_gazetteer(&known.into()).expect("sorted keys").build()).expect("a whole pack")
    }

    #[track_caller]
    fn chosen(name: &str, countries: &[(&[u8; 2], usize)]) -> Option<[u8; 2]> {
        let pack = pack();
        let first = Gazetteer::new(&pack).get(name)?.place()?;
        let countries = CountryCounts(countries.iter().map(|(country, votes)| (**country, *votes)).collect());
        Places::new(&pack).choose(first, &countries).map(|place| place.country)
    }

    #[test]
    fn the_place_in_the_most_mentioned_country_is_chosen() {
        assert_eq!(chosen("valence", &[]), Some(*b"ES"), "the larger one if no country is mentioned");
        assert_eq!(chosen("valence", &[(b"FR", 1)]), Some(*b"FR"));
        assert_eq!(chosen("valence", &[(b"FR", 1), (b"ES", 2)]), Some(*b"ES"));
        assert_eq!(chosen("valence", &[(b"IT", 3)]), Some(*b"ES"));
        assert_eq!(chosen("lens", &[(b"ES", 3)]), Some(*b"FR"));
        assert_eq!(chosen("xeres", &[]), None);
    }

    #[test]
    fn coordinates_are_read_back_within_a_storage_step() {
        let pack = pack();
        let first = Gazetteer::new(&pack).get("valence").and_then(Entry::place).expect("a place");
        let latitudes: Vec<f32> = Places::new(&pack).namesakes(first).map(|place| place.latitude).collect();
        assert_eq!(latitudes.len(), 2);
        assert!((latitudes[0] - 39.5).abs() < 0.012 && (latitudes[1] - 44.9).abs() < 0.012, "{latitudes:?}");
    }
}
