import type { Page } from '@playwright/test';

import { counts, expect, type Host, markup, test } from './host';

const STORY = `<article id="story"><h1>Marée haute à Saint-Malo</h1>
  <p>Le maire, Louis Kermarec, a compté 1 200 curieux jeudi. La fête a coûté 45 000 euros à la ville.</p></article>`;
const TAG = '<script type="module" src="/manicule.js" data-target="#story"></script>';
const LIMIT = 30_000;
const PACK = /^fr-/;
const FILES = [
  ['style sheet', /^manicule-.*\.css$/],
  ['script', /^embed-/],
  ['program', /^embed_bg-/],
] as const;

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    const failures: object[] = [];
    Object.assign(window, { failures });
    document.addEventListener('manicule:error', (event) => failures.push((event as CustomEvent).detail));
  });
});

// The browser logs failed requests too.
test.afterEach(({ problems }) => {
  expect(problems.filter((problem) => !/integrity|digest|Failed to load/.test(problem))).toEqual([]);
  problems.length = 0;
});

/** Checks that there is one line on the console and one event, with the same words. */
async function expectTold(page: Page, host: Host, words: RegExp) {
  await expect.poll(() => host.said).toHaveLength(1);
  expect(host.said[0]).toMatch(words);
  const failures = await page.evaluate(() => (window as unknown as { failures: object[] }).failures);
  expect(failures).toEqual([{ code: 'load', message: host.said[0]!.replace('Manicule: ', '') }]);
}

for (const status of [404, 403, 406]) {
  test(`a pack that the server refuses with ${status} is told, and figures are annotated`, async ({ page, host }) => {
    const path = host.answer(PACK, { status, body: 'no' });
    await host.open({ head: TAG, body: STORY });
    await expect.poll(() => counts(page)).toMatchObject({ figure: 2 });
    expect(await counts(page)).not.toHaveProperty('person');
    await expectTold(page, host, new RegExp(`^Manicule: only figures and links .* the server answered ${status} for \\S+${path}: .*\\.bin$`));
  });
}

test('a pack of another release is told', async ({ page, host }) => {
  host.answer(PACK, { body: 'other' });
  await host.open({ head: TAG, body: STORY });
  await expect.poll(() => counts(page)).toMatchObject({ figure: 2 });
  await expectTold(page, host, /fr-\S+ is not the file that this release was built with/);
});

test('readers are not shown the words for publishers; a later call tries again', async ({ page, host }) => {
  host.answer(PACK, { status: 404 });
  await host.open({ head: TAG, body: STORY + STORY.replace('"story"', '"other"') });
  await expect.poll(() => counts(page)).toMatchObject({ figure: 2 });
  const annotate = (target: string) =>
    page.evaluate(async (target) => {
      const { annotatePage } = await import('/manicule.js' as string);
      return (await annotatePage(target)).annotations.notices.map(({ code }: { code: string }) => code);
    }, target);
  expect(await annotate('#other')).toContain('no-pack');
  expect(host.said).toHaveLength(2);
  await page.locator('manicule-panel, body > :last-child').getByRole('button').first().click();
  const shown = await page.evaluate(() => [...document.querySelectorAll('*')].map((element) => element.shadowRoot?.textContent ?? '').join(' '));
  expect(shown).toContain('45');
  expect(shown).not.toMatch(/pack|dist|\.bin|404/);
  host.mend();
  expect(await annotate('#other')).not.toContain('no-pack');
  expect(await counts(page)).toHaveProperty('person');
  expect(host.said).toHaveLength(2);
});

test('annotating a text without a pack is told too', async ({ page, host }) => {
  host.answer(PACK, { status: 404 });
  await host.open({ body: STORY });
  const { figures, entities } = await page.evaluate(async () => {
    const { annotate } = await import('/manicule.js' as string);
    return annotate('Le maire, Louis Kermarec, a compté 1 200 curieux.');
  });
  expect([figures.length, entities.length]).toEqual([1, 0]);
  await expectTold(page, host, /the server answered 404/);
});

test('an element without a pack is told, once, and shows its article', async ({ page, host }) => {
  host.answer(PACK, { status: 404 });
  await host.open({
    head: '<script type="module" src="/manicule.js" data-manual></script>',
    body: '<manicule-article lang="fr">Louis Kermarec a compté 1 200 curieux.</manicule-article>',
  });
  await expect(page.locator('manicule-article mark.figure')).toHaveCount(1);
  await expectTold(page, host, /the server answered 404/);
});

for (const [what, name] of FILES) {
  test(`a missing ${what} is told, and the page is unchanged`, async ({ page, host }) => {
    await host.open({ body: STORY });
    const before = await page.content();
    const path = host.answer(name, { status: 404, body: '<!doctype html>' });
    const error = await page.evaluate(async () => {
      const { annotatePage } = await import('/manicule.js' as string);
      return annotatePage('#story').catch(({ code, message }: { code: string; message: string }) => ({ code, message }));
    });
    expect(error).toEqual({ code: 'load', message: expect.stringContaining(`the server answered 404 for ${new URL(page.url()).origin}${path}: upload`) });
    // The preload of the script may still be under way, and its link in the page.
    await expect.poll(() => page.content()).toBe(before);
    expect(await counts(page)).toEqual({});
    host.mend();
    await page.evaluate(async () => (await import('/manicule.js' as string)).annotatePage('#story'));
    expect(await counts(page)).toHaveProperty('person');
  });
}

test('a pack that never comes is told after 30 s, and figures are annotated', async ({ page, host }) => {
  const path = host.answer(PACK, { hangs: true });
  await page.clock.install();
  await host.open({ head: TAG, body: STORY });
  await expect.poll(() => host.asked).toContain(path);
  expect(await counts(page)).toEqual({});
  await page.clock.fastForward(LIMIT);
  await expect.poll(() => counts(page)).toMatchObject({ figure: 2 });
  await expectTold(page, host, new RegExp(`${path} did not answer within 30 s$`));
});

for (const [what, name] of FILES) {
  test(`a ${what} that never comes is told after 30 s, and the page is unchanged`, async ({ page, host }) => {
    const path = host.answer(name, { hangs: true });
    await page.clock.install();
    await host.open({ head: TAG, body: STORY });
    const before = await markup(page, 'body');
    await expect.poll(() => host.asked).toContain(path);
    await page.clock.fastForward(LIMIT);
    await expectTold(page, host, new RegExp(`^Manicule: \\S+${path} did not answer within 30 s$`));
    expect(await markup(page, 'body')).toBe(before);
    expect(await counts(page)).toEqual({});
  });
}

test('a program that comes after all is used', async ({ page, host }) => {
  let give = () => {};
  const isWanted = new Promise<void>((resolve) => (give = resolve));
  await page.route('**/embed_bg-*.wasm', async (route) => {
    await isWanted;
    await route.continue();
  });
  await page.clock.install();
  await host.open({ head: TAG, body: STORY });
  await expect.poll(() => host.asked.some((path) => path.startsWith('/embed_bg-'))).toBe(true);
  await page.clock.fastForward(LIMIT);
  await expectTold(page, host, /embed_bg-\S+ did not answer within 30 s$/);
  give();
  await expect.poll(() => counts(page)).toHaveProperty('person');
});
