import { annotatePage, clickWords, expect, expectNoReport, gloss, test } from './host';
import { expectAccessible } from './support';

/** A browser without the CSS Custom Highlight API. */
const WITHOUT = () => {
  delete (CSS as any).highlights;
  delete (window as any).Highlight;
};

test('without the Custom Highlight API words are wrapped, and destroy restores the page’s own nodes', async ({ page, host }) => {
  await page.addInitScript(WITHOUT);
  await host.openFixture();
  await page.evaluate(() => {
    const walker = document.createTreeWalker(document.querySelector('article')!, NodeFilter.SHOW_TEXT);
    const nodes: Node[] = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    (window as any).nodes = nodes.map((node) => [node, node.nodeValue]);
    (window as any).before = document.querySelector('article')!.outerHTML;
  });
  await annotatePage(page);
  await expect(page.locator('article mark.manicule-person').first()).toHaveText('Emmanuel Macron');
  await clickWords(page, 'Jean-Marc Delattre');
  await expect(gloss(page).getByRole('heading', { level: 2 })).toHaveText('Jean-Marc Delattre');
  await page.evaluate(() => (document.querySelector('article h2')!.textContent = 'Un accord signé à Rennes'));
  await expect(page.locator('article h2 mark')).toHaveText('Rennes');
  await page.evaluate(() => (document.querySelector('article h2')!.textContent = 'Un accord en deux temps'));
  await page.evaluate(() => (window as any).handle.destroy());
  const { isSame, html, before } = await page.evaluate(() => {
    const { nodes, before } = window as any;
    const kept = nodes.filter(([node]: [Node]) => node.isConnected);
    return {
      isSame: kept.length >= nodes.length - 1 && kept.every(([node, value]: [Node, string]) => node.nodeValue === value),
      html: document.querySelector('article')!.outerHTML,
      before,
    };
  });
  expect(html).toBe(before);
  expect(isSame).toBe(true);
  await expectNoReport(page);
});

test('the card is readable under hostile styles of the page', async ({ page, host }) => {
  await host.openFixture('hostile.html');
  await annotatePage(page);
  await clickWords(page, 'Emmanuel Macron');
  const title = gloss(page).getByRole('heading', { level: 2 });
  await expect(title).toBeVisible();
  await page.waitForTimeout(300);
  const look = await gloss(page).evaluate((gloss) => {
    const style = getComputedStyle(gloss);
    const title = getComputedStyle(gloss.querySelector('h2')!);
    const box = gloss.getBoundingClientRect();
    return {
      position: style.position,
      direction: style.direction,
      title: title.fontSize,
      text: getComputedStyle(gloss.querySelector('.passage')!).fontSize,
      spacing: style.letterSpacing,
      fits: box.left >= 0 && box.right <= innerWidth && box.top >= 0 && box.bottom <= innerHeight,
      width: box.width,
    };
  });
  expect(look).toEqual({ position: 'fixed', direction: 'ltr', title: '22.4px', text: '15px', spacing: 'normal', fits: true, width: 336 });
  await expectAccessible(page);
  await expectNoReport(page);
});

test('nothing of it is printed', async ({ page, host }) => {
  await host.annotateFixture();
  await clickWords(page, 'Emmanuel Macron');
  await expect(gloss(page)).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(gloss(page)).toBeHidden();
  await expect(page.locator('.hand')).toBeHidden();
  const rule = await page.evaluate(() => getComputedStyle(document.querySelector('article h1')!, '::highlight(manicule-place)').textDecorationLine);
  expect(rule).toBe('none');
});

test('kinds, density, position of the card and interface language are options', async ({ page, host }) => {
  await host.annotateFixture('article.html', { kinds: ['person'], density: 'first', card: 'sheet', interfaceLanguage: 'en' });
  const { words, keys } = await page.evaluate(() => {
    const highlights = (CSS as any).highlights;
    return { keys: [...highlights.keys()], words: [...highlights.get('manicule-person')].length };
  });
  expect(keys).toEqual(['manicule-person']);
  expect(words).toBe(4);
  await clickWords(page, 'Emmanuel Macron');
  await expect(gloss(page)).toContainText('person');
  // It slides in.
  const bottom = () => gloss(page).evaluate((gloss) => Math.round(gloss.getBoundingClientRect().bottom));
  await expect.poll(bottom).toBe(page.viewportSize()!.height);
});

test('the option mentions adds schema.org data to the head, and destroy removes it', async ({ page, host }) => {
  await host.annotateFixture('article.html', { mentions: true });
  const script = page.locator('head script[type="application/ld+json"]');
  const data = JSON.parse((await script.textContent())!);
  expect(data['@context']).toBe('https://schema.org');
  expect(data.mentions).toContainEqual(expect.objectContaining({ '@type': 'Person', name: 'Emmanuel Macron' }));
  await page.evaluate(() => (window as any).handle.destroy());
  await expect(script).toHaveCount(0);
  await expectNoReport(page);
});

test('invalid options are rejected with the allowed values; a signal cancels', async ({ page, host }) => {
  await host.openFixture();
  const refused = (target: unknown, options: unknown) =>
    page.evaluate(
      async ({ target, options }) => {
        const manicule = await import('/manicule.js' as string);
        return manicule.annotatePage(target, options).then(
          () => 'annotated',
          (error: Error & { code: string }) => `${error.code}: ${error.message}`,
        );
      },
      { target, options },
    );
  expect(await refused('p >', {})).toBe('options: "p >" is not a selector');
  expect(await refused(3, {})).toBe('options: the target is neither an element nor a selector');
  expect(await refused(null, { kinds: ['people'] })).toMatch(/^options: kinds\[0\]: unknown variant `people`, expected one of `person`, `place`/);
  expect(await refused(null, { card: 'left' })).toBe('options: card: unknown variant `left`, expected one of `auto`, `margin`, `sheet`');
  expect(await refused(null, { date: 'jeudi' })).toBe('options: date: "jeudi" is not a date such as 2022-01-06');
  expect(await refused(null, { lang: 'eu' })).toBe('language: there is no language pack for "eu"');
  const aborted = await page.evaluate(async () => {
    const manicule = await import('/manicule.js' as string);
    const reasons: string[] = [];
    const early = AbortSignal.abort(new Error('changed my mind'));
    await manicule.annotatePage(null, { signal: early }).catch((error: Error) => reasons.push(error.message));
    const late = new AbortController();
    const fractions: number[] = [];
    const onProgress = (fraction: number) => {
      fractions.push(fraction);
      late.abort(new Error('enough'));
    };
    const text = document.querySelector('article')!.textContent!.repeat(60);
    await manicule.annotate(text, { signal: late.signal, onProgress }).catch((error: Error) => reasons.push(error.message));
    return { reasons, fractions, panels: document.querySelectorAll('manicule-panel').length };
  });
  expect(aborted.reasons).toEqual(['changed my mind', 'enough']);
  expect(aborted.fractions.every((fraction) => fraction >= 0 && fraction <= 1)).toBe(true);
  expect(aborted.panels).toBe(0);
});
