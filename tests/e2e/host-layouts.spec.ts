import { readFileSync } from 'node:fs';

import { annotateFixture, expectNoViolation } from './host';
import { expect, test } from './support';

for (const layout of ['paywalled', 'live-blog', 'long-read']) {
  test(`the article of a page is its text and nothing else: ${layout}`, async ({ page }) => {
    await annotateFixture(page, `pages/${layout}.html`);
    const text = await page.evaluate(() => (window as any).handle.text);
    expect(text).toBe(readFileSync(`tests/fixtures/pages/${layout}.txt`, 'utf8').trim());
    await expectNoViolation(page);
  });
}
