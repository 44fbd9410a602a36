//! The web layer's pure parts, in a browser: decoding, addresses, values in the reader's language.

#![cfg(target_arch = "wasm32")]

use manicule::i18n::{Locale, attribution, converted, country, date, iso_date, number, value, whole_number};
use manicule::js_api::annotate;
use manicule::load::{ContentKind, LARGEST, LoadError, decode, typed_address};
use manicule::state::Address;
use manicule_core::{Date, Options};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// `words` with the spaces of every width as plain ones, as versions of the browser's data differ in them.
fn plain(words: &str) -> String {
    words.replace(['\u{a0}', '\u{202f}'], " ")
}

#[wasm_bindgen_test]
fn bytes_are_decoded_by_their_encoding() {
    for (bytes, expected) in [
        (b"\xEF\xBB\xBF\xC3\x89t\xC3\xA9".to_vec(), Ok("Été")),
        (b"\xC9t\xE9 \x80".to_vec(), Ok("Été €")),
        (b"\xFF\xFEO\0k\0".to_vec(), Ok("Ok")),
        (b"\xFE\xFF\0O\0k".to_vec(), Ok("Ok")),
        (b"\xEF\xBB\xBF".to_vec(), Err(LoadError::Empty)),
        (b" \r\n\t".to_vec(), Err(LoadError::Empty)),
        (b"%PDF-1.7".to_vec(), Err(LoadError::NotText(ContentKind::Pdf))),
        (b"PK\x03\x04\x14\0".to_vec(), Err(LoadError::NotText(ContentKind::Binary))),
        (b"\n<!DOCTYPE HTML><title>".to_vec(), Err(LoadError::NotText(ContentKind::Html))),
        (b"<h1>Titre</h1>\n<p>".to_vec(), Err(LoadError::NotText(ContentKind::Html))),
        (b"<b>Gras</b>".to_vec(), Ok("<b>Gras</b>")),
        (b"{\\rtf1\\ansi Bonjour}".to_vec(), Err(LoadError::NotText(ContentKind::Binary))),
        (vec![b'a'; LARGEST + 1], Err(LoadError::TooLarge)),
    ] {
        assert_eq!(decode(bytes).as_deref(), expected.as_deref());
    }
}

#[wasm_bindgen_test]
fn addresses_are_read() {
    let source = |source: &str| Some(source.to_owned());
    for (href, expected) in [
        ("https://a.example/", Address::default()),
        ("https://a.example/?src=", Address::default()),
        ("https://a.example/#article", Address::default()),
        ("https://a.example/?src=%2Fb.txt#h=c-d", Address { source: source("/b.txt"), slug: source("c-d") }),
        ("https://a.example/#h=%C3%A9t%C3%A9", Address { source: None, slug: source("été") }),
        ("https://a.example/#h=%E9", Address::default()),
        ("nothing", Address::default()),
    ] {
        assert_eq!(Address::parse(href), expected, "{href}");
    }
}

#[wasm_bindgen_test]
fn addresses_may_be_typed_without_their_scheme() {
    for (words, expected) in [
        (" exemple.fr/article ", "https://exemple.fr/article"),
        ("www.exemple.fr", "https://www.exemple.fr"),
        ("https://exemple.fr/a", "https://exemple.fr/a"),
        ("articles/maree.txt", "articles/maree.txt"),
        ("../v1.2/maree.txt", "../v1.2/maree.txt"),
        ("v1.2/maree.txt", "v1.2/maree.txt"),
        ("maree.txt", "maree.txt"),
        ("", ""),
    ] {
        assert_eq!(typed_address(words), expected);
    }
}

#[wasm_bindgen_test]
fn dates_are_written_in_words() {
    let day = Date::from_calendar_date(2022, time::Month::January, 6).unwrap();
    assert_eq!(date(Locale::French, day), "6 janvier 2022");
    assert_eq!(date(Locale::English, day), "January 6, 2022");
    for (iso, expected) in [
        ("2022-01-06", Some("jeudi 6 janvier 2022")),
        ("2022-01-01", Some("samedi 1ᵉʳ janvier 2022")),
        ("2021-01-11", Some("lundi 11 janvier 2021")),
        ("2022-01-06TMO", Some("jeudi 6 janvier 2022, matin")),
        ("2022-01-06T14:30", Some("jeudi 6 janvier 2022, 14:30")),
        ("T14", Some("14:00")),
        ("T14Z", Some("14:00 UTC")),
        ("T07:15-04:00", Some("07:15 UTC-04:00")),
        ("../2012", Some("jusqu’à 2012")),
        ("T14/..", Some("à partir de 14:00")),
        ("2022-01", Some("janvier 2022")),
        ("2020", Some("2020")),
        ("XXXX-12-29", Some("29 décembre")),
        ("2016/2018", Some("2016 – 2018")),
        ("2020-11-01/2020-12-31", Some("novembre 2020 – décembre 2020")),
        ("2020-11-01/2020-11-03", Some("dimanche 1ᵉʳ novembre 2020 – mardi 3 novembre 2020")),
        ("2022-01-05TNI/2022-01-06", Some("nuit du mercredi 5 janvier 2022 au jeudi 6 janvier 2022")),
        ("2022-W01", Some("semaine du 3 janvier 2022")),
        ("2022-W01-WE", Some("week-end du 8 janvier 2022")),
        ("2018-SU", Some("été 2018")),
        ("2018-Q3", Some("3ᵉ trimestre 2018")),
        ("198X", Some("années 1980")),
        ("18XX", Some("XIXᵉ siècle")),
        ("-0043", Some("44 av. J.-C.")),
        ("-0043-03-15", Some("15 mars 44 av. J.-C.")),
        ("-01XX", Some("IIᵉ siècle av. J.-C.")),
        ("0014", Some("14")),
        ("XXXX-WXX-1", None),
        ("20", None),
        ("", None),
        ("2022-13-45", None),
    ] {
        assert_eq!(iso_date(Locale::French, iso).as_deref().map(plain).as_deref(), expected, "{iso}");
    }
}

