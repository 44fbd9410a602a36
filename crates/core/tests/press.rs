//! The accuracy of the engine on twenty dispatches written for this repository, `tests/press`. One writer marked the
//! names, figures, speakers and roles in them, another checked the marks; `tests/press/README.md` has the format.
//!
//! The tests fail when a score falls below its bar. Each bar is a little below what the engine scored when it was set:
//! improve the engine and raise it, never lower it. No rule or training text is taken from these files.

use manicule_core::{Annotations, Class, Figure, Language, Options, Pack, Published, Span, annotate};
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

/// F1 of people, places and organisations, exact span and class.
const MIN_NAMES_F1: f64 = 0.815;
/// Of the speakers that the engine names, how many are right.
const MIN_SPEAKER_PRECISION: f64 = 0.82;
/// Of the quotations that the text attributes to somebody it names, how many get that speaker.
const MIN_SPEAKER_RECALL: f64 = 0.60;
/// Of the roles that the engine gives to people, how many are the ones that the text states.
const MIN_ROLE_PRECISION: f64 = 0.94;
/// Of the figures in the text, how many have the right span, measure and value.
const MIN_FIGURES_RECALL: f64 = 0.865;

const MAIN_CLASSES: [Class; 3] = [Class::Person, Class::Place, Class::Organisation];

/// A dispatch with what its readers marked.
struct Dispatch {
    file: String,
    date: Published,
    text: String,
    names: Vec<(Span, Class)>,
    figures: Vec<(Span, String)>,
    /// The quotations in order, and who says each; none where the text does not name the speaker.
    quotes: Vec<(Span, Option<String>)>,
    /// Names of people, and their roles.
    roles: Vec<(String, String)>,
}

/// How the answers that the engine gave compare with those that readers marked.
#[derive(Clone, Copy, Default)]
struct Score {
    /// Answers that the engine gave.
    given: usize,
    /// Those of them that are right.
    right: usize,
    /// Answers that readers marked.
    wanted: usize,
    /// Those of them that the engine gave.
    found: usize,
}

impl Score {
    fn precision(self) -> f64 {
        self.right as f64 / self.given.max(1) as f64
    }

    fn recall(self) -> f64 {
        self.found as f64 / self.wanted.max(1) as f64
    }

    fn f1(self) -> f64 {
        let (precision, recall) = (self.precision(), self.recall());
        2.0 * precision * recall / (precision + recall).max(f64::MIN_POSITIVE)
    }

    fn add(&mut self, other: Score) {
        self.given += other.given;
        self.right += other.right;
        self.wanted += other.wanted;
        self.found += other.found;
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let Score { given, right, wanted, found } = *self;
        let [precision, recall, f1] = [self.precision(), self.recall(), self.f1()];
        write!(
            f,
            "precision {precision:.3} ({right} of {given})  recall {recall:.3} ({found} of {wanted})  F1 {f1:.3}"
        )
    }
}

#[test]
fn names_speakers_roles_and_figures_reach_their_bars() {
    let pack = fs::read(root().join("packs/fr.pack")).expect("the French pack is in the repository");
    let pack = Pack::load(pack).expect("the pack is sound");
    let dispatches = dispatches();
    assert_eq!(dispatches.len(), 20);
    let [mut main, mut other, mut speakers, mut roles, mut figures] = [Score::default(); 5];
    for dispatch in &dispatches {
        let options = Options { language: Language::French, date: Some(dispatch.date) };
        let annotations = annotate(&dispatch.text, options, Some(&pack));
        main.add(score_names(dispatch, &annotations, &MAIN_CLASSES));
        other.add(score_names(dispatch, &annotations, &[Class::Event, Class::Work]));
        speakers.add(score_speakers(dispatch, &annotations));
        roles.add(score_roles(dispatch, &annotations));
        figures.add(score_figures(dispatch, &annotations));
    }
    println!("names (person, place, organisation)  {main}");
    println!("names (event, work)                  {other}");
    println!("speakers of quotations               {speakers}");
    println!("roles of people                      {roles}");
    println!("figures (span, measure, value)       {figures}");
    for (what, score, bar) in [
        ("F1 of names", main.f1(), MIN_NAMES_F1),
        ("precision of speakers", speakers.precision(), MIN_SPEAKER_PRECISION),
        ("recall of speakers", speakers.recall(), MIN_SPEAKER_RECALL),
        ("precision of roles", roles.precision(), MIN_ROLE_PRECISION),
        ("recall of figures", figures.recall(), MIN_FIGURES_RECALL),
    ] {
        assert!(score >= bar, "{what}: {score:.3} is below the bar of {bar:.3}");
    }
}

