import { test } from '@playwright/test';

import { clickWords } from './e2e/host';
import { serveFolder, type Server } from './e2e/support.server';

// The pictures of README.md, taken of the real pages by `cargo xtask screenshots`.

let server: Server;

test.beforeAll(async () => {
  server = await serveFolder(process.env.MANICULE_SITE ?? 'dist');
});

test.afterAll(() => server.close());

test.use({ viewport: { width: 1200, height: 760 } });

test('the reading page with a card, light', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.goto(server.origin);
  await page.locator('mark.figure').first().click();
  await page.locator('.gloss').waitFor();
  await page.mouse.move(0, 0);
  await page.screenshot({ path: 'docs/images/reading-page.png', animations: 'disabled' });
});

test('the invented newspaper with a card, dark', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await page.goto(`${server.origin}/demo/`);
  await page.locator('.hand').waitFor();
  await clickWords(page, 'M. Tokayev', '#recit');
  await page.locator('.gloss').waitFor();
  await page.mouse.move(0, 0);
  await page.screenshot({ path: 'docs/images/demo.png', animations: 'disabled' });
});
