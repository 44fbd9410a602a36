//! Runs the command.

use serde_json::Value;
use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::thread;
use tempfile::TempDir;

/// The result of a run of the command.
pub struct Ran {
    pub status: i32,
    pub out: String,
    pub err: String,
}

impl Ran {
    /// The output as one JSON value.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {}{}", self.out, self.err))
    }

    /// The output as a JSON value per line.
    pub fn lines(&self) -> Vec<Value> {
        self.out.lines().map(|line| serde_json::from_str(line).expect("a line is JSON")).collect()
    }
}

/// Starts the command with all three streams piped.
pub fn start(args: &[&str]) -> Child {
    Command::new(env!("CARGO_BIN_EXE_manicule"))
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts")
}

/// Runs the command to its end with `input` on standard input.
pub fn run(args: &[&str], input: impl AsRef<[u8]>) -> Ran {
    let mut child = start(args);
    let mut stdin = child.stdin.take().expect("the stream is piped");
    let input = input.as_ref().to_vec();
    // Writing may fail, since the command may end before it has read everything.
    let writer = thread::spawn(move || drop(stdin.write_all(&input)));
    let output = child.wait_with_output().expect("the command ends");
    writer.join().expect("the writer does not panic");
    let text = |bytes| String::from_utf8(bytes).expect("the output is UTF-8");
    Ran {
        status: output.status.code().expect("no signal ended it"),
        out: text(output.stdout),
        err: text(output.stderr),
    }
}

/// Creates a temporary folder with files of these names and contents. Also returns their paths.
pub fn folder(files: &[(&str, &[u8])]) -> (TempDir, Vec<String>) {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let paths: Vec<PathBuf> = files.iter().map(|(name, _)| folder.path().join(name)).collect();
    for (path, (_, bytes)) in paths.iter().zip(files) {
        fs::write(path, bytes).expect("a file can be written");
    }
    (folder, paths.into_iter().map(|path| path.to_str().expect("the name is UTF-8").to_owned()).collect())
}
