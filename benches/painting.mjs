// What it costs to show some 5,000 highlights on a page of 1 MB: Manicule, the same ranges painted by hand with the CSS
// Custom Highlight API, and what a site would take instead, mark.js and text-annotator (with both of its renderers).
//
// Each is given what it needs beforehand, so that finding is not measured, only showing: Manicule from the end of its
// analysis, by hand from nodes and offsets, the others from offsets in the text; all to the frame after. Rounds are taken
// in turn on fresh pages, and medians printed. Run by `cargo xtask bench painting`, which builds the distribution
// (MANICULE_SITE) and finds the browser (CHROMIUM).
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { chromium } from '@playwright/test';

const ROUNDS = 3;
const LENGTH = 1_000_000;
const KINDS = ['person', 'organisation', 'figure'];

const site = process.env.MANICULE_SITE ?? 'dist';
const { resolve } = createRequire(import.meta.url);
const text = readFileSync(join(import.meta.dirname, '../articles/kazakhstan-janvier-2022.fr.txt'), 'utf8');

/** Paragraphs of the sample, again and again, to a length of 1 MB. */
function story() {
  const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  const article = escaped.split(/\n+/).filter(Boolean).map((line) => `<p>${line}</p>\n`).join('');
  return article.repeat(Math.ceil(LENGTH / article.length));
}

const html = `<!doctype html><html lang="fr"><meta charset="utf-8"><title>1 MB</title><article>${story()}</article>`;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  // Chromium's sandbox refuses to run as root.
  chromiumSandbox: process.getuid?.() !== 0,
});
const page = await browser.newPage();
await page.route('http://localhost/**', (route) => {
  const { pathname } = new URL(route.request().url());
  if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: html });
  return route.fulfill({ path: join(site, pathname) });
});

/** What the subjects share, in the page. */
const shared = () => {
  // text-annotator asks it, though it is built for browsers.
  window.process = { env: { NODE_ENV: 'production' } };

  window.shown = () => new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));

  /** Text nodes, each with where it starts in the article's text content. */
  window.nodes = () => {
    const walker = document.createTreeWalker(document.querySelector('article'), NodeFilter.SHOW_TEXT);
    const nodes = [];
    for (let node = walker.nextNode(), at = 0; node; node = walker.nextNode()) {
      nodes.push({ node, at });
      at += node.length;
    }
    return nodes;
  };
};

/** The ranges, as places in the article's text content, and milliseconds from the end of the analysis to the frame. */
async function manicule(kinds) {
  const { annotate, annotatePage } = await import('/manicule.js');
  // Loads the program and the pack.
  await annotate('Un mot.');
  // Showing begins with the first range that is made.
  let first;
  const Original = StaticRange;
  window.StaticRange = function (places) {
    first = performance.now();
    window.StaticRange = Original;
    return new Original(places);
  };
  const started = performance.now();
  const handle = await annotatePage('article', { kinds });
  await shown();
  const ended = performance.now();
  const starts = new Map(nodes().map(({ node, at }) => [node, at]));
  const ranges = [];
  for (const [name, highlight] of CSS.highlights) {
    if (!name.startsWith('manicule-')) continue;
    for (const range of highlight) {
      const start = starts.get(range.startContainer) + range.startOffset;
      ranges.push({ start, end: starts.get(range.endContainer) + range.endOffset });
    }
  }
  ranges.sort((one, other) => one.start - other.start);
  handle.destroy();
  return { ranges, time: ended - first, whole: ended - started };
}

/** Each is given the ranges, and answers milliseconds. */
const subjects = {
  'by hand': async (ranges) => {
    const all = nodes();
    let index = 0;
    const places = ranges.map(({ start, end }) => {
      while (index + 1 < all.length && all[index + 1].at <= start) index += 1;
      const { node, at } = all[index];
      return { node, start: start - at, end: Math.min(end - at, node.length) };
    });
    const style = new CSSStyleSheet();
    style.replaceSync('::highlight(by-hand) { text-decoration: underline solid 1.5px brown; }');
    document.adoptedStyleSheets = [style];
    await shown();
    const started = performance.now();
    const highlight = new Highlight();
    for (const { node, start, end } of places) {
      const range = new Range();
      range.setStart(node, start);
      range.setEnd(node, end);
      highlight.add(range);
    }
    CSS.highlights.set('by-hand', highlight);
    await shown();
    return performance.now() - started;
  },
  'mark.js': async (ranges) => {
    const marker = new Mark(document.querySelector('article'));
    const wanted = ranges.map(({ start, end }) => ({ start, length: end - start }));
    await shown();
    const started = performance.now();
    await new Promise((done) => marker.markRanges(wanted, { done }));
    await shown();
    return performance.now() - started;
  },
  'text-annotator, spans': (ranges) => annotator(ranges, 'SPANS'),
  'text-annotator, highlights': (ranges) => annotator(ranges, 'CSS_HIGHLIGHTS'),
};

/** text-annotator with one of its renderers. */
async function annotator(ranges, renderer) {
  const article = document.querySelector('article');
  const whole = article.textContent;
  const annotations = ranges.map(({ start, end }, index) => ({
    id: `r${index}`,
    bodies: [],
    target: { annotation: `r${index}`, selector: [{ quote: whole.slice(start, end), start, end }] },
  }));
  const recogito = RecogitoJS.createTextAnnotator(article, { renderer, annotatingEnabled: false });
  await shown();
  const started = performance.now();
  recogito.setAnnotations(annotations);
  await shown();
  return performance.now() - started;
}

/** A fresh page with all that is compared on it. */
async function open() {
  await page.goto('http://localhost/');
  await page.evaluate(shared);
  await page.addScriptTag({ path: resolve('mark.js/dist/mark.min.js') });
  await page.addScriptTag({ path: resolve('@recogito/text-annotator').replace('.es.js', '.umd.js') });
  await page.addScriptTag({ content: annotator.toString() });
}

const times = { manicule: [], whole: [] };
let count = 0;
for (let round = 0; round < ROUNDS; round += 1) {
  await open();
  const { ranges, time, whole } = await page.evaluate(manicule, KINDS);
  count = ranges.length;
  times.manicule.push(time);
  times.whole.push(whole);
  for (const [name, show] of Object.entries(subjects)) {
    await open();
    (times[name] ??= []).push(await page.evaluate(show, ranges));
  }
}
await browser.close();

const median = (times) => times.toSorted((one, other) => one - other)[times.length >> 1];
console.log(`${count} highlights on ${html.length} UTF-16 units; Chromium ${browser.version()}`);
for (const name of ['manicule', ...Object.keys(subjects)]) {
  const ratio = median(times[name]) / median(times['by hand']);
  console.log(`${name.padEnd(28)} ${median(times[name]).toFixed(1).padStart(9)} ms ${ratio.toFixed(2).padStart(8)} × by hand`);
}
console.log(`manicule with reading and annotating the page: ${median(times.whole).toFixed(0)} ms`);