fn score_names(dispatch: &Dispatch, annotations: &Annotations, classes: &[Class]) -> Score {
    let of_class = |class: &Class| classes.contains(class);
    let found: Vec<(Span, Class)> = annotations
        .entities
        .iter()
        .flat_map(|entity| entity.mentions.iter().map(|&mention| (mention, entity.class)))
        .filter(|(_, class)| of_class(class))
        .collect();
    let wanted = dispatch.names.iter().filter(|(_, class)| of_class(class));
    let right = found.iter().filter(|found| dispatch.names.contains(found)).count();
    if is_verbose() {
        for (span, class) in found.iter().filter(|found| !dispatch.names.contains(found)) {
            println!("{}: + {class:?} {:?}", dispatch.file, span.of(&dispatch.text));
        }
        for (span, class) in dispatch.names.iter().filter(|name| of_class(&name.1) && !found.contains(name)) {
            println!("{}: - {class:?} {:?}", dispatch.file, span.of(&dispatch.text));
        }
    }
    Score { given: found.len(), right, wanted: wanted.count(), found: right }
}

/// A speaker is right if the text calls it, somewhere, by the name that was marked.
fn score_speakers(dispatch: &Dispatch, annotations: &Annotations) -> Score {
    let mut score = Score::default();
    let named = |speaker: usize| &annotations.entities[speaker];
    for quote in annotations.quotes.iter() {
        let Some(speaker) = quote.speaker else { continue };
        score.given += 1;
        let marked = dispatch.quotes.iter().find(|(span, _)| overlap(*span, quote.span));
        let wanted = marked.and_then(|(_, speaker)| speaker.as_deref());
        let is_right = wanted.is_some_and(|name| is_called(dispatch, &named(speaker).mentions, name));
        score.right += usize::from(is_right);
        if is_verbose() && !is_right {
            let words = quote.span.of(&dispatch.text);
            println!("{}: speaker {:?}, not {wanted:?}: {words}", dispatch.file, named(speaker).name);
        }
    }
    for (span, name) in &dispatch.quotes {
        let Some(name) = name else { continue };
        score.wanted += 1;
        let mut own = annotations.quotes.iter().filter(|quote| overlap(*span, quote.span));
        let is_found = own.any(|quote| {
            quote.speaker.is_some_and(|speaker| is_called(dispatch, &named(speaker).mentions, name))
        });
        score.found += usize::from(is_found);
        if is_verbose() && !is_found {
            println!("{}: no {name:?}: {}", dispatch.file, span.of(&dispatch.text));
        }
    }
    score
}

fn score_roles(dispatch: &Dispatch, annotations: &Annotations) -> Score {
    let mut score = Score { wanted: dispatch.roles.len(), ..Score::default() };
    for entity in annotations.entities.iter().filter(|entity| entity.class == Class::Person) {
        let Some(role) = &entity.role else { continue };
        score.given += 1;
        let is_right = dispatch.roles.iter().any(|(name, wanted)| {
            is_called(dispatch, &entity.mentions, name) && wanted.to_lowercase() == role.to_lowercase()
        });
        score.right += usize::from(is_right);
        score.found += usize::from(is_right);
        if is_verbose() && !is_right {
            println!("{}: role of {:?}: {role:?}", dispatch.file, entity.name);
        }
    }
    score
}

fn score_figures(dispatch: &Dispatch, annotations: &Annotations) -> Score {
    let is_right = |figure: &&Figure| {
        dispatch.figures.iter().any(|(span, value)| *span == figure.span && is_value(figure, value))
    };
    if is_verbose() {
        for figure in annotations.figures.iter().filter(|figure| !is_right(figure)) {
            let words = figure.span.of(&dispatch.text);
            let Figure { measure, value, low, high, iso, .. } = figure;
            println!("{}: + {words:?} {measure:?} {value:?} {low:?} {high:?} {iso:?}", dispatch.file);
        }
        for (span, value) in &dispatch.figures {
            let found = annotations.figures.iter().find(|figure| figure.span == *span);
            if !found.is_some_and(|figure| is_value(figure, value)) {
                println!("{}: - {:?} {value}", dispatch.file, span.of(&dispatch.text));
            }
        }
    }
    let right = annotations.figures.iter().filter(is_right).count();
    Score { given: annotations.figures.len(), right, wanted: dispatch.figures.len(), found: right }
}

