// Manicule for your pages, by a script tag or an import: the guide in this folder says how.
//
// Pages load this file first, so it is small; a script tag loads the program when the browser is idle. It is published
// as written, except for the next line, where `cargo xtask dist` inserts the release's files as `{ url, integrity }`.
const [embedGlue, embedWasm, articleGlue, articleWasm, pack, styles] = '@files@';

// Returns a function that loads a program once; after an error, its next call tries again.
const loaderOf = (glue, wasm, program) => () =>
  (program ??= start(glue, wasm).catch((error) => {
    program = undefined;
    throw error;
  }));

// The program that annotates host pages and texts, and the one with which the element shows its article.
const loadEmbed = loaderOf(embedGlue, embedWasm);
const loadArticle = loaderOf(articleGlue, articleWasm);

async function start(glue, wasm) {
  checkPolicy();
  const [module, binary] = await Promise.all([importVerified(glue), fetchVerified(wasm)]);
  await module.default({ module_or_path: binary });
  module.configure({
    pack: pack.url,
    packIntegrity: pack.integrity,
    styles: [styles.url],
    stylesIntegrity: [styles.integrity],
  });
  return module;
}

// Compiles the smallest possible module, to download nothing where the page's policy does not allow WebAssembly.
function checkPolicy() {
  try {
    new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
  } catch {
    throw failure('policy', "this page allows no WebAssembly: add 'wasm-unsafe-eval' to script-src in its Content-Security-Policy");
  }
}

// `import()` has no integrity option, but browsers apply the hash of a preload of the same module.
async function importVerified({ url, integrity }) {
  const link = document.createElement('link');
  if (link.relList.supports('modulepreload')) {
    Object.assign(link, { rel: 'modulepreload', href: url, integrity, crossOrigin: 'anonymous', fetchPriority: 'low' });
    await new Promise((resolve, reject) => {
      link.onload = resolve;
      link.onerror = () => reject(notLoaded(url));
      document.head.append(link);
    }).finally(() => link.remove());
  } else {
    await fetchVerified({ url, integrity });
  }
  return import(/* @vite-ignore */ /* webpackIgnore: true */ url);
}

const fetchVerified = ({ url, integrity }) =>
  fetch(url, { integrity, priority: 'low' }).catch(() => {
    throw notLoaded(url);
  });

const notLoaded = (url) => failure('load', `${url} could not be loaded, or is not the file that this release was built with`);

const failure = (code, message) => Object.assign(new Error(message), { code });

/** Annotates a text. Resolves to a document of the schema `manicule/1`. */
export async function annotate(text, options) {
  return (await loadEmbed()).annotate(text, options);
}

/** Annotates the articles in the page, in place. Resolves to a handle of the page. */
export async function annotatePage(target, options) {
  return (await loadEmbed()).annotatePage(target, options);
}

// Reports an error that has no caller to catch it: on the console for developers, as an event for scripts.
function report(place, error) {
  const { code = 'internal', message } = error;
  console.warn(`Manicule: ${message}`);
  place.dispatchEvent(new CustomEvent('manicule:error', { bubbles: true, composed: true, detail: { code, message } }));
}

// Without `HTMLElement`, as in Node.js, the module can still be imported.
class ManiculeArticle extends (globalThis.HTMLElement ?? Object) {
  static observedAttributes = ['src', 'lang', 'date', 'theme'];

  #article;
  #shown;
  #isSettling = false;

  connectedCallback() {
    this.#settle();
  }

  disconnectedCallback() {
    this.#settle();
  }

  attributeChangedCallback() {
    if (this.isConnected) this.#settle();
  }

  // Updates the article once all changes of the current task are made, so that an element that is only moved keeps its
  // article.
  async #settle() {
    if (this.#isSettling) return;
    this.#isSettling = true;
    await null;
    try {
      const { mountArticle } = this.isConnected ? await loadArticle() : {};
      this.#isSettling = false;
      this.#show(mountArticle);
    } catch (error) {
      this.#isSettling = false;
      report(this, error);
    }
  }

  #show(mountArticle) {
    const options = this.#options();
    const wanted = JSON.stringify(options);
    if (!this.isConnected) {
      this.#article?.destroy();
      this.#article = undefined;
    } else if (!this.#article) {
      const root = document.createElement('div');
      (this.shadowRoot ?? this.attachShadow({ mode: 'open' })).replaceChildren(root);
      this.#article = mountArticle(root, options);
    } else if (wanted !== this.#shown) {
      this.#article.update(options);
    }
    this.#shown = wanted;
  }

  #options() {
    const given = ManiculeArticle.observedAttributes.map((name) => [name, this.getAttribute(name) || undefined]);
    const options = Object.fromEntries(given);
    return options.src ? options : { ...options, text: this.textContent };
  }
}

// The options in the data- attributes of a script tag: `data-interface-language` is `interfaceLanguage`.
function optionsOf({ dataset: { target, kinds, mentions, ...options } }) {
  for (const name in options) options[name] ||= undefined;
  if (kinds !== undefined) options.kinds = kinds.split(/[\s,]+/).filter(Boolean);
  if (mentions !== undefined) options.mentions = mentions !== 'false';
  return options;
}

async function annotateFor(script) {
  if (document.readyState === 'loading') {
    await new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve));
  }
  await new Promise((resolve) => (globalThis.requestIdleCallback ?? setTimeout)(resolve, { timeout: 3000 }));
  await annotatePage(script.dataset.target, optionsOf(script)).catch((error) => report(document, error));
}

if (globalThis.customElements && !customElements.get('manicule-article')) {
  customElements.define('manicule-article', ManiculeArticle);
}

// A script tag with this file's address annotates the page, unless it has data-manual. In a bundle, whose tag may be for
// other scripts, only a tag with data-target does.
for (const script of globalThis.document?.querySelectorAll('script[src]:not([data-manual])') ?? []) {
  const isOwn = script.src === import.meta.url && ('target' in script.dataset || /\/manicule\.js$/.test(new URL(script.src).pathname));
  if (isOwn) annotateFor(script);
}