#[wasm_bindgen_test]
fn values_are_written_in_the_locale() {
    for (text, french, english) in [
        ("Plus de 2 000 personnes ont été arrêtées.", "≥ 2 000 personnes", "≥ 2,000 personnes"),
        ("Environ 2 500 hommes sont partis.", "2 500 hommes (environ)", "2,500 hommes (about)"),
        ("Il finit avant-dernier.", "2ᵉ en partant de la fin", "2nd from the end"),
        ("Un terrain de 120 m² est vendu.", "120 m²", "120 m²"),
        ("Ils extraient 2 barils par jour.", "2 barils/jour", "2 barrels/day"),
        ("Le baril a pris plus de 1 % jeudi.", "≥ 1 %", "≥ 1%"),
        ("Il a 81 ans.", "81 ans", "81 years"),
        ("Un bébé de dix-huit mois pleure.", "18 mois", "18 months"),
        ("Un bébé de six semaines pleure.", "6 semaines", "6 weeks"),
        ("L'euro vaut 1,1312 dollar.", "1,1312 $", "$1.1312"),
        (
            "Un nouveau-né sur 3 500 est touché.",
            "Un nouveau-né sur 3 500 : 0,029 %",
            "Un nouveau-né sur 3 500 : 0.029%",
        ),
        ("C'est deux fois et demie le budget.", "× 2,5", "× 2.5"),
        ("Elle dure 3 heures.", "3 heures", "3 hours"),
        ("Il finit en 4h19'41\".", "4 heures 19 minutes 41 secondes", "4 hours 19 minutes 41 seconds"),
        ("Le relais nage 3'30\"65.", "3 minutes 30,65 secondes", "3 minutes 30.65 seconds"),
        ("Il attend plus de 2 ans et 3 mois.", "≥ 2 ans 3 mois", "≥ 2 years 3 months"),
        ("L'air contient 421 ppm de CO2.", "421 ppm", "421 ppm"),
        ("Le projet coûte 45 millions d'euros.", "45 000 000 €", "€45,000,000"),
        ("Le titre vaut de 82 à 95 euros.", "82 – 95 €", "€82 – €95"),
        ("Il faut de vingt à quarante ans.", "20 – 40 ans", "20 – 40 years"),
        ("Il faut de un à trois ans.", "1 an – 3 ans", "1 year – 3 years"),
        ("Il coûte 100 dollars canadiens.", "100 dollars canadiens", "100 Canadian dollars"),
        ("Il coûte 300 francs suisses.", "300 francs suisses", "300 Swiss francs"),
        ("La marge gagne 1,4 point.", "1,4 point de pourcentage", "1.4 percentage points"),
        (
            "Elle perd entre 2 et 3 points de pourcentage.",
            "2 – 3 points de pourcentage",
            "2 – 3 percentage points",
        ),
        ("Le flux y est de 85 mW/m².", "85 mW/m²", "85 mW/m²"),
        ("L'eau contient 50 mg/l de nitrates.", "50 mg/l", "50 mg/L"),
        ("Il fait −2,3 °C.", "−2,3 °C", "−2.3°C"),
        ("Elle consomme 6,5 litres aux 100 km.", "6,5 l/100 km", "6.5 L/100 km"),
        ("Il tourne à 3 000 tours par minute.", "3 000 tours/min", "3,000 revolutions/min"),
        ("La dose est de 20 millisieverts par an.", "20 mSv/an", "20 mSv/year"),
        ("Un délai de 40 millisecondes.", "40 millisecondes", "40 milliseconds"),
        ("Ses taux baissent de 25 points de base.", "0,25 point de pourcentage", "0.25 percentage points"),
        ("Oumar Sylla, 19 ans et 2 mois, a marqué.", "19 ans 2 mois", "19 years 2 months"),
    ] {
        let annotations = manicule_core::annotate(text, Options::default(), None);
        let figure = annotations.figures.first().unwrap_or_else(|| panic!("a figure in {text}"));
        let shown = |locale| value(locale, text, figure).map(|words| plain(&words));
        assert_eq!(shown(Locale::French).as_deref(), Some(french), "{text}");
        assert_eq!(shown(Locale::English).as_deref(), Some(english), "{text}");
    }
    assert_eq!(plain(&number(Locale::French, 1234.5)), "1 234,5");
    let text = "Il avait 300 francs en poche.";
    let annotations = manicule_core::annotate(text, Options::default(), None);
    assert_eq!(value(Locale::French, text, &annotations.figures[0]), None, "money of the past");
}

