//! A small knowledge base that uses every kind of file and block once.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::content::KnowledgeBase;
use crate::content::block::Block;

/// A value of a content type from JSON.
pub fn typed<T: DeserializeOwned>(value: Value) -> T {
    serde_json::from_value(value).unwrap()
}

/// A block from JSON.
pub fn block(value: &Value) -> Block {
    typed(value.clone())
}

fn choices(list: &[(&str, &str)]) -> Value {
    list.iter().map(|(id, name)| json!({"id": id, "naam": name, "uitleg": format!("Uitleg bij {name}.")})).collect()
}

fn items<T: DeserializeOwned>(list: Value) -> BTreeMap<String, T> {
    typed(list)
}

fn site() -> Value {
    json!({
        "titel": "Mentorwijzer",
        "kort": "Kort antwoord op je vraag.",
        "sector": {"naam": "Voorbeeld", "voorlopig": true},
        "hulplijn": {"naam": "Hulplijn", "uitleg": "Bel de trajectbegeleider.", "voorlopig": true},
        "redactie": {"naam": "Redactie", "melden": "Zeg het ons.", "voorlopig": true},
        "kleuren": {"hoofd": "#1f5c3a", "accent": "#8a4b08"},
        "fasen": choices(&[("opstart", "Opstarten"), ("tijdens", "Tijdens het jaar")]),
        "groepen": choices(&[("mentor", "Mentor"), ("ouder", "Ouder")]),
        "ingangen": [{"id": "werkplek", "naam": "Ik ben mentor", "uitleg": "Voor de werkplek.", "groepen": ["mentor"]}],
        "overeenkomst": choices(&[("oao", "OAO")]),
        "school": choices(&[("buso", "BUSO")]),
        "bedrijf": choices(&[("ploegen", "Bedrijf met ploegen")]),
        "ervaring": choices(&[("nieuw", "Nieuw als mentor")]),
        "nood": [{"situatie": "Mijn leerling is gewond", "nu": "Bel de **hulpdiensten**.", "bel": ["hulpdiensten", "trajectbegeleider"],
            "vraag": "te-laat", "stroomschema": "stoppen", "checklist": "bellen"}],
    })
}

fn source() -> Value {
    json!([{"document": "rapport_1", "vraag": 5, "regels": "10-20, 30"}, {"document": "rapport_1", "vraag": 7, "regels": "40"}])
}

/// One block of every kind, without trainer blocks.
pub fn every_block() -> Value {
    json!([
        {"soort": "tekst", "titel": "Waarom * het # telt", "tekst": "Een OAO is een *soort* overeenkomst.\n\nZie [bellen](checklist:bellen).", "bron": source()},
        {"soort": "getuigenis", "wie": "mentor", "bedrijf": "ploegen", "school": "buso", "tekst": "Het liep mis.", "afloop": "Het kwam goed.", "les": "Bel snel."},
        {"soort": "tips", "titel": "Tips", "van": "mentor", "tips": ["Bel.", "Schrijf.\n\nEn lees."]},
        {"soort": "genummerde-tips", "van": "sector", "tips": ["Eerst dit.", "Dan dat."]},
        {"soort": "stappen", "titel": "Stappen", "stappen": [{"stap": "Bel", "tekst": "Neem de telefoon.", "wie": "mentor", "wanneer": "meteen"}, {"stap": "Wacht"}]},
        {"soort": "checklist", "titel": "Jouw lijst", "checklist": "bellen"},
        {"soort": "checklist", "titel": "Eigen punten", "groepen": [{"titel": "School", "niveau": "goed-op-weg", "punten": [{"punt": "Ik ken de school.", "uitleg": "Van gezicht."}]}]},
        {"soort": "vergelijking", "titel": "Twee soorten", "links": "OAO", "rechts": "SAO", "rijen": [{"punt": "Dagen", "links": "drie | vier", "rechts": "twee"}]},
        {"soort": "voor-en-tegen", "titel": "Stoppen?", "voor": ["Rust"], "tegen": ["Verlies"]},
        {"soort": "dialogen", "titel": "Zo zeg je het", "paren": [{"niet": "Je bent te laat!", "wel": "Wat is er gebeurd?", "waarom": "Een vraag opent."}]},
        {"soort": "deelvragen", "titel": "Deelvragen", "vragen": [{"vraag": "En dan?", "antwoord": "Dan dit.", "blokken": [
            {"soort": "tips", "titel": "Binnenin", "van": "mentor", "tips": ["Genest."]},
            {"soort": "opleider", "titel": "Genest", "werkvorm": "samen", "minuten": 5}]}]},
        {"soort": "open-casus", "titel": "Wat nu?", "situatie": "De leerling komt niet.", "vragen": ["Wat doe je?"]},
        {"soort": "wettelijk-kader", "bepalingen": [{"regel": "Decreet", "artikel": "art. 26", "inhoud": "Er is een periode.", "status": "te-controleren", "toestand": 2018, "nagekeken": "2026-11-20", "vraag-aan": "trajectbegeleider", "bron": source()},
            {"regel": "Besluit", "inhoud": "Er is een formulier.", "status": "te-controleren", "nagekeken": "2026-11-20", "vraag-aan": "trajectbegeleider"},
            {"regel": "Termijn", "inhoud": "Onbekend.", "status": "niet-in-bron", "nagekeken": "2026-11-20", "vraag-aan": "trajectbegeleider", "bron": source()},
            {"regel": "Wet", "inhoud": "Er is een wet.", "status": "geverifieerd", "nagekeken": "2026-11-20", "vraag-aan": "trajectbegeleider", "bron": source()}]},
        {"soort": "links", "links": [
            {"naam": "Werkt", "adres": "https://voorbeeld.be/a?b=c&d=e", "status": "werkt", "nagekeken": "2026-11-20"},
            {"naam": "Dood", "adres": "https://dood.be", "status": "dood"},
            {"naam": "Onbekend", "status": "niet-nagekeken", "uitleg": "Uit de bron."}]},
        {"soort": "bestaat-nog-niet", "punten": ["Een hulplijn."], "toestand": 2018, "intussen": "Bel de school."},
        {"soort": "stroomschema", "stroomschema": "stoppen", "inleiding": "Gebruik dit bij ruzie."},
        {"soort": "tabel", "titel": "Wie bel je?", "kolommen": ["Wat", "Wie"], "rijen": [["Ziek", "de *school*"]]},
        {"soort": "cijfers", "titel": "Hoeveel mentors", "eenheid": "%", "jaar": 2018, "n": 14, "toelichting": "Weinig antwoorden.", "bron": source(),
            "cijfers": [{"label": "Ja", "waarde": 90.5}, {"label": "Nee", "waarde": 9.5, "n": 12}]},
        {"soort": "opleider", "titel": "Oefening", "werkvorm": "per twee", "minuten": 20, "oefening": "Teken je kring.", "bespreekvragen": ["Wie mis je?"]},
    ])
}

