import type { Page } from '@playwright/test';

import {
  type Case, clickHighlight, expect, expectCardOnClick, expectHighlighted, gloss, highlightPoint, literal, testTogether,
} from './pages';
import { article, blocks, CANAL, EARLY, LAST, MIDDLE } from './stories';

// A click on a highlight opens its card whatever the page does with clicks; the page's own links and buttons stay its own.

/** A page on which clicks on names open cards. */
function opens(body: string, more: Partial<Case> = {}): Case {
  return {
    body,
    check: async (page) => {
      await expectCardOnClick(page, EARLY);
      await expectCardOnClick(page, LAST);
    },
    ...more,
  };
}

/** The same; the page must stay where it is. */
function opensInPlace(body: string, more: Partial<Case> = {}): Case {
  return opens(body, {
    check: async (page) => {
      const address = page.url();
      await expectCardOnClick(page, EARLY);
      await expectCardOnClick(page, LAST);
      expect(page.url()).toBe(address);
    },
    ...more,
  });
}

/** A page on whose element a click is the page's own: it does what it always does, and no card opens. */
function leaves(paragraph: string, expectDone: (page: Page) => Promise<void>, words: string = LAST): Case {
  const paragraphs = CANAL.paragraphs.slice(0, 5);
  return {
    alone: true,
    body: article({ ...CANAL, paragraphs }, paragraph),
    check: async (page) => {
      await expectHighlighted(page, EARLY, MIDDLE);
      await page.waitForTimeout(300);
      await page.getByText(words).last().click();
      await expectDone(page);
      await page.waitForTimeout(300);
      await expect(gloss(page)).toHaveCount(0);
    },
  };
}

const stop = (target: string, call: string, type = 'click', capture = false) =>
  `<script>addEventListener('DOMContentLoaded', () => ${target}.addEventListener('${type}', (event) => event.${call}(), ${capture}))</script>`;
const ARTICLE = `document.querySelector('article')`;
const count = '<script>window.clicks = 0</script>';
const clicks = async (page: Page) => expect(await page.evaluate(() => (window as any).clicks)).toBe(1);

