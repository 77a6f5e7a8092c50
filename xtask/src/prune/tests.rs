use wasm_encoder::{
    BlockType, CodeSection, ConstExpr, CustomSection, DataSection, DataSymbolDefinition, Encode, ExportKind,
    ExportSection, Function, FunctionSection, InstructionSink, LinkingSection, MemorySection, MemoryType,
    Module, NameMap, NameSection, SymbolTable, TypeSection, ValType,
};
use wasmparser::{Parser, Payload};

use super::prune;

/// The functions, by their numbers. `work` is called from outside, `left` by nobody.
const NAMES: [&str; 4] = ["core::panicking::panic", "helper", "left", "work"];
const PANIC: u32 = 0;
const HELPER: u32 = 1;
const WORK: u32 = 3;

/// The constants, one behind the other.
const CONSTANTS: [&str; 6] = [
    "of a panic;",
    "of the helper;",
    "of the function left;",
    "used;",
    "leads on;",
    "followed;",
];
const OF_PANIC: u32 = 0;
const OF_HELPER: u32 = 1;
const OF_LEFT: u32 = 2;
const USED: u32 = 3;
const LEADS_ON: u32 = 4;
const FOLLOWED: u32 = 5;

/// The types of references, as wasmparser numbers them: a call, an address in the code, one in a constant.
const CALL: u8 = 0;
const ADDRESS: u8 = 4;
const ADDRESS_IN_CONSTANT: u8 = 5;

/// What stands in the code for the address of a constant: a number that is nowhere else in the module.
fn address(constant: u32) -> i32 {
    0x0123_4500 + constant.cast_signed()
}

