import type { Page } from '@playwright/test';

import { expect, gloss, test } from './host';
import type { Server } from './support.server';

export * from './pages.checks';
export { expect, gloss, test };

/** A page to annotate. */
export interface CasePage {
  /** HTML inside the body. */
  body: string;
  /** HTML inside the head. */
  head?: string;
  /** Attributes of the root element. Default: `lang="fr"`. */
  root?: string;
  /** Attributes of the body. */
  bodyAttributes?: string;
  /** Whether the page has the script tag; otherwise the case calls {@link annotate}. Default: true. */
  tag?: boolean;
}

/** One kind of page, and what must hold on it. */
export interface Case extends CasePage {
  /** Whether the case needs a page of its own in {@link testTogether}, for example because it changes the window. */
  alone?: boolean;
  /** Checks the page once it has loaded. `said` are the lines that the loader has logged so far. */
  check(page: Page, said: string[]): Promise<void>;
}

const TAG = '<script type="module" src="/manicule.js"></script>';

/** Declares a test for each case, by its name. */
export function testCases(group: string, cases: Record<string, Case>): void {
  for (const [name, { check, ...casePage }] of Object.entries(cases)) {
    test(`${group}: ${name}`, async ({ page, site, host }) => {
      await openHtml(page, site, htmlOf(casePage));
      await check(page, host.said);
    });
  }
}

/** The number of cases in each test of {@link testTogether}. */
const CHUNK = 15;

/**
 * Declares tests of several cases each, which replace each other in one page, so that the program is loaded only once.
 * A test lists the cases that failed. Cases with scripts, which would not run in that way, get tests of their own.
 */
export function testTogether(group: string, cases: Record<string, Case>): void {
  const needsPage = ({ head = '', body, alone }: Case) => alone || /<script/.test(head + body);
  testCases(group, Object.fromEntries(Object.entries(cases).filter(([, one]) => needsPage(one))));
  const all = Object.entries(cases).filter(([, one]) => !needsPage(one));
  for (let from = 0; from < all.length; from += CHUNK) {
    const chunk = all.slice(from, from + CHUNK);
    test(`${group}: ${chunk[0]![0]} … ${chunk.at(-1)![0]}`, async ({ page, site, host }) => {
      test.setTimeout(180_000);
      await openHtml(page, site, htmlOf({ body: '', tag: false }));
      const failures: string[] = [];
      for (const [name, { check, ...casePage }] of chunk) {
        await show(page, casePage);
        await check(page, host.said).catch((error: Error) => failures.push(`${name}: ${brief(error)}`));
      }
      if (failures.length) throw new Error(`${failures.length} of ${chunk.length} cases failed:\n\n${failures.join('\n\n')}`);
    });
  }
}

/** Replaces the page in place, and annotates it if it has the tag. */
async function show(page: Page, { body, head = '', root = 'lang="fr"', bodyAttributes = '', tag = true }: CasePage): Promise<void> {
  await page.evaluate(
    async ({ html, tag }) => {
      const state = window as any;
      state.controller?.abort();
      state.handle?.destroy();
      delete state.handle;
      const next = new DOMParser().parseFromString(html, 'text/html');
      for (const [old, fresh] of [[document.documentElement, next.documentElement], [document.body, next.body]] as const) {
        for (const { name } of [...old.attributes]) old.removeAttribute(name);
        for (const { name, value } of fresh.attributes) old.setAttribute(name, value);
      }
      // Set as text, as listeners in attributes are lost when nodes of another document are inserted.
      document.head.innerHTML = next.head.innerHTML;
      document.body.innerHTML = next.body.innerHTML;
      scrollTo(0, 0);
      if (!tag) return;
      const { annotatePage } = await import('/manicule.js' as string);
      state.controller = new AbortController();
      // Where there is nothing to annotate, the promise may be pending for ever.
      annotatePage(undefined, { signal: state.controller.signal }).then(
        (handle: object) => Object.assign(state, { handle }),
        () => undefined,
      );
    },
    { html: htmlOf({ body, head, root, bodyAttributes, tag: false }), tag },
  );
}

/** The message of a failed expectation, without colours and in a few lines. */
function brief({ message }: Error): string {
  const lines = message.replace(/\u001b\[\d+m/g, '').split('\n').filter((line) => line.trim());
  return lines.map((line) => line.slice(0, 400)).slice(0, 8).join('\n  ');
}

function htmlOf({ body, head = '', root = 'lang="fr"', bodyAttributes = '', tag = true }: CasePage): string {
  const meta = '<meta charset="utf-8"><title>Une</title><link rel="icon" href="data:,">';
  return `<!doctype html><html ${root}><head>${meta}${head}${tag ? TAG : ''}</head><body ${bodyAttributes}>${body}</body></html>`;
}

/** Opens a page with this markup on the release's server, without a policy. */
export async function openHtml(page: Page, site: Server, html: string, headers: Record<string, string> = {}): Promise<void> {
  await page.addInitScript(defineRanges);
  site.answers.set('/page.html', { body: html, headers });
  await page.goto('/page.html');
}

/**
 * Runs in the page: `window.ranges()` returns the highlights that are in the document, as live ranges; `wordsOf` returns
 * the words of one, and `isVisible` whether the page shows it.
 */
function defineRanges(): void {
  const ranges = () =>
    [...(CSS.highlights as unknown as Map<string, Set<AbstractRange>>)]
      .filter(([name]) => name.startsWith('manicule-'))
      .flatMap(([, highlight]) => [...highlight])
      .filter(({ startContainer, endContainer, endOffset }) => {
        // Just after a change, the text may be shorter than when it was annotated.
        return startContainer.isConnected && endOffset <= (endContainer.nodeValue ?? '').length;
      })
      .map((range) => {
        const live = document.createRange();
        live.setStart(range.startContainer, range.startOffset);
        live.setEnd(range.endContainer, range.endOffset);
        return live;
      });
  const isVisible = (range: Range) =>
    range.getClientRects().length > 0 && range.startContainer.parentElement!.checkVisibility({ visibilityProperty: true });
  Object.assign(window, { ranges, isVisible, wordsOf: (range: Range) => range.toString().replace(/[\u00ad\u200b]/g, '').replace(/\s+/g, ' ') });
}

/** JavaScript for a page's inline script: runs `code` this many milliseconds after the page has loaded. */
export function later(code: string, delay = 500): string {
  return `<script>addEventListener('load', () => setTimeout(() => { ${code} }, ${delay}))</script>`;
}

/** A value as a JavaScript literal in an inline script, in which `</script>` may not occur. */
export function literal(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\x3c');
}
