// What a reader waits for, in Chromium: an article annotated, beside what the browser itself needs to parse and lay out
// the same text, and beside Microsoft's Recognizers-Text finding the figures in it.
//
// Runs are taken in turn, so that a busy machine slows all alike, and medians of warm runs are printed. Run by
// `cargo xtask bench browser`; an article other than the bundled sample can be named.
import { createRequire } from 'node:module';

import { launch, median, open, paragraphs, read } from './chromium.mjs';

const peer = '@microsoft/recognizers-text-suite/dist/recognizers-text-suite.browser.js';
const text = read(process.argv[2]);

const browser = await launch();
const page = await open(browser, '');
await page.addScriptTag({ path: createRequire(import.meta.url).resolve(peer) });

/** Milliseconds of each run, by what ran. */
const times = await page.evaluate(
  async ({ text, html }) => {
    const { annotate } = await import('/manicule.js');
    const { recognizeNumber, recognizeCurrency, recognizeAge, recognizePercentage, recognizeDateTime } = RecognizersText;
    const subjects = {
      annotate: { every: 1, run: () => annotate(text) },
      'parse and layout': {
        every: 1,
        run() {
          const frame = document.body.appendChild(document.createElement('div'));
          frame.innerHTML = html;
          frame.getBoundingClientRect();
          frame.remove();
        },
      },
      'Recognizers-Text': {
        every: 20,
        run() {
          for (const recognize of [recognizeNumber, recognizeCurrency, recognizeAge, recognizePercentage]) {
            recognize(text, 'fr-fr');
          }
          recognizeDateTime(text, 'fr-fr', 0, new Date(2022, 0, 6));
        },
      },
    };
    const times = Object.fromEntries(Object.keys(subjects).map((name) => [name, []]));
    for (let round = 0; round < 200; round += 1) {
      for (const [name, { every, run }] of Object.entries(subjects)) {
        if (round % every !== 0) continue;
        const started = performance.now();
        await run();
        times[name].push(performance.now() - started);
      }
    }
    return times;
  },
  { text, html: paragraphs(text) },
);

// The first quarter warms up.
const warm = (times) => median(times.slice(Math.ceil(times.length / 4)));
console.log(`${text.length} UTF-16 units; Chromium ${browser.version()}`);
for (const [name, each] of Object.entries(times)) {
  const ratio = warm(each) / warm(times.annotate);
  console.log(`${name.padEnd(18)} ${warm(each).toFixed(2).padStart(8)} ms ${ratio.toFixed(2).padStart(9)} × annotate`);
}
await browser.close();
