import { annotatePage, clickWords, counts, expect, expectNoReport, gloss, painted, pointOf, test } from './host';
import type { Page } from '@playwright/test';

// What the program shows and hears by is made once and used by every later mount, so that each must begin afresh.

const NANTES = 'À Nantes, Johanna Rolland a inauguré jeudi un lycée de 1 500 élèves, a indiqué la ville. '.repeat(4);
const LILLE = 'À Lille, Martine Aubry a fermé mardi un lycée de 1 500 élèves, a indiqué la ville. '.repeat(4);

/** A page with two articles that are none of each other's. */
const TWO = `<div><article id="nantes"><p>${NANTES}</p></article></div><div><article id="lille"><p>${LILLE}</p></article></div>`;

const PANEL = 'manicule-panel';
const STAGE = '.page.host';

async function destroy(page: Page): Promise<void> {
  await page.evaluate(() => (window as any).handle.destroy());
}

/** What a mount must leave as it was. */
function traces(page: Page) {
  return page.evaluate(() => ({
    html: document.documentElement.outerHTML,
    sheets: document.adoptedStyleSheets.length,
    highlights: [...(CSS as any).highlights.keys()],
  }));
}

test('a page annotated again shows nothing of the time before, and has the new options', async ({ page, host }) => {
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

test('another article on the same page has its own list, gloss and changes', async ({ page, host }) => {
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
  // Its changes are followed, and those of the other article are not.
  const append = (selector: string, words: string) =>
    page.evaluate(({ selector, words }) => document.querySelector(selector)!.append(words), { selector, words });
  await append('#nantes p', 'Emmanuel Macron est attendu à Rennes.');
  await append('#lille p', 'Emmanuel Macron est attendu à Strasbourg.');
  await expect.poll(async () => (await painted(page)).place).toContain('Strasbourg');
  expect(JSON.stringify(await painted(page))).not.toMatch(/Rennes|Nantes/);
});

test('after it was destroyed nothing is heard, and what was about to come stays away', async ({ page, host }) => {
  await host.annotateFixture();
  const at = await pointOf(page, 'Jean-Marc Delattre');
  await page.mouse.move(at.x, at.y + 200);
  await page.mouse.move(at.x, at.y);
  await page.evaluate(() => {
    document.querySelector('article h2')!.textContent = 'Une visite à Strasbourg';
    // The observer has been told, and a reading is to follow.
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
  // The pointer is heard again.
  await page.mouse.move(at.x, at.y + 200);
  await page.mouse.move(at.x, at.y);
  await expect(page.locator('.preview')).toContainText('Jean-Marc Delattre');
});

test('two at once: the one that stays goes on as it was', async ({ page, host }) => {
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
