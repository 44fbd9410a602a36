//! Tests that run the command `manicule`.

mod articles;
mod evaluate;
mod files;
mod formats;
mod rows;
mod run;
