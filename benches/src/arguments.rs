//! What the programs of the benchmarks are given.

use anyhow::{Context as _, Result};

/// The value of the option that was read last, a number from 1. `usage` is told where it is none.
///
/// # Errors
/// Where it is none.
pub fn number(arguments: &mut lexopt::Parser, usage: &str) -> Result<usize> {
    let value = arguments.value()?;
    value
        .to_str()
        .and_then(|text| text.parse().ok())
        .filter(|&number| number > 0)
        .with_context(|| format!("\"{}\" is no number from 1; {usage}", value.display()))
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_number_from_1_is_one() {
        let of = |value: &str| {
            let mut arguments = lexopt::Parser::from_args(["--pages", value]);
            arguments.next().unwrap();
            super::number(&mut arguments, "use: it so")
        };
        assert_eq!(of("16").unwrap(), 16);
        for wrong in ["0", "-1", "1.5", "many", ""] {
            let error = of(wrong).unwrap_err().to_string();
            assert_eq!(error, format!("\"{wrong}\" is no number from 1; use: it so"));
        }
    }
}
