//! Running other programs.

use std::env;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio, exit};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread::sleep;
use std::time::Duration;

use anyhow::{Context, Result, bail};

/// The program started last, so that it can be stopped together with this one.
static RUNNING: Mutex<Option<Child>> = Mutex::new(None);

/// How often to look whether the program still runs.
const PAUSE: Duration = Duration::from_millis(20);

/// From here on, a signal that ends this program (Ctrl+C, a terminal that closes, `kill`) ends the one that
/// it runs too: a program that holds a lock must not go on alone.
///
/// # Errors
/// When the system does not allow it.
pub fn stop_together() -> Result<()> {
    ctrlc::set_handler(|| {
        if let Some(child) = running().as_mut() {
            // It may have ended already.
            let _ = child.kill();
        }
        // The shell's convention for a program ended by the keyboard.
        exit(130);
    })
    .context("could not arrange for what is started to be stopped")
}

fn running() -> MutexGuard<'static, Option<Child>> {
    RUNNING.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Starts a command whose output the user sees, after printing its command line. One runs at a time.
///
/// # Errors
/// When it cannot be started.
pub fn start(command: &mut Command) -> Result<()> {
    println!("$ {}", line(command));
    let mut running = running();
    let child = command.stdin(Stdio::null()).spawn();
    *running = Some(child.with_context(|| format!("could not start {}", program(command)))?);
    Ok(())
}

/// Looks whether the program that [`start`] started has ended; `None` while it runs.
///
/// # Errors
/// When the status of the program cannot be read.
pub fn ended() -> Result<Option<ExitStatus>> {
    sleep(PAUSE);
    match running().as_mut() {
        Some(child) => child.try_wait().context("could not look after a program"),
        None => bail!("nothing was started"),
    }
}

/// Runs a command whose output the user sees, after printing its command line.
///
/// # Errors
/// When it cannot be started or ends with a status other than success.
pub fn run(command: &mut Command) -> Result<()> {
    start(command)?;
    wait(command)
}

/// Waits until the command that [`start`] started has ended.
fn wait(command: &Command) -> Result<()> {
    loop {
        match ended()? {
            Some(status) if status.success() => return Ok(()),
            Some(status) => bail!("{} failed ({status})", program(command)),
            None => {}
        }
    }
}

/// Runs a command as [`run`] does and also returns the lines of its standard output that `keep` accepts.
///
/// # Errors
/// When it cannot be started or ends with a status other than success.
pub fn run_and_keep(command: &mut Command, keep: fn(&str) -> bool) -> Result<Vec<String>> {
    start(command.stdout(Stdio::piped()))?;
    let output = running().as_mut().and_then(|child| child.stdout.take());
    let mut kept = Vec::new();
    for line in BufReader::new(output.context("the output is piped")?).split(b'\n') {
        let line = line.context("could not read the output of a program")?;
        let line = String::from_utf8_lossy(&line);
        println!("{line}");
        if keep(&line) {
            kept.push(line.into_owned());
        }
    }
    wait(command)?;
    Ok(kept)
}

/// Runs a command without showing its output, and returns its standard output, trimmed.
///
/// # Errors
/// When it cannot be started or fails; the message ends with the last line it wrote to standard error.
pub fn output(command: &mut Command) -> Result<String> {
    let output = command
        .stdin(Stdio::null())
        .output()
        .with_context(|| format!("could not start {}", program(command)))?;
    if !output.status.success() {
        let errors = String::from_utf8_lossy(&output.stderr);
        let last = errors.lines().map(str::trim).rfind(|line| !line.is_empty());
        bail!("{} failed: {}", program(command), last.unwrap_or("no message"));
    }
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// The first file of that name in the folders of `PATH`.
pub fn find(name: &str) -> Option<PathBuf> {
    let file = format!("{name}{}", env::consts::EXE_SUFFIX);
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|folder| folder.join(&file)).find(|file| file.is_file())
}

/// Puts folders before the others in the command's `PATH`.
pub fn prepend_path<'c>(command: &'c mut Command, folders: &[PathBuf]) -> Result<&'c mut Command> {
    let path = env::var_os("PATH").unwrap_or_default();
    let folders = folders.iter().cloned().chain(env::split_paths(&path));
    let joined = env::join_paths(folders).context("a folder's name cannot be part of PATH")?;
    Ok(command.env("PATH", joined))
}

fn program(command: &Command) -> String {
    let program = Path::new(command.get_program());
    program.file_name().unwrap_or(program.as_os_str()).to_string_lossy().into_owned()
}

fn line(command: &Command) -> String {
    let args = command.get_args().map(|arg| arg.to_string_lossy());
    let mut line = program(command);
    for arg in args {
        line.push(' ');
        line.push_str(&arg);
    }
    line
}
