//! Reads the parts of a pack that are not learned: word clusters, and the gazetteer of places, first names, acronyms
//! and other names.

use manicule_core::Language;
use manicule_core::entity::training::gazetteer_key;
use manicule_core::entity::{Entry, Place};
use manicule_core::lang::{Builder, Known};
use std::collections::BTreeMap;
use std::path::Path;

/// Word clusters.
pub struct Clusters {
    /// Words and their clusters, numbered from 1, with the most frequent word first.
    pub forms: Vec<(String, u16)>,
    /// The coarse cluster of each cluster.
    pub coarse: Vec<u8>,
}

/// The names of the gazetteer.
#[derive(Default)]
pub struct Names {
    entries: BTreeMap<String, Known>,
}

fn lines(path: &Path) -> Result<Vec<String>, String> {
    let file = std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(file.lines().map(str::to_owned).collect())
}

/// Reads the clusters of the `all` most frequent words, and of the words with a capital among the `capitals` most
/// frequent ones, because clusters help most with names. An error is a message.
pub fn clusters(data: &Path, [all, capitals]: [usize; 2]) -> Result<Clusters, String> {
    let mut votes: BTreeMap<(u16, u8), usize> = BTreeMap::new();
    let mut forms = Vec::new();
    for (rank, line) in lines(&data.join("fr-vec-clusters/clusters.tsv"))?.iter().take(capitals).enumerate() {
        if rank >= all && !line.starts_with(char::is_uppercase) {
            continue;
        }
        let mut fields = line.split('\t');
        let (Some(form), Some(coarse), Some(fine)) = (fields.next(), fields.next(), fields.next()) else {
            continue;
        };
        let (Ok(coarse), Ok(fine)) = (coarse.parse::<u8>(), fine.parse::<u16>()) else { continue };
        if !form.chars().next().is_some_and(char::is_alphabetic) || form.contains('_') {
            continue;
        }
        *votes.entry((fine + 1, coarse + 1)).or_default() += 1;
        forms.push((form.replace('\u{2019}', "'"), fine + 1));
    }
    let count = forms.iter().map(|&(_, cluster)| usize::from(cluster)).max().unwrap_or(0) + 1;
    let mut best = vec![(0, 0); count];
    for (&(fine, coarse), &votes) in &votes {
        let best = &mut best[usize::from(fine)];
        if votes > best.0 {
            *best = (votes, coarse);
        }
    }
    Ok(Clusters { forms, coarse: best.into_iter().map(|(_, coarse)| coarse).collect() })
}

impl Names {
    /// Reads all lists of names. An error is a message.
    pub fn read(data: &Path, language: Language) -> Result<Names, String> {
        let mut names = Names::default();
        names.territories(data, language)?;
        names.cities(data, language)?;
        names.first_names(data, language)?;
        names.acronyms(data, language)?;
        names.listed_names(language);
        names.head_nouns(language);
        names.locate_countries();
        Ok(names)
    }

    /// Adds a name with the bits `kinds` of [`Entry`] and a place, unless a near place with that name is known.
    fn add(&mut self, name: &str, kinds: u64, place: Option<Place>, language: Language) {
        let key = gazetteer_key(name, language);
        if key.chars().count() < 2 {
            return;
        }
        let known = self.entries.entry(key).or_default();
        known.bits |= kinds;
        let near = |other: &Place, place: &Place| {
            let distance = (other.latitude - place.latitude).hypot(other.longitude - place.longitude);
            other.country == place.country && (distance.is_nan() || distance <= SAME_PLACE)
        };
        known.places.extend(place.filter(|place| !known.places.iter().any(|other| near(other, place))));
    }

    fn territories(&mut self, data: &Path, language: Language) -> Result<(), String> {
        let path = data.join("cldr-fr/cldr_fr.json");
        let file = std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        let json: serde_json::Value = serde_json::from_str(&file).map_err(|error| error.to_string())?;
        let territories = json["territories"].as_object().ok_or("no territories")?;
        for (code, name) in territories {
            let name = name.as_str().unwrap_or_default();
            let code = code.split("-alt").next().unwrap_or_default();
            let country: Option<[u8; 2]> = code.as_bytes().try_into().ok();
            let kind = if country.is_some() { Entry::COUNTRY } else { Entry::REGION };
            let place = country.map(|country| Place { latitude: f32::NAN, longitude: f32::NAN, country });
            let short = name.split(" (").next().unwrap_or(name);
            for name in [name, short] {
                self.add(name, kind, place, language);
            }
        }
        Ok(())
    }

