//! Builds language packs: `manicule-train --lang fr --data DIR`.

mod corpus;
mod crf;
mod knowledge;
mod learn;

use clap::Parser;
use corpus::Document;
use crf::{Recipe, Sequence};
use learn::{Learned, Numbers, Shape, learn};
use manicule_core::entity::score::Scorer;
use manicule_core::lang::{Builder, Section};
use manicule_core::{Class, Language, Options, Pack, Span, annotate};
use std::path::PathBuf;
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
}

/// How many of the most frequent words have a cluster in the pack, and over how many bits of hash.
const CLUSTERED_WORDS: usize = 60_000;
const CLUSTER_BITS: u32 = 22;
/// The first look, at each sentence on its own.
const LOCAL: Recipe = Recipe { epochs: 12, rate: 0.1, l1: 0.4 };
const LOCAL_SHAPE: Shape = Shape { bits: 22, scale: 24.0, threshold: 0.1 };
/// The second look, with what the whole article says.
const ARTICLE: Recipe = Recipe { epochs: 6, rate: 0.1, l1: 0.3 };
const ARTICLE_SHAPE: Shape = Shape { bits: 16, ..LOCAL_SHAPE };
/// The second look learns from first looks by models that had not seen the article: so many of them.
const FOLDS: usize = 5;

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
    let started = Instant::now();
    let dev = corpus::read(&arguments.data.join("winer-fr/dev.jsonl"))?;
    let train = corpus::read(&arguments.data.join("winer-fr/train.jsonl"))?;
    let mut builder = known(arguments, language)?;
    let pack = load(&builder)?;
    let mut numbers = Numbers::new(LOCAL_SHAPE.bits);
    let documents: Vec<Vec<Sequence>> =
        train.iter().map(|document| numbers.sequences(document, &pack, language, false, 1.0)).collect();
    let first_look = |keep: &dyn Fn(usize) -> bool| -> Learned {
        let kept = documents.iter().enumerate().filter(|(index, _)| keep(*index));
        let data: Vec<&Sequence> = kept.flat_map(|(_, document)| document).collect();
        learn(&numbers, &data, LOCAL, LOCAL_SHAPE)
    };
    let mut article_numbers = Numbers::new(ARTICLE_SHAPE.bits);
    let mut article_data = Vec::new();
    for held in 0..FOLDS {
        let mut builder = builder.clone();
        let part = first_look(&|index| index % FOLDS != held);
        part.put(&mut builder, Section::LocalKeys, Section::LocalTransitions);
        let pack = load(&builder)?;
        for document in train.iter().skip(held).step_by(FOLDS) {
            article_data.extend(article_numbers.sequences(
                document,
                &pack,
                language,
                true,
                LOCAL_SHAPE.scale,
            ));
        }
        eprintln!("part {} of {FOLDS}, {:.0} s", held + 1, started.elapsed().as_secs_f32());
    }
    let local = first_look(&|_| true);
    local.put(&mut builder, Section::LocalKeys, Section::LocalTransitions);
    let data: Vec<&Sequence> = article_data.iter().collect();
    let article = learn(&article_numbers, &data, ARTICLE, ARTICLE_SHAPE);
    article.put(&mut builder, Section::ArticleKeys, Section::ArticleTransitions);
    for (look, learned) in [("first", &local), ("second", &article)] {
        let (features, weights) = learned.size();
        println!("{look} look: {features} features, {weights} weights");
    }
    let bytes = builder.build();
    std::fs::write(&arguments.out, &bytes)
        .map_err(|error| format!("{}: {error}", arguments.out.display()))?;
    report(bytes, &dev, language)
}

/// A pack with what is known beforehand, before anything is learned.
fn known(arguments: &Arguments, language: Language) -> Result<Builder, String> {
    let clusters = knowledge::clusters(&arguments.data, CLUSTERED_WORDS)?;
    let names = knowledge::Names::read(&arguments.data, language)?;
    let mut builder = Builder::new(language);
    builder.set_clusters(CLUSTER_BITS, &clusters.forms);
    builder.set(Section::CoarseClusters, clusters.coarse);
    builder.set(Section::Gazetteer, names.gazetteer()?);
    builder.set(Section::Places, names.places());
    Ok(builder)
}

fn load(builder: &Builder) -> Result<Pack, String> {
    Pack::load(builder.build()).map_err(|error| error.to_string())
}

/// Tells how large the pack is and how well it does.
fn report(bytes: Vec<u8>, dev: &[Document], language: Language) -> Result<(), String> {
    let mut served = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut bytes.as_slice(), &mut served, &parameters)
        .map_err(|error| error.to_string())?;
    println!("{} bytes, {} as served (brotli 11)", bytes.len(), served.len());
    let pack = Pack::load(bytes).map_err(|error| error.to_string())?;
    let mut scorer = Scorer::default();
    for document in dev {
        let found = annotate(&document.text, Options { language, date: None }, Some(&pack));
        let mut names: Vec<(Span, Class)> = found
            .entities
            .iter()
            .flat_map(|entity| entity.mentions.iter().map(|&mention| (mention, entity.class)))
            .filter(|(_, class)| *class != Class::Other)
            .collect();
        names.sort_unstable();
        scorer.add(&document.text, &document.names, &names);
    }
    let sets: [(&str, &[Class]); 6] = [
        ("person, place, organisation", &[Class::Person, Class::Place, Class::Organisation]),
        ("person", &[Class::Person]),
        ("place", &[Class::Place]),
        ("organisation", &[Class::Organisation]),
        ("event", &[Class::Event]),
        ("work", &[Class::Work]),
    ];
    for (name, classes) in sets {
        let counts = scorer.counts(classes);
        let (precision, recall, f1) = (counts.precision(), counts.recall(), counts.f1());
        println!("{name:28} P {precision:.3}  R {recall:.3}  F1 {f1:.3}");
    }
    Ok(())
}
