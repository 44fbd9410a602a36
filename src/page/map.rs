//! Maps: places as dots on the outlines of the continents, without a map service.

use yew::prelude::*;

/// The land as an SVG path: two units a degree, from 180° west and 90° north. Made with Natural Earth.
const LAND: &str = include_str!("../../packs/land.path");

/// Minimum width of a map in units: 110 degrees of longitude.
const LEAST: i32 = 220;
/// Margin around the outermost dots, in units.
const ROOM: i32 = 24;
/// The size of the world, in units.
const WIDTH: i32 = 720;
const HEIGHT: i32 = 360;
/// Height without most of Antarctica, in units.
const INHABITED: i32 = 300;

/// A place on a map.
pub(super) struct Dot<'a> {
    /// Latitude and longitude in degrees.
    pub at: [f32; 2],
    /// The name of the place.
    pub name: &'a str,
}

/// Renders a map with the accessible name `label` of the part of the world that contains all `dots`; nothing without dots.
pub(super) fn map(dots: &[Dot], label: &str) -> Html {
    let Some([x, y, width, height]) = frame(dots) else { return Html::default() };
    let radius = width / 70;
    let circles = dots.iter().map(|dot| {
        let [x, y] = units(dot.at);
        html! {
            <circle cx={x.to_string()} cy={y.to_string()} r={radius.to_string()}><title>{ dot.name }</title></circle>
        }
    });
    html! {
        <svg class="map" viewBox={format!("{x} {y} {width} {height}")} preserveAspectRatio="xMidYMid slice" role="img" aria-label={label.to_owned()}>
            <path d={LAND} />
            { for circles }
        </svg>
    }
}

/// Converts latitude and longitude in degrees to map units.
fn units([north, east]: [f32; 2]) -> [i32; 2] {
    [((east + 180.0) * 2.0).round() as i32, ((90.0 - north) * 2.0).round() as i32]
}

/// The part of the world to show, in units: left, top, width and height. It is twice as wide as high where possible.
fn frame(dots: &[Dot]) -> Option<[i32; 4]> {
    let points = || dots.iter().map(|dot| units(dot.at));
    let [x, y] = points().next()?;
    let [left, top, right, bottom] = points().fold([x, y, x, y], |[left, top, right, bottom], [x, y]| {
        [left.min(x), top.min(y), right.max(x), bottom.max(y)]
    });
    let width = (right - left + 2 * ROOM).max(2 * (bottom - top + 2 * ROOM)).clamp(LEAST, WIDTH);
    let height = (width / 2).min(INHABITED);
    let corner = |from: i32, to: i32, size: i32, whole: i32| ((from + to - size) / 2).clamp(0, whole - size);
    Some([corner(left, right, width, WIDTH), corner(top, bottom, height, HEIGHT), width, height])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn framed(places: &[[f32; 2]], expected: [i32; 4]) {
        let dots: Vec<Dot> = places.iter().map(|&at| Dot { at, name: "" }).collect();
        let frame = frame(&dots).expect("there are dots");
        assert_eq!(frame, expected);
        let [x, y, width, height] = frame;
        for [east, south] in places.iter().map(|&at| units(at)) {
            assert!((x..=x + width).contains(&east) && (y..=y + height).contains(&south));
        }
    }

    #[test]
    fn maps_show_all_places_and_enough_around() {
        // Almaty alone, in the middle.
        framed(&[[43.2, 76.9]], [404, 39, 220, 110]);
        // Fiji is at the world's edge.
        framed(&[[-18.1, 178.4]], [500, 161, 220, 110]);
        framed(&[[48.9, 2.4], [-33.9, 151.2], [40.7, -74.0]], [188, 40, 498, 249]);
    }

    #[test]
    fn no_dots_give_no_frame() {
        assert_eq!(frame(&[]), None);
    }
}
