//! Running other programs.

use std::env;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio, exit};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread::sleep;
use std::time::Duration;

use anyhow::{Context, Result, bail};

/// The programs that run, so that they can be stopped together with this one.
static RUNNING: Mutex<Vec<Child>> = Mutex::new(Vec::new());

/// How often to look whether the program still runs.
const PAUSE: Duration = Duration::from_millis(20);

/// From here on, a signal that ends this program (Ctrl+C, a terminal that closes, `kill`) ends the one that
/// it runs too: a program that holds a lock must not go on alone.
///
/// # Errors
/// When the system does not allow it.
pub fn stop_together() -> Result<()> {
    ctrlc::set_handler(|| {
        for child in running().iter_mut() {
            // It may have ended already.
            let _ = child.kill();
        }
        // The shell's convention for a program ended by the keyboard.
        exit(130);
    })
    .context("could not arrange for what is started to be stopped")
}

fn running() -> MutexGuard<'static, Vec<Child>> {
    RUNNING.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Starts a command whose output the user sees, after printing its command line. Returns its process id.
///
/// # Errors
/// When it cannot be started.
pub fn start(command: &mut Command) -> Result<u32> {
    println!("$ {}", line(command));
    let mut running = running();
    let child = command.stdin(Stdio::null()).spawn();
    let child = child.with_context(|| format!("could not start {}", program(command)))?;
    let id = child.id();
    running.push(child);
    Ok(id)
}

/// The status of a program that [`start`] started, by its process id; none while it runs.
///
/// # Errors
/// When the status of the program cannot be read.
pub fn ended(id: u32) -> Result<Option<ExitStatus>> {
    sleep(PAUSE);
    let mut running = running();
    let at = running.iter().position(|child| child.id() == id).context("no such program was started")?;
    let status = running[at].try_wait().context("could not read the status of a program")?;
    if status.is_some() {
        // It has ended, so this returns at once.
        running.swap_remove(at).wait().context("could not read the status of a program")?;
    }
    Ok(status)
}

/// Runs a command whose output the user sees, after printing its command line.
///
/// # Errors
/// When it cannot be started or ends with a status other than success.
pub fn run(command: &mut Command) -> Result<()> {
    let id = start(command)?;
    wait(command, id)
}

/// Waits until the command that [`start`] started has ended.
fn wait(command: &Command, id: u32) -> Result<()> {
    loop {
        match ended(id)? {
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
    let id = start(command.stdout(Stdio::piped()))?;
    let output = running().iter_mut().find(|child| child.id() == id).and_then(|child| child.stdout.take());
    let mut kept = Vec::new();
    for line in BufReader::new(output.context("the output is piped")?).split(b'\n') {
        let line = line.context("could not read the output of a program")?;
        let line = String::from_utf8_lossy(&line);
        println!("{line}");
        if keep(&line) {
            kept.push(line.into_owned());
        }
    }
    wait(command, id)?;
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