    /// Places each country at the centre of its cities.
    fn locate_countries(&mut self) {
        let mut sums: BTreeMap<[u8; 2], [f64; 3]> = BTreeMap::new();
        for place in self.entries.values().flat_map(|known| &known.places) {
            if place.latitude.is_nan() {
                continue;
            }
            let (latitude, longitude) =
                (f64::from(place.latitude).to_radians(), f64::from(place.longitude).to_radians());
            let sum = sums.entry(place.country).or_default();
            sum[0] += latitude.cos() * longitude.cos();
            sum[1] += latitude.cos() * longitude.sin();
            sum[2] += latitude.sin();
        }
        for place in self.entries.values_mut().flat_map(|known| &mut known.places) {
            if let (true, Some([x, y, z])) = (place.latitude.is_nan(), sums.get(&place.country)) {
                place.latitude = z.atan2(x.hypot(*y)).to_degrees() as f32;
                place.longitude = y.atan2(*x).to_degrees() as f32;
            }
        }
    }

    fn cities(&mut self, data: &Path, language: Language) -> Result<(), String> {
        // The columns of latitude, longitude, country and population in each table; the first two columns are names.
        let tables = [
            ("geonames-fr/cities_fr.tsv", [2, 3, 4, 5]),
            ("natural-earth-places/places_fr.tsv", [2, 3, 6, 4]),
        ];
        let mut cities = Vec::new();
        for (table, columns) in tables {
            for line in lines(&data.join(table))?.iter().skip(1) {
                let fields: Vec<&str> = line.split('\t').collect();
                let [lat, lon, country, population] =
                    columns.map(|column| fields.get(column).copied().unwrap_or_default().to_owned());
                if let [french, name, ..] = fields[..] {
                    let population = population.parse::<f64>().unwrap_or(0.0);
                    cities.push((french.to_owned(), name.to_owned(), lat, lon, country, population));
                }
            }
        }
        cities.sort_by(|a, b| b.5.total_cmp(&a.5));
        for (french, name, lat, lon, country, population) in cities {
            let (Ok(latitude), Ok(longitude), Ok(country)) =
                (lat.parse(), lon.parse(), country.as_bytes().try_into())
            else {
                continue;
            };
            let place = Some(Place { latitude, longitude, country });
            let kind = if population >= 1e6 { Entry::GREAT_CITY } else { Entry::CITY };
            self.add(&french, kind, place, language);
            if name != french {
                self.add(&name, kind, place, language);
            }
        }
        Ok(())
    }

    fn first_names(&mut self, data: &Path, language: Language) -> Result<(), String> {
        for line in lines(&data.join("insee-prenoms/prenoms.tsv"))?.iter().skip(1) {
            let mut fields = line.split('\t');
            let (Some(name), Some(count)) = (fields.next(), fields.next()) else { continue };
            let kind = match count.parse::<u32>().unwrap_or(0) {
                20_000.. => Entry::COMMON_FIRST_NAME,
                2_000.. => Entry::FIRST_NAME,
                800.. => Entry::RARE_FIRST_NAME,
                _ => continue,
            };
            if name.chars().count() > 2 {
                self.add(name, kind, None, language);
            }
        }
        Ok(())
    }

    fn acronyms(&mut self, data: &Path, language: Language) -> Result<(), String> {
        for line in lines(&data.join("dictionnaire-sigles/sigles.csv"))?.iter().skip(1) {
            let mut fields = line.split(',').skip(1);
            let (Some(term), Some(meaning)) = (fields.next(), fields.next()) else { continue };
            let acronym = term.len() >= 2
                && term.chars().all(char::is_alphabetic)
                && term.chars().filter(|c| c.is_uppercase()).count() >= 2;
            if acronym {
                let head = gazetteer_key(meaning.trim_matches('"'), language);
                let head = head.split(' ').next().unwrap_or_default();
                if ORGANISATION_NOUNS.contains(&head) {
                    self.add(term, Entry::ACRONYM, None, language);
                }
            }
        }
        Ok(())
    }

