//! Checks what the sources must and must not contain.

use std::fs;
use std::path::{Path, PathBuf};

/// Files and folders that tools write. `.git` is a file in a linked worktree.
const NOT_SOURCES: &[&str] =
    &["artifacts", "corpus", ".git", "dist", "node_modules", "screenshots", "target", "test-results"];

/// Extensions of source files, as opposed to lock files, data and snapshots.
const CODE: &[&str] = &["css", "html", "js", "md", "mjs", "rs", "sh", "toml", "ts"];

/// The largest allowed number of lines of a file. Most files should have 100 to 200.
const MAX_LINES: usize = 600;

struct Source {
    /// The path relative to the root folder, separated by `/`.
    path: String,
    text: String,
}

impl Source {
    fn is_code(&self) -> bool {
        self.path.rsplit_once('.').is_some_and(|(_, extension)| CODE.contains(&extension))
    }

    /// Whether the file is one of `places`, or in one of them that ends with `/`.
    fn is_in(&self, places: &[&str]) -> bool {
        places.iter().any(|place| {
            self.path.strip_prefix(place).is_some_and(|rest| rest.is_empty() || place.ends_with('/'))
        })
    }

    /// The lines, each with its address `path:number` for messages.
    fn lines(&self) -> impl Iterator<Item = (String, &str)> {
        let address = |number: usize| format!("{}:{}", self.path, number + 1);
        self.text.lines().enumerate().map(move |(number, line)| (address(number), line))
    }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask is in the workspace").to_owned()
}

/// Returns all text files of the repository, sorted by path.
fn sources() -> Vec<Source> {
    fn walk(root: &Path, folder: &Path, sources: &mut Vec<Source>) {
        for entry in fs::read_dir(folder).expect("a readable folder") {
            let path = entry.expect("a readable entry").path();
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            if NOT_SOURCES.contains(&&*name) {
                continue;
            }
            if path.is_dir() {
                walk(root, &path, sources);
            } else if let Ok(text) = fs::read_to_string(&path) {
                let path =
                    path.strip_prefix(root).expect("it is inside").to_string_lossy().replace('\\', "/");
                sources.push(Source { path, text });
            }
        }
    }
    let root = root();
    let mut sources = Vec::new();
    walk(&root, &root, &mut sources);
    sources.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(sources.len() > 20, "the sources were not found");
    sources
}

#[track_caller]
fn assert_none(what: &str, found: &[String]) {
    assert!(found.is_empty(), "{what}:\n  {}", found.join("\n  "));
}

/// Removes line comments and white space, so that formatting makes no difference.
fn compact(code: &str) -> String {
    let lines = code.lines().map(|line| line.split_once("//").map_or(line, |(code, _)| code));
    lines.flat_map(str::split_whitespace).collect()
}

/// Returns the modules that `use std::{…}` imports from: the first segment of each path in the braces.
fn grouped_std(compact: &str) -> Vec<&str> {
    let mut names = Vec::new();
    for (_, group) in
        compact.match_indices("std::{").map(|(at, opening)| compact.split_at(at + opening.len()))
    {
        let mut depth = 0;
        let mut name = Some(0);
        for (at, character) in group.char_indices() {
            let ends_name = depth == 0 && matches!(character, ':' | ',' | '}');
            if let Some(start) = name.filter(|_| ends_name) {
                names.extend(Some(&group[start..at]).filter(|name| !name.is_empty()));
                name = None;
            }
            match character {
                '{' => depth += 1,
                '}' if depth == 0 => break,
                '}' => depth -= 1,
                ',' if depth == 0 => name = Some(at + 1),
                _ => {}
            }
        }
    }
    names
}

#[test]
fn the_core_uses_no_browser_file_clock_or_thread() {
    const CRATES: &[&str] = &["web_sys", "js_sys", "wasm_bindgen", "yew", "gloo"];
    const MODULES: &[&str] = &["fs", "net", "time", "thread"];
    let mut found = Vec::new();
    for source in sources().iter().filter(|source| source.is_in(&["crates/core/src/"])) {
        let code = compact(&source.text);
        let grouped = grouped_std(&code);
        let crates = CRATES.iter().filter(|name| code.contains(**name));
        let modules =
            MODULES.iter().filter(|name| code.contains(&format!("std::{name}")) || grouped.contains(name));
        found.extend(crates.chain(modules).map(|name| format!("{} uses {name}", source.path)));
    }
    assert_none("crates/core must run anywhere", &found);
}

