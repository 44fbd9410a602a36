import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Page } from '@playwright/test';

import {
  annotate, clickHighlight, expect, expectCardOnClick, expectHighlighted, expectNothingHighlighted, expectTheme, expectUsableCard,
  gather, gloss, highlighted, isOnScreen, openHtml, selectEntity, test,
} from './pages';
import { pick } from './support';

// A collection of pages outside of the repository, one for each kind of page that once failed. What must hold is in its
// README. Our own pages of the same kinds are in the other `pages-*` files.
const FOLDER = process.env.MANICULE_PAGES ?? join('..', 'shared', 'pages');

/** The names at the start, in the middle and at the end of the article that most pages have. */
const [FIRST, SECOND, LAST] = ['Étienne Moreau', 'Marc Vasseau', 'Gérard Tercier'] as const;
const TITLE = /(Étienne|Emmanuel) Moreau promet de l’eau aux paysans de Nantes/;
/** The end of the article. */
const END = '2,4 milliards de personnes';

type Check = (page: Page, said: string[]) => Promise<void>;

const appears =
  (...words: string[]): Check =>
  async (page) => {
    await expect.poll(() => highlighted(page), { timeout: 12_000 }).toEqual(expect.arrayContaining(words));
  };
const opens =
  (words: string): Check =>
  async (page) => {
    await appears(words)(page, []);
    await expectCardOnClick(page, words);
  };
/** The whole article is gathered, and none of what the pattern describes. */
const gathers =
  (unwanted: RegExp, ...wanted: string[]): Check =>
  async (page) => {
    const text = await gather(page);
    expect(text).toContain(END);
    expect(text).not.toMatch(unwanted);
    for (const words of wanted) expect(text.replaceAll('\u00a0', ' ')).toContain(words);
  };

const CHECKS: Record<string, Check> = {
  'body-replaced': opens('Philippe Gastin'),
  'html-replaced': opens('Philippe Gastin'),
  'infinite-wrapped': appears('Philippe Gastin', FIRST),
  'spa-en-then-fr': appears(FIRST, SECOND),
  'aria-hidden-modal': appears(LAST),
  'reveal-class': appears(SECOND),
  'reveal-tab': appears(SECOND),
  'anti-flicker': appears(FIRST),
  'body-transform': opens(LAST),
  zoom: opens(FIRST),
  'dialog-modal': opens(FIRST),
  'inner-scroller': async (page) => {
    await annotate(page);
    await selectEntity(page, SECOND);
    await expect.poll(() => isOnScreen(page, SECOND)).toBe(true);
  },
  'details-closed': async (page) => {
    await annotate(page);
    await selectEntity(page, SECOND);
    await expect(page.locator('details')).toHaveAttribute('open');
    await expect.poll(() => isOnScreen(page, SECOND)).toBe(true);
  },
  'dark-ground': async (page) => {
    await expectHighlighted(page, FIRST);
    await clickHighlight(page, FIRST);
    await expectTheme(page, 'dark');
    await expectUsableCard(page, FIRST);
  },
  'shadow-target': async (page) => {
    expect(await annotate(page, {}, 'news-article')).toBe('ok');
    await expectCardOnClick(page, FIRST);
  },
  'stop-propagation': opens(SECOND),
  'stretched-overlay': opens(SECOND),
  'selection-elsewhere': async (page) => {
    await expectHighlighted(page, SECOND);
    await page.evaluate(() => getSelection()!.selectAllChildren(document.querySelector('#o')!));
    await expectCardOnClick(page, SECOND);
  },
  'comments-in-main': gathers(/Pierre\d|Castaix/),
  'french-boxes': gathers(/Boîte|Castaix/),
  'paywall-unlocked': gathers(/ß/, SECOND),
  'teasers-after': gathers(/Castaix|À lire ensuite/),
  'div-paragraphs': gathers(/ß/, FIRST, SECOND),
  'sup-exponent': async (page) => {
    await gathers(/\b106\b|20211|hectares2|Durand3/, 'Anne Durand')(page, []);
    const figures = await page.evaluate(() => (window as any).handle.annotations.figures.map((figure: { text: string }) => figure.text));
    expect(figures.join(' | ')).not.toMatch(/\b106\b|20211/);
  },
  'inline-block-list': async (page) => {
    await gathers(/BrestLorient|LorientVannes|BayardMarie/)(page, []);
    await expectHighlighted(page, 'Brest', 'Lorient', 'Vannes', 'Julien Bayard', 'Marie Tondeur');
  },
  'pre-element': async (page) => {
    const blocks = (await gather(page)).split('\n\n');
    expect(blocks.filter((block) => /^(Étienne Moreau s’est|Près de|« Nous|Le ministre|L’Organisation)/.test(block))).toHaveLength(5);
  },
  'drop-cap': gathers(/ß/, 'Michel Carnier', 'Élisabeth Borne', 'Gérard Tercier', 'Philippe Gastin', 'Nadine Morano'),
  'initial-guillemet': gathers(/ß/, 'Michel Carnier'),
  'aria-label-split': async (page) => expect(await gather(page)).toMatch(TITLE),
  'lang-none-english': expectNothingHighlighted,
  'lang-meta-en': expectNothingHighlighted,
  'lang-en-on-french': async (page, said) => {
    await expect.poll(async () => (await highlighted(page)).includes(FIRST) || said.some((line) => line.includes('data-lang'))).toBe(true);
  },
  'tag-twice': async (page) => {
    await expectHighlighted(page, FIRST, SECOND);
    await page.waitForTimeout(800);
    expect((await highlighted(page)).filter((words) => words === SECOND)).toHaveLength(1);
    expect(await page.locator('manicule-panel').count()).toBe(1);
  },
  'es-promise': appears(FIRST),
  // In Firefox, this page has a test with the others of that browser.
  baseline: opens(FIRST),
};

if (existsSync(FOLDER)) {
  for (const [name, check] of Object.entries(CHECKS)) {
    test(`collected page: ${name}`, async ({ page, site, host }) => {
      const html = readFileSync(join(FOLDER, `${name}.html`), 'utf8').replaceAll('/m/manicule.js', '/manicule.js');
      await openHtml(page, site, html);
      await check(page, host.said);
    });
  }

  test('collected text: one bad byte', async ({ page }) => {
    await page.goto('/');
    const buffer = readFileSync(join(FOLDER, 'one-bad-byte.txt'));
    await pick(page, { name: 'depeche.txt', mimeType: 'text/plain', buffer });
    await expect(page.getByText('préfecture')).toBeVisible();
    await expect(page.locator('mark', { hasText: FIRST }).first()).toBeVisible();
  });
} else {
  test(`collected pages: skipped, as there is no folder ${FOLDER}`, () => test.skip());
}
