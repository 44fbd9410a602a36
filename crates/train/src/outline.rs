//! Builds the SVG path with the outlines of the continents for the maps of the page.

use serde::Deserialize;
use std::fmt::Write;
use std::path::Path;

/// A TopoJSON file (Bostock and Metcalf, "The TopoJSON Format Specification", 2017). Arcs are shared by the rings
/// that contain them, and have delta-encoded integer coordinates.
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

/// Polygons, each a list of rings, each a list of arc numbers; `!n` is arc `n` reversed.
#[derive(Deserialize)]
struct Geometry {
    arcs: Vec<Vec<Vec<i64>>>,
}

/// Degrees east and north.
type Point = [f64; 2];

/// Smallest bend of a coast that is kept, as the area of its triangle in square degrees. Islands smaller than twice
/// this are left out.
const SMALLEST_BEND: f64 = 0.6;
/// Land south of this latitude, in degrees, is left out.
const SOUTHERNMOST: f64 = -60.0;

/// Reads the TopoJSON file in `data` and returns its land as an SVG path with two units per degree and the origin at
/// 180° west and 90° north. An error is a message.
pub fn read(data: &Path) -> Result<String, String> {
    let path = data.join("world-atlas/land-110m.json");
    let text = std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let topology: Topology =
        serde_json::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))?;
    let rings = topology.objects.land.geometries.iter().flat_map(|geometry| &geometry.arcs).flatten();
    let mut outline = String::new();
    for ring in rings {
        draw(&simplified(unwrapped(points(&topology, ring))), &mut outline);
    }
    Ok(outline)
}

/// The points of a ring, without the repeated first point at its end.
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

/// Shifts the points of a ring that crosses the antimeridian so that it is continuous: longitudes may be outside of
/// −180° to 180°, but their mean is not.
fn unwrapped(mut ring: Vec<Point>) -> Vec<Point> {
    for at in 1..ring.len() {
        let turns = ((ring[at - 1][0] - ring[at][0]) / 360.0).round();
        ring[at][0] += turns * 360.0;
    }
    let middle = ring.iter().map(|point| point[0]).sum::<f64>() / ring.len() as f64;
    let turns = (middle / 360.0).round();
    ring.iter_mut().for_each(|point| point[0] -= turns * 360.0);
    ring
}

/// Simplifies a ring by removing its smallest bends (Visvalingam and Whyatt, "Line Generalisation by Repeated
/// Elimination of Points", 1993). Returns an empty ring for a small island and for land south of [`SOUTHERNMOST`].
fn simplified(mut ring: Vec<Point>) -> Vec<Point> {
    let whole: f64 = (0..ring.len()).map(|at| cross(ring[at], ring[(at + 1) % ring.len()])).sum();
    if whole.abs() / 2.0 < 2.0 * SMALLEST_BEND || ring.iter().all(|point| point[1] < SOUTHERNMOST) {
        return Vec::new();
    }
    loop {
        let count = ring.len();
        let bend = |at: usize| {
            let [a, b, c] = [ring[(at + count - 1) % count], ring[at], ring[(at + 1) % count]];
            cross([b[0] - a[0], b[1] - a[1]], [c[0] - a[0], c[1] - a[1]]).abs() / 2.0
        };
        match (0..count).map(|at| (bend(at), at)).min_by(|a, b| a.0.total_cmp(&b.0)) {
            Some((least, at)) if least < SMALLEST_BEND && count > 3 => ring.remove(at),
            _ => return ring,
        };
    }
}

fn cross(a: Point, b: Point) -> f64 {
    a[0] * b[1] - a[1] * b[0]
}

/// Appends a ring to an SVG path, with relative coordinates.
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
            // A minus sign separates numbers too.
            let space = if step >= 0 && !steps.is_empty() { " " } else { "" };
            write!(steps, "{space}{step}").expect("writing to memory cannot fail");
        }
    }
    write!(path, "M{} {}l{steps}z", points[0][0], points[0][1]).expect("writing to memory cannot fail");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_square_keeps_its_corners() {
        let ring = simplified(vec![[0.0, 0.0], [5.0, 0.01], [10.0, 0.0], [10.0, 10.0], [0.0, 10.0]]);
        let mut path = String::new();
        draw(&ring, &mut path);
        assert_eq!(path, "M360 180l20 0 0-20-20 0z");
    }

    #[test]
    fn rings_across_the_antimeridian_are_continuous() {
        let ring = unwrapped(vec![[-175.0, 60.0], [175.0, 62.0], [100.0, 50.0], [170.0, 50.0]]);
        assert_eq!(ring, [[185.0, 60.0], [175.0, 62.0], [100.0, 50.0], [170.0, 50.0]]);
    }

    #[test]
    fn small_islands_and_ice_are_left_out() {
        assert_eq!(simplified(vec![[0.0, 0.0], [0.5, 0.0], [0.5, 0.5], [0.0, 0.5]]), Vec::<Point>::new());
        assert_eq!(simplified(vec![[0.0, -80.0], [50.0, -80.0], [50.0, -70.0]]), Vec::<Point>::new());
    }
}
