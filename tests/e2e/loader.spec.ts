import { expect, markup, tamper, test } from './host';

const STORY = 'Marée haute à Saint-Malo\n\nLe maire, Louis Kermarec, a compté 1 200 curieux jeudi.';
const ARTICLE = `<article id="story"><h1>Marée haute</h1><p>${STORY}</p></article>`;
const TAG = '<script type="module" src="/manicule.js" data-target="#story"></script>';
const MANUAL = '<script type="module" src="/manicule.js" data-manual></script>';

test('an import changes nothing in the page, and loads nothing until a function is called', async ({ page, host }) => {
  await host.open({ body: ARTICLE });
  const before = await page.content();
  const names = await page.evaluate(async () => Object.keys(await import('/manicule.js' as string)));
  expect(names.sort()).toEqual(['annotate', 'annotatePage']);
  await page.waitForTimeout(500);
  expect(await page.content()).toBe(before);
  expect(host.asked).toEqual(['/host.html', '/manicule.js']);
  expect(host.said).toEqual([]);
});

test('a tag with data-manual does nothing by itself', async ({ page, host }) => {
  await host.open({ body: `${ARTICLE}${MANUAL}` });
  await page.waitForTimeout(500);
  expect(host.asked).toEqual(['/host.html', '/manicule.js']);
});

test('if the policy forbids WebAssembly, one line says what to add, and nothing is downloaded', async ({ page, host }) => {
  await host.open({ body: `${ARTICLE}${TAG}`, policy: "default-src 'none'; script-src 'self'; connect-src 'self'" });
  const before = await markup(page, '#story');
  await expect.poll(() => host.said).toHaveLength(1);
  expect(host.said[0]).toContain("add 'wasm-unsafe-eval' to script-src");
  await page.waitForTimeout(300);
  expect(host.said).toHaveLength(1);
  expect(await markup(page, '#story')).toBe(before);
  expect(host.asked).toEqual(['/host.html', '/manicule.js']);
});

test.describe('a file that does not match its hash is refused', () => {
  for (const [name, pattern, preloads] of [
    ['the glue', '**/embed*.js', true],
    ['the glue, without support for module preloads', '**/embed*.js', false],
    ['the program', '**/embed*.wasm', true],
  ] as const) {
    test(name, async ({ page, host, problems }) => {
      await tamper(page, pattern);
      if (!preloads) await page.addInitScript(() => (DOMTokenList.prototype.supports = () => false));
      await host.open({ body: `${ARTICLE}${TAG}` });
      const before = await markup(page, '#story');
      await expect.poll(() => host.said).toHaveLength(1);
      expect(host.said[0]).toMatch(/embed\S+ is not the file that this release was built with/);
      expect(await markup(page, '#story')).toBe(before);
      // The browser logs the refusal too.
      expect(problems.every((problem) => /integrity|digest|Failed to load/.test(problem)), problems.join('\n')).toBe(true);
      problems.length = 0;
    });
  }
});

test('the program is loaded without support for module preloads', async ({ page, host }) => {
  await page.addInitScript(() => (DOMTokenList.prototype.supports = () => false));
  await host.open({ body: `${ARTICLE}${TAG}` });
  await expect.poll(() => page.evaluate(() => (CSS.highlights as unknown as Map<string, unknown>).has('manicule-person'))).toBe(true);
});
