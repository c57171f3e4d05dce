use super::*;

static RULE: Rule = Rule {
    code: "T001",
    severity: Severity::Error,
    title: "Voorbeeldregel",
    what: "Wat.",
    why: "Waarom.",
    wrong: "fout",
    right: "goed",
};
static SOFT: Rule = Rule { code: "T002", severity: Severity::Warning, ..RULE };

fn sample() -> (Vec<Diagnostic>, BTreeMap<String, String>) {
    let text = "vraag: Te laat?\ntrefworden: [laat]\n".to_owned();
    let found = |rule, file: &str, span| Diagnostic {
        rule,
        file: file.to_owned(),
        span,
        message: "`trefworden` is geen sleutel, 100 %.".to_owned(),
        help: "Bedoel je `trefwoorden`?".to_owned(),
    };
    let mut all = vec![
        found(&SOFT, "cases/site.yaml", None),
        found(&RULE, "cases/vragen/laat.yaml", Some(Span { line: 2, column: 1, start: 16, end: 26 })),
        found(&RULE, "cases/vragen/laat.yaml", Some(Span { line: 2, column: 1, start: 16, end: 26 })),
    ];
    sort(&mut all);
    (all, BTreeMap::from([("cases/vragen/laat.yaml".to_owned(), text)]))
}

#[test]
fn every_format_shows_code_place_message_and_help() {
    let (all, texts) = sample();
    assert_eq!(count(&all), (1, 1));
    for (name, format) in
        [("mens", Format::Mens), ("verteld", Format::Verteld), ("json", Format::Json), ("github", Format::Github)]
    {
        insta::assert_snapshot!(name, render(&all, &texts, format, false));
    }
    insta::assert_snapshot!("mens_kleur", render(&all, &texts, Format::Mens, true));
}

#[test]
fn nothing_found_is_said() {
    insta::assert_snapshot!(render(&[], &BTreeMap::new(), Format::Mens, false), @"Geen fouten gevonden.");
}

#[test]
fn a_span_beyond_the_text_does_no_harm() {
    let (mut all, texts) = sample();
    all[1].span = Some(Span { line: 9, column: 9, start: 400, end: 500 });
    assert!(render(&all, &texts, Format::Mens, false).contains("T001"));
}
