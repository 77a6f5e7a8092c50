//! Takes the texts of panics, and all that only they need, out of the WebAssembly.
//!
//! Nobody sees what a panic says there: no hook is set, so it ends in a trap like any other, and `pkg/engine.js` tells of
//! that in its own words. What leads to a panic becomes that trap at once. Then functions and constants that nothing
//! refers to any more are emptied: the linker has left in the module where each reference stands, so this is known and
//! not guessed. wasm-opt does the rest.

use std::collections::HashSet;
use std::ops::Range;

use anyhow::{Result, ensure};
use wasm_encoder::{CodeSection, RawSection};
use wasmparser::{BinaryReader, FunctionBody, Operator, Parser};

mod module;
#[cfg(test)]
mod tests;

use module::{Module, Reference, Symbol};

/// What the linker has to be told, so that it leaves the references in the module.
pub const LINKER_FLAG: &str = "-Clink-arg=--emit-relocs";

/// The functions of the standard library that end in a panic, by how their names begin.
const PANICS: [&str; 16] = [
    "__rustc::__rust_alloc_error_handler",
    "__rustc::rust_begin_unwind",
    "alloc::alloc::handle_alloc_error",
    "alloc::raw_vec::capacity_overflow",
    "alloc::raw_vec::handle_error",
    "core::cell::panic_already",
    "core::option::expect_failed",
    "core::option::unwrap_failed",
    "core::panicking::",
    "core::result::unwrap_failed",
    "core::slice::copy_from_slice_impl::len_mismatch_fail",
    "core::slice::index::slice_index_fail",
    "core::str::slice_error_fail",
    "std::alloc::rust_oom",
    "std::panicking::",
    "std::thread::local::panic_access_error",
];

/// The functions that are never called, though the compiler cannot know it: the tokenizer reads references to characters
/// where it meets an ampersand, and `src/source/html/ampersands.rs` hides them all from it.
const NEVER_CALLED: [&str; 2] = [
    "html5gum::machine::states::CharacterReference::run",
    "html5gum::machine::states::NamedCharacterReference::run",
];

/// A body of no locals that traps.
const TRAP: [u8; 3] = [0x00, UNREACHABLE, 0x0b];
const UNREACHABLE: u8 = 0x00;

type Ranges = Vec<Range<usize>>;

/// The module without what leads to panics, and without the references that the linker left.
pub fn prune(wasm: &[u8]) -> Result<Vec<u8>> {
    let module = Module::read(wasm)?;
    let doomed = doomed(&module)?;
    let live = Live::of(&module, &doomed);
    let mut pruned = wasm_encoder::Module::new();
    for payload in Parser::new(0).parse_all(wasm) {
        let Some((id, range)) = payload?.as_section() else {
            continue;
        };
        if range == module.code {
            pruned.section(&code(&module, &doomed, &live));
        } else if range == module.data {
            let data = &constants(&module, &live)[range];
            pruned.section(&RawSection { id, data });
        } else if !module.references_at.contains(&range) {
            let data = &wasm[range];
            pruned.section(&RawSection { id, data });
        }
    }
    Ok(pruned.finish())
}

/// Of each function the ranges that end in a trap whatever happens in them, in order; of a function that is in one of the
/// lists, or begins so, all of it.
fn doomed(module: &Module) -> Result<Vec<Ranges>> {
    let ends = |name: &String| {
        let mut lists = PANICS.iter().chain(&NEVER_CALLED);
        lists.any(|ends| name.starts_with(ends))
    };
    let mut traps: Vec<bool> = module.names.iter().map(ends).collect();
    ensure!(
        traps.contains(&true),
        "no function of the WebAssembly is one of those that panic: see PANICS in prune.rs"
    );
    loop {
        let mut found = false;
        let mut all = Vec::new();
        for (index, body) in module.bodies.iter().enumerate() {
            let function = module.imported + index;
            if traps[function] {
                all.push(vec![body.clone()]);
                continue;
            }
            let (start, ranges) = doomed_in(module, body, &traps)?;
            traps[function] = ranges.first().is_some_and(|first| first.start == start);
            found |= traps[function];
            all.push(ranges);
        }
        if !found {
            return Ok(all);
        }
    }
}

