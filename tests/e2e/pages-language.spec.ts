import {
  type Case, expect, expectCardOnClick, expectHighlighted, expectNothingHighlighted, highlighted, testTogether,
} from './pages';
import { article, blocks, CANAL, EARLY, ENGLISH, LAST, MIDDLE, OTHER_LANGUAGES, prose } from './stories';

// The text decides about the language; what the page says of it is a hint.

const { es, de, it } = OTHER_LANGUAGES as Record<'es' | 'de' | 'it', typeof CANAL>;

/** A page of another language than French: nothing is highlighted. */
function nothing(body: string, root = '', head = ''): Case {
  return { body, root, head, check: expectNothingHighlighted };
}

/** A French page, whatever it says. */
function french(root: string, head = '', body = article()): Case {
  return { body, root, head, check: (page) => expectCardOnClick(page, LAST) };
}

/** A French page with a part in another language, which is left alone. */
function partly(part: string, foreign: RegExp, root = 'lang="fr"'): Case {
  return {
    root,
    body: `<article>${prose({ title: CANAL.title, paragraphs: CANAL.paragraphs.slice(0, 3) })}${part}${blocks(CANAL.paragraphs.slice(3))}</article>`,
    check: async (page) => {
      await expectHighlighted(page, EARLY, MIDDLE, LAST);
      await page.waitForTimeout(400);
      expect((await highlighted(page)).filter((words) => foreign.test(words))).toEqual([]);
    },
  };
}

const QUOTED = ENGLISH.paragraphs[1]!;
const FOREIGN = /Southampton|March|2\.4|million pounds|Ashdown|Scarborough|Holloway|Whitby|Tuesday|2008|61/;

/** Translates the page as browsers do: each text is replaced by `font` elements, and the root has a class. */
const TRANSLATE = `
  const walker = document.createTreeWalker(document.querySelector('article'), NodeFilter.SHOW_TEXT);
  const texts = []; while (walker.nextNode()) if (walker.currentNode.data.trim()) texts.push(walker.currentNode);
  window.undo = texts.map((text, index) => {
    const outer = document.createElement('font'); outer.style.verticalAlign = 'inherit';
    const inner = outer.appendChild(outer.cloneNode()); inner.textContent = window.translations[index % window.translations.length];
    text.replaceWith(outer); return () => outer.replaceWith(text);
  });
  document.documentElement.classList.add('translated-ltr'); document.documentElement.lang = 'en';`;
const UNDO = `window.undo.forEach((run) => run()); document.documentElement.classList.remove('translated-ltr'); document.documentElement.lang = 'fr'`;

