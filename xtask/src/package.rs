//! The npm package's generated part: the core as WebAssembly, and the JavaScript that speaks with it.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use crate::fresh::{self, Stamp};
use crate::inline::{self, Inline};
use crate::prune::{self, prune};
use crate::setup::WASM_TARGET;
use crate::workspace::{Workspace, say};

const NAME: &str = "copydesk";

/// The licence of what is in the package goes with it.
const LICENCES: [&str; 3] = ["LICENSE-APACHE", "LICENSE-MIT", "NOTICE"];

/// The network's sums are several times faster so, and the same to the bit. Every browser since spring 2023 has it.
const SIMD: &str = "-Ctarget-feature=+simd128";

/// Bytes before time where it is no or little time: loops stay loops, what is long is not put into its callers, and paths
/// are not doubled. What is hot writes its registers out, see `src/model/layer.rs`. Without these the file is 20 KB
/// larger in brotli, and as fast.
///
/// Whether a function is put into its caller is a sum of costs against a threshold, plus a bonus where no other calls it,
/// which has no option. So costs and thresholds are five times what they would be: beside them the bonus is a fifth, and
/// functions stay small enough that an engine is soon done with those that are hot. With it in full the whole road of a
/// page came to three functions of 20 KB, which a fresh process of Node spent a third of its time on.
const SMALL: [&str; 8] = [
    "-Cno-vectorize-loops",
    "-Cno-vectorize-slp",
    "-Cllvm-args=-inline-threshold=125",
    "-Cllvm-args=-inlinehint-threshold=1200",
    "-Cllvm-args=-inline-instr-cost=25",
    "-Cllvm-args=-inline-call-penalty=125",
    "-Cllvm-args=-jump-threading-threshold=2",
    "-Cllvm-args=-unroll-threshold=10",
];

pub fn build(workspace: &Workspace) -> Result<()> {
    copy_licences(workspace)?;
    say("compiling the core to WebAssembly");
    workspace
        .shipping_cargo(
            [
                "build",
                "--package",
                "copydesk",
                "--lib",
                "--profile",
                "wasm",
                "--target",
                WASM_TARGET,
            ],
            &[&[SIMD, prune::LINKER_FLAG], &SMALL[..]].concat(),
        )?
        .run()?;
    let bytes = compiled(workspace)?;

    // The locks name the versions of wasm-bindgen and wasm-opt, and this file says how they are called.
    let read =
        |file: &str| fs::read(workspace.root.join(file)).with_context(|| format!("cannot read {file}"));
    let locks = [read("Cargo.lock")?, read("package-lock.json")?];
    let generated = workspace.generated();
    let stamp = |folder: &Path| -> Result<Stamp> {
        let made = files_of(folder)?;
        let own: [&[u8]; 2] = [include_bytes!("package.rs"), include_bytes!("inline.rs")];
        let inputs: [&[u8]; 6] = [&bytes, &locks[0], &locks[1], own[0], own[1], &made];
        Ok(Stamp::new(workspace, "package", &inputs))
    };
    if generated.is_dir() && stamp(&generated)?.is_current() {
        return Ok(());
    }
    // Made elsewhere and moved at the end: whoever imports the package meanwhile never sees half of it.
    let draft = fresh::cache(workspace).join("generated");
    empty(&draft)?;
    say("writing the JavaScript bindings");
    bind(bytes.clone(), &draft)?;
    say("optimising the WebAssembly");
    optimise(workspace, &draft)?;
    replace(&draft, &generated)?;
    stamp(&generated)?.set()
}

fn compiled(workspace: &Workspace) -> Result<Vec<u8>> {
    let folder = workspace.target.join(WASM_TARGET).join("wasm");
    let file = folder.join(format!("{NAME}.wasm"));
    let wasm = fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
    prune(&wasm).with_context(|| format!("cannot prune {}", file.display()))
}

/// The module that ships, once more, with its functions' names in it.
pub fn named_module(workspace: &Workspace) -> Result<Vec<u8>> {
    let folder = fresh::cache(workspace).join("named");
    empty(&folder)?;
    bind(compiled(workspace)?, &folder)?;
    let wasm = wasm_opt(workspace, &folder, &["--debuginfo"])?;
    fs::read(&wasm).with_context(|| format!("cannot read {}", wasm.display()))
}

