import type { Page } from '@playwright/test';

import { expect, expectNoReport, type Host, markup, painted, test } from './host';
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

/** The words that are painted, of any kind. */
const words = async (page: Page) => Object.values(await painted(page)).flat();

test('React renders its article 50 times without an error, and the highlights are updated', async ({ page, host }) => {
  await openReact(page, host);
  const alone: string[] = [];
  for (let turn = 1; turn <= TURNS; turn++) {
    await render(page, turn);
    alone.push(await markup(page, 'article'));
  }

  await openReact(page, host, '<script type="module" src="/manicule.js"></script>');
  await expect.poll(() => words(page)).toContain('Nantes');
  for (let turn = 1; turn <= TURNS; turn++) {
    await render(page, turn);
    expect(await markup(page, 'article'), `turn ${turn}`).toBe(alone[turn - 1]);
    // Some turns come before the previous one was read, some after.
    if (turn % 10 === 0) await page.waitForTimeout(400);
  }
  await expect.poll(() => words(page)).toContain(String(1000 + TURNS));
  const left = await words(page);
  expect(left.filter((word) => /^\d+$/.test(word) && word !== String(1000 + TURNS)), 'figures of earlier turns').toEqual([]);
  expect(await markup(page, 'article')).toBe(alone.at(-1));

  await page.getByRole('button', { name: 'Merci (0)' }).click();
  await expect(page.getByRole('button', { name: 'Merci (1)' })).toBeVisible();
  await page.evaluate(() => (window as unknown as { unmount(): void }).unmount());
  await expect.poll(() => words(page)).toEqual([]);
  await expectNoReport(page);
});
