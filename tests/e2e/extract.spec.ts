import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from './host';
import { found, report, score, type Score } from './extract';

// How much of an article is read from whole pages of newspapers, and how little of what surrounds it.

/** Our own pages: `NN-name.html`, with the article's text in `NN-name.txt`. */
const OWN = join('tests', 'fixtures', 'articles');
/** Third-party pages, which are not in the repository: a folder for each, with `source.html` and `article.txt`. */
const COLLECTED = join(process.env.MANICULE_PAGES ?? join('..', 'shared', 'pages'), 'real');
/** A page of fewer elements is not a whole page. */
const MIN_ELEMENTS = 200;

const elements = (html: string) => html.match(/<[a-z]/gi)?.length ?? 0;

test('the articles of our own newspaper pages', async ({ page, site }) => {
  test.setTimeout(240_000);
  const scores: Score[] = [];
  const names = readdirSync(OWN).filter((name) => name.endsWith('.html')).sort();
  for (const name of names) {
    const html = readFileSync(join(OWN, name), 'utf8');
    expect(elements(html), name).toBeGreaterThan(MIN_ELEMENTS);
    const expected = readFileSync(join(OWN, name.replace('.html', '.txt')), 'utf8');
    scores.push(await score(page, site, name.replace('.html', ''), html, expected));
  }
  const { precision, recall } = report('our own pages', scores);
  expect(scores).toHaveLength(14);
  expect(found(scores).length, 'found').toBeGreaterThanOrEqual(13);
  expect(precision, 'precision').toBeGreaterThanOrEqual(0.93);
  expect(recall, 'recall').toBeGreaterThanOrEqual(0.98);
});

if (existsSync(COLLECTED)) {
  test('the articles of collected pages', async ({ page, site, problems }) => {
    test.setTimeout(900_000);
    const [whole, parts]: [Score[], Score[]] = [[], []];
    for (const name of readdirSync(COLLECTED).sort()) {
      const folder = join(COLLECTED, name);
      if (!existsSync(join(folder, 'source.html'))) continue;
      const html = readFileSync(join(folder, 'source.html'), 'utf8');
      const scored = await score(page, site, name, html, readFileSync(join(folder, 'article.txt'), 'utf8'));
      (elements(html) > MIN_ELEMENTS ? whole : parts).push(scored);
    }
    // Whatever these pages request is blocked, and the browser reports that.
    problems.splice(0, problems.length, ...problems.filter((problem) => problem.startsWith('uncaught')));
    report('collected fragments', parts);
    const { precision, recall } = report('collected pages', whole);
    expect(found(whole).length, 'found').toBeGreaterThanOrEqual(38);
    expect(precision, 'precision').toBeGreaterThanOrEqual(0.93);
    expect(recall, 'recall').toBeGreaterThanOrEqual(0.98);
  });
} else {
  test(`the articles of collected pages: skipped, as there is no folder ${COLLECTED}`, () => test.skip());
}
