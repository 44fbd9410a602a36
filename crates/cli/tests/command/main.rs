//! The command `manicule`, run as people and programs run it.

mod articles;
mod evaluate;
mod files;
mod formats;
mod rows;
mod run;
