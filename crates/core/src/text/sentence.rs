//! Blocks to sentences.
