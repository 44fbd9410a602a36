import type { Page } from '@playwright/test';

import {
  type Case, expect, expectCardOnClick, expectHighlighted, expectNotHighlighted, expectUsableCard, gloss, highlightPoint, later, literal,
  testCases,
} from './pages';
import { article, BAY, blocks, CANAL, EARLY, ENGLISH, LAST, MIDDLE, NEXT, NEXT_LAST, prose } from './stories';

// The page is rebuilt, in each of the ways in which sites do that, after it has been annotated.

/** Runs a script in the page once the first story is annotated. */
async function change(page: Page, code: string): Promise<void> {
  await expectHighlighted(page, EARLY, LAST);
  await page.evaluate(code);
}

/** The next story is annotated and can be clicked; the first one has left nothing. */
async function expectNextStory(page: Page): Promise<void> {
  await expectHighlighted(page, NEXT, NEXT_LAST);
  await expectNotHighlighted(page, EARLY, LAST);
  await expectCardOnClick(page, NEXT_LAST);
  await expectOnePanel(page);
}

async function expectOnePanel(page: Page): Promise<void> {
  await expect(page.locator('manicule-panel')).toHaveCount(1);
  await expect(page.locator('.hand')).toBeVisible();
}

/** A page with the first story, of which `code` makes a page with the next. */
function swap(code: string, body = article()): Case {
  return {
    body,
    check: async (page) => {
      await change(page, code);
      await expectNextStory(page);
    },
  };
}

const APP = `<header>La Gazette</header><div id="app"><main id="main">${article()}</main></div><footer>Mentions légales</footer>`;
const NEXT_PAGE = literal(APP.replace(article(), article(BAY)));
const NEXT_ARTICLE = literal(article(BAY));

