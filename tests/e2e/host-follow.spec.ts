import { clickWords, expect, gloss, painted, test } from './host';
import type { Page } from '@playwright/test';

/** The words painted as a place or a person. */
async function names(page: Page): Promise<string[]> {
  const { place = [], person = [] } = await painted(page);
  return [...place, ...person];
}

test('only what has changed is annotated again', async ({ page, host }) => {
  await host.annotateFixture();
  await page.evaluate(() => {
    const ready: string[] = [];
    (window as any).ready = ready;
    document.addEventListener('manicule:ready', (event) => ready.push((event.target as Element).id));
  });
  // The same words in new nodes: painted where they are now, and not read again.
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
  // The next article, as pages add it when their reader scrolls.
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
  // Changes in what is no text of the article, and outside of it, are none of ours.
  await page.evaluate(() => {
    document.querySelector('#ad-1 p')!.textContent = 'Publicité : partez à Rome';
    document.querySelector('.rail p')!.textContent = 'Vienne';
  });
  await page.waitForTimeout(300);
  expect(await page.evaluate(() => (window as any).ready)).toEqual(['next']);
  expect((await names(page)).join()).not.toMatch(/Rome|Vienne/);
});

test('an application that goes to another article takes the highlights along', async ({ page, host }) => {
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
