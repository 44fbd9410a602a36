import { content, gloss, openSample, pasteArticle, annotated } from './article';
import { expect, pick, test, textFile } from './support';

const NASTY: [string, string][] = [
  ['line ends of every make', 'Titre\r\n\r\nUn.\rDeux.\n\n\n\tTrois.\u2028Quatre.\u2029Cinq.\n'],
  ['odd spaces', '\u00a0\n\nIl y a 2\u202f000 personnes\u00a0!\u3000\n\u00a0\n\nFin\u200b.\u2060 \ufeff'],
  ['lists and quotations', 'Voir :\n\n-Un\n\n\n- Deux\n• Trois\n> cité\n\n# Titre\n'],
  ['astral letters and combining marks', 'E\u0301te\u0301 𝄞 👩‍👩‍👧 à 18 % le 6 janvier.'],
  ['bidi controls', 'Le \u202eélbailpmi\u202c \u2067texte\u2069 et \u202e jamais fermé 12 euros.\n\nשלום 3 km.'],
  ['markup', '<script>alert(1)</script> &amp; <img src=x onerror=alert(1)> [clic](javascript:alert(1))'],
  ['one word', 'a'.repeat(100_000)],
  ['addresses', 'Voir https://exemple.fr/a?b=c&d=%C3%A9#e, (http://exemple.fr/x_(y)) et www.exemple.fr.'],
];

test('the rendered text is the source, character by character', async ({ page }) => {
  await openSample(page);
  for (const [name, text] of NASTY) {
    // As a file, because the clipboard may change line ends.
    await pick(page, textFile(`${name}.txt`, text));
    await expect(page.locator('.dateline-source')).toHaveText(`${name}.txt`);
    // The decoder removes a byte order mark at the start, and nothing else.
    await expect.poll(() => content(page), name).toBe(text);
    await expect(page.locator('progress')).toHaveCount(0);
    expect(await content(page), `${name}, annotated`).toBe(text);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow, `${name}: no sideways scroll`).toBeLessThanOrEqual(0);
  }
});

test('a long paragraph is divided into pieces and short text nodes, and copied as one', async ({ page }) => {
  test.setTimeout(120_000);
  await openSample(page);
  for (const [name, text, found] of [
    ['noms', 'Marie Durand et '.repeat(12_000).trim(), 12_000],
    ['chiffres', '1'.repeat(1_000_000), 0],
  ] as const) {
    await pick(page, textFile(`${name}.txt`, text));
    await expect(page.locator('.dateline-source')).toHaveText(`${name}.txt`);
    await expect.poll(async () => (await content(page)) === text, name).toBe(true);
    await expect.poll(() => page.locator('article mark').count(), { timeout: 60_000 }).toBeGreaterThanOrEqual(found);
    await expect(page.locator('progress')).toHaveCount(0, { timeout: 60_000 });
    expect((await content(page)) === text, `${name}, annotated`).toBe(true);
    const block = page.locator('article [data-b]');
    await expect(block).toHaveCount(1);
    const { largest, longest, most, copied } = await block.evaluate((block) => {
      const words = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      let longest = 0;
      while (words.nextNode()) longest = Math.max(longest, words.currentNode.nodeValue!.length);
      const pieces = [...block.querySelectorAll('.piece')];
      // Over the boundary of two pieces.
      const range = new Range();
      range.setStart(pieces[0], pieces[0].childNodes.length - 2);
      range.setEnd(pieces[1], 2);
      getSelection()!.removeAllRanges();
      getSelection()!.addRange(range);
      return {
        largest: Math.max(...pieces.map((piece) => piece.textContent!.length)),
        longest,
        most: Math.max(...pieces.map((piece) => piece.childNodes.length)),
        copied: getSelection()!.toString().includes('\n'),
      };
    });
    expect(largest, `${name}: the largest piece`).toBeLessThan(20_000);
    expect(longest, `${name}: the longest text node`).toBeLessThanOrEqual(1_024);
    expect(most, `${name}: the most nodes of a piece`).toBeLessThan(3_000);
    expect(copied, `${name}: a line break is copied`).toBe(false);
  }
  await pick(page, textFile('noms.txt', 'Marie Durand et '.repeat(12_000).trim()));
  const last = page.locator('article .piece').last().locator('mark').last();
  await expect(last).toHaveText('Marie Durand', { timeout: 60_000 });
  await last.click();
  await expect(gloss(page)).toBeVisible();
  await expect(last).toBeInViewport();
  // The browser would determine it after each insertion.
  expect(await page.locator('article [dir=auto]').count()).toBe(0);
});

test('a block has the direction of its first letter', async ({ page }) => {
  await openSample(page);
  await pasteArticle(page, 'Un titre\n\nשלום 3 km.\n\n12 – Bonjour.');
  await expect(page.locator('article [data-b]')).toHaveCount(3);
  const directions = await page.locator('article [data-b]').evaluateAll((blocks) => blocks.map((block) => getComputedStyle(block).direction));
  expect(directions).toEqual(['ltr', 'rtl', 'ltr']);
});

test('a table keeps its rows and its columns', async ({ page }) => {
  await openSample(page);
  await pasteArticle(page, 'Résultats\n\nPoste\t2022\t2023\nChiffre\t2\u00a0840\t3\u00a0180\nNet\t449\t547\n\nLa suite.');
  await annotated(page);
  const rows = page.locator('article .row');
  await expect(rows).toHaveText([/^Poste/, /^Chiffre/, /^Net/]);
  await expect(rows.last().locator('mark.figure')).toHaveText(['449', '547']);
  const columns = await rows.evaluateAll((rows) =>
    rows.map((row) => {
      const words = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
      const last = [...(function* () { while (words.nextNode()) yield words.currentNode; })()].at(-1)!;
      const range = new Range();
      range.selectNodeContents(last);
      return Math.round(range.getBoundingClientRect().left);
    }),
  );
  expect(new Set(columns).size).toBe(1);
});

test('markup and scripts in an article stay text', async ({ page }) => {
  await openSample(page);
  const text =
    '<b>Gras</b> <script>window.hacked = 1</script> <img src=x onerror="window.hacked = 1">\n\n' +
    '[clic](javascript:window.hacked=1) javascript://exemple.fr/%0awindow.hacked=1 data:text/html,x ' +
    '[bon](https://exemple.fr/un-deux-trois) "onmouseover="window.hacked=1"';
  await pasteArticle(page, text);
  await annotated(page);
  expect(await page.locator('article :is(script, img, b)').count()).toBe(0);
  const hrefs = await page.locator('a[href]').evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).protocol));
  expect(new Set(hrefs.filter((protocol) => !['http:', 'https:', 'mailto:'].includes(protocol)))).toEqual(new Set());
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
  expect(await page.locator('[style]').count()).toBe(0);
});

test('an address is shown as its host, and the whole can still be copied and found', async ({ page }) => {
  await openSample(page);
  const cite = page.locator('article .cite').first();
  const shown = await cite.evaluate((link) => getComputedStyle(link, '::before').content);
  expect(shown).toContain('reuters.com');
  expect(await cite.textContent()).toMatch(/^https:\/\/www\.reuters\.com\//);
  const width = await cite.evaluate((link) => link.getBoundingClientRect().width);
  expect(width).toBeLessThan(200);
  const copied = await cite.evaluate((link) => {
    getSelection()!.selectAllChildren(link.parentElement!);
    return getSelection()!.toString();
  });
  expect(copied).toContain(await cite.textContent());
});