#[test]
fn files_are_not_too_long() {
    let mut found = Vec::new();
    for source in sources().iter().filter(|source| source.is_code()) {
        let lines = source.text.lines().count();
        if lines > MAX_LINES {
            found.push(format!("{} has {lines} lines", source.path));
        }
    }
    assert_none(&format!("files with more than {MAX_LINES} lines must be split"), &found);
}

#[test]
fn no_unfinished_work_is_marked_in_the_sources() {
    let marks = [concat!("TO", "DO"), concat!("FIX", "ME")];
    let mut found = Vec::new();
    for source in sources().iter().filter(|source| source.is_code()) {
        let marked = source.lines().filter(|(_, line)| marks.iter().any(|mark| line.contains(mark)));
        found.extend(marked.map(|(address, line)| format!("{address}: {}", line.trim())));
    }
    assert_none("open work belongs in the issue tracker", &found);
}

#[test]
fn the_page_builds_no_html_styles_or_code_from_strings() {
    const NEVER: &[&str] = &[
        "innerHTML",
        "inner_html",
        "outerHTML",
        "outer_html",
        "insertAdjacentHTML",
        "insert_adjacent_html",
        "from_html_unchecked",
        "Html::from_html",
        "document.write",
        "new Function",
        "set_attribute(\"style\"",
    ];
    let mut found = Vec::new();
    for source in sources().iter().filter(|source| source.is_in(&["src/", "embed/", "index.html"])) {
        for (address, line) in source.lines() {
            let never = NEVER.iter().filter(|never| line.contains(**never)).copied();
            let inline_style = starts_a_word(line, "style=").then_some("style=");
            let eval = starts_a_word(line, "eval(").then_some("eval(");
            let names = never.chain(inline_style).chain(eval);
            found.extend(names.map(|name| format!("{address} has {name}")));
        }
    }
    assert_none(
        "article text must be inserted as text only, and the page's policy forbids inline styles and code",
        &found,
    );
}

/// Whether the line contains the pattern without a letter, digit, `_`, `-` or `.` before it.
fn starts_a_word(line: &str, pattern: &str) -> bool {
    line.match_indices(pattern).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        !before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.'))
    })
}

#[test]
fn dependencies_have_a_comment_with_their_purpose() {
    let mut found = Vec::new();
    for source in sources().iter().filter(|source| source.path.ends_with("Cargo.toml")) {
        found.extend(unexplained(&source.text).into_iter().map(|line| format!("{}: {line}", source.path)));
    }
    assert_none(
        "dependencies need a comment above them, or above their paragraph, with their purpose",
        &found,
    );
}

/// Returns the dependencies without a comment before them in the same paragraph, or at the start of their own table.
/// Dependencies that are inherited from the workspace or have a path need none.
fn unexplained(manifest: &str) -> Vec<&str> {
    let mut in_dependencies = false;
    let mut explained = false;
    let mut found = Vec::new();
    let mut lines = manifest.lines().map(str::trim).peekable();
    while let Some(line) = lines.next() {
        if line.is_empty() {
            explained = false;
        } else if line.starts_with('#') {
            explained = true;
        } else if let Some(section) = line.strip_prefix('[') {
            let opens_with_comment = lines.peek().is_some_and(|next| next.starts_with('#'));
            if section.contains("dependencies.") && !explained && !opens_with_comment {
                found.push(line);
            }
            in_dependencies = section.ends_with("dependencies]");
            explained = false;
        } else if in_dependencies && !explained && line.contains('=') {
            let (name, value) = line.split_once('=').unwrap_or_default();
            let inherited = name.trim_end().ends_with(".workspace") || value.contains("workspace = true");
            if !inherited && !value.contains("path =") {
                found.push(line);
            }
        }
    }
    found
}

