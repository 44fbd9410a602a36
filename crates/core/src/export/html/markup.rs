//! Writes HTML safely: markup can only be a literal of this crate, and everything else is escaped.

/// HTML under construction.
pub(super) struct Markup(String);

impl Markup {
    pub(super) fn with_capacity(bytes: usize) -> Markup {
        Markup(String::with_capacity(bytes))
    }

    /// Appends markup without escaping. Only literals are accepted, so that article text cannot be passed by mistake.
    pub(super) fn raw(&mut self, markup: &'static str) -> &mut Self {
        self.0.push_str(markup);
        self
    }

    /// Appends text, escaped for the content of an element or an attribute value in double quotes.
    ///
    /// An HTML parser restores the same characters, except U+0000, which HTML cannot represent and which becomes
    /// U+FFFD. A carriage return is written as a character reference, because parsers replace a literal one by a line
    /// feed (WHATWG HTML § 13.2.3.5).
    pub(super) fn text(&mut self, text: &str) -> &mut Self {
        let mut written = 0;
        for (at, byte) in text.bytes().enumerate() {
            let escape = match byte {
                b'&' => "&amp;",
                b'<' => "&lt;",
                b'>' => "&gt;",
                b'"' => "&quot;",
                b'\'' => "&#39;",
                b'\r' => "&#13;",
                0 => "\u{FFFD}",
                _ => continue,
            };
            self.0.push_str(&text[written..at]);
            self.0.push_str(escape);
            written = at + 1;
        }
        self.0.push_str(&text[written..]);
        self
    }

    /// Appends ` name="value"`.
    pub(super) fn attribute(&mut self, name: &'static str, value: &str) -> &mut Self {
        self.raw(" ").raw(name).raw("=\"").text(value).raw("\"")
    }

    /// Appends the start tag of a link to `url` if its scheme is `http`, `https` or `mailto`. Returns whether it did.
    pub(super) fn open_link(&mut self, url: &str) -> bool {
        let allowed = url.split_once(':').is_some_and(|(scheme, _)| {
            ["http", "https", "mailto"].iter().any(|allowed| scheme.eq_ignore_ascii_case(allowed))
        });
        if allowed {
            self.raw("<a").attribute("href", url).raw(" rel=\"noopener noreferrer\">");
        }
        allowed
    }

    pub(super) fn finish(self) -> String {
        self.0
    }
}
