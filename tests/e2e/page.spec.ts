import { annotated, content, gloss, marks, openSample, pasteArticle, SAMPLE } from './article';
import { expect, expectAccessible, test } from './support';

test('the article can be read with the keyboard alone: one tab stop, arrows, card', async ({ page }) => {
  await openSample(page);
  const stops = page.locator('article [tabindex="0"]');
  await expect(stops).toHaveCount(1);
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press('Tab');
    if (await stops.first().evaluate((stop) => stop === document.activeElement)) break;
  }
  const all = page.locator('article [data-h]');
  await expect(all.first()).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(all.nth(1)).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('End');
  await expect(all.last()).toBeFocused();
  await expect(all.last()).toBeInViewport();
  await page.keyboard.press('Home');
  await expect(all.first()).toBeFocused();
  await expect(stops).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(gloss(page).getByRole('heading', { level: 2 })).toBeFocused();
  await page.keyboard.press('Tab');
  expect(await gloss(page).evaluate((gloss) => gloss.contains(document.activeElement))).toBe(true);
  await page.keyboard.press('Escape');
  await expect(all.first()).toBeFocused();
});

test('the accessible name of a highlight has its words, its kind and the number of mentions', async ({ page }) => {
  await openSample(page);
  const mark = marks(page, 'Tokayev').first();
  await expect(mark).toHaveRole('button');
  await expect(mark).toHaveAccessibleName(/^Tokayev, personne, \d+ mentions$/);
});

test('single-key shortcuts work, can be turned off, and stay off', async ({ page }) => {
  await openSample(page);
  await page.keyboard.press('?');
  const keys = page.getByRole('dialog', { name: 'Clavier' });
  await expect(keys).toBeVisible();
  await keys.getByRole('checkbox').uncheck();
  await page.keyboard.press('Escape');
  await expect(keys).toBeHidden();
  await page.keyboard.press('?');
  await expect(keys).toBeHidden();
  await page.reload();
  await expect(page.locator('article mark').first()).toBeVisible();
  await page.keyboard.press('?');
  await expect(keys).toBeHidden();
});

test('kinds can be shown and hidden, with their counts, and the choice is kept', async ({ page }) => {
  await openSample(page);
  const people = page.getByRole('button', { name: /^Personnes/ });
  const marked = page.locator('article mark.person');
  const count = await marked.count();
  await expect(people.locator('.filter-count')).toHaveText(String(count));
  await people.click();
  await expect(people).toHaveAttribute('aria-pressed', 'false');
  await expect(marked).toHaveCount(0);
  expect(await content(page)).toBe(SAMPLE);
  await page.reload();
  await expect(page.getByRole('button', { name: /^Personnes/ })).toHaveAttribute('aria-pressed', 'false');
  await expect(page.locator('article mark.place').first()).toBeVisible();
  await expect(marked).toHaveCount(0);
  await page.keyboard.press('1');
  await expect(marked).toHaveCount(count);
  const all = await page.locator('article mark').count();
  await page.getByRole('button', { name: 'Première mention seulement' }).click();
  await expect.poll(() => page.locator('article mark').count()).toBeLessThan(all);
  await expect(marks(page, 'Reuters')).toHaveCount(1);
});

test('all cited links are listed at the end, related stories separately', async ({ page }) => {
  await openSample(page);
  const notes = page.locator('.notes');
  const links = notes.getByRole('region', { name: 'Liens cités' }).locator('a');
  await expect(links).toHaveCount(4);
  for (const link of await links.all()) {
    await expect(link).toHaveAttribute('href', /^https:\/\/www\.reuters\.com\//);
    await expect(link).toHaveAttribute('target', '_blank');
    await expect(link).toHaveAttribute('rel', 'noopener noreferrer');
  }
  await expect(notes.locator('.link-facts').first()).toContainText('reuters.com');
  await expect(notes.locator('time').first()).toHaveText('6 janvier 2022');
  await expect(notes.getByRole('region', { name: 'À lire aussi' }).locator('li')).toHaveCount(3);
  await notes.getByRole('button', { name: 'Nursultan Nazarbayev' }).click();
  await expect(marks(page, 'Nursultan Nazarbayev').first()).toBeInViewport();
});

test('the interface is in French or English; the article keeps its language', async ({ page }) => {
  await openSample(page);
  await page.getByText('Réglages').click();
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('button', { name: 'Open', exact: true })).toBeVisible();
  await expect(page.locator('article')).toHaveAttribute('lang', 'fr');
  await expect(marks(page, 'Tokayev').first()).toHaveAccessibleName(/^Tokayev, person, \d+ mentions$/);
});

