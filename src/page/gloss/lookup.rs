//! Links to encyclopedias and maps. Nothing is fetched unless the reader follows one.

use super::Shared;
use manicule_core::Class;
use manicule_core::relation::Target;
use yew::prelude::*;

/// Renders links to look up an entity: an encyclopedia in the article's language, and for a place a map.
pub(super) fn look_up((_, annotated, locale): Shared, target: Target) -> Html {
    let Target::Entity(index) = target else { return Html::default() };
    let entity = &annotated.annotations.entities[index];
    let name = String::from(js_sys::encode_uri_component(&entity.name));
    let language = annotated.annotations.language.tag();
    let mut places = vec![
        ("Wikipédia", format!("https://{language}.wikipedia.org/w/index.php?search={name}")),
        ("Wikidata", format!("https://www.wikidata.org/w/index.php?search={name}")),
    ];
    match entity.place {
        Some(place) => {
            let (latitude, longitude) = (degrees(place.latitude), degrees(place.longitude));
            places.push((
                "OpenStreetMap",
                format!("https://www.openstreetmap.org/?mlat={latitude}&mlon={longitude}#map=6/{latitude}/{longitude}"),
            ));
        }
        None if entity.class == Class::Place => {
            places.push(("OpenStreetMap", format!("https://www.openstreetmap.org/search?query={name}")));
        }
        None => {}
    }
    let messages = locale.messages();
    let links = places.into_iter().map(|(label, href)| {
        html! { <li><a {href} target="_blank" rel="noopener noreferrer">{ label }</a></li> }
    });
    html! {
        <div class="gloss-part">
            <h3>{ messages.look_up }</h3>
            <ul class="lookups" role="list">{ for links }</ul>
        </div>
    }
}

/// Formats degrees with three decimals, more than packs store.
fn degrees(value: f32) -> String {
    let thousandths = (value * 1000.0).round() as i32;
    let sign = if thousandths < 0 { "-" } else { "" };
    format!("{sign}{}.{:03}", thousandths.abs() / 1000, thousandths.abs() % 1000)
}

#[cfg(test)]
mod tests {
    use super::degrees;

    #[test]
    fn degrees_keep_their_sign_and_noughts() {
        for (value, expected) in [(48.85, "48.850"), (-0.127, "-0.127"), (-73.578, "-73.578"), (0.0, "0.000")]
        {
            assert_eq!(degrees(value), expected);
        }
    }
}
