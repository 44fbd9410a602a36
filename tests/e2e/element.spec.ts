import type { Page } from '@playwright/test';

import { SAMPLE } from './article';
import { expectNoViolation, openHost } from './host';
import { expect, expectAccessible, test } from './support';

/** Puts an element with these attributes, or this text, in the page, and notes what it tells. */
async function put(page: Page, attributes: Record<string, string>, text = ''): Promise<void> {
  await page.route('**/depeche.txt', (route) => route.fulfill({ contentType: 'text/plain; charset=utf-8', body: SAMPLE }));
  await page.evaluate(
    ({ attributes, text }) => {
      const told: unknown[] = [];
      (window as any).told = told;
      for (const name of ['ready', 'select', 'dismiss', 'error']) {
        document.addEventListener(`manicule:${name}`, (event) => {
          const { annotations, id, code } = (event as CustomEvent).detail;
          told.push([name, annotations?.schema ?? id ?? code]);
        });
      }
      const element = document.createElement('manicule-article');
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      element.textContent = text;
      document.querySelector('aside.rail')!.before(element);
    },
    { attributes, text },
  );
}

const told = (page: Page) => page.evaluate(() => (window as any).told as [string, string][]);

test('an element shows the article at an address, with its marks and glosses', async ({ page }) => {
  await openHost(page);
  await put(page, { src: '/depeche.txt', date: '2022-01-07', theme: 'light' });
  const element = page.locator('manicule-article');
  const mark = element.locator('mark.person', { hasText: 'Tokayev' }).first();
  await expect(mark).toBeVisible();
  expect(await element.locator('article').evaluate((article) => article.textContent)).toBe(SAMPLE);
  await expect.poll(() => told(page)).toEqual([['ready', 'manicule/1']]);
  await mark.click();
  await expect(element.locator('.gloss h2')).toHaveText('Kassym-Jomart Tokayev');
  await expect(element.locator('.gloss h2')).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(element.locator('.gloss')).toHaveCount(0);
  await expect(mark).toBeFocused();
  expect((await told(page)).map(([name]) => name)).toEqual(['ready', 'select', 'dismiss']);
  await expectNoViolation(page);
});

test('an element follows its attributes, is moved, goes and comes back', async ({ page }) => {
  await openHost(page);
  await put(page, {}, 'Bruno Le Maire est venu à Nantes mardi.');
  const element = page.locator('manicule-article');
  await expect(element.locator('mark.place')).toHaveText('Nantes');
  await element.evaluate((element) => element.setAttribute('src', '/depeche.txt'));
  await expect(element.locator('mark.person').first()).toBeVisible();
  await element.evaluate((element) => element.setAttribute('theme', 'dark'));
  await expect(element.locator('.element')).toHaveCSS('color-scheme', 'dark');
  await page.evaluate(() => {
    const element = document.querySelector('manicule-article')!;
    (window as any).kept = element.shadowRoot!.querySelector('article');
    document.querySelector('main')!.before(element);
  });
  await expect(element.locator('mark.person').first()).toBeVisible();
  expect(await page.evaluate(() => document.querySelector('manicule-article')!.shadowRoot!.querySelector('article') === (window as any).kept)).toBe(true);
  await page.evaluate(async () => {
    const element = document.querySelector('manicule-article')!;
    element.remove();
    await new Promise((done) => setTimeout(done, 50));
    document.body.append(element);
  });
  await expect(element.locator('mark.person').first()).toBeVisible();
});

test('an element says what is wrong and keeps its article', async ({ page, problems }) => {
  await openHost(page);
  await put(page, { src: '/depeche.txt' });
  const element = page.locator('manicule-article');
  await expect(element.locator('mark').first()).toBeVisible();
  await element.evaluate((element) => element.setAttribute('src', '/pas-la.txt'));
  await expect(element.getByRole('alert')).toContainText('Il n’y a rien à cette adresse');
  await expect(element.locator('mark').first()).toBeVisible();
  expect((await told(page)).at(-1)).toEqual(['error', 'load']);
  problems.length = 0;
});
