import { type Case, expect, expectCardOnClick, expectHighlighted, highlighted, literal, openHtml, test, testCases } from './pages';
import { article, EARLY, LAST, MIDDLE } from './stories';

// The script tag, on pages that give it twice or replace what the browser has by old scripts.

const TAG = '<script type="module" src="/manicule.js"></script>';
const script = (code: string) => `<script>${code}</script>`;

/** A page whose own script changes what the browser has; the tag works all the same. */
function works(head: string): Case {
  return { head, body: article(), check: (page) => expectCardOnClick(page, LAST) };
}

/** Each name of the story once, with one panel. */
const once: Case['check'] = async (page) => {
  await expectHighlighted(page, EARLY, MIDDLE, LAST);
  await page.waitForTimeout(600);
  expect((await highlighted(page)).filter((words) => words === MIDDLE)).toHaveLength(1);
  await expect(page.locator('manicule-panel')).toHaveCount(1);
  await expectCardOnClick(page, LAST);
};

testCases('tag', {
  'twice in the head': { head: TAG, body: article(), check: once },
  'twice, at other ends of the page': { body: article() + TAG, check: once },
  'twice, with the same target': { tag: false, head: TAG.replace('></', ' data-target="article"></').repeat(2), body: article(), check: once },
  'twice, of which one has options': { head: TAG.replace('></', ' data-theme="dark"></'), body: article(), check: once },
  'again by a script, as tag managers add it': {
    body: article(),
    check: async (page) => {
      await expectHighlighted(page, EARLY);
      await page.evaluate(() => document.body.append(Object.assign(document.createElement('script'), { type: 'module', src: '/manicule.js' })));
      await once(page, []);
    },
  },
  'a global named like one of the browser’s': works(script('window.CSSStyleSheetOld = CSSStyleSheet; window.name = "manicule"; var status = 1, event = 2, top2 = 3, Range2 = 4')),
  'elements with ids named like globals': { body: `${article()}<div id="document"></div><div id="CSS"></div><div id="location"></div><form id="manicule"></form>`, check: (page) => expectCardOnClick(page, LAST) },
  'a base for addresses': works('<base href="/elsewhere/">'),
  'a second version of the same address': { tag: false, head: TAG.replace('manicule.js', 'manicule.js?v=2026'), body: article(), check: (page) => expectCardOnClick(page, LAST) },
  'in the middle of the body': { tag: false, body: `<p>La une</p>${TAG}${article()}`, check: (page) => expectCardOnClick(page, LAST) },
  'after the page has loaded': {
    tag: false,
    body: article(),
    check: async (page) => {
      await page.evaluate(`document.head.append(Object.assign(document.createElement('script'), { type: 'module', src: '/manicule.js' }))`);
      await expectCardOnClick(page, LAST);
    },
  },
  'a target that comes later': {
    tag: false,
    head: TAG.replace('></', ' data-target="#story"></'),
    body: `<div id="app"></div>${script(`setTimeout(() => { document.querySelector('#app').innerHTML = ${literal(`<div id="story">${article()}</div>`)} }, 1500)`)}`,
    check: (page) => expectCardOnClick(page, LAST),
  },
  'a page without an article: one line on the console': {
    body: '<main><p>Rien à lire.</p></main>',
    check: async (page, said) => {
      await expect.poll(() => said.length, { timeout: 15_000 }).toBe(1);
      await page.waitForTimeout(800);
      expect(said).toHaveLength(1);
      expect(await highlighted(page)).toEqual([]);
    },
  },
});

for (const [name, policy] of Object.entries({
  'a nonce': "default-src 'none'; script-src 'nonce-a1b2' 'strict-dynamic' 'wasm-unsafe-eval'; connect-src 'self'; img-src data:",
  'a nonce without strict-dynamic': "default-src 'none'; script-src 'nonce-a1b2' 'wasm-unsafe-eval'; connect-src 'self'; img-src data:",
})) {
  test(`tag: a policy with ${name}`, async ({ page, site }) => {
    const html = `<!doctype html><html lang="fr"><head><meta charset="utf-8"><link rel="icon" href="data:,">${TAG.replace('></', ' nonce="a1b2"></')}</head><body>${article()}</body></html>`;
    await openHtml(page, site, html, { 'Content-Security-Policy': policy });
    await expectCardOnClick(page, LAST);
  });
}
