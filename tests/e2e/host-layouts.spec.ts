import { readFileSync } from 'node:fs';

import { annotatePage, expect, expectNoReport, painted, test } from './host';

for (const layout of ['paywalled', 'live-blog', 'long-read']) {
  test(`only the article’s own text is gathered: ${layout}`, async ({ page, host }) => {
    await host.annotateFixture(`pages/${layout}.html`);
    const text = await page.evaluate(() => (window as any).handle.text);
    expect(text).toBe(readFileSync(`tests/fixtures/pages/${layout}.txt`, 'utf8').trim());
    await expectNoReport(page);
  });
}

test('no word of the text is lost or invented in unusual markup', async ({ page, host }) => {
  await host.openFixture('odd.html');
  await annotatePage(page, {}, 'article');
  const { text, links } = await page.evaluate(() => {
    const { text, annotations } = (window as any).handle;
    return { text: text as string, links: annotations.links.map((link: { url: string }) => link.url) };
  });
  expect(text.split('\n\n')).toEqual([
    'Avant le premier bloc',
    'un lien de Lens',
    'Première ligne de Douai',
    'Seconde ligne de Cambrai\net sa suite 👩‍👩‍👧 à Arras',
    'Calais',
    '12 %',
    'Un mot coupé, et Paris.',
    'Après le dernier bloc, à Valenciennes',
  ]);
  expect(links).toEqual([]);
  // The right words are painted, also after an emoji of several UTF-16 units.
  const { place = [] } = await painted(page);
  expect(place).toEqual(expect.arrayContaining(['Douai', 'Arras', 'Calais']));
  await expectNoReport(page);
});