/// Whether `figure` has the measure and value that a reader marked: "cardinal >=200", "date 2026-03-12".
fn is_value(figure: &Figure, marked: &str) -> bool {
    let (measure, value) = marked.split_once(' ').expect("a measure and a value");
    let is_temporal = |measure: &str| matches!(measure, "date" | "time" | "datetime" | "period" | "set");
    let close = |one: f64, other: f64| (one - other).abs() <= 1e-3 * other.abs().max(1e-9);
    let number = |text: &str| text.split(' ').next().and_then(|digits| digits.parse::<f64>().ok());
    let is =
        |have: Option<f64>, want: &str| have.zip(number(want)).is_some_and(|(have, want)| close(have, want));
    if is_temporal(measure) {
        // A set has no canonical form, and what is a date, a date with a time or a period follows from the value.
        return is_temporal(figure.measure.as_str())
            && (measure == "set" || figure.iso.as_deref() == Some(value));
    }
    if measure != figure.measure.as_str() {
        return false;
    }
    match measure {
        "duration" => {
            let bound = value.trim_start_matches(['<', '>', '=']);
            figure.iso.as_deref().is_some_and(|iso| iso == bound || iso == value)
        }
        "score" => {
            let ends = value.split_once('-');
            ends.is_some_and(|(low, high)| is(figure.low, low) && is(figure.high, high))
        }
        _ => match (value.strip_prefix(">="), value.strip_prefix("<="), value.split_once("..")) {
            (Some(low), _, _) => is(figure.low, low) && figure.high.is_none(),
            (_, Some(high), _) => is(figure.high, high) && figure.low.is_none(),
            (_, _, Some((low, high))) => is(figure.low, low) && is(figure.high, high),
            _ => is(figure.value, value),
        },
    }
}

fn is_called(dispatch: &Dispatch, mentions: &[Span], name: &str) -> bool {
    mentions.iter().any(|mention| mention.of(&dispatch.text).to_lowercase() == name.to_lowercase())
}

fn overlap(one: Span, other: Span) -> bool {
    one.start < other.end && other.start < one.end
}

/// Whether to print what disagrees: with `MANICULE_VERBOSE=1`.
fn is_verbose() -> bool {
    std::env::var_os("MANICULE_VERBOSE").is_some()
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn dispatches() -> Vec<Dispatch> {
    let folder = root().join("tests/press");
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .expect("the folder is in the repository")
        .map(|entry| entry.expect("a file").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    files.sort();
    files.iter().map(|path| parse(path)).collect()
}

fn parse(path: &Path) -> Dispatch {
    let file = path.file_name().expect("a name").to_string_lossy().into_owned();
    let source = fs::read_to_string(path).expect("UTF-8");
    let parts: Vec<&str> = source.split("\n---\n").collect();
    let [head, body, tail] = parts.as_slice() else { panic!("{file}: three parts, separated by ---") };
    let date = head.lines().find_map(|line| line.strip_prefix("date: ")).expect("a date");
    let mut dispatch = Dispatch {
        date: Published::parse(date).expect("ISO 8601"),
        text: String::new(),
        names: Vec::new(),
        figures: Vec::new(),
        quotes: Vec::new(),
        roles: Vec::new(),
        file,
    };
    let mut rest = *body;
    while let Some((before, marked)) = rest.split_once('[') {
        let (words, after) = marked.split_once("](").expect("a mark: [words](mark)");
        let (mark, after) = after.split_once(')').expect("a mark ends with )");
        dispatch.text.push_str(before);
        let start = dispatch.text.len();
        dispatch.text.push_str(words);
        let span = Span::new(start, dispatch.text.len());
        match Class::ALL.into_iter().find(|class| class.as_str() == mark) {
            Some(class) => dispatch.names.push((span, class)),
            None => dispatch.figures.push((span, mark.to_owned())),
        }
        rest = after;
    }
    dispatch.text.push_str(rest);
    let mut from = 0;
    for line in tail.lines() {
        match *line.split('\t').collect::<Vec<_>>() {
            ["quote", words, speaker] => {
                let start = from + dispatch.text[from..].find(words).expect("quotations are in order");
                from = start + words.len();
                let speaker = (speaker != "-").then(|| speaker.to_owned());
                dispatch.quotes.push((Span::new(start, from), speaker));
            }
            ["role", name, role] => dispatch.roles.push((name.to_owned(), role.to_owned())),
            _ => panic!("{}: {line}", dispatch.file),
        }
    }
    dispatch
}
