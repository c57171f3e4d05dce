use std::fmt::Write as _;
use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::*;

fn read(text: &str) -> (CaseFile, Vec<Diagnostic>) {
    read_text(Kind::Question, "cases/vragen/proef.yaml", "proef", text)
}

/// What must hold for any text: no panic, and a file that is refused has a finding.
fn holds(text: &str) {
    let (case, found) = read(text);
    assert!(case.content.is_some() || !found.is_empty(), "refused without a reason: {text:?}");
    for diagnostic in &found {
        let Some(span) = diagnostic.span else {
            assert!(diagnostic.rule.code.starts_with('Y'), "no place: {diagnostic:?}");
            continue;
        };
        assert!(span.line >= 1 && span.column >= 1, "{diagnostic:?}");
        assert!(text.get(span.start..span.end).is_some(), "off the characters: {diagnostic:?} in {text:?}");
    }
    let texts = BTreeMap::from([("cases/vragen/proef.yaml".to_owned(), text.to_owned())]);
    for format in [diagnostics::Format::Mens, diagnostics::Format::Json] {
        assert!(!diagnostics::render(&found, &texts, format, false).is_empty());
    }
}

const GOOD: &str = include_str!("../../tests/minisite/cases/vragen/brandwonde.yaml");

proptest! {
    #[test]
    fn any_text_is_read_or_refused_with_a_place(text in any::<String>()) {
        holds(&text);
    }

    #[test]
    fn any_yaml_like_text_is_read_or_refused_with_a_place(
        text in "([a-zé]{0,3}[:\\-\\[\\]{},\"'#&*!|>%@`? \t\r\n]{1,3}(vraag|kort|blokken|soort|tekst|é|🌱)?){0,40}"
    ) {
        holds(&text);
    }

    #[test]
    fn a_good_file_with_a_piece_cut_out_or_put_in(
        at in 0..GOOD.len(), length in 0..60usize, piece in "[:\\-\\[{\"'#&*!|>\t\n a-z]{0,6}"
    ) {
        let text: String = GOOD.char_indices().filter(|(i, _)| *i < at || *i >= at + length).map(|(_, c)| c).collect();
        let at = text.char_indices().map(|(i, _)| i).find(|i| *i >= at).unwrap_or(text.len());
        holds(&format!("{}{piece}{}", &text[..at], &text[at..]));
    }
}

#[test]
fn windows_line_ends_and_accents_keep_their_places() {
    let (_, found) = read("vraag: \"Één ééuwig é\"\r\n# 🌱\r\nkört: x\r\n");
    let odd = found.iter().find(|d| d.rule.code == "V001").unwrap();
    let span = odd.span.unwrap();
    assert_eq!((span.line, span.column, span.end - span.start), (3, 1, "kört".len()));
}

/// Ways to make a reader of YAML hang or run out of stack. Each is compared with a plain file of
/// the same size, so that a slow machine doesn't matter.
#[test]
fn hostile_files_are_refused_quickly() {
    let size = usize::try_from(files::MAX_BYTES).unwrap() / 2;
    let time = |text: &str| {
        let start = Instant::now();
        let (case, _) = read(text);
        (start.elapsed(), case.content.is_none())
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
    ];
    for text in hostile {
        let (took, refused) = time(&text);
        assert!(refused, "{text:.40}");
        assert!(took < plain * 20 + Duration::from_millis(200), "{took:?} against {plain:?}: {text:.40}");
    }
}
