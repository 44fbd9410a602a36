import type { Page } from '@playwright/test';

import { expect, gloss } from './host';

// What is checked on the pages of the `pages-*` tests. `ranges`, `wordsOf` and `isVisible` are defined in these pages by
// `openHtml`.

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
