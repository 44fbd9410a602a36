//! Builds language packs: `manicule-train --lang fr --data DIR`.

mod augment;
mod corpus;
mod crf;
mod knowledge;
mod lattice;
mod learn;
mod outline;
mod random;

use augment::OrganisationNames;
use clap::Parser;
use corpus::Document;
use crf::{Hyperparameters, Sequence};
use learn::{FeatureIndex, Quantisation, bias_starts, learn};
use manicule_core::entity::score::Scorer;
use manicule_core::lang::{Builder, Section};
use manicule_core::{Class, Language, Options, Pack, Span, annotate};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

/// Builds a language pack and scores it on the development articles.
#[derive(Parser)]
struct Arguments {
    /// The language to build a pack for.
    #[arg(long, default_value = "fr")]
    lang: String,
    /// The folder with the training data.
    #[arg(long)]
    data: PathBuf,
    /// The path of the pack to write.
    #[arg(long, default_value = "packs/fr.pack")]
    out: PathBuf,
    /// The path of the outlines of the continents to write, for the maps of the page.
    #[arg(long, default_value = "packs/land.path")]
    land: PathBuf,
    /// Write no pack: hold out this fifth (0 to 4) of the training articles and score on them too.
    #[arg(long, value_parser = 0..5)]
    hold: Option<i64>,
}

/// The pack has the clusters of this many of the most frequent words, and of the words with a capital among this
/// many.
const CLUSTERED_WORDS: [usize; 2] = [25_000, 80_000];
/// Bits of the hashes of words with a cluster.
const CLUSTER_BITS: u32 = 20;
const HYPERPARAMETERS: Hyperparameters =
    Hyperparameters { epochs: 16, learning_rate: 0.2, l1: 4.4, dropout: 0.6, min_count: 3 };
const QUANTISATION: Quantisation = Quantisation { bits: 22, scale: 16.0, threshold: 0.1 };
/// The number of parts of the training articles, one of which may be held out.
const FOLDS: usize = 5;
/// Added to the score of each start of a name, by class. A model trained for likelihood finds too few names of the
/// rarer classes for the best F1.
const START_BIAS: [f32; 5] = [0.2, 0.1, 0.5, 0.5, 0.3];
/// The weight of an augmented sentence in training, where that of an annotated sentence is 1.
const AUGMENTED_WEIGHT: f32 = 0.5;

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("manicule-train: {message}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &Arguments) -> Result<(), String> {
    let language = Language::from_tag(&arguments.lang).ok_or("this language has no tables")?;
    let dev = corpus::read(&arguments.data.join("winer-fr/dev.jsonl"))?;
    let train = corpus::read(&arguments.data.join("winer-fr/train.jsonl"))?;
    let base = base_pack(arguments, language)?;
    let organisations = OrganisationNames::read(&arguments.data, language)?;
    let Some(held) = arguments.hold.map(|held| held as usize) else {
        write(&arguments.land, outline::read(&arguments.data)?.as_bytes())?;
        let bytes = build(&train, &organisations, base, language)?;
        write(&arguments.out, &bytes)?;
        println!("{} bytes, {} as served (brotli 11)", bytes.len(), served(&bytes)?);
        return report(bytes, &[("dev", &dev)], language);
    };
    let count = train.len();
    let (kept, held): (Vec<_>, Vec<_>) =
        train.into_iter().enumerate().partition(|(index, _)| index * FOLDS / count != held);
    let [kept, held] =
        [kept, held].map(|part| part.into_iter().map(|(_, document)| document).collect::<Vec<_>>());
    let bytes = build(&kept, &organisations, base, language)?;
    println!("{} bytes, {} as served (brotli 11)", bytes.len(), served(&bytes)?);
    report(bytes, &[("held", &held), ("dev", &dev)], language)
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    std::fs::write(path, bytes).map_err(|error| format!("{}: {error}", path.display()))
}

/// Trains the tagger on `train` and adds its weights to `builder`. Returns the bytes of the pack.
fn build(
    train: &[Document],
    organisations: &OrganisationNames,
    mut builder: Builder,
    language: Language,
) -> Result<Vec<u8>, String> {
    let started = Instant::now();
    let pack = load(&builder)?;
    let mut index = FeatureIndex::new(QUANTISATION.bits);
    let augmented = organisations.augment(train, &pack, language);
    let weighted = train.iter().map(|document| (document, 1.0));
    let weighted = weighted.chain(augmented.iter().map(|document| (document, AUGMENTED_WEIGHT)));
    let data: Vec<Sequence> =
        weighted.flat_map(|(document, weight)| index.sequences(document, weight, &pack, language)).collect();
    let mut learned = learn(&index, &data, &HYPERPARAMETERS, QUANTISATION);
    learned.transitions = bias_starts(learned.transitions, START_BIAS);
    learned.put(&mut builder);
    let (features, weights) = learned.size();
    println!("{features} features, {weights} weights in {:.0} s", started.elapsed().as_secs_f32());
    Ok(builder.build())
}

/// Returns a builder of a pack with clusters and the gazetteer, but without learned weights.
fn base_pack(arguments: &Arguments, language: Language) -> Result<Builder, String> {
    let clusters = knowledge::clusters(&arguments.data, CLUSTERED_WORDS)?;
    let names = knowledge::Names::read(&arguments.data, language)?;
    let mut builder = Builder::new(language);
    builder.set_clusters(CLUSTER_BITS, &clusters.forms);
    builder.set(Section::CoarseClusters, clusters.coarse);
    names.put(&mut builder)?;
    Ok(builder)
}

fn load(builder: &Builder) -> Result<Pack, String> {
    Pack::load(builder.build()).map_err(|error| error.to_string())
}

/// The size of a pack in bytes as served, compressed with Brotli at level 11.
fn served(bytes: &[u8]) -> Result<usize, String> {
    let mut served = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut &bytes[..], &mut served, &parameters).map_err(|error| error.to_string())?;
    Ok(served.len())
}

/// Prints the scores of a pack on sets of annotated articles.
fn report(bytes: Vec<u8>, sets: &[(&str, &[Document])], language: Language) -> Result<(), String> {
    let pack = Pack::load(bytes).map_err(|error| error.to_string())?;
    for (name, documents) in sets {
        let mut scorer = Scorer::default();
        for document in *documents {
            scorer.add(&document.text, &document.names, &names(&document.text, &pack, language));
        }
        println!("{name}");
        for (name, classes) in CLASSES {
            let counts = scorer.counts(classes);
            let (precision, recall, f1) = (counts.precision(), counts.recall(), counts.f1());
            println!("  {name:28} P {precision:.3}  R {recall:.3}  F1 {f1:.3}");
        }
    }
    Ok(())
}

/// The groups of classes for which scores are printed.
const CLASSES: [(&str, &[Class]); 6] = [
    ("person, place, organisation", &[Class::Person, Class::Place, Class::Organisation]),
    ("person", &[Class::Person]),
    ("place", &[Class::Place]),
    ("organisation", &[Class::Organisation]),
    ("event", &[Class::Event]),
    ("work", &[Class::Work]),
];

/// Returns the names that the engine finds in a text, sorted.
fn names(text: &str, pack: &Pack, language: Language) -> Vec<(Span, Class)> {
    let found = annotate(text, Options { language, date: None }, Some(pack));
    let mentions = found
        .entities
        .iter()
        .flat_map(|entity| entity.mentions.iter().map(|&mention| (mention, entity.class)));
    let mut names: Vec<_> = mentions.filter(|(_, class)| *class != Class::Other).collect();
    names.sort_unstable();
    names
}
