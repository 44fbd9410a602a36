import type { Page } from '@playwright/test';

import { expect, markup, test, type Host } from './publisher';
import { REACT_HOST, reactModule } from './react';

const TURNS = 50;

async function openReact(page: Page, host: Host, tag = '') {
  await host.open({
    head: `<script type="module" src="/host.js"></script>${tag}`,
    body: '<main><div id="app"></div></main>',
    files: { '/host.js': REACT_HOST, '/react.js': reactModule() },
  });
  await page.waitForFunction(() => 'render' in window);
}

const render = (page: Page, turn: number) =>
  page.evaluate((turn) => (window as unknown as { render(turn: number): void }).render(turn), turn);

/** The words under the highlights of Manicule, each in the page and in its article. */
const painted = (page: Page) =>
  page.evaluate(() => {
    const words: string[] = [];
    for (const [name, highlight] of CSS.highlights as unknown as Iterable<[string, Set<AbstractRange>]>) {
      if (!name.startsWith('manicule-')) continue;
      for (const { startContainer, startOffset, endContainer, endOffset } of highlight) {
        const range = new Range();
        range.setStart(startContainer, startOffset);
        range.setEnd(endContainer, endOffset);
        if (startContainer.isConnected) words.push(range.toString());
      }
    }
    return words;
  });

test('React renders its article 50 times without an error, and the highlights follow', async ({ page, host }) => {
  await openReact(page, host);
  const alone: string[] = [];
  for (let turn = 1; turn <= TURNS; turn++) {
    await render(page, turn);
    alone.push(await markup(page, 'article'));
  }

  await openReact(page, host, '<script type="module" src="/manicule.js"></script>');
  await expect.poll(() => painted(page)).toContain('Nantes');
  for (let turn = 1; turn <= TURNS; turn++) {
    await render(page, turn);
    expect(await markup(page, 'article'), `turn ${turn}`).toBe(alone[turn - 1]);
    // Some turns come before the last was read, some after.
    if (turn % 10 === 0) await page.waitForTimeout(400);
  }
  await expect.poll(() => painted(page)).toContain(String(1000 + TURNS));
  const words = await painted(page);
  expect(words.filter((word) => /^\d+$/.test(word) && word !== String(1000 + TURNS)), 'figures of earlier turns').toEqual([]);
  expect(await markup(page, 'article')).toBe(alone.at(-1));

  await page.getByRole('button', { name: 'Merci (0)' }).click();
  await expect(page.getByRole('button', { name: 'Merci (1)' })).toBeVisible();
  await page.evaluate(() => (window as unknown as { unmount(): void }).unmount());
  await expect.poll(() => painted(page)).toEqual([]);
  expect(await host.reports()).toEqual([]);
});
