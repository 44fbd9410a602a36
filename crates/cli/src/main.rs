//! The command `manicule`; see the library of this package.

use std::process::ExitCode;

fn main() -> ExitCode {
    manicule_cli::run()
}
