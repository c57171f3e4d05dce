use std::fmt::Write as _;
use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::*;

fn read(text: &str) -> (CaseFile, Vec<Diagnostic>) {
    read_text(Kind::Question, "cases/vragen/proef.yaml", "proef", text)
}

/// What must hold for any text of any kind: no panic, and a file that is refused says where.
fn holds(kind: Kind, text: &str) {
    let (case, found) = read_text(kind, "cases/proef.yaml", "proef", text);
    assert!(case.content.is_some() || !found.is_empty(), "refused without a reason: {text:?}");
    for diagnostic in &found {
        let Some(span) = diagnostic.span else {
            assert!(matches!(diagnostic.rule.code, "Y005" | "B007"), "no place: {diagnostic:?}");
            continue;
        };
        assert!(span.line >= 1 && span.column >= 1, "{diagnostic:?}");
        assert!(text.get(span.start..span.end).is_some(), "off the characters: {diagnostic:?} in {text:?}");
    }
    let mut corpus = Corpus::default();
    corpus.files.push(case);
    let mut found = found;
    rules::check(&corpus, &mut found);
    let texts = BTreeMap::from([("cases/proef.yaml".to_owned(), text.to_owned())]);
    for format in [diagnostics::Format::Mens, diagnostics::Format::Json] {
        assert!(!diagnostics::render(&found, &texts, format, false).is_empty());
    }
}

const GOOD: &str = include_str!("../../tests/minisite/cases/vragen/brandwonde.yaml");

fn any_kind() -> impl Strategy<Value = Kind> {
    prop::sample::select(Kind::ALL.to_vec())
}

proptest! {
    #[test]
    fn any_bytes_as_a_file_are_read_or_refused(kind in any_kind(), bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        let root = tempfile::tempdir().unwrap();
        let place = match kind.location() {
            crate::content::kind::Location::Folder(folder) => format!("cases/{folder}/proef.yaml"),
            crate::content::kind::Location::File(name) => format!("cases/{name}"),
        };
        let file = root.path().join(&place);
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(file, &bytes).unwrap();
        let loaded = load(root.path()).unwrap();
        prop_assert!(loaded.knowledge.is_none());
        prop_assert!(loaded.diagnostics.iter().any(|d| d.file == place));
        match String::from_utf8(bytes) {
            Ok(text) => holds(kind, &text),
            Err(_) => prop_assert!(loaded.diagnostics.iter().any(|d| d.rule.code == "B001")),
        }
    }

    #[test]
    fn any_text_is_read_or_refused_with_a_place(kind in any_kind(), text in any::<String>()) {
        holds(kind, &text);
    }

    #[test]
    fn any_yaml_like_text_is_read_or_refused_with_a_place(
        kind in any_kind(),
        text in "([a-zé]{0,3}[:\\-\\[\\]{},\"'#&*!|>%@`? \t\r\n]{1,3}(vraag|kort|blokken|soort|tekst|knopen|é|🌱|\u{a0})?){0,40}"
    ) {
        holds(kind, &text);
    }

    #[test]
    fn a_good_file_with_a_piece_cut_out_or_put_in(
        at in 0..GOOD.len(), length in 0..60usize, piece in "[:\\-\\[{\"'#&*!|>\t\n a-z]{0,6}"
    ) {
        let text: String = GOOD.char_indices().filter(|(i, _)| *i < at || *i >= at + length).map(|(_, c)| c).collect();
        let at = text.char_indices().map(|(i, _)| i).find(|i| *i >= at).unwrap_or(text.len());
        holds(Kind::Question, &format!("{}{piece}{}", &text[..at], &text[at..]));
    }
}

#[test]
fn windows_line_ends_and_accents_keep_their_places() {
    let (_, found) = read("vraag: \"Één ééuwig é\"\r\n# 🌱\r\nkört: x\r\n");
    let odd = found.iter().find(|d| d.rule.code == "V001").unwrap();
    let span = odd.span.unwrap();
    assert_eq!((span.line, span.column, span.end - span.start), (3, 1, "kört".len()));
}

#[test]
fn deep_nesting_is_called_by_its_name() {
    for text in ["[".repeat(100_000), "a:\n".to_owned() + &(1..60).map(|i| " ".repeat(i) + "a:\n").collect::<String>()]
    {
        let (_, found) = read(&text);
        assert_eq!(found.iter().map(|d| d.rule.code).collect::<Vec<_>>(), ["Y002"], "{text:.20}");
    }
}

/// Ways to make a reader of YAML hang or run out of stack. Each is compared with a plain file of
/// the same size, so that a slow machine doesn't matter.
#[test]
fn hostile_files_are_refused_quickly() {
    let size = usize::try_from(files::MAX_BYTES).unwrap() / 2;
    let time = |text: &str| {
        let root = tempfile::tempdir().unwrap();
        std::fs::create_dir_all(root.path().join("cases/vragen")).unwrap();
        std::fs::write(root.path().join("cases/vragen/proef.yaml"), text).unwrap();
        let start = Instant::now();
        let loaded = load(root.path()).unwrap();
        let shown = diagnostics::render(&loaded.diagnostics, &loaded.texts, diagnostics::Format::Mens, false);
        assert!(shown.len() < 200_000, "{} bytes of findings", shown.len());
        (start.elapsed(), loaded.knowledge.is_none())
    };
    let (plain, _) = time(&"- een gewone regel tekst\n".repeat(size / 25));
    let mut laughs = "a0: &a0 [x,x,x,x,x,x,x,x]\n".to_owned();
    for i in 1..40 {
        let many = vec![format!("*a{}", i - 1); 9].join(",");
        writeln!(laughs, "a{i}: &a{i} [{many}]").unwrap();
    }
    let hostile = [
        "[".repeat(size),
        "{a: ".repeat(size / 4),
        "- ".repeat(size / 2),
        "? ".repeat(size / 2),
        "a:\n".to_owned() + &(0..700).map(|i| " ".repeat(i) + "a:\n").collect::<String>(),
        "\"".repeat(size),
        "x".repeat(size),
        "&a ".repeat(size / 3),
        laughs,
        (0..size / 10).fold(String::new(), |text, i| text + &format!("a{i}: 1\n")),
        format!("kort: {}\n", "0 ".repeat(size / 2)),
        format!("kort: {}\n", "0123456789".repeat(size / 10)),
    ];
    for text in hostile {
        let (took, refused) = time(&text);
        assert!(refused, "{text:.40}");
        assert!(took < plain * 20 + Duration::from_millis(200), "{took:?} against {plain:?}: {text:.40}");
    }
}
