import { gloss, marks, openSample, pasteArticle } from './article';
import { expect, pick, test } from './support';

test.use({ viewport: { width: 360, height: 740 } });

test('an error does not cover the open card', async ({ page }) => {
  await openSample(page);
  await marks(page, 'Reuters').first().click();
  await expect(gloss(page)).toBeVisible();
  await pick(page, { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]) });
  const notice = page.locator('.notice');
  await expect(notice).toBeVisible();
  await page.waitForTimeout(700);
  const [words, sheet] = [(await notice.boundingBox())!, (await gloss(page).boundingBox())!];
  expect(words.y).toBeGreaterThanOrEqual(0);
  expect(words.y + words.height).toBeLessThanOrEqual(sheet.y);
});

test('the labels of the dialog’s buttons stay on one line', async ({ page }) => {
  await openSample(page);
  await page.keyboard.press('o');
  const buttons = page.locator('dialog[open]').getByRole('button', { name: 'Lire' });
  await expect(buttons).toHaveCount(2);
  for (const button of await buttons.all()) {
    const lines = await button.evaluate((button) => {
      const range = document.createRange();
      range.selectNodeContents(button);
      return new Set([...range.getClientRects()].map(({ top }) => top)).size;
    });
    expect(lines).toBe(1);
  }
});

test('the masthead keeps its padding when it takes two lines', async ({ page }) => {
  await page.setViewportSize({ width: 260, height: 560 });
  await openSample(page);
  const head = (await page.locator('.masthead').boundingBox())!;
  const brand = (await page.locator('.brand').boundingBox())!;
  const tools = (await page.locator('.masthead-tools').boundingBox())!;
  expect(tools.y).toBeGreaterThanOrEqual(brand.y + brand.height);
  expect(brand.y - head.y).toBeGreaterThanOrEqual(8);
  expect(head.y + head.height - tools.y - tools.height).toBeGreaterThanOrEqual(8);
});

test('an article without annotations says so, and has no filters', async ({ page }) => {
  await openSample(page);
  await expect(page.locator('.dateline-status')).toHaveText('');
  await pasteArticle(page, 'Il pleut\n\nil fait froid, on rentre à la maison avec un parapluie.\n');
  await expect(page.locator('.dateline-status')).toHaveText('Rien à annoter dans ce texte.');
  await expect(page.locator('.legend button')).toHaveCount(0);
});

test('the masthead fits one line at 320 px', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await openSample(page);
  const [brand, tools] = [page.locator('.brand'), page.locator('.masthead-tools')];
  const middles = await Promise.all([brand, tools].map(async (part) => part.boundingBox().then((box) => box!.y + box!.height / 2)));
  expect(Math.abs(middles[0]! - middles[1]!)).toBeLessThan(2);
});

test('a line of facts neither begins nor ends with a separator', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await openSample(page);
  const facts = page.locator('.dateline-facts');
  const last = await facts.locator('> :last-child').evaluate((fact) => ({
    isFirstOfLine: fact.offsetLeft === fact.parentElement!.offsetLeft,
    dot: parseFloat(getComputedStyle(fact, '::before').marginInlineStart),
    after: getComputedStyle(fact.previousElementSibling!, '::after').content,
  }));
  // Whatever is outside of the clip path is invisible; a dot is about 4 pixels wide.
  const clip = await facts.evaluate((list) => parseFloat(getComputedStyle(list).clipPath.slice('inset('.length)));
  expect(last.isFirstOfLine).toBe(true);
  expect(last.after).toBe('none');
  expect(last.dot + 4.5).toBeLessThan(clip);
});
