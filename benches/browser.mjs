// Time to annotate an article in Chromium, compared with the time of the browser to parse and lay out the same text,
// and with that of Microsoft's Recognizers-Text to find the figures in it.
//
// The subjects run alternately, so that other load on the machine affects all of them, and medians of warm runs are
// printed. Run by `cargo xtask bench browser`; the argument is the path of an article instead of the bundled sample.
import { createRequire } from 'node:module';

import { launch, median, open, paragraphs, read } from './chromium.mjs';

const peer = '@microsoft/recognizers-text-suite/dist/recognizers-text-suite.browser.js';
const text = read(process.argv[2]);

const browser = await launch();
const page = await open(browser, '');
await page.addScriptTag({ path: createRequire(import.meta.url).resolve(peer) });

/** The milliseconds of each run, by subject. */
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

// The first quarter of the runs warms up the compiler.
const warmMedian = (times) => median(times.slice(Math.ceil(times.length / 4)));
console.log(`${text.length} UTF-16 units; Chromium ${browser.version()}`);
for (const [name, each] of Object.entries(times)) {
  const ratio = warmMedian(each) / warmMedian(times.annotate);
  console.log(`${name.padEnd(18)} ${warmMedian(each).toFixed(2).padStart(8)} ms ${ratio.toFixed(2).padStart(9)} × annotate`);
}
await browser.close();
