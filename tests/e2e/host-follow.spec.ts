import { clickWords, expect, gloss, painted, test } from './host';
import type { Page } from '@playwright/test';

/** The words that are painted as a place or a person. */
async function names(page: Page): Promise<string[]> {
  const { place = [], person = [] } = await painted(page);
  return [...place, ...person];
}

test('an article is annotated again only if its text has changed', async ({ page, host }) => {
  await host.annotateFixture();
  await page.evaluate(() => {
    const ready: string[] = [];
    (window as any).ready = ready;
    document.addEventListener('manicule:ready', (event) => ready.push((event.target as Element).id));
  });
  // The same words in new nodes are painted at their new position, without another annotation.
  await page.evaluate(() => {
    const article = document.querySelector('article')!;
    article.replaceWith(article.cloneNode(true));
  });
  const isPainted = () =>
    page.evaluate(() => {
      const person = (CSS as any).highlights.get('manicule-person');
      return !!person && [...person].every((range: AbstractRange) => range.startContainer.isConnected);
    });
  await expect.poll(isPainted).toBe(true);
  expect(await page.evaluate(() => (window as any).ready)).toEqual([]);
  // Pages add the next article like this as the reader scrolls.
  await page.evaluate(() => {
    const next = document.createElement('article');
    next.id = 'next';
    const paragraph = document.createElement('p');
    paragraph.textContent = 'À Toulouse, Carole Delga a inauguré jeudi un lycée de 1 500 élèves, le premier depuis dix ans, a indiqué la région. '.repeat(3);
    next.append(paragraph);
    document.querySelector('main')!.append(next);
  });
  await expect.poll(() => names(page)).toContain('Carole Delga');
  expect(await names(page)).toContain('Brest');
  expect(await page.evaluate(() => (window as any).ready)).toEqual(['next']);
  // Changes in advertisements and outside of the article are ignored.
  await page.evaluate(() => {
    document.querySelector('#ad-1 p')!.textContent = 'Publicité : partez à Rome';
    document.querySelector('.rail p')!.textContent = 'Vienne';
  });
  await page.waitForTimeout(300);
  expect(await page.evaluate(() => (window as any).ready)).toEqual(['next']);
  expect((await names(page)).join()).not.toMatch(/Rome|Vienne/);
});

test('an article that is replaced by another is annotated again', async ({ page, host }) => {
  await host.annotateFixture();
  await clickWords(page, 'Emmanuel Macron');
  await expect(gloss(page)).toBeVisible();
  await page.evaluate(() => document.querySelector('main')!.replaceChildren());
  await expect(gloss(page)).toHaveCount(0);
  await expect(page.locator('.hand')).toHaveCount(0);
  expect(await names(page)).toEqual([]);
  await page.evaluate(() => {
    const article = document.createElement('article');
    const paragraph = document.createElement('p');
    paragraph.textContent = 'La maire de Strasbourg, Jeanne Barseghian, a reçu mardi une délégation venue de Berlin pour parler du Rhin et de ses crues. '.repeat(3);
    article.append(paragraph);
    document.querySelector('main')!.append(article);
  });
  await expect.poll(() => names(page)).toContain('Jeanne Barseghian');
  await expect(page.locator('.hand')).toBeVisible();
});
