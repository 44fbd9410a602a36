import { SAMPLE, content, gloss, modelArticle, openSample } from './article';
import { expect, pick, test, textFile } from './support';
import type { Page } from '@playwright/test';

// Tracing reads the whole page at every step, which would distort the measurement.
test.use({ trace: 'off' });

/** A text of 1 MB: the model article if it is available, else the sample, repeated. */
function wire(): string {
  const text = modelArticle() ?? SAMPLE;
  return `${text.trim()}\n\n`.repeat(Math.ceil(1_000_000 / Buffer.byteLength(text)));
}

/** What is recorded in the page during the work. */
interface Noted {
  /** Durations of the tasks over 50 ms, in milliseconds. */
  tasks: number[];
  /** Positions of the progress bar, from 0 to 1. */
  bars: number[];
  /** Duration from the drop to the end of the work, in milliseconds. */
  annotated: number;
  /** Whether a click during the work was handled before its end. */
  answered: boolean;
}

/** Drops a text of 1 MB on the page. The file is created in an earlier task, so that only the page's own work is measured. */
async function dropWire(page: Page): Promise<void> {
  const transfer = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], 'fil.txt', { type: 'text/plain' }));
    return transfer;
  }, wire());
  await page.evaluate(() => {
    const tasks: number[] = [];
    const bars: number[] = [];
    const dropped = performance.now();
    Object.assign(window, { tasks, bars });
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map((entry) => entry.duration))).observe({
      entryTypes: ['longtask'],
    });
    // Recorded inside the page, because the work may be over before a test that polls from outside sees it begin.
    new MutationObserver(() => {
      const bar = document.querySelector('progress');
      if (!bar && bars.length > 0) Object.assign(window, { annotated: performance.now() - dropped });
      if (!bar) return;
      bars.push(bar.position);
      const settings = document.querySelector<HTMLDetailsElement>('.settings')!;
      if (bar.position < 0.1 || settings.open) return;
      settings.querySelector('summary')!.click();
      requestAnimationFrame(() => {
        const isShown = document.querySelector('.settings-panel')!.getBoundingClientRect().height > 0;
        Object.assign(window, { answered: isShown && document.querySelector('progress') !== null });
      });
    }).observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['value'] });
  });
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
}

test('a text of 1 MB is annotated in slices, and clicks are handled meanwhile', async ({ page }) => {
  test.setTimeout(180_000);
  await openSample(page);
  const text = wire();
  await dropWire(page);
  await expect(page.locator('progress')).toHaveCount(0, { timeout: 120_000 });
  await expect.poll(async () => (await content(page)) === text, { timeout: 60_000 }).toBe(true);
  const sections = page.locator('article .section');
  await expect.poll(() => sections.last().locator('mark').count(), { timeout: 60_000 }).toBeGreaterThan(0);
  const { tasks, bars, annotated, answered } = await page.evaluate(() => {
    const { tasks, bars, annotated, answered } = window as unknown as Noted;
    return { tasks, bars, annotated, answered };
  });
  expect(answered, 'a click is answered while the wire is annotated').toBe(true);
  expect(new Set(bars).size, 'steps that the bar took').toBeGreaterThan(5);
  const figures =
    `${Buffer.byteLength(text)} bytes annotated ${Math.round(annotated)} ms after they were dropped; ` +
    `${tasks.length} tasks over 50 ms, the longest ${Math.max(0, ...tasks)} ms`;
  console.log(figures);
  test.info().annotations.push({ type: 'measured', description: figures });

  await page.keyboard.press('Escape');
  // The last mention of a person with hundreds of mentions.
  const last = page.locator('article mark', { hasText: /^Tokayev$/ }).last();
  await last.scrollIntoViewIfNeeded();
  await last.click();
  await expect(gloss(page).getByRole('heading', { level: 2 })).toBeVisible();
  await expect(gloss(page).locator('.passage').first()).toBeVisible();
  expect(await gloss(page).locator('.passage').count()).toBeLessThanOrEqual(5);
  await expect(last).toBeInViewport();
});

test('opening another article cancels the annotation of the previous one', async ({ page }) => {
  test.setTimeout(120_000);
  await openSample(page);
  await dropWire(page);
  await expect(page.locator('.dateline-source')).toHaveText('fil.txt');
  await pick(page, textFile('court.txt', 'Le 6 janvier 2022, 18 membres.'));
  await expect.poll(() => content(page)).toBe('Le 6 janvier 2022, 18 membres.');
  await expect(page.locator('article mark').first()).toBeVisible();
  await expect(page.locator('progress')).toHaveCount(0);
  // Remaining annotations of the large text would appear now.
  await page.waitForTimeout(1_000);
  expect(await content(page)).toBe('Le 6 janvier 2022, 18 membres.');
});
