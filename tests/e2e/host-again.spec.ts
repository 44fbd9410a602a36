import { annotatePage, clickWords, counts, expect, expectNoReport, gloss, painted, pointOf, test } from './host';
import type { Page } from '@playwright/test';

// Panel, listeners and styles are created once and reused by later mounts, so each mount has to reset them.

const NANTES = 'À Nantes, Johanna Rolland a inauguré jeudi un lycée de 1 500 élèves, a indiqué la ville. '.repeat(4);
const LILLE = 'À Lille, Martine Aubry a fermé mardi un lycée de 1 500 élèves, a indiqué la ville. '.repeat(4);

/** A page with two articles that do not belong together. */
const TWO = `<div><article id="nantes"><p>${NANTES}</p></article></div><div><article id="lille"><p>${LILLE}</p></article></div>`;

const PANEL = 'manicule-panel';
const STAGE = '.page.host';

async function destroy(page: Page): Promise<void> {
  await page.evaluate(() => (window as any).handle.destroy());
}

/** Everything that must be the same before and after a mount. */
function traces(page: Page) {
  return page.evaluate(() => ({
    html: document.documentElement.outerHTML,
    sheets: document.adoptedStyleSheets.length,
    highlights: [...(CSS as any).highlights.keys()],
  }));
}

test('a page annotated again has the new options and nothing from the previous mount', async ({ page, host }) => {
  await host.openFixture();
  const before = await traces(page);
  await annotatePage(page, { theme: 'light' });
  await expect(page.getByRole('button', { name: /^Repères de l’article/ })).toBeVisible();
  await clickWords(page, 'Jean-Marc Delattre');
  await expect(page.locator(STAGE)).toHaveAttribute('lang', 'fr');
  await destroy(page);
  expect(await traces(page)).toEqual(before);

  await annotatePage(page, { theme: 'dark', interfaceLanguage: 'en', kinds: ['place'], card: 'sheet' });
  await expect(gloss(page)).toHaveCount(0);
  expect(Object.keys(await painted(page))).toEqual(['place']);
  await expect(page.locator(PANEL)).toHaveAttribute('data-theme', 'dark');
  await expect(page.getByRole('button', { name: /^Highlights in this article/ })).toBeVisible();
  await clickWords(page, 'Brest');
  await expect(gloss(page)).toContainText('Brest');
  await expect(page.locator(STAGE)).toHaveClass(/host--sheet/);
  await page.keyboard.press('Escape');
  await expect(gloss(page)).toHaveCount(0);
  await destroy(page);
  expect(await traces(page)).toEqual(before);
  await expectNoReport(page);
});

test('another article on the same page has its own list and card, and only its changes are followed', async ({ page, host }) => {
  await host.open({ body: TWO });
  await annotatePage(page, {}, '#nantes');
  await page.getByRole('button', { name: /^Repères de l’article/ }).click();
  await expect(page.getByRole('dialog')).toContainText('Johanna Rolland');
  await destroy(page);
  await annotatePage(page, {}, '#lille');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByRole('button', { name: /^Repères de l’article/ }).click();
  await expect(page.getByRole('dialog')).toContainText('Martine Aubry');
  await expect(page.getByRole('dialog')).not.toContainText('Johanna Rolland');
  await page.keyboard.press('Escape');
  // Changes of this article are followed, those of the other are not.
  const append = (selector: string, words: string) =>
    page.evaluate(({ selector, words }) => document.querySelector(selector)!.append(words), { selector, words });
  await append('#nantes p', 'Emmanuel Macron est attendu à Rennes.');
  await append('#lille p', 'Emmanuel Macron est attendu à Strasbourg.');
  await expect.poll(async () => (await painted(page)).place).toContain('Strasbourg');
  expect(JSON.stringify(await painted(page))).not.toMatch(/Rennes|Nantes/);
});

test('after destroy, no event is handled and pending work is dropped', async ({ page, host }) => {
  await host.annotateFixture();
  const at = await pointOf(page, 'Jean-Marc Delattre');
  await page.mouse.move(at.x, at.y + 200);
  await page.mouse.move(at.x, at.y);
  await page.evaluate(() => {
    document.querySelector('article h2')!.textContent = 'Une visite à Strasbourg';
    // The observer has a record, and the page is about to be read again.
    return Promise.resolve().then(() => (window as any).handle.destroy());
  });
  await page.mouse.click(at.x, at.y);
  await page.waitForTimeout(700);
  expect(await counts(page)).toEqual({});
  await expect(page.locator(PANEL)).toHaveCount(0);
  expect(await page.evaluate(({ x, y }) => getComputedStyle(document.elementFromPoint(x, y)!).cursor, at)).not.toBe('pointer');
  await annotatePage(page);
  await page.waitForTimeout(700);
  await expect(page.locator('.preview')).toHaveCount(0);
  await expect(gloss(page)).toHaveCount(0);
  // Pointer events are handled again.
  await page.mouse.move(at.x, at.y + 200);
  await page.mouse.move(at.x, at.y);
  await expect(page.locator('.preview')).toContainText('Jean-Marc Delattre');
});

test('with two annotated articles, destroying one leaves the other unchanged', async ({ page, host }) => {
  await host.open({ body: TWO });
  const before = await traces(page);
  await page.evaluate(async () => {
    const { annotatePage } = await import('/manicule.js' as string);
    const both = [annotatePage('#nantes', { kinds: ['person'] }), annotatePage('#lille', { interfaceLanguage: 'en' })];
    Object.assign(window, { both: await Promise.all(both) });
  });
  await clickWords(page, 'Martine Aubry', '#lille');
  await expect(gloss(page)).toContainText('Martine Aubry');
  await page.evaluate(() => (window as any).both[0].destroy());
  await expect(gloss(page)).toContainText('Martine Aubry');
  expect((await painted(page)).person!.join()).not.toContain('Rolland');
  await page.keyboard.press('Escape');
  await expect(gloss(page)).toHaveCount(0);
  await clickWords(page, '1 500', '#lille');
  await expect(page.locator(STAGE)).toHaveAttribute('lang', 'en');
  await page.evaluate(() => (window as any).both[1].destroy());
  expect(await traces(page)).toEqual(before);
});
