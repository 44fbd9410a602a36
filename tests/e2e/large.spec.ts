import { SAMPLE, content, gloss, modelArticle, openSample } from './article';
import { expect, pick, test, textFile } from './support';

/** A wire of 1 MB: the model article where it is at hand, else the sample, again and again. */
function wire(): string {
  const text = modelArticle() ?? SAMPLE;
  return `${text.trim()}\n\n`.repeat(Math.ceil(1_000_000 / Buffer.byteLength(text)));
}

test('a wire of 1 MB loads in slices and answers clicks meanwhile', async ({ page }) => {
  test.setTimeout(180_000);
  await openSample(page);
  const text = wire();
  await page.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(window, { tasks });
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map((entry) => entry.duration))).observe({
      entryTypes: ['longtask'],
    });
  });
  const started = Date.now();
  await pick(page, textFile('fil.txt', text));
  await expect(page.locator('.dateline-source')).toHaveText('fil.txt');
  const shown = Date.now() - started;
  // The settings open and close while the article is annotated.
  await expect(page.locator('progress')).toHaveCount(1);
  await page.getByText('Réglages').click();
  await expect(page.locator('.settings-panel')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('.settings-panel')).toBeHidden();
  const clicked = Date.now() - started;
  await expect(page.locator('progress')).toHaveCount(0, { timeout: 120_000 });
  const annotated = Date.now() - started;
  expect(clicked, 'the click was answered before the end').toBeLessThan(annotated);
  await expect.poll(async () => (await content(page)) === text, { timeout: 60_000 }).toBe(true);
  await expect
    .poll(() => page.locator('article .section').last().locator('mark').count(), { timeout: 60_000 })
    .toBeGreaterThan(0);
  const painted = Date.now() - started;
  const tasks = await page.evaluate(() => (window as unknown as { tasks: number[] }).tasks);
  const longest = Math.max(0, ...tasks);
  console.log(
    `1 MB: shown after ${shown} ms, annotated after ${annotated} ms, painted after ${painted} ms; ` +
      `${tasks.length} tasks over 50 ms, the longest ${longest} ms`,
  );
  test.info().annotations.push({ type: 'longest task', description: `${longest} ms` });

  // The last mention of somebody named hundreds of times.
  const last = page.locator('article mark', { hasText: /^Tokayev$/ }).last();
  await last.scrollIntoViewIfNeeded();
  await last.click();
  await expect(gloss(page).getByRole('heading', { level: 2 })).toBeVisible();
  await expect(gloss(page).locator('.passage').first()).toBeVisible();
  expect(await gloss(page).locator('.passage').count()).toBeLessThanOrEqual(12);
  await expect(last).toBeInViewport();
});

test('another article cancels the one being annotated', async ({ page }) => {
  test.setTimeout(120_000);
  await openSample(page);
  await pick(page, textFile('fil.txt', wire()));
  await expect(page.locator('progress')).toHaveCount(1);
  await pick(page, textFile('court.txt', 'Le 6 janvier 2022, 18 membres.'));
  await expect.poll(() => content(page)).toBe('Le 6 janvier 2022, 18 membres.');
  await expect(page.locator('article mark').first()).toBeVisible();
  await expect(page.locator('progress')).toHaveCount(0);
});
