//! Sources: each turns one form of input into a [`Page`](crate::page::Page).

mod blocks;
#[cfg(target_arch = "wasm32")]
pub mod dom;
pub mod html;
mod opening;
mod places;
pub mod text;

pub use blocks::Rendered;