for (const scheme of ['light', 'dark'] as const) {
  for (const [width, height] of [[1280, 800], [360, 740]] as const) {
    test(`the page is accessible and does not overflow: ${width} px, ${scheme}`, async ({ page }, info) => {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height });
      await openSample(page);
      await expectAccessible(page);
      await page.screenshot({ path: info.outputPath('page.png') });
      await marks(page, 'Tokayev').first().click();
      await expect(gloss(page)).toBeVisible();
      await page.waitForTimeout(300);
      await expectAccessible(page);
      await page.screenshot({ path: info.outputPath('gloss.png') });
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Ouvrir', exact: true }).click();
      await expectAccessible(page);
      await page.screenshot({ path: info.outputPath('opener.png') });
      await page.keyboard.press('Escape');
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
      await page.locator('.notes').scrollIntoViewIfNeeded();
      await page.screenshot({ path: info.outputPath('notes.png') });
    });
  }
}

test('on a phone, nothing is cut off with text at 200 %', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await openSample(page);
  const host = `${'un-domaine-long-'.repeat(4)}.example`;
  await pasteArticle(page, `Titre\n\nLe maire, Louis Kermarec, a parlé à ses administrés https://${host}/a-b-c.\n`);
  await annotated(page);
  const overflow = (selector: string) =>
    page.locator(selector).evaluate((element) => element.scrollWidth - element.clientWidth);
  expect(await overflow('html'), 'a long host').toBeLessThanOrEqual(0);
  // The same as a text size that the reader has set: all lengths of the style sheets are relative to it.
  await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
  expect(await overflow('html')).toBeLessThanOrEqual(0);
  await page.getByText('Réglages').click();
  expect(await page.locator('.settings-panel').evaluate((panel) => panel.getBoundingClientRect().left)).toBeGreaterThanOrEqual(0);
  expect(await overflow('html')).toBeLessThanOrEqual(0);
  await page.keyboard.press('Escape');
  await marks(page, 'Louis Kermarec').click();
  expect(await overflow('.gloss')).toBeLessThanOrEqual(0);
  await page.keyboard.press('Escape');
  for (const key of ['o', '?']) {
    await page.keyboard.press(key);
    expect(await overflow('dialog[open]'), key).toBeLessThanOrEqual(0);
    await page.keyboard.press('Escape');
  }
});

test('highlights are printed, and the addresses of links are written out', async ({ page }) => {
  await openSample(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.notes .link-address').first()).toBeVisible();
  await expect(page.locator('.legend')).toBeHidden();
  const line = await page.locator('article mark').first().evaluate((mark) => getComputedStyle(mark).textDecorationLine);
  expect(line).toBe('underline');
});

test('a setting changed in one window does not undo one made in another', async ({ page, context }) => {
  await openSample(page);
  const other = await context.newPage();
  await openSample(other);
  await page.getByText('Réglages').click();
  await page.getByRole('button', { name: 'Sombre' }).click();
  await other.getByRole('button', { name: /^Personnes/ }).click();
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.getByRole('button', { name: /^Personnes/ })).toHaveAttribute('aria-pressed', 'false');
});

test('a tall card opened from the title fits on the screen below the masthead', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await openSample(page);
  await page.locator('article .title mark').first().click();
  const head = (await page.locator('.masthead').boundingBox())!;
  const card = (await gloss(page).boundingBox())!;
  expect(card.y).toBeGreaterThanOrEqual(head.y + head.height + 8);
  expect(card.y + card.height).toBeLessThanOrEqual(800);
  await page.getByRole('button', { name: 'Ouvrir', exact: true }).click();
  await expect(page.getByRole('dialog', { name: 'Ouvrir' })).toBeVisible();
});