/// The names and contents of a folder's files: a package of which something was changed or lost is made again.
fn files_of(folder: &Path) -> Result<Vec<u8>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder)? {
        paths.push(entry?.path());
    }
    paths.sort();
    let mut all = Vec::new();
    for path in paths {
        all.extend(path.as_os_str().as_encoded_bytes());
        all.extend(fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?);
    }
    Ok(all)
}

/// npm packs nothing from above the package's folder, so they stand in it as copies, which git ignores.
fn copy_licences(workspace: &Workspace) -> Result<()> {
    for name in LICENCES {
        let (from, to) = (workspace.root.join(name), workspace.root.join("pkg").join(name));
        fs::copy(&from, &to)
            .with_context(|| format!("cannot copy {} to {}", from.display(), to.display()))?;
    }
    Ok(())
}

/// The bindings start a module that is at hand, which old browsers refuse, or one that they fetch, which the package
/// never does. With these two exports more, the package starts it by itself.
const EXPORTS: [(&str, &str); 2] = [
    (
        "js",
        "export { __wbg_get_imports as imports, __wbg_finalize_init as adopt };\n",
    ),
    (
        "d.ts",
        "export function imports(): WebAssembly.Imports;\n\
         export function adopt(instance: WebAssembly.Instance, module: WebAssembly.Module): InitOutput;\n",
    ),
];

fn bind(wasm: Vec<u8>, folder: &Path) -> Result<()> {
    Bindgen::new()
        .input_bytes(NAME, wasm)
        .web(true)?
        .typescript(true)
        // The default path is a `new URL(...)` that several bundlers trip over; the entry passes the bytes.
        .omit_default_module_path(true)
        // After a trap the entry starts a fresh instance.
        .reset_state_function(true)
        .remove_producers_section(true)
        .generate(folder)
        .context("wasm-bindgen could not write the bindings")?;
    for (extension, exports) in EXPORTS {
        let file = folder.join(format!("{NAME}.{extension}"));
        let bindings =
            fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
        fresh::write(&file, format!("{bindings}\n{exports}").as_bytes())?;
    }
    Ok(())
}

/// wasm-opt reads from the module itself which features of WebAssembly it may use. The compiler has optimised already:
/// from level 2 on, wasm-opt puts functions into one another until they are so large that engines take long to compile
/// them, and a page takes a tenth longer; in brotli the module is larger, too.
fn wasm_opt(workspace: &Workspace, folder: &Path, more: &[&str]) -> Result<PathBuf> {
    let wasm = folder.join(format!("{NAME}_bg.wasm"));
    workspace
        .npm_command("wasm-opt")
        .arg("-O1")
        .args(more)
        .arg(&wasm)
        .arg("-o")
        .arg(&wasm)
        .run()?;
    Ok(wasm)
}

fn optimise(workspace: &Workspace, folder: &Path) -> Result<()> {
    let wasm = wasm_opt(workspace, folder, &[])?;
    let bytes = fs::read(&wasm)?;
    let Inline { order, text } = inline::encode(&bytes);
    let size = bytes.len();
    let script = format!(
        "export const size = {size};\nexport const order = {order:?};\nexport const text = \"{text}\";\n"
    );
    fresh::write(&folder.join("wasm-inline.js"), script.as_bytes())?;
    let types = "export const size: number;\nexport const order: number[];\nexport const text: string;\n";
    fresh::write(&folder.join("wasm-inline.d.ts"), types.as_bytes())
}

fn empty(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("cannot empty {}", folder.display()))?;
    }
    fs::create_dir_all(folder).with_context(|| format!("cannot make the folder {}", folder.display()))
}

fn replace(draft: &Path, folder: &Path) -> Result<()> {
    empty(folder)?;
    fs::remove_dir(folder)?;
    fs::rename(draft, folder)
        .with_context(|| format!("cannot move {} to {}", draft.display(), folder.display()))
}