fn question(title: &str, status: &str, blocks: &Value) -> Value {
    json!({
        "vraag": title, "kort": "Bel de [trajectbegeleider](partij:trajectbegeleider).", "fase": ["opstart", "tijdens"],
        "voor": ["mentor"], "overeenkomst": ["oao"], "school": ["buso"], "bedrijf": ["ploegen"], "ervaring": ["nieuw"],
        "maanden": [9, 10], "trefwoorden": ["afwezig", "één keer te laat", "2 keer"],
        "bel": [{"partij": "hulpdiensten", "waarvoor": "Bij gevaar."}, {"partij": "trajectbegeleider", "waarvoor": "Voor alles."}],
        "verwant": [{"vraag": "concept", "reden": "Staat nog niet online."}, {"vraag": "te-laat", "reden": "Hoort erbij."}],
        "competenties": ["coachen"], "bron": source(), "status": status, "nagekeken": "2026-11-20", "herzien": "2027-09-01",
        "blokken": blocks,
    })
}

fn flow() -> Value {
    let fact = |status: &str| json!({"tekst": "Vraag het na.", "status": status});
    json!({
        "titel": "Stoppen of niet?", "kort": "Als het niet meer gaat.", "fase": ["tijdens"], "trefwoorden": ["stoppen"],
        "start": "veilig", "bron": source(), "status": "nagelezen", "nagekeken": "2026-11-20", "herzien": "2027-09-01",
        "knopen": [
            {"soort": "vraag", "id": "veilig", "vraag": "Is het veilig?", "uitleg": "Kijk **goed**.", "antwoorden": [
                {"antwoord": "Ja", "naar": "praten"}, {"antwoord": "Nee", "naar": "stap-noteren"}]},
            {"soort": "vraag", "id": "praten", "vraag": "Kan je praten?", "antwoorden": [
                {"antwoord": "Ja", "naar": "einde-praten"}, {"antwoord": "Nee", "naar": "veilig", "terug": true}]},
            {"soort": "stap", "id": "stap-noteren", "stap": "Noteer wat er gebeurde", "tekst": "Met datum.", "wie": "mentor",
                "termijn": fact("niet-in-bron"), "document": fact("te-controleren"), "naar": "einde-brief"},
            {"soort": "einde", "id": "einde-praten", "titel": "Praat samen", "actie": "Zit samen.", "termijn": fact("geverifieerd"),
                "wie": ["trajectbegeleider"], "bron": source(), "nagekeken": "2026-11-20"},
            {"soort": "einde", "id": "einde-brief", "titel": "Schrijf een brief", "actie": "Vraag hulp.", "termijn": fact("niet-in-bron"),
                "wie": ["hulpdiensten", "trajectbegeleider"], "bron": source(), "nagekeken": "2026-11-20"},
            {"soort": "stap", "id": "los", "stap": "Nergens aan vast", "wie": "mentor", "naar": "einde-brief"},
        ],
        "voorbeelden": [{"situatie": "Praten lukt.", "antwoorden": ["Ja", "Ja"], "einde": "einde-praten"}],
    })
}

