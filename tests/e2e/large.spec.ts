import { SAMPLE, content, gloss, modelArticle, openSample } from './article';
import { expect, pick, test, textFile } from './support';
import type { Page } from '@playwright/test';

/** A wire of 1 MB: the model article where it is at hand, else the sample, again and again. */
function wire(): string {
  const text = modelArticle() ?? SAMPLE;
  return `${text.trim()}\n\n`.repeat(Math.ceil(1_000_000 / Buffer.byteLength(text)));
}

/** Drops a wire on the page. The file is made in an earlier task, so that only the page's own work is measured. */
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
    // The bar comes and goes faster than a test can look; `bars` keeps how far it was, and when it went.
    new MutationObserver(() => {
      const bar = document.querySelector('progress');
      if (bar) bars.push(bar.position);
      else if (bars.length > 0) Object.assign(window, { annotated: performance.now() - dropped });
    }).observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['value'] });
  });
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
}

test('a wire of 1 MB loads in slices and answers clicks meanwhile', async ({ page }) => {
  test.setTimeout(180_000);
  await openSample(page);
  const text = wire();
  await dropWire(page);
  // The settings open by a click that comes in the middle of the work: the bar is still there.
  const during = await page.evaluate(
    () =>
      new Promise<boolean>((resolve) => {
        const poll = setInterval(() => {
          if ((document.querySelector('progress')?.position ?? 0) <= 0.1) return;
          clearInterval(poll);
          document.querySelector<HTMLElement>('.settings summary')!.click();
          requestAnimationFrame(() => {
            const panel = document.querySelector('.settings-panel')!.getBoundingClientRect();
            resolve(panel.height > 0 && document.querySelector('progress') !== null);
          });
        }, 4);
      }),
  );
  expect(during, 'a click is answered while the wire is annotated').toBe(true);
  await page.keyboard.press('Escape');
  await expect(page.locator('progress')).toHaveCount(0, { timeout: 120_000 });
  await expect.poll(async () => (await content(page)) === text, { timeout: 60_000 }).toBe(true);
  const sections = page.locator('article .section');
  await expect.poll(() => sections.last().locator('mark').count(), { timeout: 60_000 }).toBeGreaterThan(0);
  const { tasks, bars, annotated } = await page.evaluate(() => {
    const { tasks, bars, annotated } = window as unknown as { tasks: number[]; bars: number[]; annotated: number };
    return { tasks, bars, annotated };
  });
  expect(new Set(bars).size, 'steps that the bar took').toBeGreaterThan(5);
  const figures =
    `${Buffer.byteLength(text)} bytes annotated ${Math.round(annotated)} ms after they were dropped; ` +
    `${tasks.length} tasks over 50 ms, the longest ${Math.max(0, ...tasks)} ms`;
  console.log(figures);
  test.info().annotations.push({ type: 'measured', description: figures });

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
  await dropWire(page);
  await expect(page.locator('.dateline-source')).toHaveText('fil.txt');
  await pick(page, textFile('court.txt', 'Le 6 janvier 2022, 18 membres.'));
  await expect.poll(() => content(page)).toBe('Le 6 janvier 2022, 18 membres.');
  await expect(page.locator('article mark').first()).toBeVisible();
  await expect(page.locator('progress')).toHaveCount(0);
  // What was left of the wire's annotations would come in now.
  await page.waitForTimeout(1_000);
  expect(await content(page)).toBe('Le 6 janvier 2022, 18 membres.');
});
