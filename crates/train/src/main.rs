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
    #[arg(long, default_value_t = 10)]
    epochs: usize,
    #[arg(long, default_value_t = 0.1)]
    rate: f32,
    #[arg(long, default_value_t = 0.6)]
    l1: f32,
    #[arg(long, default_value_t = 0.0)]
    l2: f32,
    #[arg(long, default_value_t = 22)]
    bits: u32,
    #[arg(long, default_value_t = 24.0)]
    scale: f32,
    #[arg(long, default_value_t = 0.1)]
    threshold: f32,
    #[arg(long, default_value_t = 60_000)]
    words: usize,
    #[arg(long, default_value_t = 5)]
    folds: usize,
    #[arg(long, default_value_t = 0.3)]
    article_l1: f32,
    #[arg(long, default_value_t = 6)]
    article_epochs: usize,
    #[arg(long, default_value_t = 0)]
    errors: usize,
    /// Score the pack that is there.
    #[arg(long)]
    score: bool,
    /// Show the entities of a text.
    #[arg(long)]
    show: Option<PathBuf>,
}

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
    if arguments.score {
        let bytes = std::fs::read(&arguments.out).map_err(|error| error.to_string())?;
        return report(bytes, &dev, language, arguments);
    }
    if let Some(path) = &arguments.show {
        let bytes = std::fs::read(&arguments.out).map_err(|error| error.to_string())?;
        let pack = Pack::load(bytes).map_err(|error| error.to_string())?;
        let text = std::fs::read_to_string(path).map_err(|error| error.to_string())?;
        for entity in annotate(&text, Options { language, date: None }, Some(&pack)).entities {
            println!(
                "{:12} {} {:?} role {:?} place {:?} x{}",
                entity.class.as_str(),
                entity.name,
                entity.aliases,
                entity.role,
                entity.place.map(|p| String::from_utf8_lossy(&p.country).into_owned()
                    + &format!(" {:.2} {:.2}", p.latitude, p.longitude)),
                entity.mentions.len()
            );
        }
        return Ok(());
    }
    let started = Instant::now();
    let train = corpus::read(&arguments.data.join("winer-fr/train.jsonl"))?;
    let clusters = knowledge::clusters(&arguments.data, arguments.words)?;
    let names = knowledge::Names::read(&arguments.data, language)?;
    let mut builder = Builder::new(language);
    builder.set_clusters(22, &clusters.forms);
    builder.set(Section::CoarseClusters, clusters.coarse);
    builder.set(Section::Gazetteer, names.gazetteer()?);
    builder.set(Section::Places, names.places());
    let shape = Shape { bits: arguments.bits, scale: arguments.scale, threshold: arguments.threshold };
    let recipe =
        Recipe { epochs: arguments.epochs, rate: arguments.rate, l1: arguments.l1, l2: arguments.l2 };
    let pack = load(&builder)?;
    let mut numbers = Numbers::new(shape.bits);
    let documents: Vec<Vec<Sequence>> =
        train.iter().map(|document| numbers.sequences(document, &pack, language, false, 1.0)).collect();
    eprintln!("{} features, {:?}", numbers.len(), started.elapsed());
    let fold = |keep: &dyn Fn(usize) -> bool| -> Learned {
        let data: Vec<&Sequence> = documents
            .iter()
            .enumerate()
            .filter(|(index, _)| keep(*index))
            .flat_map(|(_, document)| document)
            .collect();
        learn(&numbers, &data, recipe, shape)
    };
    let whole = fold(&|_| true);
    eprintln!("local {:?} {:?}", whole.size(), started.elapsed());
    let mut article_numbers = Numbers::new(16);
    let mut article_data = Vec::new();
    for held in 0..arguments.folds {
        let part = fold(&|index| index % arguments.folds != held);
        let mut builder = builder.clone();
        part.put(&mut builder, Section::LocalKeys, Section::LocalTransitions);
        let pack = load(&builder)?;
        for (_, document) in train.iter().enumerate().filter(|(index, _)| index % arguments.folds == held) {
            article_data.extend(article_numbers.sequences(document, &pack, language, true, shape.scale));
        }
        eprintln!("fold {held} {:?}", started.elapsed());
    }
    whole.put(&mut builder, Section::LocalKeys, Section::LocalTransitions);
    if arguments.folds > 0 {
        let data: Vec<&Sequence> = article_data.iter().collect();
        let recipe = Recipe { epochs: arguments.article_epochs, l1: arguments.article_l1, ..recipe };
        let article = learn(&article_numbers, &data, recipe, shape);
        eprintln!("article {:?} {:?}", article.size(), started.elapsed());
        article.put(&mut builder, Section::ArticleKeys, Section::ArticleTransitions);
    } else {
        whole.put(&mut builder, Section::LocalKeys, Section::ArticleTransitions);
    }
    let bytes = builder.build();
    std::fs::write(&arguments.out, &bytes)
        .map_err(|error| format!("{}: {error}", arguments.out.display()))?;
    report(bytes, &dev, language, arguments)
}

fn load(builder: &Builder) -> Result<Pack, String> {
    Pack::load(builder.build()).map_err(|error| error.to_string())
}

fn report(bytes: Vec<u8>, dev: &[Document], language: Language, arguments: &Arguments) -> Result<(), String> {
    let mut served = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut bytes.as_slice(), &mut served, &parameters)
        .map_err(|error| error.to_string())?;
    println!("{} bytes, {} as served (brotli 11)", bytes.len(), served.len());
    let pack = Pack::load(bytes).map_err(|error| error.to_string())?;
    let mut scorer = Scorer::default();
    let started = Instant::now();
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
    let elapsed = started.elapsed();
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
        println!(
            "{name:30} P {:.3} R {:.3} F1 {:.3} ({} of {})",
            counts.precision(),
            counts.recall(),
            counts.f1(),
            counts.right,
            counts.expected
        );
    }
    let bytes: usize = dev.iter().map(|document| document.text.len()).sum();
    println!("{:.2} MB/s", bytes as f64 / elapsed.as_secs_f64() / 1e6);
    for (error, count) in scorer.errors().into_iter().take(arguments.errors) {
        println!("{count:3} {:?} -> {:?}", error.expected, error.found);
    }
    Ok(())
}
