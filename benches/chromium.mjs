// Shared by the benchmarks in Chromium. `cargo xtask bench` builds the distribution and sets MANICULE_SITE to its
// folder, and CHROMIUM to the path of the browser.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { chromium } from '@playwright/test';

const site = process.env.MANICULE_SITE ?? 'dist';

/** Reads the article at `path`, which is the bundled sample by default. */
export const read = (path = join(import.meta.dirname, '../articles/kazakhstan-janvier-2022.fr.txt')) => readFileSync(path, 'utf8');

/** Converts the lines of a text into HTML paragraphs. */
export function paragraphs(text) {
  const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  return escaped.split(/\n+/).filter(Boolean).map((line) => `<p>${line}</p>\n`).join('');
}

export const launch = () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM,
    // The sandbox of Chromium does not work as root.
    chromiumSandbox: process.getuid?.() !== 0,
  });

/** Opens a page with `body` that can load the distribution, in a new context, so that no code is compiled yet. */
export async function open(browser, body) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const html = `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Bench</title><body>${body}`;
  await page.route('http://localhost/**', (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: html });
    return route.fulfill({ path: join(site, pathname) });
  });
  await page.goto('http://localhost/');
  return page;
}

/** The median of `numbers`. */
export const median = (numbers) => numbers.toSorted((one, other) => one - other)[numbers.length >> 1];
