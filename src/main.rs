//! The program `mentorwijzer`.

fn main() {}