testTogether('click', {
  'the article stops clicks': opens(article(), { head: stop(ARTICLE, 'stopPropagation') }),
  'the article stops clicks at once': opens(article(), { head: stop(ARTICLE, 'stopImmediatePropagation') }),
  'the article stops clicks on their way down': opens(article(), { head: stop(ARTICLE, 'stopPropagation', 'click', true) }),
  // Clicks in the card are stopped too, so that it is closed with the keyboard.
  'the document stops clicks on their way down': opens(article(), {
    head: stop('document', 'stopPropagation', 'click', true),
    check: async (page) => {
      await clickHighlight(page, LAST);
      await expect(gloss(page)).toContainText(LAST);
      await page.keyboard.press('Escape');
      await expect(gloss(page)).toHaveCount(0);
    },
  }),
  'the body stops clicks': opens(article(), { head: stop('document.body', 'stopPropagation') }),
  'the article prevents the default action of a press': opens(article(), { head: stop(ARTICLE, 'preventDefault', 'mousedown') }),
  'the article stops pointer events': opens(article(), {
    head: ['pointerdown', 'pointerup', 'mousedown', 'mouseup'].map((type) => stop(ARTICLE, 'stopPropagation', type)).join(''),
  }),
  'text elsewhere is selected, and the article cannot be': {
    head: '<style>article { user-select: none }</style>',
    body: `<p id="lead">Un chapeau à sélectionner</p>${article()}`,
    check: async (page) => {
      await expectHighlighted(page, LAST);
      await page.evaluate(() => getSelection()!.selectAllChildren(document.querySelector('#lead')!));
      await expectCardOnClick(page, LAST);
    },
  },
  'text in a field of the page is selected': {
    alone: true,
    body: `<input value="Une recherche">${article()}`,
    check: async (page) => {
      await expectHighlighted(page, LAST);
      await page.evaluate(() => document.querySelector('input')!.select());
      await expectCardOnClick(page, LAST);
    },
  },
  'the body has a listener': opens(article(), { bodyAttributes: 'onclick="window.closed = true"' }),
  'a wrapper has a listener, and looks clickable': opens(`<div onclick="window.c = 1" style="cursor: pointer" class="page">${article()}</div>`),
  'a wrapper has the role of a button': opens(`<div role="button" tabindex="0">${article()}</div>`),
  'a wrapper has the role of a link': opens(`<div role="link" tabindex="0" onclick="window.c = 1">${article()}</div>`),
  'the page is in a form': opensInPlace(`<form action="/away.html">${article()}<button>Envoyer</button></form>`),
  'the page is in a label': opens(`<label>${article()}<input type="checkbox"></label>`),
  'the page is in an element to edit, and the article is not': opens(`<div contenteditable="true"><div contenteditable="false">${article()}</div></div>`),
  'the page is in an element hidden from screen readers': opens(`<div aria-hidden="true">${article()}</div>`),
  'the page is in a navigation, by a mistake of its author': opens(`<nav>${article()}</nav>`),
  'the page is in a footer': opens(`<footer>${article()}</footer>`),
  'the page is in an element of a class for boxes': opens(`<div class="ad newsletter">${article()}</div>`),
  'a transparent layer is over the article': opens(
    `<div style="position: relative">${article()}<div style="position: absolute; inset: 0"></div></div>`,
  ),
  'a transparent layer is over the screen': opens(`${article()}<div style="position: fixed; inset: 0; opacity: 0"></div>`),
  'a stretched link is over the article': opensInPlace(
    `<div class="card">${article()}<a href="/away.html">Lire</a></div>`,
    { head: '<style>.card { position: relative } .card > a::after { content: ""; position: absolute; inset: 0 }</style>' },
  ),
  'a stretched link in the title is over the article': opensInPlace(
    `<article><h1><a href="/away.html">${CANAL.title}</a></h1>${blocks(CANAL.paragraphs)}</article>`,
    { head: '<style>article { position: relative } h1 a::after { content: ""; position: absolute; inset: 0 }</style>' },
  ),
  'the article is in nested shadow roots': {
    body: `<outer-part></outer-part><script>
      const define = (name, html) => customElements.define(name, class extends HTMLElement { connectedCallback() { this.attachShadow({ mode: 'open' }).innerHTML = html } });
      define('inner-part', ${literal(article())}); define('outer-part', '<section><inner-part></inner-part></section>');
    </script>`,
    check: async (page) => {
      await expectCardOnClick(page, EARLY);
      await expectCardOnClick(page, LAST);
    },
  },
  'the article is put into the slot of a component': opens(
    `<page-frame>${article()}</page-frame><script>
      customElements.define('page-frame', class extends HTMLElement { connectedCallback() { this.attachShadow({ mode: 'open' }).innerHTML = '<main><slot></slot></main>' } })
    </script>`,
  ),
  'a click on plain words opens nothing': {
    body: article(),
    check: async (page) => {
      await expectHighlighted(page, LAST);
      await page.getByText('Restent les riverains').click({ position: { x: 20, y: 8 } });
      await page.waitForTimeout(300);
      await expect(gloss(page)).toHaveCount(0);
    },
  },
  'a link is followed': leaves(`<p>Lire <a href="#suite">l’entretien de ${LAST}, à Génelard</a>.</p>`, (page) => expect(page).toHaveURL(/#suite$/)),
  'a link with a listener is followed once': leaves(
    `${count}<p>Lire <a href="#suite" onclick="window.clicks++">l’entretien de <b>${LAST}</b></a>.</p>`, clicks,
  ),
  'a button is pressed': leaves(`${count}<p><button onclick="window.clicks++">Écouter ${LAST}</button></p>`, clicks),
  'an element with the role of a button is pressed': leaves(`${count}<p><span role="button" tabindex="0" onclick="window.clicks++">Suivre ${LAST}</span></p>`, clicks),
  'a label ticks its box': leaves(
    `<p><label><input type="checkbox"> Suivre ${LAST}</label></p>`, (page) => expect(page.getByRole('checkbox')).toBeChecked(),
  ),
  'details are opened by their summary': leaves(
    `<details><summary>Qui est ${LAST} ?</summary><p>Une riveraine.</p></details>`, (page) => expect(page.locator('details')).toHaveAttribute('open'),
  ),
  'text is selected over names': {
    body: article(),
    check: async (page) => {
      const { x, y } = await highlightPoint(page, MIDDLE);
      await page.mouse.move(x - 30, y);
      await page.mouse.down();
      await page.mouse.move(x + 40, y + 2, { steps: 5 });
      await page.mouse.up();
      expect(await page.evaluate(() => String(getSelection()).length)).toBeGreaterThan(3);
      await page.waitForTimeout(300);
      await expect(gloss(page)).toHaveCount(0);
      // A click afterwards, which clears the selection, works again.
      await page.getByRole('heading', { level: 1 }).click();
      await expectCardOnClick(page, MIDDLE);
    },
  },
  'a click with a modifier or another button opens nothing': {
    body: article(),
    check: async (page) => {
      const { x, y } = await highlightPoint(page, MIDDLE);
      await page.mouse.click(x, y, { button: 'middle' });
      await page.keyboard.down('Control');
      await page.mouse.click(x, y);
      await page.keyboard.up('Control');
      await page.waitForTimeout(300);
      await expect(gloss(page)).toHaveCount(0);
    },
  },
});
