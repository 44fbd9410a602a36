//! Steps with dependencies: runs them in order, times them and reports their results.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use anyhow::Result;

use crate::browser::Browser;

/// What set-up steps found or installed and later steps use.
#[derive(Default)]
pub struct Found {
    /// Folders to put first in `PATH`.
    pub tools: Vec<PathBuf>,
    /// The browser that runs tests.
    pub browser: Option<Browser>,
    /// Whether a browser with Safari's engine can be steered here.
    pub has_webkit: bool,
    /// Whether `cargo fuzz` can be run here.
    pub has_fuzz: bool,
    /// Whether `cargo deny` can be run here.
    pub has_deny: bool,
    /// What was left out of the checks, each with the reason: `name (reason)`.
    pub skipped: Vec<String>,
}

/// How a step that succeeded went.
pub enum Done {
    /// Nothing was done. The note of a set-up says what was there already; that of a check, which then does not count
    /// as passed, says why it cannot run here.
    Skipped(String),
    /// It succeeded; the note has its result, or is empty.
    Did(String),
}

/// Whether a step is a test of the project, and so counted as passed, or prepares for one.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    SetUp,
    Check,
}

/// Does a step.
pub type Run = fn(&mut Found) -> Result<Done>;

/// One step. Those that it needs come before it in the list that it is part of.
pub struct Step {
    pub name: &'static str,
    pub kind: Kind,
    pub needs: &'static [&'static str],
    pub run: Run,
}

/// What became of a step.
enum Outcome {
    Done(Done),
    Failed(String),
    /// The step named here failed or could not run, and this one needs it.
    Blocked(&'static str),
}

struct Row {
    step: &'static Step,
    outcome: Outcome,
    took: Duration,
}

/// What became of all steps.
pub struct Report {
    rows: Vec<Row>,
    took: Duration,
}

/// Runs the steps named `wanted` and those that they need, in the order of the list. A step that fails
/// stops the ones that need it; the others still run.
pub fn run(steps: &'static [Step], wanted: &[&str], found: &mut Found) -> Report {
    let started = Instant::now();
    let mut rows: Vec<Row> = Vec::new();
    for step in steps.iter().filter(|step| is_needed(steps, step.name, wanted)) {
        let step_started = Instant::now();
        let blocked = step.needs.iter().find(|need| {
            rows.iter().any(|row| row.step.name == **need && !matches!(row.outcome, Outcome::Done(_)))
        });
        println!("\n── {} ──", step.name);
        let outcome = match blocked {
            Some(need) => Outcome::Blocked(need),
            None => match (step.run)(found) {
                Ok(done) => Outcome::Done(done),
                Err(error) => Outcome::Failed(format!("{error:#}")),
            },
        };
        let row = Row { step, outcome, took: step_started.elapsed() };
        println!("{}", row.line());
        rows.push(row);
    }
    Report { rows, took: started.elapsed() }
}

/// Whether one of the wanted steps is this one or needs it, at any remove.
fn is_needed(steps: &[Step], name: &str, wanted: &[&str]) -> bool {
    wanted.contains(&name)
        || steps.iter().any(|step| step.needs.contains(&name) && is_needed(steps, step.name, wanted))
}

impl Report {
    /// Whether no step failed or was stopped.
    pub fn succeeded(&self) -> bool {
        self.rows.iter().all(|row| matches!(row.outcome, Outcome::Done(_)))
    }

    /// How long all steps took together.
    pub fn took(&self) -> Duration {
        self.took
    }

    /// Prints a line for each step.
    pub fn print(&self) {
        for row in &self.rows {
            println!("{}", row.line());
        }
    }