    /// Adds the names listed in names.fr.txt, each line of which has a kind, a colon and names.
    fn listed_names(&mut self, language: Language) {
        for line in include_str!("names.fr.txt").lines() {
            let Some((kind, names)) = line.split_once(": ") else { continue };
            let kind = match kind {
                "region" => Entry::REGION,
                "organisation" => Entry::ORGANISATION,
                "work" => Entry::WORK,
                "people" => {
                    for form in names.split(", ").flat_map(inflected) {
                        self.add(&form, Entry::PEOPLE, None, language);
                    }
                    continue;
                }
                "alias" => {
                    names.split(", ").for_each(|pair| self.alias(pair, language));
                    continue;
                }
                _ => continue,
            };
            for name in names.split(", ") {
                self.add(name, kind, None, language);
            }
        }
    }

    /// Adds an alias of a known name, given as "Saïgon = Hô Chi Minh-Ville".
    fn alias(&mut self, pair: &str, language: Language) {
        let Some((name, known)) = pair.split_once(" = ") else { return };
        if let Some(Known { bits, places }) = self.entries.get(&gazetteer_key(known, language)).cloned() {
            self.add(name, bits, None, language);
            places.into_iter().for_each(|place| self.add(name, 0, Some(place), language));
        }
    }

    /// Adds the nouns that begin names, listed in heads.fr.txt, each line of which has a class, a colon and nouns.
    fn head_nouns(&mut self, language: Language) {
        for line in include_str!("heads.fr.txt").lines() {
            let Some((class, nouns)) = line.split_once(": ") else { continue };
            let classes = ["organisation", "place", "event", "work"];
            let Some(bit) = classes.iter().position(|&known| known == class) else { continue };
            for noun in nouns.split(", ") {
                self.add(noun, Entry::head(1 << bit), None, language);
            }
        }
    }

    /// Adds the names to the pack. An error is a message.
    pub fn put(&self, builder: &mut Builder) -> Result<(), String> {
        builder.set_gazetteer(&self.entries).map(|_| ()).map_err(|error| error.to_string())
    }
}

/// Two places of the same name and country within this distance, in degrees, are the same place.
const SAME_PLACE: f32 = 0.5;

/// The inflected forms of the name of a people, given the masculine singular ("Le bon usage", §§ 501–530).
fn inflected(name: &str) -> Vec<String> {
    let feminine =
        if name.ends_with("ien") || name.ends_with("éen") || name.ends_with("yen") || name.ends_with("on") {
            format!("{name}ne")
        } else if name.ends_with('c') {
            format!("{}que", name.trim_end_matches('c'))
        } else if name.ends_with('e') || name.ends_with('è') {
            name.to_owned()
        } else {
            format!("{name}e")
        };
    let plural = |form: &str| if form.ends_with('s') { form.to_owned() } else { format!("{form}s") };
    vec![name.to_owned(), plural(name), plural(&feminine), feminine]
}

/// Words that begin the names of organisations, folded.
pub const ORGANISATION_NOUNS: &[&str] = &[
    "agence",
    "agences",
    "assemblee",
    "association",
    "associations",
    "autorite",
    "banque",
    "brigade",
    "bureau",
    "caisse",
    "centrale",
    "centre",
    "chambre",
    "college",
    "comite",
    "commissariat",
    "commission",
    "communaute",
    "compagnie",
    "confederation",
    "conseil",
    "cooperative",
    "cour",
    "croix",
    "delegation",
    "departement",
    "direction",
    "ecole",
    "etablissement",
    "federation",
    "fondation",
    "fonds",
    "force",
    "forces",
    "front",
    "gendarmerie",
    "groupe",
    "groupement",
    "haut",
    "haute",
    "inspection",
    "institut",
    "laboratoire",
    "ligue",
    "ministere",
    "mission",
    "mouvement",
    "mutuelle",
    "observatoire",
    "office",
    "ordre",
    "organisation",
    "organisme",
    "parti",
    "police",
    "rassemblement",
    "regie",
    "reseau",
    "secretariat",
    "section",
    "securite",
    "service",
    "services",
    "societe",
    "syndicat",
    "tribunal",
    "union",
    "unite",
    "universite",
    "world",
    "national",
    "european",
    "international",
];
