//! The colours and underlines of the kinds are defined three times, because the reading page, exported HTML and host
//! pages cannot share a style sheet. The definitions must agree.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

const TOKENS: &str = "styles/tokens.css";
const EXPORTED: &str = "crates/core/src/export/html/style.css";
const PAINTED: &str = "src/host/colours.rs";

/// The kinds, in the engine's order.
const KINDS: [&str; 9] =
    ["person", "place", "organisation", "event", "work", "other", "figure", "date", "link"];

fn read(path: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask is in the workspace");
    fs::read_to_string(root.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Returns the `light-dark()` colours of a style sheet by their names.
fn colours(css: &str) -> BTreeMap<&str, &str> {
    css.lines()
        .filter_map(|line| line.trim().strip_prefix("--")?.strip_suffix(';')?.split_once(": "))
        .filter(|(_, value)| value.starts_with("light-dark("))
        .collect()
}

/// Returns the values of `variables`, separated by spaces, in the one-line rule that starts with `selector`.
fn line(css: &str, selector: &str, variables: &[&str]) -> Option<String> {
    let rule = css.lines().find_map(|line| line.strip_prefix(selector))?;
    let value = |name: &&str| Some(rule.split_once(&format!("{name}: "))?.1.split(';').next()?.to_owned());
    variables.iter().map(value).collect::<Option<Vec<_>>>().map(|values| values.join(" "))
}

#[test]
fn exported_html_has_the_reading_pages_palette() {
    let (tokens, exported) = (read(TOKENS), read(EXPORTED));
    let (own, wanted) = (colours(&exported), colours(&tokens));
    assert!(own.len() >= KINDS.len(), "{EXPORTED} has colours: {own:?}");
    for (name, value) in own {
        assert_eq!(Some(&value), wanted.get(name), "--{name} in {EXPORTED} and in {TOKENS}");
    }
    // Exported HTML does not underline links.
    for kind in KINDS.iter().filter(|kind| **kind != "link") {
        let wanted = line(&tokens, &format!(".{kind} "), &["--line", "--weight"]);
        assert!(wanted.is_some(), "{TOKENS} has a line for {kind}");
        let own = line(&exported, &format!("mark[data-kind=\"{kind}\"] "), &["--line", "--weight"]);
        assert_eq!(own, wanted, "the line of {kind} in {EXPORTED} and in {TOKENS}");
    }
}

#[test]
fn host_pages_have_the_reading_pages_palette() {
    let (tokens, painted) = (read(TOKENS), read(PAINTED));
    let colours = colours(&tokens);
    // The source of host pages omits redundant zeros and units.
    let short = |colour: &str| colour.replace(" 0.", " .").replace("deg", "");
    let row = |kind| {
        let line =
            line(&tokens, &format!(".{kind} "), &["--line", "--weight"]).expect("a line for each kind");
        let both = colours[kind].strip_prefix("light-dark(").and_then(|both| both.strip_suffix(')'));
        let (light, dark) = both.and_then(|both| both.split_once(", ")).expect("a light and a dark one");
        let (style, weight) = line.split_once(' ').expect("a style and a weight");
        format!("(\"{style}\", \"{weight}\", \"{}\", \"{}\"),", short(light), short(dark))
    };
    let own: Vec<&str> = painted.lines().map(str::trim).filter(|line| line.starts_with("(\"")).collect();
    assert_eq!(own, KINDS.map(|kind: &str| row(kind)));
}
