//! The software bill of materials: the packages compiled into the released programs.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::release::Release;
use super::write;
use crate::checks::cargo;
use crate::command::output;
use crate::project::WASM;

/// The file's name, whose ending CycloneDX tools recognise.
const NAME: &str = "sbom.cdx.json";

/// Writes a bill of materials (CycloneDX 1.5, JSON) of the programs' dependencies next to the other files.
///
/// # Errors
/// When cargo fails or the file cannot be written.
pub fn write_sbom(release: &Release) -> Result<()> {
    let metadata =
        output(cargo().args(["metadata", "--locked", "--format-version", "1", "--filter-platform", WASM]))?;
    let metadata = serde_json::from_str(&metadata).context("cargo's metadata is not JSON")?;
    write(&release.folder.join(NAME), format!("{:#}\n", sbom(&metadata)?))
}

/// Returns the bill of materials of the root package in `metadata`, the output of `cargo metadata`. It lists the direct
/// and transitive normal dependencies, sorted, without a timestamp or a path, so that equal sources give equal files.
fn sbom(metadata: &Value) -> Result<Value> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let root = metadata["resolve"]["root"].as_str().context("the metadata has no root package")?.to_owned();
    let packages: BTreeMap<String, Value> =
        list(&metadata["packages"]).into_iter().map(|package| (text(&package["id"]), package)).collect();
    let is_normal =
        |dependency: &Value| list(&dependency["dep_kinds"]).iter().any(|kind| kind["kind"].is_null());
    let needs: BTreeMap<String, Vec<String>> = list(&metadata["resolve"]["nodes"])
        .iter()
        .map(|node| {
            let needs = list(&node["deps"])
                .iter()
                .filter(|dep| is_normal(dep))
                .map(|dep| text(&dep["pkg"]))
                .collect();
            (text(&node["id"]), needs)
        })
        .collect();
    let mut reached = BTreeSet::new();
    let mut open = vec![root.clone()];
    while let Some(id) = open.pop() {
        if reached.insert(id.clone()) {
            open.extend(needs.get(&id).cloned().unwrap_or_default());
        }
    }
    let component = |id: &str| {
        let package = &packages[id];
        let (name, version) = (text(&package["name"]), text(&package["version"]));
        let mut component = json!({
            "type": "library",
            "bom-ref": format!("pkg:cargo/{name}@{version}"),
            "name": name,
            "version": version,
            "purl": format!("pkg:cargo/{name}@{version}"),
        });
        if let Some(license) = package["license"].as_str() {
            component["licenses"] = json!([{ "expression": spdx(license) }]);
        }
        component
    };
    let mut main = component(&root);
    main["type"] = "application".into();
    let mut components: Vec<Value> =
        reached.iter().filter(|id| **id != root).map(|id| component(id)).collect();
    components.sort_by_key(|component| text(&component["bom-ref"]));
    let reference = |id: &String| component(id)["bom-ref"].clone();
    let mut dependencies: Vec<Value> = reached
        .iter()
        .map(|id| {
            let mut needs: Vec<Value> = needs.get(id).into_iter().flatten().map(reference).collect();
            needs.sort_by_key(text);
            needs.dedup();
            json!({ "ref": reference(id), "dependsOn": needs })
        })
        .collect();
    dependencies.sort_by_key(|dependency| text(&dependency["ref"]));
    Ok(json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": { "component": main },
        "components": components,
        "dependencies": dependencies,
    }))
}

/// A package's `license` field as an SPDX expression. Cargo also accepts `MIT/Apache-2.0`, an older form that is not
/// SPDX.
fn spdx(license: &str) -> String {
    license.split('/').map(str::trim).collect::<Vec<_>>().join(" OR ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn package(name: &str, license: &str) -> Value {
        json!({ "id": name, "name": name, "version": "1.2.3", "license": license })
    }

    fn needs(id: &str, kind: Value) -> Value {
        json!({ "pkg": id, "dep_kinds": [{ "kind": kind }] })
    }

    #[test]
    fn normal_dependencies_of_the_root_are_listed() {
        let metadata = json!({
            "packages": [package("app", "MIT"), package("b", "MIT/Apache-2.0"), package("a", "MIT"), package("t", "MIT")],
            "resolve": { "root": "app", "nodes": [
                { "id": "app", "deps": [needs("b", Value::Null), needs("t", "dev".into())] },
                { "id": "b", "deps": [needs("a", Value::Null), needs("t", "build".into())] },
                { "id": "a", "deps": [] },
                { "id": "t", "deps": [] },
            ] },
        });
        let sbom = sbom(&metadata).expect("a root");
        let names: Vec<&str> = sbom["components"]
            .as_array()
            .expect("a list")
            .iter()
            .filter_map(|c| c["name"].as_str())
            .collect();
        assert_eq!(names, ["a", "b"]);
        assert_eq!(sbom["components"][1]["licenses"][0]["expression"], "MIT OR Apache-2.0");
        assert_eq!(sbom["metadata"]["component"]["name"], "app");
        let chain = json!({ "ref": "pkg:cargo/b@1.2.3", "dependsOn": ["pkg:cargo/a@1.2.3"] });
        assert!(sbom["dependencies"].as_array().is_some_and(|list| list.contains(&chain)));
    }

    #[test]
    fn licences_are_spdx_expressions() {
        assert_eq!(spdx("MIT/Apache-2.0"), "MIT OR Apache-2.0");
        assert_eq!(spdx("Apache-2.0 / MIT"), "Apache-2.0 OR MIT");
        assert_eq!(spdx("(MIT OR Apache-2.0) AND Unicode-3.0"), "(MIT OR Apache-2.0) AND Unicode-3.0");
    }
}