/// Where the instructions of a body begin, and which of them only lead to a trap: those before it that nothing branches
/// into or out of, and that call nothing.
fn doomed_in(module: &Module, body: &Range<usize>, traps: &[bool]) -> Result<(usize, Ranges)> {
    let reader = BinaryReader::new(&module.wasm[body.clone()], body.start);
    let mut operators = FunctionBody::new(reader).get_operators_reader()?;
    let first = operators.original_position();
    let mut ranges = Ranges::new();
    let mut start = first;
    while !operators.eof() {
        let operator = operators.read()?;
        let end = operators.original_position();
        match operator {
            Operator::Call { function_index } if traps[function_index as usize] => ranges.push(start..end),
            Operator::Unreachable => ranges.push(start..end),
            Operator::Block { .. }
            | Operator::Br { .. }
            | Operator::BrIf { .. }
            | Operator::BrTable { .. }
            | Operator::Call { .. }
            | Operator::CallIndirect { .. }
            | Operator::Else
            | Operator::End
            | Operator::If { .. }
            | Operator::Loop { .. }
            | Operator::Return => {}
            // No other branches: exceptions and tail calls are not among the features that the package asks for.
            _ => continue,
        }
        start = end;
    }
    Ok((first, ranges))
}

/// What can still be reached from outside.
struct Live {
    functions: HashSet<usize>,
    constants: HashSet<usize>,
}

impl Live {
    fn of(module: &Module, doomed: &[Ranges]) -> Self {
        let mut live = Self {
            functions: HashSet::new(),
            constants: HashSet::new(),
        };
        let mut open: Vec<&Reference> = module.stray().collect();
        let mut functions = module.roots.clone();
        loop {
            while let Some(function) = functions.pop() {
                let Some(index) = function.checked_sub(module.imported) else {
                    continue;
                };
                if live.functions.insert(index) {
                    let is_doomed = |at: usize| doomed[index].iter().any(|range| range.contains(&at));
                    let within = module.references(&module.bodies[index]).iter();
                    open.extend(within.filter(|reference| !is_doomed(reference.at)));
                }
            }
            let Some(reference) = open.pop() else {
                return live;
            };
            match &module.symbols[reference.symbol] {
                Symbol::Function(function) => functions.push(*function),
                Symbol::Constant(range) => {
                    if live.constants.insert(reference.symbol) {
                        open.extend(module.references(range));
                    }
                }
                Symbol::Other => {}
            }
        }
    }
}

fn code(module: &Module, doomed: &[Ranges], live: &Live) -> CodeSection {
    let mut code = CodeSection::new();
    for (index, (body, doomed)) in module.bodies.iter().zip(doomed).enumerate() {
        if !live.functions.contains(&index) || doomed.first() == Some(body) {
            code.raw(&TRAP);
            continue;
        }
        let mut kept = Vec::with_capacity(body.len());
        let mut from = body.start;
        for range in doomed {
            kept.extend(&module.wasm[from..range.start]);
            kept.push(UNREACHABLE);
            from = range.end;
        }
        kept.extend(&module.wasm[from..body.end]);
        code.raw(&kept);
    }
    code
}

/// The whole module with zeros for the constants that nothing refers to. Two constants may share bytes, as the linker
/// puts one text into the end of another.
fn constants(module: &Module, live: &Live) -> Vec<u8> {
    let mut bytes = module.wasm.to_vec();
    let ranges = |lives: bool| {
        let symbols = module.symbols.iter().enumerate();
        symbols.filter_map(move |(index, symbol)| match symbol {
            Symbol::Constant(range) if live.constants.contains(&index) == lives => Some(range.clone()),
            _ => None,
        })
    };
    for range in ranges(false) {
        bytes[range].fill(0);
    }
    for range in ranges(true) {
        bytes[range.clone()].copy_from_slice(&module.wasm[range]);
    }
    bytes
}
