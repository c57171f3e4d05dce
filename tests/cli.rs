//! The program as people and other programs use it: arguments, output, exit status.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at what cannot be")]

mod common;

use std::fs;
use std::process::Stdio;

use common::{Site, assert_dutch, run, run_in};

#[test]
fn help_is_dutch_and_reads_well() {
    let commands = ["", "build", "check", "serve", "new", "explain", "schema", "preprocess", "supports"];
    let helps = commands.map(|command| {
        let arguments: Vec<_> = [command, "--help"].into_iter().filter(|word| !word.is_empty()).collect();
        let ended = run(&arguments);
        assert_eq!(ended.status, 0, "{}", ended.errors);
        format!("$ mentorwijzer {}\n{}\n", arguments.join(" "), ended.output)
    });
    let all = helps.concat();
    insta::assert_snapshot!(all);
    for english in ["Usage", "Options", "Commands", "Arguments", "default", "possible", "Print", "help]"] {
        assert!(!all.contains(english), "{english}");
    }
}

#[test]
fn wrong_use_is_status_2() {
    for arguments in [&["biuld"][..], &[], &["build", "--uit"], &["explain", "Z999"], &["schema", "vraagje"]] {
        let ended = run(arguments);
        assert_eq!(ended.status, 2, "{arguments:?}");
        assert_eq!(ended.output, "");
        assert!(!ended.errors.is_empty());
    }
}

#[test]
fn a_folder_without_cases_is_status_2() {
    let empty = tempfile::tempdir().unwrap();
    for command in ["build", "check", "serve"] {
        let ended = run_in(empty.path(), &[command]);
        assert_eq!(ended.status, 2);
        let said = format!("fout: Er is geen map `cases` in {}.\n", empty.path().canonicalize().unwrap().display());
        assert!(ended.errors.starts_with(&said), "{}", ended.errors);
        assert_dutch(&ended.errors);
    }
}

#[test]
fn a_reader_that_stops_is_no_failure() {
    let mut child = common::command(&["schema"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let ended = child.wait_with_output().unwrap();
    assert_eq!(ended.status.code(), Some(0));
    assert!(ended.stderr.is_empty());
}

#[test]
fn schema_gives_every_kind_or_one() {
    let all: serde_json::Value = serde_json::from_str(&run(&["schema"]).output).unwrap();
    let one: serde_json::Value = serde_json::from_str(&run(&["schema", "vraag"]).output).unwrap();
    assert_eq!(all.as_object().unwrap().len(), 13);
    assert_eq!(all["vraag"], one);

    let folder = tempfile::tempdir().unwrap();
    assert_eq!(run_in(folder.path(), &["schema", "--out", "schemas"]).status, 0);
    let written = fs::read_to_string(folder.path().join("schemas/vraag.schema.json")).unwrap();
    assert_eq!(serde_json::from_str::<serde_json::Value>(&written).unwrap(), one);
}

#[test]
fn explain_knows_every_code_that_it_lists() {
    let list = run(&["explain"]).output;
    let codes: Vec<_> = list.lines().filter_map(|line| line.split_whitespace().next()).collect();
    assert!(!codes.is_empty());
    for code in codes {
        let ended = run(&["explain", &code.to_lowercase()]);
        assert_eq!(ended.status, 0);
        assert!(ended.output.starts_with(code) && ended.output.contains("\nZo wel\n"), "{}", ended.output);
    }
}

#[test]
fn check_tells_good_from_bad() {
    let site = Site::new();
    let good = site.run(&["check"]);
    assert_eq!(good.status, 0, "{}{}", good.output, good.errors);

    site.write("cases/vragen/te-vroeg-op.yaml", "vraag: 1\n");
    for format in ["mens", "verteld", "json", "github"] {
        let bad = site.run(&["check", "--format", format]);
        assert_eq!(bad.status, 1, "{}", bad.errors);
        assert!(bad.output.contains("cases/vragen/te-vroeg-op.yaml"), "{}", bad.output);
        assert_eq!(bad.errors, "");
    }
}

#[test]
fn annotations_name_the_file_from_where_the_program_runs() {
    let site = Site::new();
    site.write("cases/vragen/te-vroeg-op.yaml", "vraag: 1\n");
    let name = site.root().file_name().unwrap().to_str().unwrap();
    let check = ["check", "--format", "github", "--root", name];
    let ended = run_in(site.root().parent().unwrap(), &check);
    assert!(ended.output.contains(&format!(" file={name}/cases/vragen/te-vroeg-op.yaml,")), "{}", ended.output);
}

#[test]
fn a_new_file_of_every_kind_loads_at_once() {
    let site = Site::new();
    for kind in ["vraag", "verhaal", "stroomschema", "checklist", "sjabloon", "module", "nieuws"] {
        let made = site.run(&["new", kind, "Hoe \"begin\" je: een proef?"]);
        assert_eq!(made.status, 0, "{kind}: {}", made.errors);
        assert!(made.output.contains("/hoe-begin-je-een-proef.yaml is gemaakt"), "{}", made.output);
        let again = site.run(&["new", kind, "Hoe begin je? Een proef!"]);
        assert_eq!(again.status, 2);
        assert!(again.errors.contains("bestaat al"), "{}", again.errors);
    }
    let checked = site.run(&["check"]);
    assert_eq!(checked.status, 0, "{}", checked.output);

    let offered = site.run(&["new", "foo", "Iets"]);
    assert_eq!(offered.status, 2);
    assert!(offered.errors.ends_with(": vraag, verhaal, stroomschema, checklist, sjabloon, module, nieuws.\n"));
    assert_eq!(site.run(&["new", "vragen", "Mag het?"]).status, 0);
    assert!(site.path("cases/vragen/mag-het.yaml").is_file());
    let bare = site.run(&["new", "vraag", "Mag", "ik", "rijden?"]);
    assert_eq!(bare.status, 2);
    assert!(bare.errors.starts_with("fout: Zet de titel tussen aanhalingstekens.\n"), "{}", bare.errors);
    assert!(bare.errors.contains("new vraag \"Mag ik rijden?\""), "{}", bare.errors);

    let single = site.run(&["new", "begrippen", "Iets"]);
    assert_eq!(single.status, 2);
    assert!(single.errors.contains("cases/begrippen.yaml"), "{}", single.errors);
}

#[test]
fn mdbook_may_ask_for_any_output() {
    assert_eq!(run(&["supports", "html"]).status, 0);
    assert_eq!(run(&["preprocess", "supports", "epub"]).status, 0);
}

#[test]
fn stats_tell_per_file_how_easily_it_reads() {
    let site = Site::new();
    let told = site.run(&["check", "--stats"]);
    assert_eq!(told.status, 0, "{}", told.errors);
    insta::assert_snapshot!(told.output);
    let both = site.run(&["check", "--stats", "--format", "json"]);
    assert_eq!(both.status, 2);
    assert_dutch(&both.errors);
}
