//! The page on a loopback address.

use std::env;
use std::ffi::OsStr;

use anyhow::{Context as _, Result};
use lexopt::Arg;

use crate::build;
use crate::workspace::Workspace;

pub struct Options {
    port: Option<u16>,
    open: bool,
}

impl Options {
    pub fn parse(arguments: &mut lexopt::Parser) -> Result<Self> {
        let mut options = Self {
            port: None,
            open: has_desktop(|name| env::var_os(name).is_some()),
        };
        while let Some(argument) = arguments.next()? {
            match argument {
                Arg::Long("port") => options.port = Some(port(&arguments.value()?)?),
                Arg::Long("no-open") => options.open = false,
                other => return Err(other.unexpected().into()),
            }
        }
        Ok(options)
    }
}

fn port(value: &OsStr) -> Result<u16> {
    let number = value.to_str().and_then(|text| text.parse().ok());
    number.with_context(|| {
        format!(
            "--port takes a number from 0 to 65535, not \"{}\"",
            value.display()
        )
    })
}

pub fn run(options: &Options) -> Result<()> {
    let workspace = Workspace::open()?;
    build::everything(&workspace)?;
    let mut server = workspace.node("www/serve.mjs").arg(workspace.root.join("dist"));
    if let Some(port) = options.port {
        server = server.arg("--port").arg(port.to_string());
    }
    if options.open {
        server = server.arg("--open");
    }
    become_process(server)
}

/// Ends when the server ends. On Unix it takes over this process, so that ending the one ends the other.
fn become_process(server: xshell::Cmd<'_>) -> Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::process::CommandExt as _;
        Err(std::process::Command::from(server).exec().into())
    }
    #[cfg(not(unix))]
    Ok(server.run()?)
}

/// Whether there is a person in front of a screen to open a browser for.
fn has_desktop(is_set: impl Fn(&str) -> bool) -> bool {
    let screen = cfg!(any(windows, target_os = "macos")) || is_set("DISPLAY") || is_set("WAYLAND_DISPLAY");
    screen && !is_set("CI")
}

#[cfg(test)]
mod tests {
    use super::has_desktop;

    #[test]
    fn a_browser_opens_only_where_someone_can_see_it() {
        assert!(has_desktop(|name| name == "DISPLAY"));
        assert!(has_desktop(|name| name == "WAYLAND_DISPLAY"));
        assert!(!has_desktop(|name| name == "CI" || name == "DISPLAY"));
        assert_eq!(has_desktop(|_| false), cfg!(any(windows, target_os = "macos")));
    }
}
