//! `cargo xtask serve`: builds the reading page and serves it on this machine.

use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::time::{Instant, SystemTime};
use std::{fs, io};

use anyhow::{Context, Result, bail};

use crate::command::{poll_exit, start};
use crate::project::root;
use crate::steps::{Found, run, seconds};
use crate::{checks, test};

/// The command-line options of `serve`.
pub struct Options {
    /// The TCP port on 127.0.0.1.
    pub port: u16,
    /// Whether to open the page in the user's browser.
    pub open: bool,
}

/// Sets up the tools, builds the page in release mode and serves it until the process is stopped. Trunk rebuilds it
/// when a source changes. Returns false when a set-up step failed.
///
/// # Errors
/// When the port is in use, or trunk cannot be started or exits.
pub fn serve(options: &Options) -> Result<bool> {
    let started = Instant::now();
    check_port(options.port)?;
    let mut found = Found::default();
    let report = run(test::STEPS, test::TO_BUILD, &mut found);
    if !report.succeeded() {
        return Ok(false);
    }

    println!("\n── build and serve ──");
    let build_started = Instant::now();
    let newer_than = SystemTime::now();
    let mut trunk = checks::trunk(&found)?;
    trunk.args(["serve", "--release", "--offline", "--address", "127.0.0.1", "--port"]);
    trunk.arg(options.port.to_string());
    if options.open {
        trunk.arg("--open");
    }
    let trunk = start(&mut trunk)?;
    while TcpStream::connect((Ipv4Addr::LOCALHOST, options.port)).is_err() {
        check_runs(trunk)?;
    }
    println!("\n── summary ──");
    report.print();
    let took = seconds(build_started.elapsed());
    if is_built_since(newer_than) {
        println!("{:<13} {:<8} {took:>9}", "build", "done");
        println!(
            "\nServing http://127.0.0.1:{}/ after {}. Ctrl+C stops it.",
            options.port,
            seconds(started.elapsed())
        );
    } else {
        println!("{:<13} {:<8} {took:>9}", "build", "FAILED");
        println!("\nSee the errors above. The page is rebuilt when a source changes. Ctrl+C stops it.");
    }
    loop {
        check_runs(trunk)?;
    }
}

/// Checks that the port is free, before the build, which takes a while.
fn check_port(port: u16) -> Result<()> {
    match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::AddrInUse => bail!(
            "port {port} of 127.0.0.1 is in use, perhaps by another `cargo xtask serve`: \
             stop that, or choose another port with `cargo xtask serve --port {}`",
            port.checked_add(1).unwrap_or(8080)
        ),
        Err(error) => Err(error).with_context(|| format!("port {port} of 127.0.0.1 cannot be used")),
    }
}

fn check_runs(trunk: u32) -> Result<()> {
    match poll_exit(trunk)? {
        Some(status) => bail!("trunk exited ({status})"),
        None => Ok(()),
    }
}

/// Whether the page was built after `time`. If not, the build failed, and trunk serves the previous one.
fn is_built_since(time: SystemTime) -> bool {
    let page = fs::metadata(root().join("dist").join("index.html"));
    page.and_then(|page| page.modified()).is_ok_and(|modified| modified >= time)
}
