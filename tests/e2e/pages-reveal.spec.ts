import type { Page } from '@playwright/test';

import { type Case, expect, expectCardOnClick, expectHighlighted, expectNotHighlighted, later, testCases } from './pages';
import { article, BAY, blocks, CANAL, EARLY, LAST, NEXT, NEXT_LAST, prose } from './stories';

// Part of the article, or the page, is shown only later. What nobody can see need not be read; what becomes visible is.

const STYLE = (css: string) => `<style>${css}</style>`;
const MORE = blocks(BAY.paragraphs);

/** A page whose article ends with hidden paragraphs; `show` shows them. */
function shows(head: string, hidden: string, show: (page: Page) => Promise<unknown>): Case {
  return {
    head,
    body: article(CANAL, hidden),
    check: async (page) => {
      await expectHighlighted(page, EARLY, LAST);
      await show(page);
      await expectHighlighted(page, EARLY, LAST, NEXT, NEXT_LAST);
      await expectCardOnClick(page, NEXT_LAST);
    },
  };
}

const run = (code: string) => (page: Page) => page.evaluate(code);
const more = (attributes: string) => `<div id="more" ${attributes}>${MORE}</div>`;

/** A page of which everything is hidden until a script, which runs later, shows it. */
function showsAll(head: string, code: string, delay = 800): Case {
  return { head: head + (code && later(code, delay)), body: article(), check: (page) => expectCardOnClick(page, LAST) };
}

/** A page with two texts, of which a script later hides the second. */
function hides(head: string, code: string): Case {
  return {
    head,
    body: article(CANAL, more('')),
    check: async (page) => {
      await expectHighlighted(page, EARLY, LAST, NEXT, NEXT_LAST);
      await page.evaluate(code);
      await expect.poll(() => page.evaluate(() => (window as any).ranges().map(String).join())).not.toMatch(/Kergoat|Pasquet/);
      await expectHighlighted(page, EARLY, LAST);
      await expectNotHighlighted(page, NEXT);
    },
  };
}

