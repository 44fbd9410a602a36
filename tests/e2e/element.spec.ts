import type { Locator, Page } from '@playwright/test';

import { SAMPLE } from './article';
import { expect, expectNoReport, type Host, test } from './host';
import { expectAccessible } from './support';

const TIDE = 'Marée haute à Saint-Malo\n\nLe maire, Louis Kermarec, a compté 1 200 curieux jeudi.\n';
const STRIKE = 'La criée rouvre\n\nMathilde Corbel a signé à Lorient, après onze jours de grève.\n';
const LOADER = '<script type="module" src="/manicule.js" data-manual></script>';

/** Opens a page with this body and three articles on its server; records the elements' events with their ids. */
async function open(page: Page, host: Host, body: string): Promise<void> {
  await page.addInitScript(() => {
    const told: string[] = [];
    Object.assign(window, { told });
    for (const name of ['ready', 'select', 'dismiss', 'error']) {
      document.addEventListener(`manicule:${name}`, ({ target, detail }: any) => {
        told.push(`${name} ${target.id} ${detail.annotations?.schema ?? detail.id ?? detail.code}`);
      });
    }
  });
  await host.open({ head: LOADER, body, files: { '/sample.txt': SAMPLE, '/tide.txt': TIDE, '/strike.txt': STRIKE } });
}

const told = (page: Page) => page.evaluate(() => (window as any).told as string[]);
const shown = (element: Locator) => element.evaluate((element) => element.shadowRoot?.querySelector('article')?.textContent ?? '');
const set = (element: Locator, ...attributes: [string, string][]) =>
  element.evaluate((element, attributes) => attributes.forEach(([name, value]) => element.setAttribute(name, value)), attributes);

test('an element that precedes the script shows its article with highlights and cards, under a strict policy', async ({ page, host }) => {
  await open(page, host, '<p>Avant</p><manicule-article id="a" src="/sample.txt" lang="fr" date="2022-01-07" theme="light"></manicule-article>');
  const element = page.locator('#a');
  await expect.poll(() => shown(element)).toBe(SAMPLE);
  await expect.poll(() => told(page)).toEqual(['ready a manicule/1']);
  const mark = element.locator('mark.person', { hasText: 'Tokayev' }).first();
  await mark.click();
  const title = element.locator('.gloss h2');
  await expect(title).toHaveText('Kassym-Jomart Tokayev');
  await expect(title).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(element.locator('.gloss')).toHaveCount(0);
  await expect(mark).toBeFocused();
  expect(await told(page)).toEqual(['ready a manicule/1', expect.stringMatching(/^select a e\d+$/), expect.stringMatching(/^dismiss a e\d+$/)]);
  await expectNoReport(page);
});

test('the element stops when removed, starts again when added, and keeps its article when moved', async ({ page, host }) => {
  await open(page, host, '<main></main><aside></aside>');
  await page.evaluate(() => {
    const element = Object.assign(document.createElement('manicule-article'), { id: 'a' });
    element.setAttribute('src', '/tide.txt');
    document.querySelector('main')!.append(element);
    Object.assign(window, { element });
  });
  const element = page.locator('#a');
  await expect.poll(() => shown(element)).toBe(TIDE);
  await expect.poll(() => told(page)).toEqual(['ready a manicule/1']);

  await page.evaluate(() => {
    const { element } = window as any;
    Object.assign(window, { kept: element.shadowRoot.querySelector('article') });
    document.querySelector('aside')!.append(element);
  });
  await page.waitForTimeout(300);
  expect(await shown(element)).toBe(TIDE);
  expect(await page.evaluate(() => (window as any).element.shadowRoot.querySelector('article') === (window as any).kept)).toBe(true);
  expect(await told(page)).toEqual(['ready a manicule/1']);

  for (const [times, place] of [[2, 'main'], [3, 'aside'], [4, 'body']] as const) {
    const left = await page.evaluate(async () => {
      const { element } = window as any;
      element.remove();
      await new Promise((later) => setTimeout(later, 50));
      return element.shadowRoot.querySelector('article');
    });
    expect(left).toBeNull();
    await page.evaluate((place) => document.querySelector(place)!.append((window as any).element), place);
    await expect.poll(() => shown(element)).toBe(TIDE);
    await expect.poll(() => told(page)).toHaveLength(times);
    await expect(element.locator('mark.person').first()).toBeVisible();
  }
});

test('the element’s own text is annotated, and changes of its attributes take effect', async ({ page, host }) => {
  await open(page, host, '<manicule-article id="a">Bruno Le Maire est venu à Nantes mardi.</manicule-article>');
  const element = page.locator('#a');
  await expect(element.locator('mark.place')).toHaveText('Nantes');
  // The article changes once, not twice: attributes that are set in one task are applied together.
  await set(element, ['src', '/nothing.txt'], ['src', '/strike.txt']);
  await expect.poll(() => shown(element)).toBe(STRIKE);
  await expect(element.locator('mark.person').first()).toBeVisible();
  await expect.poll(() => told(page)).toEqual(['ready a manicule/1', 'ready a manicule/1']);
  await set(element, ['theme', 'dark']);
  for (const inside of ['.element', 'article']) {
    await expect(element.locator(inside)).toHaveCSS('color-scheme', 'dark');
  }
  expect(await shown(element)).toBe(STRIKE);
});

test('two elements on one page are independent', async ({ page, host }) => {
  await open(page, host, '<manicule-article id="a" src="/tide.txt"></manicule-article><manicule-article id="b" src="/strike.txt"></manicule-article>');
  const [one, other] = [page.locator('#a'), page.locator('#b')];
  await expect.poll(() => shown(one)).toBe(TIDE);
  await expect.poll(() => shown(other)).toBe(STRIKE);
  await other.locator('mark', { hasText: 'Mathilde Corbel' }).click();
  await expect(other.locator('.gloss')).toBeVisible();
  await expect(one.locator('.gloss')).toHaveCount(0);
  await other.evaluate((element) => element.remove());
  await one.locator('mark', { hasText: 'Louis Kermarec' }).click();
  await expect(one.locator('.gloss')).toContainText('Louis Kermarec');
});

test('an article that cannot be loaded is reported, and the previous one stays', async ({ page, host, problems }) => {
  await open(page, host, '<manicule-article id="a" src="/nothing.txt"></manicule-article>');
  await expect.poll(() => told(page)).toEqual(['error a load']);
  await open(page, host, '<manicule-article id="a" src="/tide.txt"></manicule-article>');
  const element = page.locator('#a');
  await expect(element.locator('mark').first()).toBeVisible();
  await set(element, ['src', '/nothing.txt']);
  await expect(element.getByRole('alert')).toContainText('Il n’y a rien à cette adresse');
  await expect(element.locator('mark').first()).toBeVisible();
  expect((await told(page)).at(-1)).toBe('error a load');
  problems.length = 0;
});

test('if the program cannot be loaded, the element’s own text stays visible', async ({ page, host, problems }) => {
  await page.route('**/app-*.wasm', (route) => route.abort());
  await open(page, host, `<manicule-article id="a">${TIDE}</manicule-article>`);
  await expect.poll(() => told(page)).toEqual(['error a load']);
  await expect(page.locator('#a')).toContainText('Louis Kermarec');
  problems.length = 0;
});
