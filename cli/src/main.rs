//! The program `copydesk`.

use std::process::ExitCode;

fn main() -> ExitCode {
    copydesk_cli::run_from_env()
}
