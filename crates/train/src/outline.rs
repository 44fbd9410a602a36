//! The outlines of the continents as an SVG path, for the maps of the page.

use serde::Deserialize;
use std::fmt::Write;
use std::path::Path;

/// A TopoJSON file (Bostock and Metcalf, "The TopoJSON Format Specification", 2017): lines shared by the rings that run
/// along them, in whole steps.
#[derive(Deserialize)]
struct Topology {
    arcs: Vec<Vec<[i64; 2]>>,
    transform: Transform,
    objects: Objects,
}

#[derive(Deserialize)]
struct Transform {
    scale: [f64; 2],
    translate: [f64; 2],
}

#[derive(Deserialize)]
struct Objects {
    land: Geometries,
}

#[derive(Deserialize)]
struct Geometries {
    geometries: Vec<Geometry>,
}

/// Polygons, each of rings, each of numbers of arcs; `!n` runs along arc `n` the other way.
#[derive(Deserialize)]
struct Geometry {
    arcs: Vec<Vec<Vec<i64>>>,
}

/// Degrees east and north.
type Point = [f64; 2];

/// A triangle smaller than this, in square degrees, is no bend of a coast, and an island of twice its size is none.
const SMALLEST: f64 = 0.6;
/// South of this latitude there is only ice.
const ICE: f64 = -60.0;

/// The land of the TopoJSON file in `data` as an SVG path, two units a degree, from 180° west and 90° north.
pub fn read(data: &Path) -> Result<String, String> {
    let path = data.join("world-atlas/land-110m.json");
    let text = std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let topology: Topology =
        serde_json::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))?;
    let rings = topology.objects.land.geometries.iter().flat_map(|geometry| &geometry.arcs).flatten();
    let mut outline = String::new();
    for ring in rings {
        draw(&simple(unrolled(points(&topology, ring))), &mut outline);
    }
    Ok(outline)
}

/// The points of a ring; the last is not the first again.
fn points(topology: &Topology, ring: &[i64]) -> Vec<Point> {
    let mut points = Vec::new();
    for &number in ring {
        let Some(arc) = topology.arcs.get(number.max(!number) as usize) else { continue };
        let mut at = [0, 0];
        let mut line: Vec<Point> = arc
            .iter()
            .map(|step| {
                at = [at[0] + step[0], at[1] + step[1]];
                let Transform { scale, translate } = &topology.transform;
                [0, 1].map(|axis| at[axis] as f64 * scale[axis] + translate[axis])
            })
            .collect();
        if number < 0 {
            line.reverse();
        }
        line.pop();
        points.extend(line);
    }
    points
}

/// A ring that runs on over the map's edge, where it crosses it, instead of back to the other side.
fn unrolled(mut ring: Vec<Point>) -> Vec<Point> {
    for at in 1..ring.len() {
        let turns = ((ring[at - 1][0] - ring[at][0]) / 360.0).round();
        ring[at][0] += turns * 360.0;
    }
    let middle = ring.iter().map(|point| point[0]).sum::<f64>() / ring.len() as f64;
    let turns = (middle / 360.0).round();
    ring.iter_mut().for_each(|point| point[0] -= turns * 360.0);
    ring
}

/// A ring without its smaller bends (Visvalingam and Whyatt, "Line Generalisation by Repeated Elimination of Points",
/// 1993); empty if it is ice or a small island.
fn simple(mut ring: Vec<Point>) -> Vec<Point> {
    let whole: f64 = (0..ring.len()).map(|at| cross(ring[at], ring[(at + 1) % ring.len()])).sum();
    if whole.abs() / 2.0 < 2.0 * SMALLEST || ring.iter().all(|point| point[1] < ICE) {
        return Vec::new();
    }
    loop {
        let count = ring.len();
        let bend = |at: usize| {
            let [a, b, c] = [ring[(at + count - 1) % count], ring[at], ring[(at + 1) % count]];
            cross([b[0] - a[0], b[1] - a[1]], [c[0] - a[0], c[1] - a[1]]).abs() / 2.0
        };
        match (0..count).map(|at| (bend(at), at)).min_by(|a, b| a.0.total_cmp(&b.0)) {
            Some((least, at)) if least < SMALLEST && count > 3 => ring.remove(at),
            _ => return ring,
        };
    }
}

fn cross(a: Point, b: Point) -> f64 {
    a[0] * b[1] - a[1] * b[0]
}

/// Appends a ring to a path, in steps from point to point.
fn draw(ring: &[Point], path: &mut String) {
    let mut points: Vec<[i64; 2]> = ring
        .iter()
        .map(|&[east, north]| [(east + 180.0) * 2.0, (90.0 - north) * 2.0].map(|units| units.round() as i64))
        .collect();
    points.dedup();
    if points.len() < 3 {
        return;
    }
    let mut steps = String::new();
    for pair in points.windows(2) {
        for step in [pair[1][0] - pair[0][0], pair[1][1] - pair[0][1]] {
            // A minus sign parts numbers too.
            let space = if step >= 0 && !steps.is_empty() { " " } else { "" };
            write!(steps, "{space}{step}").expect("memory takes it");
        }
    }
    write!(path, "M{} {}l{steps}z", points[0][0], points[0][1]).expect("memory takes it");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_square_keeps_its_corners() {
        let ring = simple(vec![[0.0, 0.0], [5.0, 0.01], [10.0, 0.0], [10.0, 10.0], [0.0, 10.0]]);
        let mut path = String::new();
        draw(&ring, &mut path);
        assert_eq!(path, "M360 180l20 0 0-20-20 0z");
    }

    #[test]
    fn a_coast_runs_on_over_the_edge() {
        let ring = unrolled(vec![[-175.0, 60.0], [175.0, 62.0], [100.0, 50.0], [170.0, 50.0]]);
        assert_eq!(ring, [[185.0, 60.0], [175.0, 62.0], [100.0, 50.0], [170.0, 50.0]]);
    }

    #[test]
    fn small_islands_and_ice_are_left_out() {
        assert_eq!(simple(vec![[0.0, 0.0], [0.5, 0.0], [0.5, 0.5], [0.0, 0.5]]), Vec::<Point>::new());
        assert_eq!(simple(vec![[0.0, -80.0], [50.0, -80.0], [50.0, -70.0]]), Vec::<Point>::new());
    }
}
