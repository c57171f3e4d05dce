//! R012: knoop zonder weg erheen of naar een einde.

use super::Corpus;
use crate::diagnostics::{Diagnostic, Rule, Severity};
use std::collections::{BTreeSet, HashMap};

use crate::content::flow::{Flow, Node};

/// The rule and its documentation.
pub static RULE: Rule = Rule {
    code: "R012",
    severity: Severity::Error,
    title: "Knoop zonder weg erheen of naar een einde",
    what: "Elke knoop van een stroomschema is bereikbaar vanaf `start`, en vanuit elke knoop kom je bij een einde.",
    why: "Een lezer die vastzit, krijgt geen antwoord. Een knoop waar niemand komt, wordt nooit gelezen.",
    wrong: r"start: a
knopen: (knoop c wordt nergens genoemd)",
    right: r"start: a
knopen: (elke knoop wordt door een antwoord of stap genoemd)",
};

pub(super) fn check(corpus: &Corpus, found: &mut Vec<Diagnostic>) {
    for (file, flow) in corpus.flows() {
        // A target that doesn't exist is told by R002; what follows from it would only confuse.
        let ids: BTreeSet<&str> = flow.nodes.iter().map(|node| node.id().as_str()).collect();
        let targets = flow.nodes.iter().flat_map(Node::targets).chain([&flow.start]);
        if targets.into_iter().any(|target| !ids.contains(target.as_str())) {
            continue;
        }
        let reached = spread(flow, BTreeSet::from([flow.start.as_str()]), |from, to| (from, to));
        let ends = flow.nodes.iter().filter(|n| n.targets().is_empty()).map(|n| n.id().as_str()).collect();
        let leading = spread(flow, ends, |from, to| (to, from));
        for (i, node) in flow.nodes.iter().enumerate() {
            let id = node.id().as_str();
            let (message, help) = if !reached.contains(id) {
                (
                    format!("Niemand komt bij knoop `{id}`: geen enkel antwoord en geen enkele stap leidt erheen."),
                    "Laat een antwoord of stap met `naar:` hierheen wijzen, of haal de knoop weg.",
                )
            } else if !leading.contains(id) {
                (
                    format!("Vanuit knoop `{id}` kom je nooit bij een einde."),
                    "Laat een antwoord of stap naar een knoop met `soort: einde` leiden.",
                )
            } else {
                continue;
            };
            found.push(RULE.found(&file.path, Some(file.place(&format!("/knopen/{i}/id"))), message, help));
        }
    }
}

/// Grows a set of nodes along the arrows, or against them, as `direction` turns them.
fn spread<'a>(
    flow: &'a Flow,
    start: BTreeSet<&'a str>,
    direction: impl Fn(&'a str, &'a str) -> (&'a str, &'a str),
) -> BTreeSet<&'a str> {
    let mut next: HashMap<&str, Vec<&str>> = HashMap::new();
    for node in &flow.nodes {
        for target in node.targets() {
            let (from, to) = direction(node.id().as_str(), target.as_str());
            next.entry(from).or_default().push(to);
        }
    }
    let mut open: Vec<&str> = start.iter().copied().collect();
    let mut reached = start;
    while let Some(node) = open.pop() {
        for to in next.get(node).into_iter().flatten() {
            if reached.insert(to) {
                open.push(to);
            }
        }
    }
    reached
}
