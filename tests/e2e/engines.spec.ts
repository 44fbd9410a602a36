// What readers see first, in every engine: the reading page, a host page, the element, and the page in a single file.
import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { expect as patient, test } from '@playwright/test';

import { SAMPLE } from './article';
import { type Browser, CHROMIUM, FIREFOX, inEngine, OLD_FIREFOX, OLDEST_FIREFOX, WEBKIT } from './engines';
import { type Box, colours, contrast, difference } from './engines.pixels';
import type { Server } from './support.server';

/** Drivers are slow on a busy machine. */
const expect = patient.configure({ timeout: 20_000 });

const TAG = '<script type="module" src="/manicule.js"></script>';
const TIDE = 'Marée haute à Saint-Malo\n\nLe maire, Louis Kermarec, a compté 1 200 curieux jeudi.\n';
const DARK = '<style>body { background: #14181d; color: #eceae4 }</style>';

for (const engine of [CHROMIUM, FIREFOX, OLD_FIREFOX, WEBKIT]) {
  inEngine(engine, (get) => {
    test('the reading page shows its article; a click opens the right card, Escape closes it', async () => {
      const { browser, site } = get();
      await browser.open(`${site.origin}/`);
      await expectReadingPage(browser);
      expect(browser.problems).toEqual([]);
    });

    test('a tag highlights names and opens cards, and leaves the page’s elements as they were', async () => {
      const { browser, site } = get();
      await openStory(browser, site, '');
      const before = await markup(browser);
      await openStory(browser, site, TAG);
      await annotated(browser);
      expect(await names(browser)).toEqual(expect.arrayContaining(['Emmanuel Macron', 'Jean-Marc Delattre']));
      await browser.click(middle(await boxOf(browser, 'Jean-Marc Delattre')));
      await expect.poll(() => title(browser)).toBe('Jean-Marc Delattre');
      expect(await markup(browser)).toBe(before);
      await browser.press('Escape');
      await expect.poll(() => title(browser)).toBeUndefined();
      expect(browser.problems).toEqual([]);
    });

    for (const [ground, style] of [['light', ''], ['dark', DARK]] as const) {
      test(`highlights are really painted, on a ${ground} background, and the text stays readable`, async () => {
        const { browser, site } = get();
        await openStory(browser, site, style);
        const boxes = [await boxOf(browser, 'Emmanuel Macron'), await boxOf(browser, 'Nantes')];
        const before = await browser.screenshot();
        await openStory(browser, site, style + TAG);
        await annotated(browser);
        // The words are where they were, and painted in the next frame.
        expect(await boxOf(browser, 'Nantes')).toEqual(boxes[1]);
        await browser.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(1)))));
        const after = await browser.screenshot();
        for (const box of boxes) {
          expect(await difference(browser, before, after, around(box))).toBeGreaterThan(box.width / 2);
          const { ground, ink } = await colours(browser, after, box);
          expect(contrast(ground, ink)).toBeGreaterThan(7);
        }
      });
    }

    test('the element shows its text with highlights', async () => {
      const { browser, site } = get();
      const tag = TAG.replace('></', ' data-manual></');
      site.answers.set('/element.html', {
        body: `<!doctype html><meta charset="utf-8">${tag}<manicule-article lang="fr" src="/tide.txt"></manicule-article>`,
      });
      site.answers.set('/tide.txt', { body: TIDE });
      await browser.open(`${site.origin}/element.html`);
      const shown = () => browser.evaluate(() => {
        const root = document.querySelector('manicule-article')!.shadowRoot;
        const words = [...(root?.querySelectorAll('mark.person') ?? [])].map((mark) => mark.textContent);
        return { text: root?.querySelector('article')?.textContent, words };
      });
      await expect.poll(shown).toEqual({ text: TIDE, words: ['Louis Kermarec'] });
      expect(browser.problems).toEqual([]);
    });

    test('the single-file page works from disk', async () => {
      const { browser } = get();
      // Alone in a folder, so that it cannot use other files.
      const folder = await mkdtemp(join(tmpdir(), 'manicule-'));
      const file = join(folder, 'manicule.html');
      await copyFile(join(process.env.MANICULE_SITE ?? 'dist', 'manicule.html'), file);
      await browser.open(pathToFileURL(file).href);
      await expectReadingPage(browser);
      expect(browser.problems).toEqual([]);
      await rm(folder, { recursive: true });
    });
  });
}

