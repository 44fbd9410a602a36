// What the benchmarks in Chromium share. `cargo xtask bench` builds the distribution (MANICULE_SITE) and finds the browser
// (CHROMIUM).
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { chromium } from '@playwright/test';

const site = process.env.MANICULE_SITE ?? 'dist';

/** The bundled sample, or the article of that path. */
export const read = (path = join(import.meta.dirname, '../articles/kazakhstan-janvier-2022.fr.txt')) => readFileSync(path, 'utf8');

/** The lines of a text as paragraphs of HTML. */
export function paragraphs(text) {
  const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  return escaped.split(/\n+/).filter(Boolean).map((line) => `<p>${line}</p>\n`).join('');
}

export const launch = () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM,
    // Chromium's sandbox refuses to run as root.
    chromiumSandbox: process.getuid?.() !== 0,
  });

/** A page with that body, on a server that has the distribution, in a process of its own: nothing is compiled yet. */
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

/** The middle one of some numbers. */
export const median = (numbers) => numbers.toSorted((one, other) => one - other)[numbers.length >> 1];