testCases('reveal', {
  'a class is removed': shows(STYLE('.locked { display: none }'), more('class="locked"'), run(`document.querySelector('#more').className = ''`)),
  'a class is added': shows(STYLE('#more:not(.is-open) { display: none }'), more(''), run(`document.querySelector('#more').classList.add('is-open')`)),
  'a class changes on the body': shows(STYLE('.lite #more { visibility: hidden }'), more(''), async (page) => {
    await page.evaluate(`document.body.className = 'lite'`);
    await page.evaluate(`document.body.className = ''`);
  }),
  'a class is removed from the root': {
    ...shows(STYLE('.no-js-yet #more { display: none }'), more(''), run(`document.documentElement.className = 'js'`)),
    root: 'lang="fr" class="no-js-yet"',
  },
  'the style attribute changes': shows('', more('style="display: none"'), run(`document.querySelector('#more').style.display = ''`)),
  'the attribute hidden is removed': shows('', more('hidden'), run(`document.querySelector('#more').hidden = false`)),
  'hidden="until-found" is removed': shows('', more('hidden="until-found"'), run(`document.querySelector('#more').removeAttribute('hidden')`)),
  'aria-hidden and display change together': shows(
    STYLE('[aria-hidden=true] { display: none }'), more('aria-hidden="true"'), run(`document.querySelector('#more').setAttribute('aria-hidden', 'false')`),
  ),
  'a tab is opened': shows(
    STYLE('[role=tabpanel]:not(.on) { display: none }'),
    `<div role="tablist"><button role="tab">La suite</button></div><div role="tabpanel" id="more">${MORE}</div>`,
    async (page) => {
      await page.evaluate(`document.querySelector('[role=tab]').onclick = () => document.querySelector('#more').classList.toggle('on')`);
      await page.getByRole('tab').click();
    },
  ),
  'a checkbox is ticked': shows(
    STYLE('#box:not(:checked) ~ #more { display: none }'), `<input type="checkbox" id="box"> <label for="box">Lire la suite</label>${more('')}`,
    (page) => page.getByLabel('Lire la suite').check(),
  ),
  'a checkbox outside of the article is ticked': {
    ...shows(STYLE('body:not(:has(#box:checked)) #more { display: none }'), more(''), (page) => page.locator('#box').check()),
    body: `<input type="checkbox" id="box">${article(CANAL, more(''))}`,
  },
  'the address names it': shows(STYLE('#more:not(:target) { display: none }'), more(''), run(`location.hash = 'more'`)),
  'the window becomes wider': shows(
    STYLE('@media (max-width: 1400px) { #more { display: none } }'), more(''), (page) => page.setViewportSize({ width: 1500, height: 720 }),
  ),
  'details are opened': shows(
    '', `<details><summary>La suite</summary>${MORE}</details>`, (page) => page.getByText('La suite').click(),
  ),
  'details without a summary are opened by a script': shows('', `<details>${MORE}</details>`, run(`document.querySelector('details').open = true`)),
  'it fades in': shows(
    STYLE('#more { opacity: 0; transition: opacity .2s } #more.seen { opacity: 1 }'), more(''), run(`document.querySelector('#more').className = 'seen'`),
  ),
  'it is unfolded from a height of nothing': shows(
    STYLE('#more { max-height: 0; overflow: hidden; transition: max-height .2s } #more.open { max-height: 99rem }'), more(''),
    run(`document.querySelector('#more').className = 'open'`),
  ),
  'its contents are no longer skipped': shows(
    STYLE('#more { content-visibility: hidden }'), more(''), run(`document.querySelector('#more').style.contentVisibility = 'visible'`),
  ),
  'a style sheet is removed': shows(
    '<style id="lock">#more { display: none }</style>', more(''), run(`document.querySelector('#lock').remove()`),
  ),
  'a rule is removed from a style sheet by a script': shows(
    '<style id="lock">#more { display: none }</style>', more(''), run(`document.querySelector('#lock').textContent = ''`),
  ),
  'a style sheet is switched off': shows(
    '<style id="lock">#more { display: none }</style>', more(''), run(`document.querySelector('#lock').disabled = true; document.querySelector('#more').className = 'x'`),
  ),
  'an A/B testing script hides the page until it is done': showsAll(
    '<style id="hide">body { visibility: hidden !important }</style>', `document.querySelector('#hide').remove()`,
  ),
  'an A/B testing script makes the page transparent until it is done': {
    ...showsAll(STYLE('.async-hide { opacity: 0 !important }'), `document.documentElement.classList.remove('async-hide')`),
    root: 'lang="fr" class="async-hide"',
  },
  'an A/B testing script hides the root until it is done': showsAll(
    '<style id="hide">html { display: none }</style>', `document.querySelector('#hide').remove()`,
  ),
  'the style sheet of AMP shows the page by an animation': showsAll(
    STYLE('body { animation: amp-start 1.2s steps(1, end) 0s 1 normal both } @keyframes amp-start { from { visibility: hidden } to { visibility: visible } }'), '',
  ),
  'the article is hidden when the page is annotated, and shown after a click': {
    head: STYLE('.closed { display: none }'),
    body: `<button>Ouvrir</button><div class="closed" id="frame">${article()}</div>`,
    check: async (page) => {
      await page.evaluate(`document.querySelector('button').onclick = () => { document.querySelector('#frame').className = '' }`);
      await page.waitForTimeout(1200);
      await page.getByRole('button', { name: 'Ouvrir' }).click();
      await expectCardOnClick(page, LAST);
    },
  },
  'the article is in a dialog that opens later': {
    body: `<p>La une</p><dialog>${article()}</dialog>${later(`document.querySelector('dialog').showModal()`, 900)}`,
    check: (page) => expectCardOnClick(page, LAST),
  },
  'one of two versions of the text is shown, then the other': {
    head: STYLE('article[data-version=a] .b, article[data-version=b] .a { display: none }'),
    body: `<article data-version="a"><div class="a">${prose(CANAL)}</div><div class="b">${prose(BAY)}</div></article>`,
    check: async (page) => {
      await expectHighlighted(page, EARLY, LAST);
      await expectNotHighlighted(page, NEXT);
      await page.evaluate(`document.querySelector('article').dataset.version = 'b'`);
      await expectHighlighted(page, NEXT, NEXT_LAST);
      await expectNotHighlighted(page, EARLY, LAST);
      await expectCardOnClick(page, NEXT_LAST);
    },
  },
  'text that is hidden by a class is no longer highlighted': hides(STYLE('.off { display: none }'), `document.querySelector('#more').className = 'off'`),
  'text that is hidden by an attribute is no longer highlighted': hides('', `document.querySelector('#more').hidden = true`),
  'text that becomes invisible is no longer highlighted': hides('', `document.querySelector('#more').style.visibility = 'hidden'`),
  'text that a new style sheet hides is no longer highlighted': hides(
    '', `const style = document.createElement('style'); style.textContent = '#more { display: none }'; document.head.append(style)`,
  ),
});
