//! Builds again when a file of the embedded theme comes or goes.
#![allow(clippy::print_stdout, reason = "this is how a build script speaks to cargo")]

fn main() {
    println!("cargo:rerun-if-changed=theme");
}
