import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { counts, expect, markup, test } from './host';
import type { Server } from './support.server';

const FOLDER = process.env.MANICULE_YEW_HOST ?? 'target/xtask/yew-host';

/** Serves a page that is a Yew app, built from yew_host.rs; `tag` is added to its head. */
function serveYew(site: Server, tag: string): void {
  const headers = { 'Content-Security-Policy': "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'" };
  const html = `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Yew</title>
    <script type="module" src="/yew-start.js"></script>${tag}</head><body><div id="app"></div></body></html>`;
  site.answers.set('/favicon.ico', { body: '' });
  site.answers.set('/yew.html', { body: html, headers });
  site.answers.set('/yew-start.js', { body: "import start from '/yew-host.js'; await start({ module_or_path: '/yew-host_bg.wasm' });" });
  site.answers.set('/yew-host.js', { body: readFileSync(join(FOLDER, 'yew-host.js')) });
  site.answers.set('/yew-host_bg.wasm', { body: readFileSync(join(FOLDER, 'yew-host_bg.wasm')) });
}

test('the event handlers of a host page that is a Yew app still work', async ({ page, site }) => {
  if (!existsSync(join(FOLDER, 'yew-host.js'))) {
    throw new Error(`There is no Yew page in ${FOLDER}: \`cargo xtask test e2e\` builds it.`);
  }
  const clicks = () => page.locator('#counts').textContent();
  serveYew(site, '');
  await page.goto('/yew.html');
  await expect(page.locator('article p')).toHaveCount(3);
  await page.locator('#turn').click();
  const alone = await markup(page, 'article');

  serveYew(site, '<script type="module" src="/manicule.js"></script>');
  await page.goto('/yew.html');
  const names = async () => (await counts(page)).person ?? 0;
  await expect.poll(names).toBeGreaterThan(0);

  // A click bubbles from the button to the page's root once, and does not reach our app.
  await page.locator('#turn').click();
  await expect.poll(clicks).toBe('1 1 0');
  expect(await markup(page, 'article')).toBe(alone);
  await page.locator('article em').first().click({ position: { x: 4, y: 8 } });
  await expect.poll(clicks).toBe('1 2 1');

  // The card is a Yew app too: clicks in it do not reach the page's app.
  await page.evaluate(async () => {
    const { annotatePage } = await import('/manicule.js' as string);
    const handle = await annotatePage('article');
    handle.select('e1');
  });
  await expect(page.locator('.gloss')).toBeVisible();
  await page.locator('.gloss button').first().click();
  expect(await clicks()).toBe('1 2 1');

  for (let turn = 2; turn <= 20; turn++) {
    await page.locator('#turn').click();
    await expect.poll(clicks).toBe(`${turn} ${turn + 1} 1`);
  }
  await expect(page.locator('article')).toContainText('1020 visiteurs');
  await expect.poll(names).toBeGreaterThan(0);
});