    /// The line that ends a test run: checks that passed, checks and set-ups that failed, and checks that
    /// did not run because of one that failed.
    pub fn counts(&self) -> String {
        let count = |matches: fn(&Row) -> bool| self.rows.iter().filter(|row| matches(row)).count();
        let passed =
            count(|row| row.step.kind == Kind::Check && matches!(row.outcome, Outcome::Done(Done::Did(_))));
        let failed = count(|row| matches!(row.outcome, Outcome::Failed(_)));
        let blocked = count(|row| row.step.kind == Kind::Check && matches!(row.outcome, Outcome::Blocked(_)));
        match blocked {
            0 => format!("{passed} passed, {failed} failed"),
            _ => format!("{passed} passed, {failed} failed, {blocked} skipped"),
        }
    }
}

impl Row {
    fn line(&self) -> String {
        let (state, note) = match (&self.outcome, self.step.kind) {
            (Outcome::Done(Done::Skipped(note)), _) => ("skipped", note.as_str()),
            (Outcome::Done(Done::Did(note)), Kind::SetUp) => ("done", note.as_str()),
            (Outcome::Done(Done::Did(note)), Kind::Check) => ("passed", note.as_str()),
            (Outcome::Failed(error), _) => ("FAILED", error.as_str()),
            (Outcome::Blocked(need), _) => ("not run", *need),
        };
        let because = if matches!(self.outcome, Outcome::Blocked(_)) { "needs " } else { "" };
        let line = format!("{:<13} {state:<8} {:>9}   {because}{note}", self.step.name, seconds(self.took));
        line.trim_end().to_owned()
    }
}

/// A duration for people: `0.4 s`, `1 min 05 s`.
pub fn seconds(duration: Duration) -> String {
    let whole = duration.as_secs();
    match whole {
        0..60 => format!("{:.1} s", duration.as_secs_f64()),
        _ => format!("{} min {:02} s", whole / 60, whole % 60),
    }
}

#[cfg(test)]
mod tests {
    use anyhow::bail;

    use super::*;

    const STEPS: &[Step] = &[
        step("tool", Kind::SetUp, &[], |_| Ok(Done::Skipped("there".to_owned()))),
        step("broken", Kind::SetUp, &[], |_| bail!("no network")),
        step("quick", Kind::Check, &["tool"], |_| Ok(Done::Did(String::new()))),
        step("build", Kind::Check, &["tool", "broken"], |_| Ok(Done::Did(String::new()))),
        step("end", Kind::Check, &["build"], |_| Ok(Done::Did(String::new()))),
        step("wrong", Kind::Check, &[], |_| bail!("1 is not 2")),
    ];

    const fn step(name: &'static str, kind: Kind, needs: &'static [&'static str], run: Run) -> Step {
        Step { name, kind, needs, run }
    }

    #[track_caller]
    fn check(wanted: &[&str], ran: &[&str], counts: &str, succeeded: bool) {
        let report = run(STEPS, wanted, &mut Found::default());
        let names: Vec<&str> = report.rows.iter().map(|row| row.step.name).collect();
        assert_eq!(names, ran);
        assert_eq!(report.counts(), counts);
        assert_eq!(report.succeeded(), succeeded);
    }

    #[test]
    fn only_what_is_wanted_and_needed_runs() {
        check(&["quick"], &["tool", "quick"], "1 passed, 0 failed", true);
    }

    #[test]
    fn a_failed_set_up_stops_what_needs_it_at_any_remove() {
        check(&["end"], &["tool", "broken", "build", "end"], "0 passed, 1 failed, 2 skipped", false);
    }

    #[test]
    fn a_skipped_check_is_neither_passed_nor_failed() {
        const STEPS: &[Step] =
            &[step("elsewhere", Kind::Check, &[], |_| Ok(Done::Skipped("no tool".to_owned())))];
        let report = run(STEPS, &["elsewhere"], &mut Found::default());
        assert_eq!(report.counts(), "0 passed, 0 failed");
        assert!(report.succeeded());
    }

    #[test]
    fn a_failed_check_does_not_stop_others() {
        check(&["wrong", "quick"], &["tool", "quick", "wrong"], "1 passed, 1 failed", false);
    }

    #[test]
    fn rows_tell_why() {
        let report = run(STEPS, &["build"], &mut Found::default());
        let lines: Vec<String> = report.rows.iter().map(Row::line).collect();
        assert_eq!(
            lines,
            [
                "tool          skipped      0.0 s   there",
                "broken        FAILED       0.0 s   no network",
                "build         not run      0.0 s   needs broken",
            ]
        );
    }
}
