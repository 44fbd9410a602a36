import { SAMPLE, annotated, content, gloss, marks, openSample, pasteArticle } from './article';
import { drop, expect, pick, test, textFile } from './support';
import type { Page } from '@playwright/test';

const STORY = 'Marée haute à Saint-Malo\n\nLe maire, Louis Kermarec, a compté 1 200 curieux jeudi.\n';

async function openAgain(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Ouvrir', exact: true }).click();
  await page.getByRole('button', { name: 'Revenir à l’article d’exemple' }).click();
  await expect.poll(() => content(page)).toBe(SAMPLE);
}

test('a reload keeps a pasted article, until the sample is opened', async ({ page }) => {
  await openSample(page);
  await pasteArticle(page, STORY);
  await annotated(page);
  await page.reload();
  await expect.poll(() => content(page)).toBe(STORY);
  await expect(page.locator('.dateline-source')).toHaveText('Texte collé');
  await page.reload();
  await expect.poll(() => content(page)).toBe(STORY);
  await annotated(page);
  await openAgain(page);
  await page.reload();
  await expect.poll(() => content(page)).toBe(SAMPLE);
});

test('a reload keeps an article from a file, and its name', async ({ page }) => {
  await openSample(page);
  await drop(page, textFile('maree.txt', STORY));
  await expect.poll(() => content(page)).toBe(STORY);
  await page.reload();
  await expect.poll(() => content(page)).toBe(STORY);
  await expect(page.locator('.dateline-source')).toHaveText('maree.txt');
});

test('a reload keeps the open card of a pasted article, and Back closes it', async ({ page }) => {
  await openSample(page);
  await pasteArticle(page, STORY);
  await annotated(page);
  await marks(page, 'Louis Kermarec').first().click();
  await expect(gloss(page)).toBeVisible();
  await page.reload();
  await expect.poll(() => content(page)).toBe(STORY);
  await expect(gloss(page)).toBeVisible();
  await page.goBack();
  await expect(gloss(page)).toBeHidden();
  expect(await content(page)).toBe(STORY);
});

test('Back and Forward return to the pasted article', async ({ page }) => {
  await page.route('**/autre.txt', (route) => route.fulfill({ contentType: 'text/plain', body: 'Un autre article.' }));
  await openSample(page);
  await pasteArticle(page, STORY);
  await page.getByRole('button', { name: 'Ouvrir', exact: true }).click();
  await page.getByLabel('Adresse d’un article').fill('/autre.txt');
  await page.keyboard.press('Enter');
  await expect.poll(() => content(page)).toBe('Un autre article.');
  await page.reload();
  await expect.poll(() => content(page)).toBe('Un autre article.');
  await page.goBack();
  await expect.poll(() => content(page)).toBe(STORY);
  await page.reload();
  await expect.poll(() => content(page)).toBe(STORY);
  await page.goForward();
  await expect.poll(() => content(page)).toBe('Un autre article.');
  await openAgain(page);
  await page.goBack();
  await expect.poll(() => content(page)).toBe('Un autre article.');
  await page.goForward();
  await expect.poll(() => content(page)).toBe(SAMPLE);
  // Past the entry between them.
  await page.evaluate(() => history.go(-2));
  await expect.poll(() => content(page)).toBe(STORY);
});

test('a link within the page does not lose the pasted article', async ({ page }) => {
  await openSample(page);
  await pasteArticle(page, STORY);
  await annotated(page);
  await page.locator('.skip').focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#article$/);
  await page.reload();
  await expect.poll(() => content(page)).toBe(STORY);
});

test('an article that is too large for the storage is lost without an error', async ({ page }) => {
  await openSample(page);
  await pasteArticle(page, STORY);
  await pick(page, textFile('grand.txt', 'La mer monte à Saint-Malo. '.repeat(300_000)));
  await expect(page.locator('.dateline-source')).toHaveText('grand.txt');
  await page.reload();
  await expect.poll(() => content(page)).toBe(SAMPLE);
  await expect(page.getByRole('alert')).toHaveText('');
});
