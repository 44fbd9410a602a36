//! The reading page as one file, which works from disk without a server, a network or other files.

use anyhow::{Context, Result, ensure};

use super::release::{Release, base64, integrity, replace_once};
use super::{read, write};
use crate::project::root;

/// The file's name.
const NAME: &str = "manicule.html";

/// The expression in start.js that loads the program.
const IMPORT: &str = "await import(program)";

/// The attribute in index.html with the address of the pack.
const PACK: &str = "data-pack=\"fr.pack\"";

/// The content of the files that are inlined in the page.
struct Inlined {
    style: String,
    script: String,
    /// As a `data:` address.
    wasm: String,
    /// As a `data:` address.
    pack: String,
}

/// Writes the page with its style sheets, program and pack inlined.
///
/// # Errors
/// When index.html, start.js or the built files do not have the expected form.
pub fn write_page(release: &Release) -> Result<()> {
    let index = read(&root().join("index.html"))?;
    let glue =
        String::from_utf8(release.bytes(&release.glue)?).context("wasm-bindgen's JavaScript is not UTF-8")?;
    let inlined = Inlined {
        style: links(&index, "css").map(|path| read(&root().join(path))).collect::<Result<_>>()?,
        script: script(&glue, &read(&root().join("src/start.js"))?)?,
        wasm: data_address("application/wasm", &release.bytes(&release.wasm)?),
        pack: data_address("application/octet-stream", &release.bytes(&release.pack)?),
    };
    let icon = links(&index, "icon").next().context("index.html has no icon")?;
    let icon = data_address("image/svg+xml", read(&root().join(icon))?.as_bytes());
    write(&release.folder.join(NAME), page(&index, &inlined, &icon)?)
}

/// Returns the paths in the `data-trunk` links of index.html with this `rel`.
fn links<'i>(index: &'i str, rel: &str) -> impl Iterator<Item = &'i str> {
    let start = format!("<link data-trunk rel=\"{rel}\" href=\"");
    index.lines().filter_map(move |line| line.trim_start().strip_prefix(&start)?.split('"').next())
}

fn data_address(media_type: &str, bytes: &[u8]) -> String {
    format!("data:{media_type};base64,{}", base64(bytes))
}

/// Joins wasm-bindgen's JavaScript and start.js into one script. The page's policy allows an inline script by its hash,
/// but no script that it would import.
fn script(glue: &str, start: &str) -> Result<String> {
    ensure!(
        !glue.lines().any(|line| line.starts_with("import ")),
        "wasm-bindgen's JavaScript imports other files, which the single-file page does not contain"
    );
    let exports = glue.lines().rev().find(|line| line.starts_with("export {"));
    let default = exports
        .and_then(|line| line.split([',', '{', '}']).find_map(|name| name.trim().strip_suffix(" as default")))
        .context("wasm-bindgen's JavaScript has no default export")?;
    let start = replace_once(start, IMPORT, "inlinedProgram")?;
    // The block prevents conflicts between the names of the two scripts.
    Ok(format!("{glue}\nconst inlinedProgram = {{ default: {default}, readingPage }};\n{{\n{start}}}\n"))
}

/// Returns the Content-Security-Policy of the single-file page. The one in index.html allows files of the same origin;
/// this one allows only the inlined style sheet and script, by their hashes. Both let an article come from any address.
fn policy(inlined: &Inlined) -> String {
    format!(
        "default-src 'none'; script-src '{}' 'wasm-unsafe-eval'; style-src '{}'; img-src data:; \
         connect-src * data:; base-uri 'none'; form-action 'none'",
        integrity(inlined.script.as_bytes()),
        integrity(inlined.style.as_bytes()),
    )
}

/// Returns index.html with its links replaced by the inlined content.
fn page(index: &str, inlined: &Inlined, icon: &str) -> Result<String> {
    let Inlined { style, script, wasm, pack } = inlined;
    for (text, end) in [(style, "</style"), (script, "</script"), (script, "<!--")] {
        ensure!(!text.contains(end), "`{end}` in a script or style sheet would end it in the page");
    }
    let is_link = |line: &&str| line.trim_start().starts_with("<link ");
    let page: String = index.lines().filter(|line| !is_link(line)).flat_map(|line| [line, "\n"]).collect();
    let (before, rest) = page.split_once("content=\"default-src").context("index.html has no policy")?;
    let (_, after) = rest.split_once('"').context("the policy of index.html has no end")?;
    let page = format!("{before}content=\"{}\"{after}", policy(inlined));
    let head = format!(
        "  <link rel=\"icon\" href=\"{icon}\" />\n    <style>{style}</style>\n    \
         <script type=\"module\" data-program data-wasm=\"{wasm}\">{script}</script>\n  </head>"
    );
    let page = replace_once(&page, "</head>", &head)?;
    replace_once(&page, PACK, &format!("data-pack=\"{pack}\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    const INDEX: &str = "<head>\n  <meta http-equiv=\"Content-Security-Policy\"\n    content=\"default-src 'none'\" />\n  \
        <link data-trunk rel=\"icon\" href=\"a.svg\" />\n  <link data-trunk rel=\"css\" href=\"b.css\" />\n  \
        <link data-trunk rel=\"css\" href=\"c.css\" />\n  </head>\n<body data-pack=\"fr.pack\">\n";

    #[test]
    fn links_are_selected_by_rel() {
        assert!(links(INDEX, "css").eq(["b.css", "c.css"]));
        assert!(links(INDEX, "icon").eq(["a.svg"]));
    }

    #[test]
    fn the_page_refers_to_no_other_file() {
        let inlined = Inlined {
            style: "p{}".to_owned(),
            script: "run()".to_owned(),
            wasm: "data:w".to_owned(),
            pack: "data:p".to_owned(),
        };
        let page = page(INDEX, &inlined, "data:i").expect("the form is known");
        for part in
            ["<style>p{}</style>", ">run()</script>", "data-wasm=\"data:w\"", "<body data-pack=\"data:p\">"]
        {
            assert!(page.contains(part), "{part} is not in {page}");
        }
        for hash in [integrity(b"run()"), integrity(b"p{}")] {
            assert!(page.contains(&format!("'{hash}'")));
        }
        assert!(!page.contains(".css") && !page.contains("unsafe-inline"));
    }

    #[test]
    fn a_script_with_a_closing_tag_is_refused() {
        let inlined = Inlined {
            style: String::new(),
            script: "'</script>'".to_owned(),
            wasm: String::new(),
            pack: String::new(),
        };
        assert!(page(INDEX, &inlined, "").is_err());
    }

    #[test]
    fn the_program_and_start_js_are_joined_into_one_script() {
        let glue = "let wasm;\nexport function readingPage() {}\nexport { initSync, init as default };\n";
        let start = "const { default: start, readingPage } = await import(program);\n";
        let script = script(glue, start).expect("the form is known");
        assert!(script.contains("{ default: init, readingPage }"), "{script}");
        assert!(script.contains("readingPage } = inlinedProgram;"), "{script}");
        assert!(super::script("import './a.js';\n", start).is_err());
    }
}
