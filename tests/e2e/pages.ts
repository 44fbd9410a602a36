import type { Page } from '@playwright/test';

import { expect, gloss, test } from './host';
import type { Server } from './support.server';

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

/**
 * Calls `annotatePage`; the handle is then `window.handle` in the page.
 *
 * @param shadowHost selector of an element; the target is then the `article` in its shadow root.
 * @returns `ok`, the code of the error, or `waiting` if the promise is pending after ten seconds.
 */
export async function annotate(page: Page, options: object = {}, shadowHost?: string): Promise<string> {
  return page.evaluate(
    async ({ options, shadowHost }) => {
      const { annotatePage } = await import('/manicule.js' as string);
      const target = shadowHost && document.querySelector(shadowHost)!.shadowRoot!.querySelector('article');
      const annotated = annotatePage(target, options).then(
        (handle: object) => (Object.assign(window, { handle }), 'ok'),
        ({ code, message }: { code?: string; message: string }) => code ?? message,
      );
      return Promise.race([annotated, new Promise<string>((resolve) => setTimeout(resolve, 10_000, 'waiting'))]);
    },
    { options, shadowHost },
  );
}

/** Annotates the page, and returns the text that was gathered; empty if there is none. */
export async function gather(page: Page, options: object = {}, shadowHost?: string): Promise<string> {
  await annotate(page, options, shadowHost);
  return page.evaluate(() => (window as any).handle?.text ?? '');
}

/** The words of each highlight in visible text, kind by kind, without soft hyphens and the like. */
export async function highlighted(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { ranges, wordsOf, isVisible } = window as any;
    return ranges().filter(isVisible).map(wordsOf);
  });
}

/** Waits until all of these words are highlighted. */
export async function expectHighlighted(page: Page, ...words: string[]): Promise<void> {
  await expect.poll(() => highlighted(page)).toEqual(expect.arrayContaining(words));
}

/** Waits until none of these words is highlighted any more. */
export async function expectNotHighlighted(page: Page, ...words: string[]): Promise<void> {
  await expect.poll(async () => (await highlighted(page)).filter((word) => words.includes(word))).toEqual([]);
}

/** Checks that nothing is highlighted, now and a second after the program has been loaded, if it ever is. */
export async function expectNothingHighlighted(page: Page): Promise<void> {
  const isLoaded = () => performance.getEntriesByType('resource').some(({ name }) => name.endsWith('.wasm'));
  if (!(await page.evaluate(isLoaded))) {
    await page.waitForFunction(isLoaded, undefined, { timeout: 4000 }).catch(() => undefined);
    await page.waitForTimeout(500);
  }
  await page.waitForTimeout(500);
  expect([...new Set(await highlighted(page))].join(', '), 'highlights').toBe('');
}

/** Whether a highlight with these words is inside the viewport, and not clipped or covered. */
export async function isOnScreen(page: Page, words: string): Promise<boolean> {
  return page.evaluate((words) => {
    const { ranges, wordsOf, isVisible } = window as any;
    return ranges().some((range: Range) => {
      if (!isVisible(range) || wordsOf(range) !== words) return false;
      const rect = range.getClientRects()[0]!;
      const hit = document.elementFromPoint(rect.x + rect.width / 2, rect.y + rect.height / 2);
      return !!hit && range.startContainer.parentElement!.contains(hit);
    });
  }, words);
}

/** Waits until these words are highlighted, scrolls to the last such highlight, and returns its middle in CSS pixels. */
export async function highlightPoint(page: Page, words: string): Promise<{ x: number; y: number }> {
  await expectHighlighted(page, words);
  // Words are painted a little before clicks are handled.
  await page.locator('.hand').first().waitFor({ state: 'attached', timeout: 5000 });
  return page.evaluate((words) => {
    const { ranges, wordsOf, isVisible } = window as any;
    const range: Range = ranges().findLast((range: Range) => wordsOf(range) === words && isVisible(range));
    range.startContainer.parentElement!.scrollIntoView({ block: 'center', behavior: 'instant' });
    const rect = range.getClientRects()[0]!;
    return { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 };
  }, words);
}

/** Clicks on highlighted words. */
export async function clickHighlight(page: Page, words: string): Promise<void> {
  const { x, y } = await highlightPoint(page, words);
  await page.mouse.click(x, y);
}

/** Opens the card of the entity with this name by `select()`. */
export async function selectEntity(page: Page, name: string): Promise<void> {
  const isSelected = await page.evaluate((name) => {
    const { handle } = window as any;
    const entity = handle.annotations.entities.find((entity: { name: string }) => entity.name === name);
    return handle.select(entity?.id) as boolean;
  }, name);
  expect(isSelected, `select() of ${name}`).toBe(true);
}

/** Checks that the card with this name is wholly on the screen, on top of everything, and that its button closes it. */
export async function expectUsableCard(page: Page, name: string): Promise<void> {
  const card = gloss(page);
  await expect(card).toHaveCount(1);
  await expect(card).toContainText(name);
  // The card moves a little while it appears.
  await expect.poll(() => cardFault(page)).toBe('');
  await card.getByRole('button', { name: /^(Fermer|Close)$/ }).click({ timeout: 5000 });
  await expect(card).toHaveCount(0);
}

/** What is wrong with the position of the card; empty if nothing is. */
async function cardFault(page: Page): Promise<string> {
  const box = await gloss(page).boundingBox();
  const { width, height } = page.viewportSize()!;
  if (!box) return 'it is not rendered';
  const isInside = box.x >= -1 && box.y >= -1 && box.x + box.width <= width + 1 && box.y + box.height <= height + 1;
  if (!isInside) return `it is outside of the screen: ${JSON.stringify(box)}`;
  const hit = await page.evaluate(
    ({ x, y }) => {
      let hit = document.elementFromPoint(x, y);
      // The panel may be inside the shadow root of another element.
      while (hit?.shadowRoot && hit.localName !== 'manicule-panel') hit = hit.shadowRoot.elementFromPoint(x, y);
      return hit?.localName;
    },
    { x: box.x + box.width / 2, y: box.y + box.height / 2 },
  );
  return hit === 'manicule-panel' ? '' : `it is covered by ${hit}`;
}

/** Clicks on highlighted words, and checks that their card opens and can be used. */
export async function expectCardOnClick(page: Page, words: string): Promise<void> {
  await clickHighlight(page, words);
  await expectUsableCard(page, words);
}

/** Waits until the highlights and the card have the colours for a dark ground, or for a light one. */
export async function expectTheme(page: Page, theme: 'dark' | 'light'): Promise<void> {
  await expect(page.locator('manicule-panel')).toHaveAttribute('data-theme', theme);
  const lightness = () =>
    page.evaluate(() => {
      const { textDecorationColor } = getComputedStyle(document.querySelector('article, main, body')!, '::highlight(manicule-person)');
      return Number(/oklch\(([\d.]+)/.exec(textDecorationColor)?.[1]);
    });
  await expect.poll(async () => ((await lightness()) > 0.6 ? 'dark' : 'light')).toBe(theme);
}