#[test]
fn sources_contain_no_machine_path_or_registry_address() {
    let folders =
        [concat!("/wo", "rk/"), concat!("/ro", "ot/"), concat!("/tmp/", "wt"), concat!("/ho", "me/")];
    let mut found = Vec::new();
    for source in sources() {
        for (address, line) in source.lines() {
            if folders.iter().any(|folder| starts_a_word(line, folder)) {
                found.push(format!("{address}: {}", line.trim()));
            }
        }
        if source.path == "package-lock.json" && source.text.contains("\"resolved\"") {
            found.push("package-lock.json contains addresses of a registry; see .npmrc".to_owned());
        }
    }
    assert_none("the repository must not depend on one machine", &found);
}

#[test]
fn npm_versions_are_exact() {
    let manifest = sources().into_iter().find(|source| source.path == "package.json").expect("package.json");
    let ranges = manifest.lines().filter(|(_, line)| line.contains("\": \"^") || line.contains("\": \"~"));
    let found: Vec<String> = ranges.map(|(address, line)| format!("{address}: {}", line.trim())).collect();
    assert_none("npm versions must be exact", &found);
}

#[test]
fn the_minimum_rust_version_is_the_same_everywhere() {
    let between = |path: &str, before: &str, after: char| {
        let text = fs::read_to_string(root().join(path)).expect(path);
        let mut found = text.lines().filter_map(|line| line.split_once(before)?.1.split(after).next());
        found.next().unwrap_or_else(|| panic!("{path} has no line with {before:?}")).to_owned()
    };
    let minimum = between("Cargo.toml", "rust-version = \"", '"');
    assert!(minimum.starts_with("1."), "{minimum}");
    assert_eq!(between("rust-toolchain.toml", "channel = \"", '"'), format!("{minimum}.0"));
    assert_eq!(between("README.md", "(Rust ", ','), minimum);
}

/// Tests of the checks themselves, on sources that pass and sources that fail.
mod checks {
    use super::*;

    #[test]
    fn grouped_imports_are_found() {
        let code = compact("use std::{\n  collections::{BTreeMap, fs}, // fs\n  fs::File,\n  iter,\n};");
        assert_eq!(grouped_std(&code), ["collections", "fs", "iter"]);
        assert!(grouped_std("usetime::{Date,Month};").is_empty());
    }

    #[test]
    fn patterns_match_at_word_starts() {
        for (line, expected) in [("<p style=\"x\">", true), ("data-style=x", false), ("style={x}", true)] {
            assert_eq!(starts_a_word(line, "style="), expected, "{line}");
        }
        assert!(!starts_a_word("let x = retrieval(y)", "eval("));
        assert!(starts_a_word("js_sys::eval(code)", "eval("));
    }

    #[test]
    fn a_comment_counts_for_its_paragraph() {
        let manifest = "[package]\nname = \"x\"\n[dependencies]\n# Why.\na = \"1\"\nb = { version = \"2\" }\n\n\
                        c = \"3\"\nd.workspace = true\ne = { path = \"e\" }\n[dev-dependencies.f]\nversion = \"1\"\n\
                        [dependencies.g]\n# Why.\nversion = \"1\"\n";
        assert_eq!(unexplained(manifest), ["c = \"3\"", "[dev-dependencies.f]"]);
    }
}

#[test]
fn language_words_occur_only_in_the_language_tables() {
    let is_engine =
        |source: &&Source| source.is_in(&["crates/core/src/"]) && !source.is_in(&["crates/core/src/lang/"]);
    let sources = sources();
    let found: Vec<String> = sources
        .iter()
        .filter(is_engine)
        .flat_map(Source::lines)
        .filter(|(_, line)| {
            let words = line.split("words!(\"").skip(1).filter_map(|rest| rest.split('"').next());
            words.flat_map(str::chars).any(char::is_alphabetic)
        })
        .map(|(address, line)| format!("{address}: {}", line.trim()))
        .collect();
    assert_none("words of a language, which belong in `crates/core/src/lang`", &found);
}