fn story() -> Value {
    json!({
        "titel": "De brommer", "kort": "Over te laat komen.", "fase": ["tijdens"], "bedrijf": "ploegen", "trefwoorden": ["brommer"],
        "situatie": "Het begon goed.", "verwachtingen": [{"wie": "mentor", "verwachtte": "Op tijd komen."}], "ontbrak": ["school"],
        "verloop": [{"tekst": "De brommer was stuk.", "keerpunt": true}], "afloop": "Het kwam goed.", "les": "Vraag ernaar.",
        "bespreekvragen": [{"vraag": "Wat had jij gedaan?", "antwoord": "Gebeld."}], "vragen": ["te-laat"],
        "bron": source(), "status": "nagelezen", "nagekeken": "2026-11-20", "herzien": "2027-09-01",
    })
}

/// The knowledge base of the tests.
pub fn knowledge() -> KnowledgeBase {
    let dates = json!({"status": "gepubliceerd", "nagekeken": "2026-11-20", "herzien": "2027-09-01"});
    let with_dates = |mut item: Value| {
        for (key, value) in dates.as_object().unwrap() {
            item[key] = value.clone();
        }
        item
    };
    let checklist = with_dates(json!({
        "titel": "Wie kan ik bellen?", "kort": "Hang ze op.", "fase": ["opstart"], "voor": ["mentor"], "trefwoorden": ["telefoon"],
        "groepen": [{"titel": "De school", "punten": [{"punt": "Naam: ..."}]}], "bron": source(),
    }));
    let form = with_dates(json!({
        "titel": "Agenda", "kort": "Voor het startgesprek.", "fase": ["opstart"], "trefwoorden": ["agenda"], "bron": source(),
        "delen": [{"titel": "Wie", "uitleg": "Vul in.", "velden": [
            {"label": "Naam", "vorm": "regel"}, {"label": "Verslag", "vorm": "vak"}, {"label": "Datum", "vorm": "datum"},
            {"label": "Aanwezig", "vorm": "keuze", "keuzes": ["mentor", "ouder"]},
            {"label": "Akkoord?", "vorm": "een-keuze", "keuzes": ["ja", "nee"]}]}],
    }));
    let module = with_dates(json!({
        "titel": "Goed starten", "kort": "Een halve dag.", "voor": "nieuwe mentors", "doelen": ["Bellen"], "kernpunten": ["Bel vroeg"],
        "doel-minuten": 60, "materiaal": ["stiften"], "bron": source(),
        "delen": [{"titel": "Begin", "minuten": 20, "werkvorm": "samen", "vragen": ["te-laat"], "verhalen": ["brommer"],
            "stroomschemas": ["stoppen"], "checklists": ["bellen"], "notities": [{"soort": "let-op", "tekst": "Op tijd beginnen."}]}],
    }));
    KnowledgeBase {
        site: typed(site()),
        questions: items(json!({
            "te-laat": question("Mijn leerling komt te laat. Wat nu?", "nagelezen", &every_block()),
            "concept": question("Nog niet klaar", "concept", &json!([{"soort": "tekst", "tekst": "Geheim concept."}])),
        })),
        stories: items(json!({"brommer": story()})),
        flows: items(json!({"stoppen": flow()})),
        checklists: items(json!({"bellen": checklist})),
        templates: items(json!({"agenda": form})),
        modules: items(json!({"start": module})),
        news: items(json!({
            "oud": {"titel": "Oud nieuws", "datum": "2026-01-02", "tekst": "Toen.", "status": "nagelezen"},
            "nieuw": {"titel": "Nieuw nieuws", "datum": "2026-11-20", "tekst": "Nu.", "status": "nagelezen"},
        })),
        terms: typed(json!({"begrippen": [
            {"id": "oao", "begrip": "OAO", "voluit": "overeenkomst alternerende opleiding", "uitleg": "Een soort overeenkomst.",
                "status": "te-controleren", "zie-ook": ["oao"], "bron": source()},
        ]})),
        keywords: typed(json!({"trefwoorden": [
            {"woord": "afwezig", "synoniemen": ["spijbelen", "Afwezig", "spieken", "absent"]},
            {"woord": "nergens", "synoniemen": ["onbekend synoniem"]},
        ]})),
        parties: typed(json!({"partijen": [
            {"id": "trajectbegeleider", "naam": "trajectbegeleider", "wat": "Volgt de leerling op.", "bel-voor": ["Ruzie"],
                "bereik": "Via de school.", "let-op": "Sinds 2018 veranderd.", "bron": source()},
            {"id": "hulpdiensten", "naam": "hulpdiensten", "wat": "Helpen bij gevaar.", "bel-voor": ["Een gewonde"],
                "bereik": "Overal.", "noodnummer": "112", "bron": source()},
        ]})),
        sources: typed(json!({"bronnen": [
            {"id": "rapport_1", "titel": "Eindrapport", "soort": "document", "jaar": 2018, "aantal-regels": 100,
                "adres": "https://voorbeeld.be/rapport", "uitleg": "Verslag.", "nagekeken": "2026-11-20"},
        ]})),
        competences: typed(json!({"uitleg": "Zeven groepen.", "bron": source(),
            "groepen": [{"id": "coachen", "naam": "Coachen", "uitleg": "Helpen.", "hulp": "trajectbegeleider"}]})),
    }
}
