//! The parts of a language pack that the tagger uses.

use super::decode::Transitions;
use super::gazetteer::Gazetteer;
use super::weights::Weights;
use crate::lang::pack::{Keys, hash};
use crate::lang::{EntityTables, Pack, ReportTables};

/// The trained model, the gazetteer and the word lists of a language pack.
#[derive(Debug)]
pub(crate) struct Model<'p> {
    pub weights: Weights<'p>,
    pub transitions: Transitions,
    forms: Keys<'p>,
    clusters: &'p [u16],
    /// The coarse cluster of each cluster.
    pub coarse: &'p [u8],
    pub gazetteer: Gazetteer<'p>,
    pub tables: &'static EntityTables,
    pub report: &'static ReportTables,
}

impl<'p> Model<'p> {
    pub fn new(pack: &'p Pack) -> Self {
        Model {
            weights: Weights::new(pack),
            transitions: Transitions::new(pack.transitions()),
            forms: pack.forms(),
            clusters: pack.clusters(),
            coarse: pack.coarse_clusters(),
            gazetteer: Gazetteer::new(pack),
            tables: pack.language().entity(),
            report: pack.language().report(),
        }
    }

    /// The number of a form's word cluster, from 1 up; 0 if it has none.
    pub fn cluster(&self, form: &str) -> u16 {
        match self.forms.find(hash::hash(form.as_bytes())) {
            (rank, true) => self.clusters.get(rank).copied().unwrap_or(0),
            _ => 0,
        }
    }
}
