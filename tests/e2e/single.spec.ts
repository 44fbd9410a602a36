import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { SAMPLE, annotated, content, gloss, marks } from './article';
import { expect, expectAccessible, pick, test, textFile } from './support';

let folder: string;
let address: string;

// Alone in a folder, so that it cannot use other files.
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'manicule-'));
  await copyFile(join(process.env.MANICULE_SITE ?? 'dist', 'manicule.html'), join(folder, 'manicule.html'));
  address = pathToFileURL(join(folder, 'manicule.html')).href;
});

test.afterEach(() => rm(folder, { recursive: true }));

test('the single-file page works from disk, without any request', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(address);
  await annotated(page);
  expect(await content(page)).toBe(SAMPLE);
  await marks(page, 'Kazakhstan').first().click();
  await expect(gloss(page)).toBeVisible();
  await expect(page.locator('article mark.person').first()).toBeVisible();
  expect(asked.filter((url) => !url.startsWith('data:'))).toEqual([address]);
  await expectAccessible(page);
});

test('a file can be opened', async ({ page }) => {
  await page.goto(address);
  await annotated(page);
  await pick(page, textFile('maree.txt', 'Louis Kermarec a compté 1 200 curieux.'));
  await expect.poll(() => content(page)).toBe('Louis Kermarec a compté 1 200 curieux.');
});

test('its policy allows only its own script and style sheet, by their hashes', async ({ page }) => {
  const reports: string[] = [];
  await page.exposeFunction('report', (directive: string) => reports.push(directive));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      (window as unknown as { report(directive: string): void }).report(event.effectiveDirective);
    });
  });
  await page.goto(address);
  await annotated(page);
  const policy = await page.locator('meta[http-equiv]').getAttribute('content');
  expect(policy).toMatch(/script-src 'sha384-\S+' 'wasm-unsafe-eval'; style-src 'sha384-\S+';/);
  expect(policy).not.toContain('unsafe-inline');
  expect(reports).toEqual([]);
});
