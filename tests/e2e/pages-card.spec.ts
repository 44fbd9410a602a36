import type { Page } from '@playwright/test';

import {
  annotate, type Case, clickHighlight, expect, expectCardOnClick, expectHighlighted, expectTheme, expectUsableCard, gloss,
  isOnScreen, later, literal, selectEntity, testTogether,
} from './pages';
import { article, blocks, CANAL, EARLY, LAST, MIDDLE, prose } from './stories';

// The card is on the screen, over everything, and can be used, whatever the layout of the page.

/** Text without names, which makes the page longer than the screen. */
const FILL = blocks(Array(12).fill('Le temps reste couvert, et il pleut par endroits. On attend des éclaircies dans la soirée, puis un ciel plus clair. '.repeat(3)));
/** The story, in which the last person is a few screens below the first. */
const LONG = `<article>${prose({ ...CANAL, paragraphs: CANAL.paragraphs.slice(0, 4) })}${FILL}${blocks(CANAL.paragraphs.slice(4))}${FILL}</article>`;

/** A page with these styles; the card of a name at its start and of one far below can be used. */
function styled(css: string, body = LONG, more: Partial<Case> = {}): Case {
  return {
    head: `<style>${css}</style>`,
    body,
    check: async (page) => {
      await expectCardOnClick(page, EARLY);
      await expectCardOnClick(page, LAST);
    },
    ...more,
  };
}

/** A page on which `select()` brings the name onto the screen, with a card that can be used. */
function selected(css: string, body: string, name: string = LAST, extra?: (page: Page) => Promise<void>): Case {
  return {
    head: `<style>${css}</style>`,
    body,
    tag: false,
    check: async (page) => {
      expect(await annotate(page)).toBe('ok');
      await selectEntity(page, name);
      await expect.poll(() => isOnScreen(page, name)).toBe(true);
      await extra?.(page);
      await expectUsableCard(page, name);
    },
  };
}

/** A page whose ground gets a theme, at once or after `code`. */
function themed(css: string, theme: 'dark' | 'light', code = '', more: Partial<Case> = {}): Case {
  return {
    head: `<style>${css}</style>`,
    body: article(),
    check: async (page) => {
      await expectHighlighted(page, EARLY);
      if (code) {
        await expectTheme(page, theme === 'dark' ? 'light' : 'dark');
        await page.evaluate(code);
      }
      await clickHighlight(page, EARLY);
      await expectTheme(page, theme);
      await expectUsableCard(page, EARLY);
    },
    ...more,
  };
}

const SHADOW = `<news-story></news-story><script>
  customElements.define('news-story', class extends HTMLElement {
    connectedCallback() { this.attachShadow({ mode: 'open' }).innerHTML = ${literal(LONG)} }
  })
</script>`;
const SCROLLER = 'html, body { height: 100%; margin: 0; overflow: hidden } #scroller { height: 100%; overflow: auto } article { max-width: 40rem; margin: auto }';
const NIGHT = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9" fill="#111"/></svg>')}`;
const CORNER = 'width: 4rem; height: 4rem; position: fixed; right: 1rem; bottom: 1rem; border: 0; border-radius: 2rem; background: navy; z-index: 2147483647';

/** The button of the page's own widget and ours do not overlap, and both can be clicked. */
async function expectBothButtons(page: Page): Promise<void> {
  await expectHighlighted(page, EARLY);
  await expect(page.locator('.hand')).toBeVisible();
  const overlap = async () => {
    const [a, b] = [await page.locator('#chat').boundingBox(), await page.locator('.hand').boundingBox()];
    return !a || !b || (a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height);
  };
  await expect.poll(overlap).toBe(false);
  await page.locator('#chat').click({ timeout: 3000, trial: true });
  await page.locator('.hand').click({ timeout: 3000 });
  await expect(page.getByRole('dialog')).toContainText(EARLY);
}

