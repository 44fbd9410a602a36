//! Finds the tools that the commands need and installs the missing ones.
//!
//! | file | content |
//! |---|---|
//! | `rust.rs` | the wasm target, rustfmt, clippy, the locked crates |
//! | `tools.rs` | the tools that are needed, and their versions |
//! | `tool.rs` | one tool: found on `PATH` or in the cache, or installed into it |
//! | `release.rs` | ready-made releases, downloaded and checked |
//! | `cache.rs` | the cache folder and its locks |
//! | `chromium.rs` | the browser that runs the tests, and its driver |
//! | `firefox.rs` | Firefox, for some of the tests, and an older one |
//! | `webkit.rs` | the browser with Safari's engine, for some of the tests |
//! | `system.rs` | packages of the operating system |
//! | `node.rs` | the npm packages of the end-to-end tests and benchmarks |

mod cache;
mod chromium;
mod firefox;
mod node;
mod release;
mod rust;
mod system;
mod tool;
mod tools;
mod webkit;

pub use chromium::chromium;
pub use firefox::firefox;
pub use node::{packages, peers};
pub use rust::{components, crates, target};
pub use tools::{cargo_deny, cargo_fuzz, trunk, wasm_bindgen, wasm_opt};
pub use webkit::webkit;
