// Time to show about 5,000 highlights on a page of 1 MB with Manicule, with hand-written code that paints the same
// ranges with the CSS Custom Highlight API ("by hand"), and with the libraries mark.js and text-annotator (both
// renderers).
//
// Only showing is measured, not finding: Manicule from the end of its analysis, hand-written code from nodes and
// offsets, the others from offsets in the text; all until the next frame is painted. Hand-written code has the style
// rules of Manicule and one `Highlight` per kind. Each run is on a new page in which no code is compiled yet, as for
// a reader who opens it. The subjects run alternately, and medians are printed; Manicule and hand-written code, which
// are close, are also compared run by run. Run by `cargo xtask bench painting`.
import { createRequire } from 'node:module';

import { launch, median, open, paragraphs, read } from './chromium.mjs';

const ROUNDS = 21;
// The other libraries are so slow that few runs are enough.
const PEER_ROUNDS = 3;
const LENGTH = 1_000_000;
const KINDS = ['person', 'organisation', 'figure'];

const { resolve } = createRequire(import.meta.url);

/** Defines in the page what the subjects share. */
const shared = () => {
  // text-annotator reads this although it is built for browsers.
  window.process = { env: { NODE_ENV: 'production' } };

  /** Resolves when the next frame is painted. */
  window.shown = () => new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));

  /** Resolves when everything is painted and a random part of a frame has passed, so that runs do not begin with one. */
  window.settled = async () => {
    await shown();
    await new Promise((done) => setTimeout(done, 50 + Math.random() * 16));
  };

  /** The text nodes of the article, each with its offset in the text content of the article. */
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

/**
 * Annotates the page with Manicule. Returns the ranges as offsets in the text content of the article, the style rules,
 * and the milliseconds from the end of the analysis (`time`) and in all (`whole`).
 */
async function manicule(kinds) {
  const { annotate, annotatePage } = await import('/manicule.js');
  // Loads the WebAssembly module and the pack.
  await annotate('Un mot.');
  // The creation of the first range marks the end of the analysis.
  let first;
  const Original = StaticRange;
  window.StaticRange = function (places) {
    first = performance.now();
    window.StaticRange = Original;
    return new Original(places);
  };
  const started = performance.now();
  await annotatePage('article', { kinds });
  await shown();
  const ended = performance.now();
  const starts = new Map(nodes().map(({ node, at }) => [node, at]));
  const ranges = [];
  for (const kind of kinds) {
    for (const range of CSS.highlights.get(`manicule-${kind}`)) {
      const start = starts.get(range.startContainer) + range.startOffset;
      ranges.push({ kind, start, end: starts.get(range.endContainer) + range.endOffset });
    }
  }
  ranges.sort((one, other) => one.start - other.start);
  const all = document.adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText));
  const rules = all.filter((rule) => rule.includes('::highlight')).join('\n');
  return { shown: { ranges, rules }, time: ended - first, whole: ended - started };
}

/** The other subjects. Each takes the ranges and rules of Manicule and returns milliseconds. */
const subjects = {
  'by hand': async ({ ranges, rules }) => {
    const all = nodes();
    let index = 0;
    const places = ranges.map(({ kind, start, end }) => {
      while (index + 1 < all.length && all[index + 1].at <= start) index += 1;
      const { node, at } = all[index];
      return { kind, node, start: start - at, end: Math.min(end - at, node.length) };
    });
    const style = new CSSStyleSheet();
    style.replaceSync(rules);
    document.adoptedStyleSheets = [style];
    await settled();
    const started = performance.now();
    const highlights = new Map();
    for (const { kind, node, start, end } of places) {
      const range = new Range();
      range.setStart(node, start);
      range.setEnd(node, end);
      if (!highlights.has(kind)) highlights.set(kind, new Highlight());
      highlights.get(kind).add(range);
    }
    for (const [kind, highlight] of highlights) CSS.highlights.set(`manicule-${kind}`, highlight);
    await shown();
    return performance.now() - started;
  },
  'mark.js': async ({ ranges }) => {
    const marker = new Mark(document.querySelector('article'));
    const wanted = ranges.map(({ start, end }) => ({ start, length: end - start }));
    await settled();
    const started = performance.now();
    await new Promise((done) => marker.markRanges(wanted, { done }));
    await shown();
    return performance.now() - started;
  },
  'text-annotator, spans': ({ ranges }) => annotator(ranges, 'SPANS'),
  'text-annotator, highlights': ({ ranges }) => annotator(ranges, 'CSS_HIGHLIGHTS'),
};

/** Runs text-annotator with one of its renderers. */
async function annotator(ranges, renderer) {
  const article = document.querySelector('article');
  const whole = article.textContent;
  const annotations = ranges.map(({ start, end }, index) => ({
    id: `r${index}`,
    bodies: [],
    target: { annotation: `r${index}`, selector: [{ quote: whole.slice(start, end), start, end }] },
  }));
  const recogito = RecogitoJS.createTextAnnotator(article, { renderer, annotatingEnabled: false });
  await settled();
  const started = performance.now();
  recogito.setAnnotations(annotations);
  await shown();
  return performance.now() - started;
}

// The sample article, repeated.
const sample = paragraphs(read());
const body = `<article>${sample.repeat(Math.ceil(LENGTH / sample.length))}</article>`;
const browser = await launch();

/** Evaluates `run` with the argument `given` on a new page with all subjects. Returns its result. */
async function measure(run, given) {
  const page = await open(browser, body);
  await page.evaluate(shared);
  await page.addScriptTag({ path: resolve('mark.js/dist/mark.min.js') });
  await page.addScriptTag({ path: resolve('@recogito/text-annotator').replace('.es.js', '.umd.js') });
  await page.addScriptTag({ content: annotator.toString() });
  const answer = await page.evaluate(run, given);
  await page.context().close();
  return answer;
}

const times = Object.fromEntries(['manicule', ...Object.keys(subjects)].map((name) => [name, []]));
const wholes = [];
let count = 0;
for (let round = 0; round < ROUNDS; round += 1) {
  const { shown, time, whole } = await measure(manicule, KINDS);
  count = shown.ranges.length;
  times.manicule.push(time);
  wholes.push(whole);
  for (const [name, show] of Object.entries(subjects)) {
    if (name === 'by hand' || round < PEER_ROUNDS) times[name].push(await measure(show, shown));
  }
}
await browser.close();

const least = (numbers) => Math.min(...numbers);
const hand = times['by hand'];
console.log(`${count} highlights on ${body.length} UTF-16 units; Chromium ${browser.version()}`);
for (const [name, each] of Object.entries(times)) {
  const [time, ratio] = [median(each), median(each) / median(hand)];
  console.log(`${name.padEnd(28)} ${time.toFixed(1).padStart(9)} ms ${ratio.toFixed(2).padStart(8)} × by hand`);
}
// Other load on the machine makes runs slower; the shortest of many runs is near to the time on an idle machine.
const ratios = times.manicule.map((time, round) => time / hand[round]);
const [lowest, middle, highest] = [least(ratios), median(ratios), Math.max(...ratios)].map((ratio) => ratio.toFixed(2));
console.log(`manicule to by hand in ${ROUNDS} rounds: ${lowest} to ${highest}, median ${middle}`);
console.log(`the least times: ${least(times.manicule).toFixed(1)} ms to ${least(hand).toFixed(1)} ms, ${(least(times.manicule) / least(hand)).toFixed(2)} ×`);
console.log(`manicule with reading and annotating the page: ${median(wholes).toFixed(0)} ms`);
