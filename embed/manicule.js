// Manicule for your pages, by a script tag or an import: the guide in this folder says how.
//
// Pages load this file first, so it is small; a script tag loads the program when the browser is idle. `cargo xtask dist`
// publishes it without comments and indentation, and with the release's files as `{ url, integrity }` in the next line.
const [embedGlue, embedWasm, articleGlue, articleWasm, pack, styles] = '@files@';

// The browser's own: some old pages replace it by one without `finally`.
const Promise = (async () => {})().constructor;

// Files that were requested and have not come yet.
const pending = new Set();

// What the page's policy has blocked: the directive by the address.
const blocked = new Map();

// Returns a function that loads a program once; after an error, its next call tries again. If the files take longer than
// 30 s, it calls `tell` with an error and waits on: on a slow network they may still come.
const loaderOf = (glue, wasm, program) => async (tell) => {
  const loading = (program ??= start(glue, wasm));
  const forget = () => {
    if (program === loading) program = undefined;
  };
  const timer = setTimeout(() => {
    forget();
    tell(failure('load', `${[...pending].join(' and ')} did not answer within 30 s`));
  }, 30_000);
  try {
    return await loading;
  } catch (error) {
    forget();
    throw error;
  } finally {
    clearTimeout(timer);
  }
};

// The program that annotates host pages and texts, and the targets of the tags. All copies of this file on a page share
// them, because two programs would paint over each other's highlights.
const { loadEmbed, targets } = (globalThis[Symbol.for('manicule')] ??= {
  loadEmbed: loaderOf(embedGlue, embedWasm),
  targets: new Set(),
});

// The program with which the element shows its article.
const loadArticle = loaderOf(articleGlue, articleWasm);

async function start(glue, wasm) {
  checkPolicy();
  document.addEventListener('securitypolicyviolation', ({ blockedURI, effectiveDirective }) => {
    blocked.set(blockedURI, effectiveDirective);
  });
  const [module, binary] = await Promise.all([glue, wasm].map(load));
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
    throw notAllowed('WebAssembly', "'wasm-unsafe-eval'", 'script-src');
  }
}

async function load(file) {
  const { url } = file;
  pending.add(url);
  try {
    return await (/\.js$/.test(url) ? importVerified(file) : fetchVerified(file));
  } catch {
    throw await reason(url);
  } finally {
    pending.delete(url);
  }
}

// `import()` has no integrity option, but browsers apply the hash of a preload of the same module.
async function importVerified({ url, integrity }) {
  const link = document.createElement('link');
  if (link.relList.supports('modulepreload')) {
    const { nonce } = document.querySelector('script[nonce]') ?? link;
    Object.assign(link, { rel: 'modulepreload', href: url, integrity, crossOrigin: 'anonymous', fetchPriority: 'low', nonce });
    try {
      await new Promise((resolve, reject) => {
        link.onload = resolve;
        link.onerror = reject;
        document.head.appendChild(link);
      });
    } finally {
      link.parentNode?.removeChild(link);
    }
  } else {
    await fetchVerified({ url, integrity });
  }
  return import(/* @vite-ignore */ /* webpackIgnore: true */ url);
}

const fetchVerified = ({ url, integrity }) => fetch(url, { integrity, priority: 'low' });

// Returns an error that says why a file could not be loaded. Browsers do not say it, so the file is asked for again.
async function reason(url) {
  // The event comes after the error.
  await new Promise((resolve) => setTimeout(resolve));
  const directive = blocked.get(url)?.replace('-elem', '');
  if (directive) return notAllowed(url, new URL(url).origin, directive);
  const { ok, status } = await fetch(url, { method: 'HEAD' }).catch(() => ({}));
  return failure(
    'load',
    !status
      ? `${url} could not be requested: check the network and, on that server, Access-Control-Allow-Origin`
      : ok
        ? `${url} is not the file that this release was built with: upload the whole folder dist, and let nothing change its files`
        : `the server answered ${status} for ${url}: upload the whole folder dist, and let the server send files that end in .${url.split('.').pop()}`,
  );
}

const notAllowed = (what, source, directive) =>
  failure('policy', `this page does not allow ${what}: add ${source} to ${directive} in its Content-Security-Policy`);

const failure = (code, message) => Object.assign(new Error(message), { code });

// A program for a caller who wants an error rather than to wait any longer.
const embedInTime = () => new Promise((resolve, reject) => loadEmbed(reject).then(resolve, reject));

/** Annotates a text. Resolves to a document of the schema `manicule/1`. */
export async function annotate(text, options) {
  return (await embedInTime()).annotate(text, options);
}

/** Annotates the articles in the page, in place. Resolves to a handle of the page. */
export async function annotatePage(target, options) {
  return (await embedInTime()).annotatePage(target, options);
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
      const { mountArticle } = this.isConnected ? await loadArticle((error) => report(this, error)) : {};
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
  for (const name of Object.keys(options)) options[name] ||= undefined;
  if (kinds !== undefined) options.kinds = kinds.split(/[\s,]+/).filter(Boolean);
  if (mentions !== undefined) options.mentions = mentions !== 'false';
  return options;
}

async function annotateFor(script) {
  const tell = (error) => report(document, error);
  if (document.readyState === 'loading') {
    await new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve));
  }
  await new Promise((resolve) => (globalThis.requestIdleCallback ?? setTimeout)(resolve, { timeout: 3000 }));
  try {
    await (await loadEmbed(tell)).annotatePage(script.dataset.target, optionsOf(script));
  } catch (error) {
    tell(error);
  }
}

if (globalThis.customElements && !customElements.get('manicule-article')) {
  customElements.define('manicule-article', ManiculeArticle);
}

// A script tag with this file's address annotates the page, unless it has data-manual. In a bundle, whose tag may be for
// other scripts, only a tag with data-target does.
for (const script of globalThis.document?.querySelectorAll('script[src]:not([data-manual])') ?? []) {
  const { target } = script.dataset;
  const isOwn = script.src === import.meta.url && (target !== undefined || /\/manicule\.js$/.test(new URL(script.src).pathname));
  if (!isOwn) continue;
  if (targets.has(target)) {
    console.warn(`Manicule: already on this page, with the same data-target; ${script.src} does nothing`);
  } else {
    targets.add(target);
    annotateFor(script);
  }
}
