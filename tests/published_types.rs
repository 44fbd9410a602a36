//! The published TypeScript types, `embed/manicule.d.ts`, have the fields and names that the Rust types have.

#![cfg(not(target_arch = "wasm32"))]

use manicule::i18n::Locale;
use manicule::js_api::{ElementOptions, KindName, PageOptions, TextOptions};
use manicule::state::Theme;
use manicule_core::export::json::document;
use manicule_core::relation::Kind;
use manicule_core::{Class, Measure, Options, Pack, annotate};
use serde::de::value::{Error, StrDeserializer};
use serde::de::{DeserializeOwned, Error as _, IntoDeserializer, Visitor};
use serde::{Deserializer, forward_to_deserialize_any};
use serde_json::Value;
use std::collections::BTreeSet;

const TYPES: &str = include_str!("../embed/manicule.d.ts");

type Names = BTreeSet<String>;

/// The fields of the interface called `name`, those that it extends included.
fn interface(name: &str) -> Names {
    let start = format!("interface {name} ");
    let (_, rest) = TYPES.split_once(&start).unwrap_or_else(|| panic!("no interface {name}"));
    let (head, body) = rest.split_once("{\n").expect("a body");
    let body = body.split_once("\n}").map_or("", |(body, _)| body);
    let field = |line: &str| {
        let name = line.trim_start().strip_prefix("readonly ").unwrap_or(line.trim_start());
        let end = name.find(|c: char| !c.is_ascii_alphanumeric())?;
        (line.starts_with("  ") && name[end..].starts_with([':', '?'])).then(|| name[..end].to_owned())
    };
    let own = body.lines().filter_map(field);
    let parents = head.trim().strip_prefix("extends ").unwrap_or_default();
    own.chain(parents.split(", ").filter(|name| !name.is_empty()).flat_map(interface)).collect()
}

/// The strings of the union type called `name`.
fn union(name: &str) -> Names {
    let (_, rest) = TYPES.split_once(&format!("type {name} =")).unwrap_or_else(|| panic!("no type {name}"));
    let (union, _) = rest.split_once(';').expect("an end");
    union.split('\'').skip(1).step_by(2).map(str::to_owned).collect()
}

/// Answers every request for a struct with an error that lists its fields.
struct FieldsOf;

impl<'de> Deserializer<'de> for FieldsOf {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Error> {
        Err(Error::custom("not a struct"))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        _: V,
    ) -> Result<V::Value, Error> {
        Err(Error::custom(fields.join(" ")))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}

fn fields<T: DeserializeOwned>() -> Names {
    let fields = T::deserialize(FieldsOf).err().expect("the fields").to_string();
    fields.split(' ').map(str::to_owned).collect()
}

fn keys(value: &Value) -> Names {
    value.as_object().expect("an object").keys().cloned().collect()
}

fn parse<T: DeserializeOwned>(name: &str) -> Option<T> {
    let name: StrDeserializer<Error> = name.into_deserializer();
    T::deserialize(name).ok()
}

#[test]
fn options_have_the_published_fields() {
    assert_eq!(fields::<TextOptions>(), interface("TextOptions"));
    assert_eq!(fields::<PageOptions>(), interface("PageOptions"));
    let attributes = ["src", "lang", "date", "theme"].map(str::to_owned);
    assert!(fields::<ElementOptions>().is_superset(&attributes.into()));
}

#[test]
fn documents_have_the_published_fields() {
    let pack = Pack::load(include_bytes!("../packs/fr.pack").to_vec()).expect("the pack is sound");
    let text = "La maire de Paris, Jeanne Martel, a dit jeudi : « Nous attendons 12 navires. » Elle se trompe, selon \
                l'AFP https://exemple.fr/le-port.";
    let annotations = annotate(text, Options::default(), Some(&pack));
    let document = serde_json::to_value(document(text, &annotations, None)).expect("JSON");
    assert_eq!(keys(&document), interface("Annotations"));
    for (list, name) in
        [("entities", "Entity"), ("figures", "Figure"), ("links", "Link"), ("quotes", "Quote")]
    {
        assert_eq!(keys(&document[list][0]), interface(name), "{list}");
    }
    assert_eq!(keys(&document["entities"][0]["mentions"][0]), interface("TextRange"));
    let place =
        document["entities"].as_array().expect("a list").iter().find(|entity| !entity["place"].is_null());
    assert_eq!(keys(&place.expect("a place")["place"]), interface("Place"));
    assert_eq!(keys(&document["notices"][0]), interface("Notice"));
}

#[test]
fn unions_have_the_published_names() {
    let names =
        |names: &mut dyn Iterator<Item = &'static str>| -> Names { names.map(str::to_owned).collect() };
    assert_eq!(names(&mut Class::ALL.into_iter().map(Class::as_str)), union("EntityClass"));
    assert_eq!(names(&mut Measure::ALL.into_iter().map(Measure::as_str)), union("Measure"));
    assert_eq!(names(&mut Theme::ALL.into_iter().map(Theme::as_str)), union("Theme"));
    let kinds = names(&mut Kind::ALL.into_iter().map(Kind::as_str));
    let published = &union("EntityClass") | &union("Kind");
    assert_eq!(kinds, published);
}

#[test]
fn every_kind_is_an_option_by_its_name() {
    for kind in Kind::ALL {
        assert_eq!(parse::<KindName>(kind.as_str()).map(Kind::from), Some(kind));
    }
    for theme in Theme::ALL {
        assert_eq!(parse::<Theme>(theme.as_str()), Some(theme));
    }
    for locale in Locale::ALL {
        assert_eq!(parse::<Locale>(locale.tag()), Some(locale));
    }
    assert_eq!(parse::<KindName>("Person"), None);
    assert_eq!(parse::<Locale>("sv"), None);
}