#[wasm_bindgen_test]
fn long_reading_times_are_in_hours() {
    for (minutes, french, english) in [
        (3, "3 min de lecture", "3 min read"),
        (60, "1 h 00 min de lecture", "1 h 00 min read"),
        (2013, "33 h 33 min de lecture", "33 h 33 min read"),
    ] {
        let shown = |locale: Locale| plain(&(locale.messages().reading_time)(minutes));
        assert_eq!([shown(Locale::French), shown(Locale::English)], [french, english]);
    }
}

#[wasm_bindgen_test]
fn whole_numbers_are_as_the_browser_writes_them() {
    for value in [0, 7, 10, 999, 1000, 5168, 99_999, 100_000, 1_234_567] {
        for locale in Locale::ALL {
            assert_eq!(whole_number(locale, value), number(locale, value as f64));
        }
    }
}

#[wasm_bindgen_test]
fn quantities_are_converted_to_familiar_units() {
    for (text, french, english) in [
        ("Le camp est à 90 kilomètres.", None, Some("≈ 55.9 miles")),
        ("Il a couru 3 miles.", Some("≈ 4,83 kilomètres"), Some("≈ 4.83 kilometers")),
        ("Il faisait 35 °C hier.", None, Some("≈ 95°F")),
        ("Le feu a brûlé plus de 1 200 hectares.", None, Some("≥ 2,970 acres")),
        ("Il roulait à 130 km/h.", None, Some("≈ 80.8 mph")),
        ("Le baril vaut 80 euros.", None, None),
        ("Elle dure 3 heures.", None, None),
    ] {
        let annotations = manicule_core::annotate(text, Options::default(), None);
        let figure = annotations.figures.first().unwrap_or_else(|| panic!("a figure in {text}"));
        for (locale, expected) in [(Locale::French, french), (Locale::English, english)] {
            let shown = converted(locale, figure).map(|words| plain(&words));
            // Browsers may say more: "acres anglo-saxonnes".
            let agrees = match (&shown, expected) {
                (Some(shown), Some(expected)) => shown.starts_with(expected),
                (shown, expected) => shown.is_none() && expected.is_none(),
            };
            assert!(agrees, "{text}: {shown:?}, not {expected:?}");
        }
    }
}

#[wasm_bindgen_test]
fn figures_have_their_source() {
    let text = "Les autorités ont déclaré qu'au moins 18 membres des forces de sécurité étaient morts.";
    let annotations = manicule_core::annotate(text, Options::default(), None);
    let attribution = |locale| attribution(locale, text, &annotations.figures[0]);
    assert_eq!(attribution(Locale::French).as_deref(), Some("selon les autorités"));
    assert_eq!(attribution(Locale::English).as_deref(), Some("according to les autorités"));
}

#[wasm_bindgen_test]
fn countries_have_names() {
    assert_eq!(country(Locale::French, *b"KZ").as_deref(), Some("Kazakhstan"));
    assert_eq!(country(Locale::English, *b"DE").as_deref(), Some("Germany"));
    assert_eq!(country(Locale::French, [0, 255]), None);
}

#[wasm_bindgen_test]
async fn javascript_gets_plain_objects() {
    let text = "Voir https://exemple.fr/le-prix-du-gaz-2022-01-06.";
    let options = js_sys::Object::new();
    js_sys::Reflect::set(&options, &"id".into(), &"a".into()).unwrap();
    let document = annotate(text.into(), options.into()).await.unwrap();
    let get = |object: &JsValue, key: &str| js_sys::Reflect::get(object, &key.into()).unwrap();
    assert_eq!(get(&document, "schema"), "manicule/1");
    assert_eq!(get(&document, "id"), "a");
    assert_eq!(get(&document, "date"), "2022-01-06");
    assert!(get(&document, "title").is_null());
    let links: js_sys::Array = get(&document, "links").dyn_into().unwrap();
    assert_eq!(get(&links.get(0), "start").as_f64(), Some(5.0));
    let wrong = js_sys::Object::new();
    js_sys::Reflect::set(&wrong, &"date".into(), &"jeudi".into()).unwrap();
    assert!(annotate(text.into(), wrong.into()).await.is_err());
}