testCases('follow', {
  'the body is replaced': swap(
    `const body = document.createElement('body'); body.innerHTML = ${NEXT_PAGE}; document.body.replaceWith(body)`,
  ),
  'the markup of the body is set': swap(`document.body.innerHTML = ${NEXT_PAGE}`),
  'the markup of the root is set': swap(`document.documentElement.innerHTML = '<head><title>x</title></head><body>' + ${NEXT_PAGE} + '</body>'`),
  'the root is replaced': swap(
    `const page = new DOMParser().parseFromString('<html lang="fr"><head><title>x</title></head><body>' + ${NEXT_PAGE} + '</body></html>', 'text/html');
     document.documentElement.replaceWith(document.adoptNode(page.documentElement))`,
  ),
  'the body is replaced twice in a row': swap(
    `for (const html of ['<p>…</p>', ${NEXT_PAGE}]) { const body = document.createElement('body'); body.innerHTML = html; document.body.replaceWith(body) }`,
  ),
  'the body is swapped for a changed copy, which includes a copy of the panel': swap(
    `const copy = document.body.cloneNode(true); copy.querySelector('article').outerHTML = ${NEXT_ARTICLE}; document.body.replaceWith(copy)`,
    APP,
  ),
  'a snapshot with a copy of the panel is restored on the way back': {
    body: APP,
    check: async (page) => {
      await change(page, `window.snapshot = document.body.cloneNode(true); document.body.innerHTML = ${NEXT_PAGE}`);
      await expectNextStory(page);
      await page.evaluate(() => document.body.replaceWith((window as any).snapshot));
      await expectHighlighted(page, EARLY, LAST);
      await expectCardOnClick(page, LAST);
      await expectOnePanel(page);
    },
  },
  'an ancestor is swapped': swap(`document.querySelector('#app').outerHTML = '<div id="app">' + ${NEXT_ARTICLE} + '</div>'`, APP),
  'an ancestor is swapped for one that is shown after a transition': swap(
    `const next = document.createElement('div'); next.hidden = true; next.innerHTML = ${NEXT_ARTICLE};
     document.querySelector('#app').replaceWith(next); setTimeout(() => { next.hidden = false }, 400)`,
    APP,
  ),
  'the page is morphed: elements stay, their text and what the page does not know changes': swap(
    `const next = new DOMParser().parseFromString(${NEXT_PAGE}, 'text/html').body;
     for (const child of [...document.body.children].slice(3)) child.remove();
     const [old, fresh] = [document.querySelector('article'), next.querySelector('article')];
     while (old.children.length > fresh.children.length) old.lastElementChild.remove();
     [...fresh.children].forEach((child, index) => { old.children[index].firstChild.data = child.textContent })`,
    APP,
  ),
  'the article is emptied, and filled later': swap(
    `const article = document.querySelector('article'); article.replaceChildren(); setTimeout(() => { article.innerHTML = ${literal(prose(BAY))} }, 500)`,
  ),
  'the article is replaced by a skeleton, then by a story of other markup': swap(
    `const main = document.querySelector('#main'); main.innerHTML = '<div class="skeleton"></div>';
     setTimeout(() => { main.innerHTML = ${literal(`<div class="story">${prose(BAY)}</div>`)} }, 500)`,
    APP,
  ),
  'the article moves to another part of the page': {
    body: `<div id="left">${article()}</div><div id="right"></div>`,
    check: async (page) => {
      await change(page, `document.querySelector('#right').append(document.querySelector('article')); document.querySelector('#left').remove()`);
      await expectCardOnClick(page, LAST);
      await expectOnePanel(page);
    },
  },
  'a page of the app is left and opened again, with history': {
    body: `${APP}<script>
      const views = { '/': ${literal(article())}, '/bay': ${NEXT_ARTICLE} };
      const show = (view) => { document.querySelector('#main').innerHTML = views[view] };
      addEventListener('popstate', ({ state }) => show(state ?? '/'));
      window.visit = (view) => { history.pushState(view, '', '?' + view); show(view) };
    </script>`,
    check: async (page) => {
      await change(page, `visit('/bay')`);
      await expectNextStory(page);
      await page.goBack();
      await expectHighlighted(page, EARLY, LAST);
      await expectNotHighlighted(page, NEXT);
      await page.goForward();
      await expectNextStory(page);
    },
  },
  'more stories are added, each in a wrapper': {
    body: `<div id="feed"><div class="item">${article()}</div></div>`,
    check: async (page) => {
      await change(
        page,
        `const item = document.createElement('div'); item.className = 'item'; item.innerHTML = ${NEXT_ARTICLE}; document.querySelector('#feed').append(item)`,
      );
      await expectHighlighted(page, EARLY, LAST, NEXT, NEXT_LAST);
      await expectCardOnClick(page, NEXT_LAST);
    },
  },
  'more stories are added, each in several wrappers and after an advertisement': {
    body: `<div id="feed"><section class="slot"><div><div>${article()}</div></div></section></div>`,
    check: async (page) => {
      await change(
        page,
        `document.querySelector('#feed').insertAdjacentHTML('beforeend', '<div class="ad"></div><section class="slot"><div><div>' + ${NEXT_ARTICLE} + '</div></div></section>')`,
      );
      await expectHighlighted(page, EARLY, LAST, NEXT, NEXT_LAST);
    },
  },
  'a paragraph is added by a script every now and then': {
    body: `${article()}<script>window.add = (text) => document.querySelector('article').insertAdjacentHTML('beforeend', '<p>' + text + '</p>')</script>`,
    check: async (page) => {
      for (const paragraph of BAY.paragraphs.slice(0, 3)) await change(page, `add(${literal(paragraph)})`);
      await expectHighlighted(page, EARLY, NEXT, NEXT_LAST);
    },
  },
  'the panel is removed': {
    body: article(),
    check: async (page) => {
      await change(page, `document.querySelector('manicule-panel').remove()`);
      await expectOnePanel(page);
      await expectCardOnClick(page, LAST);
    },
  },
  'everything but the app is removed while a card is open': {
    body: APP,
    check: async (page) => {
      const { x, y } = await highlightPoint(page, MIDDLE);
      await page.mouse.click(x, y);
      await expect(gloss(page)).toBeVisible();
      await page.evaluate(() => document.body.replaceChildren(document.querySelector('#app')!));
      await expectOnePanel(page);
      // The card may stay open or close, but it must not be broken.
      if (await gloss(page).count()) await expectUsableCard(page, MIDDLE);
      await expectCardOnClick(page, LAST);
    },
  },
  'the article comes after thirteen seconds': {
    body: `<main id="main"></main>${later(`document.querySelector('#main').innerHTML = ${literal(article())}`, 13_000)}`,
    check: async (page) => {
      await expect(page.locator('article')).toBeVisible({ timeout: 20_000 });
      await expectCardOnClick(page, LAST);
    },
  },
  'the article comes after a click': {
    body: `<main id="main"><button>Lire</button></main>
      <script>document.querySelector('button').onclick = () => { document.querySelector('#main').innerHTML = ${literal(article())} }</script>`,
    check: async (page, said) => {
      await page.waitForTimeout(1500);
      await page.getByRole('button', { name: 'Lire' }).click();
      await expectCardOnClick(page, LAST);
      expect(said.length, said.join('\n')).toBeLessThanOrEqual(1);
    },
  },
  'the body is empty when the tag runs': {
    body: later(`document.body.innerHTML = ${literal(APP)}`, 600),
    check: (page) => expectCardOnClick(page, LAST),
  },
  'the text comes bit by bit': {
    body: `<article><h1>${CANAL.title}</h1></article><script>
      const paragraphs = ${literal(CANAL.paragraphs)};
      const next = () => { document.querySelector('article').insertAdjacentHTML('beforeend', '<p>' + paragraphs.shift() + '</p>'); if (paragraphs.length) setTimeout(next, 150) };
      setTimeout(next, 300);
    </script>`,
    check: async (page) => {
      await expectHighlighted(page, EARLY, MIDDLE, LAST);
      await expectCardOnClick(page, LAST);
    },
  },
  'an English page becomes French': {
    root: 'lang="en"',
    body: `<div id="app">${article(ENGLISH)}</div>${later(`document.documentElement.lang = 'fr'; document.querySelector('#app').innerHTML = ${literal(article())}`, 800)}`,
    check: (page) => expectCardOnClick(page, LAST),
  },
  'an English page becomes French, in the same elements and without a change of lang': {
    root: 'lang="en"',
    body: `${article(ENGLISH)}${later(`document.querySelector('article').innerHTML = ${literal(prose(CANAL))}`, 800)}`,
    check: (page) => expectCardOnClick(page, LAST),
  },
  'a French page becomes English': {
    body: article(),
    check: async (page) => {
      await change(page, `document.documentElement.lang = 'en'; document.querySelector('article').innerHTML = ${literal(prose(ENGLISH))}`);
      await expectNotHighlighted(page, EARLY, LAST, 'Margaret Holloway', 'Whitby', 'Robert Ashdown');
    },
  },
  'a modal hides the page from screen readers while text is added': {
    body: `<div id="page" aria-hidden="true">${article()}</div><div role="dialog">Vos choix</div>`,
    check: async (page) => {
      await expect(page.locator('article')).toBeVisible();
      await page.waitForTimeout(800);
      await page.evaluate((html) => document.querySelector('article')!.insertAdjacentHTML('beforeend', html), blocks(BAY.paragraphs));
      await page.evaluate(() => document.querySelector('#page')!.removeAttribute('aria-hidden'));
      await expectHighlighted(page, EARLY, LAST, NEXT, NEXT_LAST);
    },
  },
  'a modal opens later, makes the page inert, and closes': {
    body: `<div id="page">${article()}</div>`,
    check: async (page) => {
      await change(page, `const { style } = document.body; style.overflow = 'hidden'; const page = document.querySelector('#page'); page.inert = true; page.ariaHidden = 'true'`);
      await page.evaluate((html) => document.querySelector('article')!.insertAdjacentHTML('beforeend', html), blocks(BAY.paragraphs));
      await page.waitForTimeout(400);
      await page.evaluate(() => Object.assign(document.querySelector('#page')!, { inert: false, ariaHidden: null }));
      await expectHighlighted(page, EARLY, LAST, NEXT_LAST);
      await expectCardOnClick(page, LAST);
    },
  },
});
