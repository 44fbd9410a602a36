import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Locator, Page } from '@playwright/test';

import { expect } from './support';

/** What `annotatePage` takes, as far as plain data can say it. */
export type Options = Record<string, unknown>;

/** The policy of a strict newsroom; every page of these tests is served under it. */
const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self' data:; " +
  "require-trusted-types-for 'script'";

/** What the pages load: the distribution's loader, at hand as `window.manicule`. */
const LOADER = `
  window.violations = [];
  document.addEventListener('securitypolicyviolation', (event) => window.violations.push(event.violatedDirective));
  window.manicule = import('/manicule.js');`;

/** Serves the fixtures and the script that loads the program, beside the distribution. */
export async function serveHost(page: Page, policy = POLICY): Promise<void> {
  await page.route('**/fixtures/**', async (route) => {
    const path = new URL(route.request().url()).pathname;
    const isPage = path.endsWith('.html');
    // The layouts are pages as they are published: the loader's tag is added.
    const body = readFileSync(join('tests', path), 'utf8').replace('</head>', '<script type="module" src="/loader.js"></script></head>');
    await route.fulfill({
      body,
      headers: {
        'Content-Type': isPage ? 'text/html; charset=utf-8' : path.endsWith('.css') ? 'text/css' : 'text/javascript',
        ...(isPage ? { 'Content-Security-Policy': policy } : {}),
      },
    });
  });
  await page.route('**/loader.js', (route) => route.fulfill({ contentType: 'text/javascript', body: LOADER }));
}

/** Opens a fixture, which loads the program, without annotating anything yet. */
export async function openHost(page: Page, fixture = 'article.html', policy?: string): Promise<void> {
  await serveHost(page, policy);
  await page.goto(`/fixtures/${fixture}`);
  await page.waitForFunction(() => 'manicule' in window);
}

/** Annotates the page; the handle is at hand there as `window.handle`. */
export async function annotatePage(page: Page, options: Options = {}, target?: string): Promise<void> {
  await page.evaluate(
    async ({ options, target }) => {
      const manicule = await (window as any).manicule;
      (window as any).handle = await manicule.annotatePage(target, options);
    },
    { options, target },
  );
}

/** Opens a fixture and annotates it. */
export async function annotateFixture(page: Page, fixture?: string, options: Options = {}): Promise<void> {
  await openHost(page, fixture);
  await annotatePage(page, options);
}

/** The words that are painted, by the kind that they are painted as. */
export async function painted(page: Page): Promise<Record<string, string[]>> {
  return page.evaluate(() => {
    const words = (range: AbstractRange) => {
      const live = new Range();
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      return live.toString().replace(/\s+/g, ' ');
    };
    const all: [string, string[]][] = [];
    (CSS as any).highlights.forEach((highlight: Set<AbstractRange>, name: string) => {
      all.push([name.replace('manicule-', ''), [...highlight].map(words)]);
    });
    return Object.fromEntries(all);
  });
}

/** A point in the middle of the first occurrence of `words` in the article. */
export async function pointOf(page: Page, words: string, nth = 0): Promise<{ x: number; y: number }> {
  return page.evaluate(
    ({ words, nth }) => {
      const walker = document.createTreeWalker(document.querySelector('article, main')!, NodeFilter.SHOW_TEXT);
      let left = nth;
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.nodeValue!.indexOf(words);
        if (at < 0 || left-- > 0) continue;
        const range = new Range();
        range.setStart(node, at);
        range.setEnd(node, at + words.length);
        range.startContainer.parentElement!.scrollIntoView({ block: 'center', behavior: 'instant' });
        const { top } = range.getClientRects()[0]!;
        if (top < 0 || top > innerHeight - 60) scrollBy({ top: top - innerHeight / 3, behavior: 'instant' });
        const rect = range.getClientRects()[0]!;
        return { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 };
      }
      throw new Error(`"${words}" is not in the article`);
    },
    { words, nth },
  );
}

/** Clicks on words of the article. */
export async function clickWords(page: Page, words: string, nth = 0): Promise<void> {
  const { x, y } = await pointOf(page, words, nth);
  await page.mouse.click(x, y);
}

/** The open gloss. */
export function gloss(page: Page): Locator {
  return page.locator('.gloss');
}

/** What the policy of the page has refused. */
export async function expectNoViolation(page: Page): Promise<void> {
  expect(await page.evaluate(() => (window as any).violations)).toEqual([]);
}
