//! The rules that content must keep: one file each, with its documentation beside it.

use crate::diagnostics::Rule;

/// Every rule, sorted by code.
pub static ALL: &[&Rule] = &[];
