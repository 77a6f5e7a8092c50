//! What is measured on, and how busy it is.

use std::fmt;
use std::fs;
use std::thread;

use copydesk_benches::peak::Peak;
use serde::Serialize;

/// What can be told of the machine; without what its system does not tell.
#[derive(Debug, Serialize)]
pub struct Machine {
    processor: Option<String>,
    cores: usize,
    /// How many numbers stand in a register.
    lanes: usize,
    /// How many processes wanted a core in the minute before, and in the last minute.
    load: [Option<f64>; 2],
}

impl Machine {
    pub fn look() -> Self {
        let model = |info: String| {
            let line = info.lines().find(|line| line.starts_with("model name"))?;
            Some(line.split_once(':')?.1.trim().to_owned())
        };
        Self {
            processor: fs::read_to_string("/proc/cpuinfo").ok().and_then(model),
            cores: thread::available_parallelism().map_or(1, usize::from),
            lanes: Peak::lanes(),
            load: [load(), None],
        }
    }

    pub fn look_again(&mut self) {
        self.load[1] = load();
    }
}

fn load() -> Option<f64> {
    let load = fs::read_to_string("/proc/loadavg").ok()?;
    load.split(' ').next()?.parse().ok()
}

impl fmt::Display for Machine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            processor,
            cores,
            load,
            ..
        } = self;
        write!(
            f,
            "{}, {cores} cores",
            processor.as_deref().unwrap_or("a machine")
        )?;
        if let [Some(before), Some(after)] = load {
            write!(
                f,
                "; {before} processes wanted one when it began, {after} when it ended"
            )?;
        }
        Ok(())
    }
}
