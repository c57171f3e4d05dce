//! The reference pages of the manual.
