import type { Page } from '@playwright/test';

import { clickWords, expectNoReport, noteReports } from './host';
import { expect, expectAccessible, test } from './support';

/** Opens the invented newspaper and waits until its article is annotated. */
async function openDemo(page: Page): Promise<void> {
  await noteReports(page);
  await page.addInitScript(() => {
    document.addEventListener('manicule:ready', () => document.documentElement.classList.add('test-ready'), { capture: true });
  });
  await page.goto('/demo/');
  await expect(page.locator('.test-ready')).toBeAttached();
}

const clickOn = (page: Page, words: string) => clickWords(page, words, '#recit');

test('the newspaper’s article is annotated under its strict policy, and its own highlight is kept', async ({ page }) => {
  await openDemo(page);
  const names = await page.evaluate(() => [...(CSS.highlights as unknown as Map<string, unknown>).keys()]);
  expect(names).toContain('estafette-key');
  expect(names.some((name) => name.startsWith('manicule-'))).toBe(true);
  await expectNoReport(page);
});

test('a click opens the card with the link that the article cites; Escape closes it', async ({ page }) => {
  await openDemo(page);
  await clickOn(page, 'Tim Ash');
  const card = page.locator('.gloss');
  await expect(card).toContainText('Tim Ash');
  await page.keyboard.press('Escape');
  await expect(card).toHaveCount(0);
  await clickOn(page, 'M. Tokayev');
  await expect(card).toContainText('Kassym-Jomart Tokayev');
  await expect(card.locator('a[href*="amid-uprising"]').first()).toBeVisible();
});

test('the card is above the sticky header, follows the dark mode, and is at the bottom on a phone', async ({ page }) => {
  await openDemo(page);
  await clickOn(page, 'Tim Ash');
  const card = page.locator('.gloss');
  await expect(card).toBeVisible();
  const top = await card.evaluate((element) => {
    const { left, top, width } = element.getBoundingClientRect();
    const root = element.getRootNode() as ShadowRoot;
    return root.elementFromPoint(left + width / 2, Math.max(top, 0) + 4)?.closest('.gloss') === element;
  });
  expect(top).toBe(true);
  await page.keyboard.press('Escape');
  await page.locator('#mode').click();
  await expect(page.locator('html')).toHaveAttribute('data-mode', 'dark');
  await clickOn(page, 'Tim Ash');
  await expect.poll(() => card.evaluate((element) => getComputedStyle(element).colorScheme)).toContain('dark');
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 390, height: 780 });
  await clickOn(page, 'Ned Price');
  await expect(card).toBeVisible();
  // It slides in.
  const bottom = () => card.evaluate((card) => Math.round(card.getBoundingClientRect().bottom));
  await expect.poll(bottom).toBe(780);
  expect((await card.boundingBox())!.height).toBeLessThanOrEqual(392);
});

test('the card in the margin does not cover the button in the corner', async ({ page }) => {
  await openDemo(page);
  const button = (await page.locator('.hand').boundingBox())!;
  for (const words of ['Ned Price', 'Kazakhstan', 'Tim Ash']) {
    await clickOn(page, words);
    const card = page.locator('.gloss');
    await expect(card).toContainText(words);
    const ends = () => card.boundingBox().then((box) => box!.y + box!.height < button.y - 8 || box!.x + box!.width < button.x - 8);
    await expect.poll(ends, words).toBe(true);
    await page.keyboard.press('Escape');
  }
});

test('the card follows the newspaper’s own mode, not the system’s', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await openDemo(page);
  await clickOn(page, 'Tim Ash');
  const card = page.locator('.gloss');
  const scheme = () => card.evaluate((element) => getComputedStyle(element).colorScheme);
  await expect.poll(scheme).toContain('dark');
  await page.keyboard.press('Escape');
  await expect(page.locator('#mode')).toHaveAttribute('aria-pressed', 'true');
  await page.locator('#mode').click();
  await clickOn(page, 'Tim Ash');
  await expect.poll(scheme).toContain('light');
});

test('the newspaper with an open card is accessible', async ({ page }) => {
  await openDemo(page);
  await clickOn(page, 'Tim Ash');
  await expect(page.locator('.gloss')).toBeVisible();
  await expectAccessible(page);
});
