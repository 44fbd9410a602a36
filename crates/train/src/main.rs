//! Builds language packs: `manicule-train --lang fr --data DIR`.

mod corpus;
mod crf;
mod exchange;
mod knowledge;
mod lattice;
mod learn;
mod outline;
mod random;

use clap::Parser;
use corpus::Document;
use crf::{Recipe, Sequence};
use exchange::Bodies;
use learn::{Numbers, Shape, lean, learn};
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
    /// The folder of the data.
    #[arg(long)]
    data: PathBuf,
    /// The pack to write.
    #[arg(long, default_value = "packs/fr.pack")]
    out: PathBuf,
    /// The outlines of the continents to write, for the page's maps.
    #[arg(long, default_value = "packs/land.path")]
    land: PathBuf,
    /// Build no pack: leave out every fifth training article from this one (0 to 4) and score on them too.
    #[arg(long, value_parser = 0..5)]
    hold: Option<i64>,
}

/// How many of the most frequent words have a cluster in the pack, and of those with a capital; over how many bits of
/// hash.
const CLUSTERED_WORDS: [usize; 2] = [25_000, 80_000];
const CLUSTER_BITS: u32 = 20;
const RECIPE: Recipe = Recipe { epochs: 16, rate: 0.2, l1: 4.4, dropout: 0.6, fewest: 3 };
const SHAPE: Shape = Shape { bits: 22, scale: 16.0, threshold: 0.1 };
/// Into how many parts the training articles are cut, one of which may be held back to score on.
const FOLDS: usize = 5;
/// What is added to the score of each beginning of a name, by class: likelihood alone calls the rarer classes too
/// seldom for the best F1.
const LEAN: [f32; 5] = [0.2, 0.1, 0.5, 0.5, 0.3];

/// How much a sentence with an exchanged body counts for.
const EXCHANGED: f32 = 0.5;

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
    let known = known(arguments, language)?;
    let bodies = Bodies::read(&arguments.data, language)?;
    let Some(held) = arguments.hold.map(|held| held as usize) else {
        write(&arguments.land, outline::read(&arguments.data)?.as_bytes())?;
        let bytes = build(&train, &bodies, known, language)?;
        write(&arguments.out, &bytes)?;
        println!("{} bytes, {} as served (brotli 11)", bytes.len(), served(&bytes)?);
        return report(bytes, &[("dev", &dev)], language);
    };
    let count = train.len();
    let (kept, held): (Vec<_>, Vec<_>) =
        train.into_iter().enumerate().partition(|(index, _)| index * FOLDS / count != held);
    let [kept, held] =
        [kept, held].map(|part| part.into_iter().map(|(_, document)| document).collect::<Vec<_>>());
    let bytes = build(&kept, &bodies, known, language)?;
    println!("{} bytes, {} as served (brotli 11)", bytes.len(), served(&bytes)?);
    report(bytes, &[("held", &held), ("dev", &dev)], language)
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    std::fs::write(path, bytes).map_err(|error| format!("{}: {error}", path.display()))
}

/// Learns from `train` on top of what is known beforehand: the bytes of the pack.
fn build(
    train: &[Document],
    bodies: &Bodies,
    mut builder: Builder,
    language: Language,
) -> Result<Vec<u8>, String> {
    let started = Instant::now();
    let pack = load(&builder)?;
    let mut numbers = Numbers::new(SHAPE.bits);
    let exchanged = bodies.exchanged(train, &pack, language);
    let weighed = train.iter().map(|document| (document, 1.0));
    let weighed = weighed.chain(exchanged.iter().map(|document| (document, EXCHANGED)));
    let data: Vec<Sequence> =
        weighed.flat_map(|(document, weight)| numbers.sequences(document, weight, &pack, language)).collect();
    let mut learned = learn(&numbers, &data, &RECIPE, SHAPE);
    learned.transitions = lean(learned.transitions, LEAN);
    learned.put(&mut builder);
    let (features, weights) = learned.size();
    println!("{features} features, {weights} weights in {:.0} s", started.elapsed().as_secs_f32());
    Ok(builder.build())
}

/// A pack with what is known beforehand, before anything is learned.
fn known(arguments: &Arguments, language: Language) -> Result<Builder, String> {
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

/// The length of a pack as served.
fn served(bytes: &[u8]) -> Result<usize, String> {
    let mut served = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut &bytes[..], &mut served, &parameters).map_err(|error| error.to_string())?;
    Ok(served.len())
}

/// Tells how well a pack does on sets of articles.
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

/// What the scores are told for.
const CLASSES: [(&str, &[Class]); 6] = [
    ("person, place, organisation", &[Class::Person, Class::Place, Class::Organisation]),
    ("person", &[Class::Person]),
    ("place", &[Class::Place]),
    ("organisation", &[Class::Organisation]),
    ("event", &[Class::Event]),
    ("work", &[Class::Work]),
];

/// The names found in a text, sorted.
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
