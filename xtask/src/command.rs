//! Running other programs.

use std::env;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio, exit};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread::sleep;
use std::time::Duration;

use anyhow::{Context, Result, bail};

/// The running child processes, which are stopped together with this process.
static RUNNING: Mutex<Vec<Child>> = Mutex::new(Vec::new());

/// How often the status of a child process is polled.
const POLL_INTERVAL: Duration = Duration::from_millis(20);

/// Installs a handler that stops the child processes when a signal ends this process (Ctrl+C, a closed terminal,
/// `kill`). A child that kept running could hold a lock.
///
/// # Errors
/// When the signal handler cannot be installed.
pub fn stop_children_on_signal() -> Result<()> {
    ctrlc::set_handler(|| {
        for child in running().iter_mut() {
            // It may have ended already.
            let _ = child.kill();
        }
        // The shell's exit status for a program interrupted with Ctrl+C: 128 + SIGINT.
        exit(130);
    })
    .context("could not install the signal handler")
}

fn running() -> MutexGuard<'static, Vec<Child>> {
    RUNNING.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Prints the command line and starts the command, whose output the user sees. Returns its process id.
///
/// # Errors
/// When it cannot be started.
pub fn start(command: &mut Command) -> Result<u32> {
    println!("$ {}", command_line(command));
    let mut running = running();
    let child = command.stdin(Stdio::null()).spawn();
    let child = child.with_context(|| format!("could not start {}", program(command)))?;
    let id = child.id();
    running.push(child);
    Ok(id)
}

/// Waits 20 ms and returns the exit status of the process that [`start`] started, `None` while it runs.
///
/// # Errors
/// When [`start`] did not return this process id, or the status cannot be read.
pub fn poll_exit(id: u32) -> Result<Option<ExitStatus>> {
    sleep(POLL_INTERVAL);
    let mut running = running();
    let at = running.iter().position(|child| child.id() == id).context("no such program was started")?;
    let status = running[at].try_wait().context("could not read the status of a program")?;
    if status.is_some() {
        // It has ended, so this returns at once.
        running.swap_remove(at).wait().context("could not read the status of a program")?;
    }
    Ok(status)
}

/// Prints the command line and runs the command, whose output the user sees.
///
/// # Errors
/// When it cannot be started or ends with a status other than success.
pub fn run(command: &mut Command) -> Result<()> {
    let id = start(command)?;
    wait(command, id)
}

/// Waits until the process that [`start`] started has ended.
fn wait(command: &Command, id: u32) -> Result<()> {
    loop {
        match poll_exit(id)? {
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

/// Runs a command without showing its output and returns its standard output, trimmed.
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

/// Returns the path of the first program with this name in the folders of `PATH`.
pub fn find(name: &str) -> Option<PathBuf> {
    let file = format!("{name}{}", env::consts::EXE_SUFFIX);
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|folder| folder.join(&file)).find(|file| file.is_file())
}

/// Inserts folders at the start of the command's `PATH`.
///
/// # Errors
/// When the path of a folder contains the separator of `PATH`.
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

fn command_line(command: &Command) -> String {
    let args = command.get_args().map(|arg| arg.to_string_lossy());
    let mut line = program(command);
    for arg in args {
        line.push(' ');
        line.push_str(&arg);
    }
    line
}
