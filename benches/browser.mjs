// What a reader waits for, in Chromium: an article annotated, beside what the browser itself needs to parse and lay out
// the same text, and beside Microsoft's Recognizers-Text finding the figures in it.
//
// Runs are taken in turn, so that a busy machine slows all alike, and medians of warm runs are printed. Run by
// `cargo xtask bench browser`, which builds the release (MANICULE_SITE) and finds the browser (CHROMIUM); an article
// other than the bundled sample can be named.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { chromium } from '@playwright/test';

const site = process.env.MANICULE_SITE ?? 'dist';
const peer = '@microsoft/recognizers-text-suite/dist/recognizers-text-suite.browser.js';
const article = process.argv[2] ?? join(import.meta.dirname, '../articles/kazakhstan-janvier-2022.fr.txt');
const text = readFileSync(article, 'utf8');

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  // Chromium's sandbox refuses to run as root.
  chromiumSandbox: process.getuid?.() !== 0,
});
const page = await browser.newPage();
await page.route('http://localhost/**', (route) => {
  const { pathname } = new URL(route.request().url());
  if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: '<!doctype html><html lang="fr"><body>' });
  return route.fulfill({ path: join(site, pathname) });
});
await page.goto('http://localhost/');
await page.addScriptTag({ path: createRequire(import.meta.url).resolve(peer) });

/** Milliseconds of each run, by what ran. */
const times = await page.evaluate(async (text) => {
  const { annotate } = await import('/manicule.js');
  const { recognizeNumber, recognizeCurrency, recognizeAge, recognizePercentage, recognizeDateTime } = RecognizersText;
  const paragraphs = text.split(/\n+/).map((line) => `<p>${line.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</p>`);
  const html = paragraphs.join('');
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
}, text);

const median = (times) => {
  // The first quarter warms up.
  const warm = times.slice(Math.ceil(times.length / 4)).sort((one, other) => one - other);
  return warm[warm.length >> 1];
};
console.log(`${text.length} UTF-16 units; Chromium ${browser.version()}`);
for (const [name, each] of Object.entries(times)) {
  const ratio = median(each) / median(times.annotate);
  console.log(`${name.padEnd(18)} ${median(each).toFixed(2).padStart(8)} ms ${ratio.toFixed(2).padStart(9)} × annotate`);
}
await browser.close();
