import type { Locator, Page } from '@playwright/test';

import { expect, test, type Host } from './publisher';

const TIDE = 'Marée haute à Saint-Malo\n\nLe maire, Louis Kermarec, a compté 1 200 curieux jeudi.\n';
const STRIKE = 'La criée rouvre\n\nMathilde Corbel a signé à Lorient, après onze jours de grève.\n';
const LOADER = '<script type="module" src="/manicule.js" data-manual></script>';

/** Opens a page with those elements and two articles beside it; notes the events of each element, by its id. */
async function open(page: Page, host: Host, body: string): Promise<void> {
  await page.addInitScript(() => {
    const events: string[] = [];
    Object.assign(window, { events });
    for (const name of ['ready', 'select', 'dismiss', 'error']) {
      document.addEventListener(`manicule:${name}`, (event) => events.push(`${name} ${(event.target as Element).id}`));
    }
  });
  await host.open({ head: LOADER, body, files: { '/tide.txt': TIDE, '/strike.txt': STRIKE } });
}

const events = (page: Page) => page.evaluate(() => (window as unknown as { events: string[] }).events);
const shown = (element: Locator) => element.evaluate((element) => element.shadowRoot?.querySelector('article')?.textContent ?? '');

test('an element that was there before the script shows its article, under a strict policy', async ({ page, host }) => {
  await open(page, host, '<p>Avant</p><manicule-article id="a" src="/tide.txt" lang="fr" date="2022-01-06"></manicule-article>');
  const element = page.locator('#a');
  await expect.poll(() => shown(element)).toBe(TIDE);
  await expect.poll(() => events(page)).toEqual(['ready a']);
  await element.locator('mark', { hasText: 'Louis Kermarec' }).click();
  await expect(element.locator('.gloss')).toContainText('Louis Kermarec');
  await page.keyboard.press('Escape');
  await expect(element.locator('.gloss')).toHaveCount(0);
  expect(await events(page)).toEqual(['ready a', 'select a', 'dismiss a']);
  expect(await host.reports()).toEqual([]);
});

test('taken off the page it ends; put back it shows its article; moved it stays as it is', async ({ page, host }) => {
  await open(page, host, '<main></main><aside></aside>');
  await page.evaluate(() => {
    const element = Object.assign(document.createElement('manicule-article'), { id: 'a' });
    element.setAttribute('src', '/tide.txt');
    document.querySelector('main')!.append(element);
    Object.assign(window, { element });
  });
  const element = page.locator('#a');
  await expect.poll(() => shown(element)).toBe(TIDE);
  await expect.poll(() => events(page)).toEqual(['ready a']);

  await page.evaluate(() => document.querySelector('aside')!.append((window as unknown as { element: Element }).element));
  await page.waitForTimeout(300);
  expect(await shown(element)).toBe(TIDE);
  expect(await events(page)).toEqual(['ready a']);

  for (let turn = 2; turn < 5; turn++) {
    const left = await page.evaluate(async () => {
      const { element } = window as unknown as { element: Element };
      element.remove();
      await new Promise((later) => setTimeout(later, 50));
      return element.shadowRoot!.querySelector('article');
    });
    expect(left).toBeNull();
    await page.evaluate(() => document.querySelector('main')!.append((window as unknown as { element: Element }).element));
    await expect.poll(() => shown(element)).toBe(TIDE);
    await expect.poll(() => events(page)).toHaveLength(turn);
  }
});

test('changed attributes are followed', async ({ page, host }) => {
  await open(page, host, '<manicule-article id="a" src="/tide.txt"></manicule-article>');
  const element = page.locator('#a');
  await expect.poll(() => shown(element)).toBe(TIDE);
  await element.evaluate((element) => {
    // One change of the article, not two: what is set in one task is taken together.
    element.setAttribute('src', '/nothing.txt');
    element.setAttribute('src', '/strike.txt');
  });
  await expect.poll(() => shown(element)).toBe(STRIKE);
  await expect.poll(() => events(page)).toEqual(['ready a', 'ready a']);
  await element.evaluate((element) => element.setAttribute('theme', 'dark'));
  const scheme = () => element.locator('article').evaluate((article) => getComputedStyle(article).colorScheme);
  await expect.poll(scheme).toBe('dark');
  expect(await shown(element)).toBe(STRIKE);
});

test('two on one page keep to themselves', async ({ page, host }) => {
  await open(page, host, '<manicule-article id="a" src="/tide.txt"></manicule-article><manicule-article id="b" src="/strike.txt"></manicule-article>');
  const [one, other] = [page.locator('#a'), page.locator('#b')];
  await expect.poll(() => shown(one)).toBe(TIDE);
  await expect.poll(() => shown(other)).toBe(STRIKE);
  await other.locator('mark', { hasText: 'Mathilde Corbel' }).click();
  await expect(other.locator('.gloss')).toBeVisible();
  await expect(one.locator('.gloss')).toHaveCount(0);
  await other.evaluate((element) => element.remove());
  await one.locator('mark', { hasText: 'Louis Kermarec' }).click();
  await expect(one.locator('.gloss')).toBeVisible();
});

test('what cannot be read is told, and what the element holds stays where nothing could be loaded', async ({ page, host, problems }) => {
  await open(page, host, '<manicule-article id="a" src="/nothing.txt"></manicule-article>');
  await expect.poll(() => events(page)).toEqual(['error a']);
  await page.route('**/app-*.wasm', (route) => route.abort());
  await open(page, host, `<manicule-article id="a">${TIDE}</manicule-article>`);
  await expect.poll(() => events(page)).toEqual(['error a']);
  await expect(page.locator('#a')).toContainText('Louis Kermarec');
  problems.length = 0;
});
