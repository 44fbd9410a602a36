//! Steps with dependencies: runs them in order, times them and reports their results.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use anyhow::Result;

use crate::browser::Browser;

/// Results of set-up steps, which later steps use.
#[derive(Default)]
pub struct Found {
    /// Folders to put first in `PATH`.
    pub tools: Vec<PathBuf>,
    /// The browser that runs tests.
    pub browser: Option<Browser>,
    /// The program of Firefox, if it can be controlled here.
    pub firefox: Option<PathBuf>,
    /// The program of a Firefox that paints no lines under highlights, if there is one.
    pub old_firefox: Option<PathBuf>,
    /// Whether a browser with Safari's engine can be controlled here.
    pub has_webkit: bool,
    /// Whether `cargo fuzz` can be run here.
    pub has_fuzz: bool,
    /// Whether `cargo deny` can be run here.
    pub has_deny: bool,
    /// Checks and tests that were skipped, as `name (reason)`.
    pub skipped: Vec<String>,
}

/// The result of a step that did not fail, with a note for its line of the report.
pub enum Done {
    /// Nothing was done. For a set-up step, the note says what was already installed. For a check, it says why the
    /// check cannot run here; such a check does not count as passed.
    Skipped(String),
    /// The step ran and succeeded. The note is its result, or empty.
    Completed(String),
}

/// The kind of a step: a set-up, or a check, which the totals count.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Finds or installs what checks need.
    SetUp,
    /// Tests the project.
    Check,
}

/// The function that does the work of a step.
pub type Run = fn(&mut Found) -> Result<Done>;

/// One step of a list. The steps that it needs must precede it in the list.
pub struct Step {
    pub name: &'static str,
    pub kind: Kind,
    pub needs: &'static [&'static str],
    pub run: Run,
}

/// The outcome of a step.
enum Outcome {
    Done(Done),
    Failed(String),
    /// This step needs the named one, which failed or could not run.
    Blocked(&'static str),
}

struct Row {
    step: &'static Step,
    outcome: Outcome,
    took: Duration,
}

/// The outcomes and durations of all steps that a run included.
pub struct Report {
    rows: Vec<Row>,
    took: Duration,
}

/// Runs the steps named in `wanted` and the steps that they need, in the order of the list. Steps that need a failed
/// step do not run; the others do.
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

/// Whether the step is wanted, or a wanted step needs it directly or indirectly.
fn is_needed(steps: &[Step], name: &str, wanted: &[&str]) -> bool {
    wanted.contains(&name)
        || steps.iter().any(|step| step.needs.contains(&name) && is_needed(steps, step.name, wanted))
}

impl Report {
    /// Whether no step failed or was blocked by a failed one.
    pub fn succeeded(&self) -> bool {
        self.rows.iter().all(|row| matches!(row.outcome, Outcome::Done(_)))
    }

    /// The total duration of all steps.
    pub fn took(&self) -> Duration {
        self.took
    }

    /// Prints one line for each step.
    pub fn print(&self) {
        for row in &self.rows {
            println!("{}", row.line());
        }
    }

    /// The last line of a test run: the numbers of checks that passed, of steps that failed, and of checks that did not
    /// run because a step that they need failed.
    pub fn counts(&self) -> String {
        let count = |matches: fn(&Row) -> bool| self.rows.iter().filter(|row| matches(row)).count();
        let passed = count(|row| {
            row.step.kind == Kind::Check && matches!(row.outcome, Outcome::Done(Done::Completed(_)))
        });
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
            (Outcome::Done(Done::Completed(note)), Kind::SetUp) => ("done", note.as_str()),
            (Outcome::Done(Done::Completed(note)), Kind::Check) => ("passed", note.as_str()),
            (Outcome::Failed(error), _) => ("FAILED", error.as_str()),
            (Outcome::Blocked(need), _) => ("not run", *need),
        };
        let because = if matches!(self.outcome, Outcome::Blocked(_)) { "needs " } else { "" };
        let line = format!("{:<13} {state:<8} {:>9}   {because}{note}", self.step.name, seconds(self.took));
        line.trim_end().to_owned()
    }
}

/// Formats a duration for people: `0.4 s`, `1 min 05 s`.
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
        step("quick", Kind::Check, &["tool"], |_| Ok(Done::Completed(String::new()))),
        step("build", Kind::Check, &["tool", "broken"], |_| Ok(Done::Completed(String::new()))),
        step("end", Kind::Check, &["build"], |_| Ok(Done::Completed(String::new()))),
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
    fn only_wanted_and_needed_steps_run() {
        check(&["quick"], &["tool", "quick"], "1 passed, 0 failed", true);
    }

    #[test]
    fn a_failed_set_up_blocks_steps_that_need_it_indirectly() {
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
    fn rows_give_the_reason() {
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