inEngine(OLD_FIREFOX, (get) => {
  test('kinds have different tints, and the card tints the words that it is open for', async () => {
    const { browser, site } = get();
    await openStory(browser, site, TAG);
    await annotated(browser);
    const boxes = [await boxOf(browser, 'Emmanuel Macron'), await boxOf(browser, 'Nantes'), await boxOf(browser, 'vendredi')];
    const picture = await browser.screenshot();
    await browser.click(middle(boxes[0]!));
    await expect.poll(() => title(browser)).toBe('Emmanuel Macron');
    const open = await browser.screenshot();
    const grounds = [];
    for (const box of boxes) grounds.push((await colours(browser, picture, box)).ground.join());
    grounds.push((await colours(browser, open, boxes[0]!)).ground.join());
    expect(new Set(grounds).size).toBe(4);
  });
});

inEngine(OLDEST_FIREFOX, (get) => {
  test('words are wrapped in elements with the line of their kind', async () => {
    const { browser, site } = get();
    await openStory(browser, site, TAG);
    const style = () => browser.evaluate(() => {
      const mark = document.querySelector('article mark.manicule-place');
      if (!mark) return undefined;
      const { textDecorationStyle, backgroundColor, color } = getComputedStyle(mark);
      return [textDecorationStyle, backgroundColor, color === getComputedStyle(mark.parentElement!).color];
    });
    await expect.poll(style).toEqual(['dotted', 'rgba(0, 0, 0, 0)', true]);
    await browser.click(middle(await boxOf(browser, 'Jean-Marc Delattre')));
    await expect.poll(() => title(browser)).toBe('Jean-Marc Delattre');
    expect(browser.problems).toEqual([]);
  });
});

/** Checks the reading page on its bundled article: the text, the highlights, and one card. */
async function expectReadingPage(browser: Browser): Promise<void> {
  await expect.poll(() => browser.evaluate(() => document.querySelectorAll('article mark').length)).toBeGreaterThan(60);
  expect(await browser.evaluate(() => document.querySelector('article')!.textContent)).toBe(SAMPLE);
  const point = await browser.evaluate(() => {
    const mark = [...document.querySelectorAll('article mark.person')].find((mark) => mark.textContent!.includes('Tokayev'))!;
    mark.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { x, y, width, height } = mark.getClientRects()[0]!;
    return { x: x + width / 2, y: y + height / 2 };
  });
  await browser.click(point);
  const title = () => browser.evaluate(() => document.querySelector('.gloss h2')?.textContent ?? undefined);
  await expect.poll(title).toBe('Kassym-Jomart Tokayev');
  await browser.press('Escape');
  await expect.poll(title).toBeUndefined();
}

/** Opens the generic news page with more in its head. */
async function openStory(browser: Browser, site: Server, head: string): Promise<void> {
  const story = await readFile(join('tests', 'fixtures', 'article.html'), 'utf8');
  site.answers.set('/fixtures/news.css', { body: await readFile(join('tests', 'fixtures', 'news.css'), 'utf8') });
  site.answers.set('/story.html', { body: story.replace('</head>', `${head}</head>`) });
  await browser.open(`${site.origin}/story.html`);
}

async function annotated(browser: Browser): Promise<void> {
  await expect.poll(async () => (await names(browser)).length).toBeGreaterThan(3);
}

/** The words of the page that are highlighted as people. */
function names(browser: Browser): Promise<string[]> {
  return browser.evaluate(() => {
    const ranges = [...((CSS.highlights.get('manicule-person') ?? []) as Iterable<AbstractRange>)];
    return ranges.map(({ startContainer, startOffset, endOffset }) => startContainer.nodeValue!.slice(startOffset, endOffset));
  });
}

function markup(browser: Browser): Promise<string> {
  return browser.evaluate(() => document.querySelector('main')!.innerHTML);
}

/** The title of the card on a host page; undefined if none is open. */
function title(browser: Browser): Promise<string | undefined> {
  return browser.evaluate(
    () => document.querySelector('manicule-panel')?.shadowRoot?.querySelector('.gloss h2')?.textContent ?? undefined,
  );
}

/** The place of the first occurrence of `words` in the article. */
function boxOf(browser: Browser, words: string): Promise<Box> {
  return browser.evaluate((words) => {
    const walker = document.createTreeWalker(document.querySelector('article')!, NodeFilter.SHOW_TEXT);
    while (!walker.nextNode()!.nodeValue!.includes(words)) continue;
    const at = walker.currentNode.nodeValue!.indexOf(words);
    const range = new Range();
    range.setStart(walker.currentNode, at);
    range.setEnd(walker.currentNode, at + words.length);
    const { x, y, width, height } = range.getBoundingClientRect();
    return { x, y, width, height };
  }, words);
}

function middle({ x, y, width, height }: Box): { x: number; y: number } {
  return { x: x + width / 2, y: y + height / 2 };
}

/** The place of the words with their underline. */
function around({ x, y, width, height }: Box): Box {
  return { x, y: y - 2, width, height: height + 6 };
}
