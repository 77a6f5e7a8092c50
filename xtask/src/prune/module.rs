//! A linked module with the references that the linker left in it.

use std::collections::HashMap;
use std::ops::Range;

use anyhow::{Result, ensure};
use wasmparser::{
    ExternalKind, KnownCustom, Linking, Name, Parser, Payload, RelocSectionReader, RelocationType,
    SymbolInfo, TypeRef,
};

/// All ranges and places are those in the file.
pub struct Module<'a> {
    pub wasm: &'a [u8],
    pub code: Range<usize>,
    pub data: Range<usize>,
    /// The sections that the linker added to tell of references.
    pub references_at: Vec<Range<usize>>,
    /// How many functions are imported: they come first.
    pub imported: usize,
    /// Of each function, the imported ones too.
    pub names: Vec<String>,
    pub bodies: Vec<Range<usize>>,
    /// The functions that can be called from outside.
    pub roots: Vec<usize>,
    pub symbols: Vec<Symbol>,
    /// By place.
    references: Vec<Reference>,
}

pub enum Symbol {
    /// By its number.
    Function(usize),
    Constant(Range<usize>),
    /// What is never taken out.
    Other,
}

pub struct Reference {
    pub at: usize,
    /// Where it leads, in [`Module::symbols`].
    pub symbol: usize,
}

impl<'a> Module<'a> {
    pub fn read(wasm: &'a [u8]) -> Result<Self> {
        let mut module = Self {
            wasm,
            code: 0..0,
            data: 0..0,
            references_at: Vec::new(),
            imported: 0,
            names: Vec::new(),
            bodies: Vec::new(),
            roots: Vec::new(),
            symbols: Vec::new(),
            references: Vec::new(),
        };
        let mut names: HashMap<u32, String> = HashMap::new();
        let mut segments: Vec<Range<usize>> = Vec::new();
        let mut symbols: Vec<SymbolInfo> = Vec::new();
        let mut relocations = Vec::new();
        for payload in Parser::new(0).parse_all(wasm) {
            match payload? {
                Payload::ImportSection(section) => {
                    for import in section.into_imports() {
                        module.imported += usize::from(matches!(import?.ty, TypeRef::Func(_)));
                    }
                }
                Payload::ExportSection(section) => {
                    for export in section {
                        let export = export?;
                        if export.kind == ExternalKind::Func {
                            module.roots.push(export.index as usize);
                        }
                    }
                }
                Payload::StartSection { func, .. } => module.roots.push(func as usize),
                Payload::CodeSectionStart { range, .. } => module.code = range,
                Payload::CodeSectionEntry(body) => module.bodies.push(body.range()),
                Payload::DataSection(section) => {
                    module.data = section.range();
                    for segment in section {
                        let segment = segment?;
                        segments.push(segment.range.end - segment.data.len()..segment.range.end);
                    }
                }
                Payload::CustomSection(section) => match section.as_known() {
                    KnownCustom::Name(section) => {
                        for subsection in section {
                            if let Name::Function(functions) = subsection? {
                                for function in functions {
                                    let function = function?;
                                    let name = rustc_demangle::demangle(function.name);
                                    names.insert(function.index, format!("{name:#}"));
                                }
                            }
                        }
                    }
                    KnownCustom::Linking(linking) => {
                        module.references_at.push(section.range());
                        for subsection in linking.subsections() {
                            if let Linking::SymbolTable(table) = subsection? {
                                symbols = table.into_iter().collect::<Result<_, _>>()?;
                            }
                        }
                    }
                    KnownCustom::Reloc(reader) => {
                        module.references_at.push(section.range());
                        relocations.push((section.name(), reader));
                    }
                    _ => {}
                },
                _ => {}
            }
        }
        ensure!(
            !symbols.is_empty() && !relocations.is_empty(),
            "the linker has not told of the references in the WebAssembly: see LINKER_FLAG in prune.rs"
        );
        let functions = 0..module.imported + module.bodies.len();
        module.names = functions
            .map(|index| names.remove(&(index as u32)).unwrap_or_default())
            .collect();
        module.symbols = symbols
            .iter()
            .map(|symbol| Symbol::of(symbol, &segments))
            .collect();
        for (name, reader) in relocations {
            let start = match name {
                "reloc.CODE" => module.code.start,
                "reloc.DATA" => module.data.start,
                // Of sections that are no part of the program.
                _ => continue,
            };
            module.add(start, &reader)?;
        }
        module.references.sort_by_key(|reference| reference.at);
        Ok(module)
    }

    fn add(&mut self, start: usize, reader: &RelocSectionReader<'_>) -> Result<()> {
        for entry in reader.entries() {
            let entry = entry?;
            // The number of a type is no symbol's.
            if entry.ty != RelocationType::TypeIndexLeb {
                let symbol = entry.index as usize;
                ensure!(
                    symbol < self.symbols.len(),
                    "a reference in the WebAssembly leads nowhere"
                );
                self.references.push(Reference {
                    at: start + entry.offset as usize,
                    symbol,
                });
            }
        }
        Ok(())
    }

    /// The references in a range.
    pub fn references(&self, range: &Range<usize>) -> &[Reference] {
        let before = |place: usize| self.references.partition_point(|reference| reference.at < place);
        &self.references[before(range.start)..before(range.end)]
    }

    /// The references in constants that are no symbol's.
    pub fn stray(&self) -> impl Iterator<Item = &Reference> {
        let mut constants: Vec<_> = self.symbols.iter().filter_map(Symbol::constant).collect();
        constants.sort_by_key(|range| range.start);
        self.references(&self.data).iter().filter(move |reference| {
            let before = constants.partition_point(|range| range.start <= reference.at);
            // Those that share bytes lie together, and hold no references.
            !before
                .checked_sub(1)
                .is_some_and(|last| constants[last].contains(&reference.at))
        })
    }
}

impl Symbol {
    fn of(symbol: &SymbolInfo<'_>, segments: &[Range<usize>]) -> Self {
        match *symbol {
            SymbolInfo::Func { index, .. } => Self::Function(index as usize),
            SymbolInfo::Data {
                symbol: Some(place), ..
            } => match segments.get(place.index as usize) {
                Some(segment) => {
                    let start = segment.start + place.offset as usize;
                    Self::Constant(start..start + place.size as usize)
                }
                // What is zero at the start is not in the file.
                None => Self::Other,
            },
            _ => Self::Other,
        }
    }

    fn constant(&self) -> Option<&Range<usize>> {
        match self {
            Self::Constant(range) => Some(range),
            _ => None,
        }
    }
}