fn body(write: impl FnOnce(&mut InstructionSink<'_>)) -> Function {
    let mut function = Function::new([]);
    write(&mut function.instructions());
    function.instructions().end();
    function
}

fn bodies() -> [Function; 4] {
    [
        body(|code| {
            code.local_get(0).drop();
        }),
        // Always panics.
        body(|code| {
            code.i32_const(address(OF_HELPER)).call(PANIC).unreachable();
        }),
        body(|code| {
            code.i32_const(address(OF_LEFT)).drop();
        }),
        // Panics, or lets the helper panic, by what it is given.
        body(|code| {
            code.local_get(0).if_(BlockType::Empty);
            code.i32_const(address(OF_PANIC)).call(PANIC).unreachable().end();
            code.i32_const(address(USED)).if_(BlockType::Empty);
            code.local_get(0).call(HELPER).end();
            code.i32_const(address(LEADS_ON)).drop();
        }),
    ]
}

/// A module as the linker writes it; `told`: with its references.
fn linked(told: bool) -> Vec<u8> {
    let mut types = TypeSection::new();
    types.ty().function([ValType::I32], []);
    let (mut functions, mut code, mut names) = (FunctionSection::new(), CodeSection::new(), NameMap::new());
    for ((number, name), body) in (0..).zip(NAMES).zip(bodies()) {
        functions.function(0);
        code.function(&body);
        names.append(number, name);
    }
    let mut memories = MemorySection::new();
    memories.memory(MemoryType {
        minimum: 1,
        maximum: None,
        memory64: false,
        shared: false,
        page_size_log2: None,
    });
    let mut exports = ExportSection::new();
    exports.export("work", ExportKind::Func, WORK);
    let mut data = DataSection::new();
    data.active(0, &ConstExpr::i32_const(1024), CONSTANTS.concat().bytes());
    let mut name_section = NameSection::new();
    name_section.functions(&names);
    let mut module = Module::new();
    module
        .section(&types)
        .section(&functions)
        .section(&memories)
        .section(&exports);
    module.section(&code).section(&data).section(&name_section);
    if told {
        let bytes = module.as_slice().to_vec();
        tell(&mut module, &bytes);
    }
    module.finish()
}

/// Adds what the linker tells of the module so far: first the functions are symbols, then the constants.
fn tell(module: &mut Module, bytes: &[u8]) {
    let mut symbols = SymbolTable::new();
    for (number, name) in (0..).zip(NAMES) {
        symbols.function(0, number, Some(name));
    }
    let mut offset = 0;
    for text in CONSTANTS {
        let size = text.len() as u32;
        symbols.data(
            0,
            text,
            Some(DataSymbolDefinition {
                index: 0,
                offset,
                size,
            }),
        );
        offset += size;
    }
    let constant = |constant: u32| NAMES.len() as u32 + constant;
    let place = |of: u32| {
        let mut number = Vec::new();
        address(of).encode(&mut number);
        position(bytes, &number)
    };
    let mut in_code: Vec<_> = [OF_HELPER, OF_LEFT, OF_PANIC, USED, LEADS_ON]
        .map(|of| (ADDRESS, place(of), constant(of)))
        .into();
    // Not where the number of the function stands, but among the instructions that end in the call.
    in_code.push((CALL, place(OF_PANIC), PANIC));
    in_code.push((CALL, place(USED), HELPER));
    let place = position(bytes, CONSTANTS[LEADS_ON as usize].as_bytes());
    let in_constants = vec![(ADDRESS_IN_CONSTANT, place, constant(FOLLOWED))];
    module.section(LinkingSection::new().symbol_table(&symbols));
    let [code, data] = starts(bytes);
    for (name, start, references) in [("reloc.CODE", code, in_code), ("reloc.DATA", data, in_constants)] {
        // The number of the section, which is not read.
        let mut section = vec![0];
        (references.len() as u32).encode(&mut section);
        for (kind, place, symbol) in references {
            section.push(kind);
            ((place - start) as u32).encode(&mut section);
            symbol.encode(&mut section);
            if kind != CALL {
                0_i32.encode(&mut section);
            }
        }
        module.section(&CustomSection {
            name: name.into(),
            data: section.into(),
        });
    }
}

fn position(bytes: &[u8], part: &[u8]) -> usize {
    let found = bytes.windows(part.len()).position(|window| window == part);
    found.expect("the part is in the module")
}

/// Where what is in the sections of code and of constants begins.
fn starts(bytes: &[u8]) -> [usize; 2] {
    let mut starts = [0; 2];
    for payload in Parser::new(0).parse_all(bytes) {
        match payload.unwrap() {
            Payload::CodeSectionStart { range, .. } => starts[0] = range.start,
            Payload::DataSection(section) => starts[1] = section.range().start,
            _ => {}
        }
    }
    starts
}

#[test]
fn what_leads_to_a_panic_and_what_only_that_needs_is_taken_out() {
    let linked = linked(true);
    let pruned = prune(&linked).unwrap();
    wasmparser::validate(&pruned).unwrap();
    let has = |text: &str| pruned.windows(text.len()).any(|window| window == text.as_bytes());
    for (constant, kept) in [
        (OF_PANIC, false),
        (OF_HELPER, false),
        (OF_LEFT, false),
        (USED, true),
        (LEADS_ON, true),
        (FOLLOWED, true),
    ] {
        let text = CONSTANTS[constant as usize];
        assert_eq!(has(text), kept, "{text}");
    }
    let mut bodies = Vec::new();
    for payload in Parser::new(0).parse_all(&pruned) {
        if let Payload::CodeSectionEntry(body) = payload.unwrap() {
            bodies.push(pruned[body.range()].to_vec());
        }
    }
    let trap = super::TRAP.to_vec();
    assert_eq!(bodies[..3], [trap.clone(), trap.clone(), trap]);
    let expected = body(|code| {
        code.local_get(0)
            .if_(BlockType::Empty)
            .unreachable()
            .unreachable()
            .end();
        code.i32_const(address(USED))
            .if_(BlockType::Empty)
            .unreachable()
            .end();
        code.i32_const(address(LEADS_ON)).drop();
    });
    assert_eq!(bodies[3], expected.into_raw_body());
    assert!(!has("reloc.") && !has("linking"));
}

#[test]
fn a_module_that_tells_of_no_references_is_refused() {
    let error = prune(&linked(false)).unwrap_err().to_string();
    assert!(error.contains("LINKER_FLAG"), "{error}");
}
