//! Builds language packs: `manicule-train --lang fr --data DIR`.

mod corpus;
mod crf;
mod knowledge;
mod learn;

use clap::Parser;
use corpus::Document;
use crf::{Recipe, Sequence};
use learn::{LEVEL, Learned, Numbers, Shape, lean, learn};
use manicule_core::entity::score::Scorer;
use manicule_core::entity::training::LABEL_COUNT;
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
    /// Build no pack: leave out every fifth training article from this one (0 to 4) and score on them too.
    #[arg(long, value_parser = 0..5)]
    hold: Option<i64>,
}

/// How many of the most frequent words have a cluster in the pack, and over how many bits of hash.
const CLUSTERED_WORDS: usize = 50_000;
const CLUSTER_BITS: u32 = 21;
/// The first look, at each sentence on its own.
const LOCAL: Recipe = Recipe { epochs: 12, rate: 0.2, l1: 0.4, fewest: 3, labels: 0..LABEL_COUNT };
const LOCAL_SHAPE: Shape = Shape { bits: 22, scale: 16.0, threshold: 0.1 };
/// The second look, with what the whole article says. It weighs for and against people alone: their surnames come
/// again and again. Of the other classes the article told nothing that held on articles kept aside.
const ARTICLE: Recipe = Recipe { epochs: 4, rate: 0.1, l1: 0.3, fewest: 3, labels: 1..5 };
const ARTICLE_SHAPE: Shape = Shape { bits: 16, ..LOCAL_SHAPE };
/// The second look learns from first looks by models that had not seen the article: so many of them.
const FOLDS: usize = 5;
/// What is added to the score of each beginning of a name, by class: likelihood alone calls the rarer classes too
/// seldom for the best F1.
const LEAN: [f32; 5] = [0.2, 0.1, 0.5, 0.5, 0.3];

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
    let Some(held) = arguments.hold.map(|held| held as usize) else {
        let bytes = build(&train, known, language)?;
        std::fs::write(&arguments.out, &bytes)
            .map_err(|error| format!("{}: {error}", arguments.out.display()))?;
        println!("{} bytes, {} as served (brotli 11)", bytes.len(), served(&bytes)?);
        return report(bytes, &[("dev", &dev)], language);
    };
    let count = train.len();
    let (kept, held): (Vec<_>, Vec<_>) =
        train.into_iter().enumerate().partition(|(index, _)| index * FOLDS / count != held);
    let [kept, held] =
        [kept, held].map(|part| part.into_iter().map(|(_, document)| document).collect::<Vec<_>>());
    let bytes = build(&kept, known, language)?;
    println!("{} bytes, {} as served (brotli 11)", bytes.len(), served(&bytes)?);
    report(bytes, &[("held", &held), ("dev", &dev)], language)
}

/// Learns from `train` on top of what is known beforehand: the bytes of the pack.
fn build(train: &[Document], mut builder: Builder, language: Language) -> Result<Vec<u8>, String> {
    let started = Instant::now();
    let pack = load(&builder)?;
    let mut numbers = Numbers::new(LOCAL_SHAPE.bits);
    let documents: Vec<Vec<Sequence>> =
        train.iter().map(|document| numbers.sequences(document, &pack, language, false, 1.0)).collect();
    let first_look = &|held: Option<usize>| -> Learned {
        let kept = documents.iter().enumerate().filter(|(index, _)| Some(index % FOLDS) != held);
        let data: Vec<&Sequence> = kept.flat_map(|(_, document)| document).collect();
        learn(&numbers, &data, &LOCAL, LOCAL_SHAPE, LEVEL)
    };
    let (local, parts) = std::thread::scope(|scope| {
        let whole = scope.spawn(|| first_look(None));
        let parts: Vec<_> = (0..FOLDS).map(|held| scope.spawn(move || first_look(Some(held)))).collect();
        (whole.join(), parts.into_iter().map(|part| part.join()).collect::<Result<Vec<_>, _>>())
    });
    let (Ok(local), Ok(parts)) = (local, parts) else {
        return Err("the first look was not learned".to_owned());
    };
    eprintln!("first looks, {:.0} s", started.elapsed().as_secs_f32());
    let mut article_numbers = Numbers::new(ARTICLE_SHAPE.bits);
    let mut article_data = Vec::new();
    for (held, part) in parts.iter().enumerate() {
        let mut builder = builder.clone();
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
    }
    local.put(&mut builder, Section::LocalKeys, Section::LocalTransitions);
    let data: Vec<&Sequence> = article_data.iter().collect();
    let mut article = learn(&article_numbers, &data, &ARTICLE, ARTICLE_SHAPE, local.transitions);
    article.transitions = lean(article.transitions, LEAN);
    article.put(&mut builder, Section::ArticleKeys, Section::ArticleTransitions);
    for (look, learned) in [("first", &local), ("second", &article)] {
        let (features, weights) = learned.size();
        println!("{look} look: {features} features, {weights} weights");
    }
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