testTogether('card', {
  'the body has a transform': styled('body { transform: translateZ(0); max-width: 44rem; margin: 0 auto }'),
  'the body has a transform that scales it': styled('body { transform: scale(.9); transform-origin: 0 0 }'),
  'the root has a transform': styled('html { transform: translateX(0) }'),
  'the body has a filter': styled('body { filter: grayscale(1) }'),
  'the body has a perspective': styled('body { perspective: 500px; max-width: 44rem; margin: 0 auto }'),
  'the body contains its painting and its layout': styled('body { contain: layout paint; max-width: 44rem; margin: 0 auto }'),
  'the body is a container for queries': styled('body { container-type: inline-size; margin: 0 200px }'),
  'the body may change its transform': styled('body { will-change: transform }'),
  'the body is animated in': styled('body { animation: in .3s both } @keyframes in { from { transform: translateY(9px); opacity: 0 } }'),
  'the root is zoomed': styled('html { zoom: 1.5 } article { max-width: 25rem }'),
  'the root is zoomed out': styled('html { zoom: .75 }'),
  'the body is zoomed': styled('body { zoom: 1.4 } article { max-width: 25rem }'),
  'a wrapper is zoomed': styled('#page { zoom: 1.3 } article { max-width: 30rem }', `<div id="page">${LONG}</div>`),
  'the page scrolls in the body': styled('html { height: 100%; overflow: hidden } body { height: 100%; margin: 0; overflow: auto }'),
  'the page scrolls in an element': styled(SCROLLER, `<div id="scroller">${LONG}</div>`),
  'the page scrolls in an element with a transform': styled(`${SCROLLER} #scroller { transform: translate3d(0, 0, 0) }`, `<div id="scroller">${LONG}</div>`),
  'the body is a grid': styled('body { display: grid; grid-template-columns: 20rem 1fr 20rem } article { grid-column: 2 }'),
  'the body is a flex row': styled('body { display: flex; overflow-x: hidden } article { flex: 1 }'),
  'a header sticks over everything': styled(
    'header { position: sticky; top: 0; height: 5rem; background: #fff; z-index: 2147483647 }', `<header>La Gazette</header>${LONG}`,
  ),
  'a veil of the page is over everything but lets clicks through': styled(
    '#veil { position: fixed; inset: 0; z-index: 2147483647; pointer-events: none }', `${LONG}<div id="veil"></div>`,
  ),
  'the root has pointer-events: none, and the article has them': styled('html { pointer-events: none } article { pointer-events: auto }'),
  'a right-to-left page': styled('', LONG, { alone: true, root: 'lang="fr" dir="rtl"' }),
  'a phone': {
    alone: true,
    ...styled('body { transform: translateZ(0) }'),
    check: async (page) => {
      await page.setViewportSize({ width: 390, height: 700 });
      await expectCardOnClick(page, EARLY);
      await expectCardOnClick(page, LAST);
    },
  },
  'the article is in a modal dialog': styled('dialog { max-width: 40rem }', `<p>La une</p><dialog id="d">${LONG}</dialog><script>d.showModal()</script>`),
  'a modal dialog with the article opens later': styled(
    '', `<p>La une</p><dialog id="d">${LONG}</dialog>${later('d.showModal()', 900)}`,
  ),
  'a modal dialog closes, and the article outside of it is used again': {
    body: `${LONG}<dialog id="d"><p>Un sondage</p></dialog>`,
    check: async (page) => {
      await expectCardOnClick(page, EARLY);
      await page.evaluate(`d.showModal()`);
      await page.evaluate(`d.close()`);
      await expectCardOnClick(page, LAST);
    },
  },
  'the article is in a popover': styled('#p { width: 40rem; height: 80vh }', `<p>La une</p><div id="p" popover="manual">${LONG}</div><script>p.showPopover()</script>`),
  'the article is in full screen': {
    body: `<button id="full">Plein écran</button><div id="page" style="overflow: auto; background: #fff">${LONG}</div>
      <script>document.querySelector('#full').onclick = () => document.querySelector('#page').requestFullscreen()</script>`,
    check: async (page) => {
      await expectHighlighted(page, EARLY);
      await page.locator('#full').click();
      await expect.poll(() => page.evaluate(() => !!document.fullscreenElement)).toBe(true);
      await expectCardOnClick(page, EARLY);
      await expectCardOnClick(page, LAST);
    },
  },
  'the article is in a shadow root': {
    body: SHADOW,
    tag: false,
    check: async (page) => {
      expect(await annotate(page, {}, 'news-story')).toBe('ok');
      await expectCardOnClick(page, EARLY);
      await expectCardOnClick(page, LAST);
    },
  },
  'the article is in a shadow root, and the tag finds it': styled('', SHADOW),
  'select() scrolls inside an element': selected(SCROLLER, `<div id="scroller">${LONG}</div>`),
  'select() scrolls inside an element in an element': selected(
    `${SCROLLER} #inner { height: 60vh; overflow: auto }`, `<div id="scroller">${FILL}<div id="inner">${LONG}</div></div>`,
  ),
  'select() scrolls under a sticky header': selected(
    'header { position: sticky; top: 0; height: 8rem; background: #fff; z-index: 9 }', `<header>La Gazette</header>${LONG}`,
  ),
  'select() scrolls on a page with smooth scrolling': selected('html { scroll-behavior: smooth }', LONG),
  'select() opens closed details': selected(
    '', article({ ...CANAL, paragraphs: CANAL.paragraphs.slice(0, 5) }, `<details><summary>La suite</summary>${blocks(CANAL.paragraphs.slice(5))}</details>`),
    LAST, (page) => expect(page.locator('details')).toHaveAttribute('open'),
  ),
  'select() opens details in details': selected(
    '', article({ ...CANAL, paragraphs: CANAL.paragraphs.slice(0, 5) }, `<details><summary>La suite</summary><details><summary>Et fin</summary>${blocks(CANAL.paragraphs.slice(5))}</details></details>`),
  ),
  'select() reaches what is skipped until it is near the screen': selected(
    'section { content-visibility: auto; contain-intrinsic-size: auto 900px }', `<article>${prose({ ...CANAL, paragraphs: CANAL.paragraphs.slice(0, 4) })}
      ${`<section>${FILL}</section>`.repeat(4)}<section>${blocks(CANAL.paragraphs.slice(4))}${FILL}</section></article>`,
  ),
  'select() works in a zoomed page': selected('html { zoom: 1.6 }', LONG),
  'a dark gradient': themed('body { background: linear-gradient(#111, #222); color: #eee }', 'dark'),
  'a dark colour in oklch': themed('body { background: oklch(22% .03 260); color: oklch(95% 0 0) }', 'dark'),
  'a dark colour in color()': themed('body { background: color(srgb .08 .09 .12); color: #eee }', 'dark'),
  'a dark colour in lab': themed('body { background: lab(12% 0 -8); color: #eee }', 'dark'),
  'a light page with a dark article': themed('article { background: #14161c; color: #ddd; padding: 1rem }', 'dark'),
  'a dark page with a light article': themed('body { background: #000 } article { background: #fffaf0; padding: 1rem }', 'light'),
  'a dark root, and a body without a colour': themed('html { background: #101010; color: #eee }', 'dark'),
  'a dark image behind light text': themed(`body { background-image: url("${NIGHT}"); color: #f4f4f4 }`, 'dark'),
  'a dark layer under the article': themed(
    '#ground { position: fixed; inset: 0; background: #0d1117; z-index: -1 } body { color: #e6edf3 }', 'dark', '', { body: `<div id="ground"></div>${article()}` },
  ),
  'the colour scheme of the browser’s dark theme': themed('html { color-scheme: dark }', 'dark'),
  'a translucent dark veil on a dark page': themed('body { background: #111 } article { background: rgb(255 255 255 / .06); color: #eee }', 'dark'),
  'a class on the root makes the page dark': themed('.dark body { background: #121212; color: #eee }', 'dark', `document.documentElement.className = 'dark'`),
  'an attribute on the body makes the page dark': themed('[data-theme=night] { background: #121212; color: #eee }', 'dark', `document.body.dataset.theme = 'night'`),
  'a class on the root makes the page light again': themed(
    '.dark body { background: #121212; color: #eee }', 'light', `document.documentElement.className = ''`, { root: 'lang="fr" class="dark"' },
  ),
  'the reader’s dark mode is switched on': {
    alone: true,
    ...themed('@media (prefers-color-scheme: dark) { body { background: #121212; color: #eee } }', 'dark'),
    check: async (page) => {
      await expectHighlighted(page, EARLY);
      await expectTheme(page, 'light');
      await page.emulateMedia({ colorScheme: 'dark' });
      await expectTheme(page, 'dark');
      await expectCardOnClick(page, EARLY);
    },
  },
  'a button of the page is in our button’s corner': {
    body: `${article()}<button id="chat" style="${CORNER}">?</button>`,
    check: expectBothButtons,
  },
  'a button of the page appears in our button’s corner later': {
    body: `${article()}${later(`document.body.insertAdjacentHTML('beforeend', ${literal(`<button id="chat" style="${CORNER}">?</button>`)})`, 1500)}`,
    check: async (page) => {
      await expect(page.locator('#chat')).toBeVisible();
      await expectBothButtons(page);
    },
  },
  'a bar of the page is along the bottom': {
    body: `${article()}<div id="chat" style="position: fixed; inset: auto 0 0; height: 4.5rem; background: #eee; z-index: 99">S’abonner</div>`,
    check: expectBothButtons,
  },
  'a frame of the page is in our button’s corner': {
    alone: true,
    body: `${article()}<iframe id="chat" style="${CORNER}" srcdoc="?"></iframe>`,
    check: expectBothButtons,
  },
  'the page scrolls while the card is open': {
    body: LONG,
    check: async (page) => {
      await clickHighlight(page, MIDDLE);
      await expect(gloss(page)).toBeVisible();
      await page.mouse.wheel(0, 60);
      await expectUsableCard(page, MIDDLE);
    },
  },
});
