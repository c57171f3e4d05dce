//! x
fn main() {
    let l = mentorwijzer::load::load(std::path::Path::new(&std::env::args().nth(1).unwrap_or(".".into()))).unwrap();
    print!(
        "{}",
        mentorwijzer::diagnostics::render(&l.diagnostics, &l.texts, mentorwijzer::diagnostics::Format::Mens, false)
    );
}
