//! Writes `seeds/pack/small.pack`. Run it again when the format of packs changes, in the root folder of the repository:
//! `cargo run --manifest-path fuzz/Cargo.toml --example seed_pack`.

use std::collections::BTreeMap;
use std::fs;

use manicule_core::Language;
use manicule_core::entity::{Entry, Place};
use manicule_core::lang::{Builder, Known, Section};

fn main() {
    // Features are hashed to these 64 rows, which favour different labels.
    let weights = (0..64_u32).map(|key| {
        let label = (key % 20) as u8;
        (key, vec![(label, 90), (label + 1, key as i8 - 32)])
    });
    let paris = [place(48.85, 2.35, *b"FR"), place(33.66, -95.55, *b"US")];
    let names = [
        ("france", Entry::COUNTRY, vec![place(47.0, 2.0, *b"FR")]),
        ("le monde", Entry::WORK, Vec::new()),
        ("martin", Entry::FIRST_NAME, Vec::new()),
        ("new york", Entry::GREAT_CITY, vec![place(40.7, -74.0, *b"US")]),
        ("onu", Entry::ACRONYM, Vec::new()),
        ("paris", Entry::GREAT_CITY, paris.to_vec()),
    ];
    let entries = names.into_iter().map(|(name, bits, places)| (name.to_owned(), Known { bits, places }));
    let pack = Builder::new(Language::French)
        .set_weights(6, &weights.collect())
        .set_clusters(8, &[("Paris".to_owned(), 300), ("de".to_owned(), 2), ("ONU".to_owned(), 512)])
        .set(Section::CoarseClusters, (0..64).collect())
        .set_gazetteer(&entries.collect::<BTreeMap<_, _>>())
        .expect("the names are sorted")
        .build();
    fs::write("fuzz/seeds/pack/small.pack", pack).expect("the folder is there");
}

fn place(latitude: f32, longitude: f32, country: [u8; 2]) -> Place {
    Place { latitude, longitude, country }
}
