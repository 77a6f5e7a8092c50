//! Weights that have not seen a page's site: what makes a score on the pages that were trained on an honest one.

use std::collections::HashSet;
use std::path::Path;
use std::{fs, io};

use copydesk::training::Weights;

use crate::corpus::CorpusPage;
use crate::mode::Mode;
use crate::site::{fold, hash, site_of};

/// Into how many parts the sites are split: each part is scored by what was learned from the others.
pub const FOLDS: usize = 4;

/// The list of the sites that were trained on, as numbers, in the folder of the folds.
const SITES: &str = "sites.txt";

/// The weights of every fold, and those that ship.
pub struct Folds {
    without: Vec<Weights>,
    shipped: Weights,
    sites: HashSet<u64>,
}

/// The weights of both modes.
pub struct AllFolds {
    /// Of pages' texts.
    pub text: Folds,
    /// Of pages' HTML.
    pub html: Folds,
}

impl AllFolds {
    /// Reads what the trainer wrote.
    ///
    /// # Errors
    /// When a file is not there or is none of this version's.
    pub fn read(root: &Path) -> io::Result<Self> {
        Ok(Self {
            text: Folds::read(root, Mode::Text)?,
            html: Folds::read(root, Mode::Html)?,
        })
    }
}

impl Folds {
    /// Reads what the trainer wrote for this mode.
    ///
    /// # Errors
    /// When a file is not there or is none of this version's.
    pub fn read(root: &Path, mode: Mode) -> io::Result<Self> {
        let weights = |path: &Path| {
            let bytes = read(path)?;
            Weights::read(&bytes).ok_or_else(|| wrong(path, "holds no weights of this version"))
        };
        let folder = root.join(mode.folder());
        let list = folder.join(SITES);
        let sites = String::from_utf8_lossy(&read(&list)?)
            .lines()
            .map(|line| u64::from_str_radix(line, 16).map_err(|_| wrong(&list, "holds what is no site")))
            .collect::<io::Result<_>>()?;
        Ok(Self {
            without: (0..FOLDS)
                .map(|fold| weights(&folder.join(name(fold))))
                .collect::<io::Result<_>>()?,
            shipped: weights(&root.join(mode.shipped()))?,
            sites,
        })
    }

    /// Weights that have not seen the site of the page: those of its fold, or those that ship where the site is new.
    pub fn unseen(&self, page: &CorpusPage) -> &Weights {
        let site = site_of(page);
        if self.sites.contains(&hash(&site)) {
            &self.without[fold(&site, FOLDS)]
        } else {
            &self.shipped
        }
    }
}

/// Writes the weights of the folds and the list of the sites.
///
/// # Errors
/// When a file cannot be written.
pub fn write(root: &Path, mode: Mode, folds: &[Vec<u8>], mut sites: Vec<u64>) -> io::Result<()> {
    let folder = root.join(mode.folder());
    fs::create_dir_all(&folder)?;
    for (fold, bytes) in folds.iter().enumerate() {
        fs::write(folder.join(name(fold)), bytes)?;
    }
    sites.sort_unstable();
    sites.dedup();
    let list: Vec<String> = sites.iter().map(|site| format!("{site:016x}")).collect();
    fs::write(folder.join(SITES), list.join("\n") + "\n")
}

/// The files of weights, from the root of the workspace.
pub fn files() -> impl Iterator<Item = String> {
    Mode::ALL.into_iter().flat_map(|mode| {
        let folds = (0..FOLDS).map(move |fold| format!("{}/{}", mode.folder(), name(fold)));
        std::iter::once(mode.shipped().to_owned()).chain(folds)
    })
}

fn name(fold: usize) -> String {
    format!("without-{fold}.bin")
}

fn read(path: &Path) -> io::Result<Vec<u8>> {
    fs::read(path).map_err(|error| wrong(path, &error.to_string()))
}

fn wrong(path: &Path, what: &str) -> io::Error {
    io::Error::other(format!(
        "{}: {what}; `cargo xtask train --corpus DIR` writes it",
        path.display()
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_committed_weights_are_of_this_version() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        for mode in Mode::ALL {
            let folds = Folds::read(&root, mode).unwrap();
            assert_eq!(folds.without.len(), FOLDS);
            assert!(folds.sites.len() > 1000);
            for (fold, weights) in folds.without.iter().enumerate() {
                assert_ne!(*weights, folds.shipped, "fold {fold} has seen what ships");
            }
        }
    }

    #[test]
    fn what_is_missing_is_told_with_what_writes_it() {
        let error = Folds::read(Path::new("no/such/folder"), Mode::Text)
            .err()
            .unwrap()
            .to_string();
        assert!(
            error.ends_with("; `cargo xtask train --corpus DIR` writes it"),
            "{error}"
        );
    }
}
