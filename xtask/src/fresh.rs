//! Work that need not be done again: a stamp beside the npm packages says from what it was last done.
//!
//! The stamps lie in `node_modules`, not in cargo's folder: what they speak of lies in the checkout, and two
//! build folders of one checkout must not each believe their own.

use std::fs;
use std::hash::{DefaultHasher, Hasher};
use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::workspace::Workspace;

pub struct Stamp {
    file: PathBuf,
    fingerprint: String,
}

impl Stamp {
    /// `inputs`: everything that the result depends on.
    pub fn new(workspace: &Workspace, name: &str, inputs: &[&[u8]]) -> Self {
        let file = cache(workspace).join(format!("{name}.stamp"));
        Self {
            file,
            fingerprint: fingerprint(inputs),
        }
    }

    pub fn is_current(&self) -> bool {
        fs::read_to_string(&self.file).is_ok_and(|stored| stored == self.fingerprint)
    }

    pub fn set(&self) -> Result<()> {
        write(&self.file, self.fingerprint.as_bytes())
    }
}

/// A folder for what may be thrown away; on the same disk as the checkout, so that a rename works.
pub fn cache(workspace: &Workspace) -> PathBuf {
    workspace.root.join("node_modules/.cache/copydesk")
}

/// Writes a file and the folders above it.
pub fn write(file: &std::path::Path, content: &[u8]) -> Result<()> {
    let folder = file.parent().context("a file to write has no folder")?;
    fs::create_dir_all(folder).with_context(|| format!("cannot make the folder {}", folder.display()))?;
    fs::write(file, content).with_context(|| format!("cannot write {}", file.display()))
}

fn fingerprint(inputs: &[&[u8]]) -> String {
    let mut hasher = DefaultHasher::new();
    for input in inputs {
        hasher.write_usize(input.len());
        hasher.write(input);
    }
    format!("{:016x}", hasher.finish())
}

#[cfg(test)]
mod tests {
    use super::fingerprint;

    #[test]
    fn a_fingerprint_tells_where_one_input_ends() {
        assert_eq!(fingerprint(&[b"ab", b"c"]), fingerprint(&[b"ab", b"c"]));
        assert_ne!(fingerprint(&[b"ab", b"c"]), fingerprint(&[b"a", b"bc"]));
    }
}
