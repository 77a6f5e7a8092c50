//! What the core does for an input grows as the input does: its instructions are counted by callgrind, on inputs that are
//! made to be hard. Counts do not depend on the machine's mood, as seconds do.

use std::fs;
use std::path::{Path, PathBuf};
use std::thread;

use anyhow::{Context, Result, ensure};

use crate::apt;
use crate::workspace::{Workspace, say};

/// A byte of the longer input takes so many times the instructions at most that one of the shorter takes. Where it is
/// linear they are about as many: up to 1.19 times, as the first levels of what is nested without end, which is read
/// sixteen deep, cost less than the others. What grows with the square of the length takes eight times as many.
const MOST: f64 = 1.25;

/// What is counted, as callgrind calls it: this function of the program, and all that it calls.
const COUNTED: &str = "counted::counted";

/// What was counted of one input.
struct Count {
    name: String,
    bytes: u64,
    instructions: u64,
}

pub fn check(workspace: &Workspace) -> Result<()> {
    apt::valgrind(workspace)?;
    say("compiling the shapes");
    let build = [
        "build",
        "--release",
        "--package",
        "copydesk-hostile",
        "--bin",
        "counted",
    ];
    workspace.shipping_cargo(build, &[])?.run()?;
    say("counting instructions");
    let folder = workspace.target.join("growth");
    if folder.is_dir() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder).with_context(|| format!("cannot make the folder {}", folder.display()))?;
    let shares = thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let program = workspace.target.join("release/counted");
    let counts = thread::scope(|scope| {
        let running: Vec<_> = (0..shares)
            .map(|share| {
                let (program, folder) = (&program, folder.join(share.to_string()));
                scope.spawn(move || count(program, &folder, share, shares))
            })
            .collect();
        running
            .into_iter()
            .map(|share| share.join().expect("nothing panics"))
            .collect::<Result<Vec<_>>>()
    })?;
    tell(counts.iter().flat_map(|counts| counts.chunks_exact(2)))
}

/// Runs a share of the shapes.
fn count(program: &Path, folder: &Path, share: usize, shares: usize) -> Result<Vec<Count>> {
    fs::create_dir_all(folder)?;
    let dumps = folder.join("dump");
    let run = std::process::Command::new("valgrind")
        .args(["--tool=callgrind", "--quiet", "--compress-strings=no"])
        .arg(format!("--toggle-collect={COUNTED}"))
        .arg(format!("--dump-after={COUNTED}"))
        .arg(format!("--callgrind-out-file={}", dumps.display()))
        .arg(program)
        .args([share.to_string(), shares.to_string()])
        .output()
        .context("valgrind does not start")?;
    ensure!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let told = String::from_utf8(run.stdout)?;
    (1..)
        .zip(told.lines())
        .map(|(number, line)| {
            let (name, bytes) = line
                .rsplit_once('\t')
                .context("a line of the program has no size")?;
            Ok(Count {
                name: name.to_owned(),
                bytes: bytes.parse()?,
                instructions: instructions(&dumps, number)?,
            })
        })
        .collect()
}

/// What stands in a dump: the sum of what was counted since the one before.
fn instructions(dumps: &Path, number: usize) -> Result<u64> {
    let file = PathBuf::from(format!("{}.{number}", dumps.display()));
    let dump = fs::read(&file).with_context(|| format!("callgrind has not written {}", file.display()))?;
    let dump = String::from_utf8_lossy(&dump);
    let sum = dump.lines().find_map(|line| line.strip_prefix("summary: "));
    let sum = sum.and_then(|sum| sum.trim().parse().ok());
    sum.filter(|sum| *sum > 0)
        .with_context(|| format!("nothing was counted in {}", file.display()))
}

fn tell<'a>(pairs: impl Iterator<Item = &'a [Count]>) -> Result<()> {
    let mut grown = Vec::new();
    let mut all = 0;
    for pair in pairs {
        let (short, long) = (&pair[0], &pair[1]);
        let each = |count: &Count| count.instructions as f64 / count.bytes as f64;
        let growth = each(long) / each(short);
        println!(
            "{:60} {:>9.0} {:>9.0} instructions a byte  {growth:.2}",
            short.name,
            each(short),
            each(long)
        );
        if growth > MOST {
            grown.push(short.name.as_str());
        }
        all += 1;
    }
    ensure!(all > 0, "no shape was counted");
    ensure!(
        grown.is_empty(),
        "a byte takes more than {MOST} times the instructions where there are more of them: {}",
        grown.join("; ")
    );
    println!("{all} shapes: none grows faster than its bytes");
    Ok(())
}
