//! The parts of a language pack that the tagger uses.

use super::decode::Transitions;
use super::gazetteer::Gazetteer;
use super::weights::Weights;
use crate::lang::pack::{Keys, Section, hash};
use crate::lang::{EntityTables, Pack, ReportTables};

/// The trained model, the gazetteer and the word lists of a language pack.
#[derive(Debug)]
pub(crate) struct Model<'p> {
    pub weights: Weights<'p>,
    pub transitions: Transitions,
    clusters: Keys<'p>,
    cluster_of: &'p [u8],
    /// For each cluster, the number of its coarse cluster.
    pub coarse: &'p [u8],
    pub gazetteer: Gazetteer<'p>,
    pub tables: &'static EntityTables,
    pub report: &'static ReportTables,
}

impl<'p> Model<'p> {
    pub fn new(pack: &'p Pack) -> Self {
        Model {
            weights: Weights::new(pack),
            transitions: Transitions::new(pack.section(Section::Transitions)),
            clusters: pack.keys(Section::ClusterKeys),
            cluster_of: pack.section(Section::Clusters),
            coarse: pack.section(Section::CoarseClusters),
            gazetteer: Gazetteer::new(pack),
            tables: pack.language().entity(),
            report: pack.language().report(),
        }
    }

    /// The number of a form's word cluster, from 1 up; 0 if it has none.
    pub fn cluster(&self, form: &str) -> u16 {
        let (rank, true) = self.clusters.find(hash::hash(form.as_bytes())) else { return 0 };
        // Nine bits per form: first the low eight bits of all forms, a byte each, then their ninth bits.
        let (low, high) = self.cluster_of.split_at(self.cluster_of.len() * 8 / 9);
        match (low.get(rank), high.get(rank / 8)) {
            (Some(&low), Some(&high)) => 1 + u16::from_le_bytes([low, high >> (rank % 8) & 1]),
            _ => 0,
        }
    }
}