testTogether('language', {
  'English, without a language': nothing(article(ENGLISH)),
  'English, with a language of nothing': nothing(article(ENGLISH), 'lang=""'),
  'English, by a meta element': nothing(article(ENGLISH), '', '<meta http-equiv="content-language" content="en">'),
  'English, by Open Graph': nothing(article(ENGLISH), '', '<meta property="og:locale" content="en_GB">'),
  'English under lang="fr"': nothing(article(ENGLISH), 'lang="fr"'),
  'English under lang="fr-FR", with a French frame': nothing(`<nav>Accueil Société Économie Culture Abonnez-vous</nav><main>${article(ENGLISH)}</main><footer>Mentions légales</footer>`, 'lang="fr-FR"'),
  'English with French names': nothing(article({ title: 'A canal', paragraphs: ENGLISH.paragraphs.map((text) => text.replace('Whitby', 'Saint-Malo').replace('Robert Ashdown', 'Étienne Moreau')) })),
  ...Object.fromEntries(Object.entries(OTHER_LANGUAGES).flatMap(([tag, story]) => [
    [`${tag}, without a language`, nothing(article(story))],
    [`${tag} under lang="fr"`, nothing(article(story), 'lang="fr"')],
  ])),
  'French, without a language': french(''),
  'French under lang="en"': french('lang="en"'),
  'French under lang="en-US"': french('lang="en-US"'),
  'French under lang="en" and a meta element': french('lang="en"', '<meta property="og:locale" content="en_US"><meta http-equiv="content-language" content="en">'),
  'French of Canada, in capitals': french('lang="FR-CA"'),
  'French, by xml:lang': french('xml:lang="fr"'),
  'French by an invalid tag': french('lang="french"'),
  'French under a template’s lang': french('lang="{{ lang }}"'),
  'an English paragraph in a French article': partly(`<p>${QUOTED}</p>`, FOREIGN),
  'an English paragraph that says so': partly(`<p lang="en">${QUOTED}</p>`, FOREIGN),
  'an English quotation': partly(`<blockquote><p>${ENGLISH.paragraphs[2]}</p></blockquote>`, FOREIGN),
  'a summary in English': partly(`<div lang="en"><h2>Summary</h2>${blocks(ENGLISH.paragraphs)}</div>`, FOREIGN),
  'a summary in English that does not say so': partly(`<div><h2>Summary</h2>${blocks(ENGLISH.paragraphs.slice(0, 2))}</div>`, FOREIGN),
  'a German quotation': partly(`<p>${de.paragraphs[1]}</p>`, /Müllner|Linz|Regensburg/),
  'a Spanish paragraph': partly(`<p>${es.paragraphs[0]}</p>`, /Zamora|Quintana|jueves|12 millones/),
  'a paragraph whose lang is wrong is read': {
    body: article().replace(`<p>${CANAL.paragraphs[5]}`, `<p lang="en">${CANAL.paragraphs[5]}`),
    root: 'lang="en"',
    check: (page) => expectHighlighted(page, EARLY, MIDDLE),
  },
  'a page of two languages, column by column': {
    body: `<table><tr><td><article>${prose(CANAL)}</article></td><td lang="it"><article>${prose(it)}</article></td></tr></table>`,
    check: async (page) => {
      await expectHighlighted(page, EARLY, LAST);
      await page.waitForTimeout(400);
      expect((await highlighted(page)).join()).not.toMatch(/Cremona|Ferrante|Molinari|giovedì/);
    },
  },
  'two languages in one article, paragraph by paragraph': {
    body: `<article><h1>${CANAL.title}</h1>${CANAL.paragraphs.map((text, index) => `<p>${text}</p><p>${[...ENGLISH.paragraphs, ...de.paragraphs, ...es.paragraphs][index]}</p>`).join('')}</article>`,
    check: async (page) => {
      await expectHighlighted(page, EARLY, MIDDLE, LAST);
      await page.waitForTimeout(400);
      expect((await highlighted(page)).join()).not.toMatch(/Holloway|Ashdown|Southampton|Hartwig|Müllner|Zamora/);
    },
  },
  'English under lang="fr", with the tag': { ...nothing(article(ENGLISH), 'lang="fr"'), alone: true },
  'French under lang="en", with the tag': { ...french('lang="en"'), alone: true },
  'the page is translated, and then no longer': {
    alone: true,
    body: article(),
    check: async (page) => {
      await expectHighlighted(page, EARLY, LAST);
      await page.evaluate((translations) => Object.assign(window, { translations }), [ENGLISH.title, ...ENGLISH.paragraphs]);
      await page.evaluate(TRANSLATE);
      await expect.poll(() => page.evaluate(() => (window as any).ranges().length)).toBe(0);
      await page.waitForTimeout(500);
      expect(await highlighted(page)).toEqual([]);
      await page.evaluate(UNDO);
      await expectCardOnClick(page, LAST);
      await expectHighlighted(page, EARLY, MIDDLE);
    },
  },
  'an English page that is translated into French': {
    alone: true,
    root: 'lang="en"',
    body: article({ title: ENGLISH.title, paragraphs: [...ENGLISH.paragraphs, ...ENGLISH.paragraphs] }),
    check: async (page) => {
      await page.waitForTimeout(1200);
      await page.evaluate((translations) => Object.assign(window, { translations }), [CANAL.title, ...CANAL.paragraphs]);
      await page.evaluate(TRANSLATE.replace(`lang = 'en'`, `lang = 'fr'`));
      await expectCardOnClick(page, LAST);
    },
  },
  'one line on the console says that the text is not French': {
    alone: true,
    root: 'lang="en"',
    body: article(ENGLISH),
    check: async (page, said) => {
      await expect.poll(() => said.length).toBe(1);
      await page.waitForTimeout(500);
      expect(said).toHaveLength(1);
    },
  },
});
