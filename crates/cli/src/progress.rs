//! The progress bar.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::{self, IsTerminal};

/// Creates a progress bar on standard error that counts bytes up to `total`, or a spinner if the total is unknown. It
/// is hidden if standard error is not a terminal, or if standard output is one, where the bar would mix with the
/// output.
pub fn bar(total: Option<u64>) -> ProgressBar {
    let bar = ProgressBar::with_draw_target(total, ProgressDrawTarget::hidden());
    if io::stderr().is_terminal() && !io::stdout().is_terminal() {
        let template = match total {
            Some(_) => {
                "{bar:30} {percent:>3} %  {decimal_bytes} of {decimal_total_bytes}  {decimal_bytes_per_sec}  {eta} left"
            }
            None => "{spinner} {decimal_bytes}  {decimal_bytes_per_sec}",
        };
        bar.set_style(ProgressStyle::with_template(template).expect("the template is well formed"));
        bar.set_draw_target(ProgressDrawTarget::stderr());
    }
    bar
}
