//! Sources: each turns one form of input into a [`Page`](crate::page::Page).

#[cfg(target_arch = "wasm32")]
pub mod dom;
pub mod text;
