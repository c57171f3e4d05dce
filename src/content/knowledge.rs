//! Everything in `cases/`, typed and together.

use std::collections::BTreeMap;

use super::checklist::Checklist;
use super::flow::Flow;
use super::module::Module;
use super::news::News;
use super::question::Question;
use super::registers::{Competences, Keywords, Parties, Sources, Terms};
use super::site::Site;
use super::story::Story;
use super::template::Template;

/// The whole content of a site. Items are keyed by id, which is the file name without its ending.
#[derive(Debug, Clone)]
pub struct KnowledgeBase {
    /// `site.yaml`.
    pub site: Site,
    /// `vragen/`.
    pub questions: BTreeMap<String, Question>,
    /// `verhalen/`.
    pub stories: BTreeMap<String, Story>,
    /// `stroomschemas/`.
    pub flows: BTreeMap<String, Flow>,
    /// `checklists/`.
    pub checklists: BTreeMap<String, Checklist>,
    /// `sjablonen/`.
    pub templates: BTreeMap<String, Template>,
    /// `opleiding/`.
    pub modules: BTreeMap<String, Module>,
    /// `nieuws/`.
    pub news: BTreeMap<String, News>,
    /// `begrippen.yaml`.
    pub terms: Terms,
    /// `trefwoorden.yaml`.
    pub keywords: Keywords,
    /// `partijen.yaml`.
    pub parties: Parties,
    /// `bronnen.yaml`.
    pub sources: Sources,
    /// `competenties.yaml`.
    pub competences: Competences,
}

impl KnowledgeBase {
    /// The same without drafts: what readers may see.
    #[must_use]
    pub fn published(&self) -> Self {
        let mut public = self.clone();
        public.questions.retain(|_, item| item.standing.status.is_public());
        public.stories.retain(|_, item| item.standing.status.is_public());
        public.flows.retain(|_, item| item.standing.status.is_public());
        public.checklists.retain(|_, item| item.standing.status.is_public());
        public.templates.retain(|_, item| item.standing.status.is_public());
        public.modules.retain(|_, item| item.standing.status.is_public());
        public.news.retain(|_, item| item.status.is_public());
        public
    }
}
