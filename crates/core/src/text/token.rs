//! Sentences to tokens.
