import type { Page } from '@playwright/test';

import { expect, expectNoReport, tamper, test } from './host';
import { serveFolder } from './support.server';

const STORY = 'Marée haute à Saint-Malo\n\nLe maire, Louis Kermarec, a compté 1 200 curieux jeudi.';
const ARTICLE = `<article id="story"><h1>Marée haute</h1><p>${STORY}</p></article>`;

/** Calls the loader's `annotate` on the page. Returns the document, or the error's code and message. */
async function annotate(page: Page, text: string, options: object = {}, loader = '/manicule.js') {
  return page.evaluate(
    async ({ text, options, loader }) => {
      const { annotate } = await import(loader);
      return annotate(text, options).catch(({ code, message }: { code?: string; message: string }) => ({ code, message }));
    },
    { text, options, loader },
  );
}

test('a text is annotated under a strict policy, without a violation or a change of the page', async ({ page, host }) => {
  await host.open({ body: ARTICLE });
  const before = await page.content();
  const document = await annotate(page, STORY, { id: 'une', lang: 'fr', date: '2022-01-06' });
  expect(document).toMatchObject({ schema: 'manicule/1', id: 'une', lang: 'fr', date: '2022-01-06', notices: [] });
  expect(document.entities.map((entity: { name: string }) => entity.name)).toContain('Louis Kermarec');
  expect(document.figures[0]).toMatchObject({ text: '1 200', value: 1200 });
  await expectNoReport(page);
  expect(await page.content()).toBe(before);
});

test('invalid options are rejected with a code and a message', async ({ page, host }) => {
  await host.open({ body: ARTICLE });
  for (const [options, code, message] of [
    [{ lang: 'sv' }, 'language', /sv/],
    [{ date: 'hier' }, 'options', /hier/],
    [{ id: 5 }, 'options', /id/],
  ] as const) {
    const failure = await annotate(page, STORY, options);
    expect(failure.code).toBe(code);
    expect(failure.message).toMatch(message);
  }
});

test('a value that is not a string is rejected, and the next call works', async ({ page, host }) => {
  await host.open({ body: ARTICLE });
  for (const text of [12, null, undefined, { length: 4_000_000 }]) {
    expect(await annotate(page, text as unknown as string)).toEqual({ code: 'options', message: 'the text is not a string' });
  }
  expect(await annotate(page, STORY)).toMatchObject({ schema: 'manicule/1' });
});

test('the files may be on another origin, such as a content delivery network', async ({ page, host, problems }) => {
  const network = await serveFolder(process.env.MANICULE_SITE ?? 'dist', { 'Access-Control-Allow-Origin': '*' });
  const policy = `default-src 'none'; script-src ${network.origin} 'wasm-unsafe-eval'; connect-src ${network.origin}; require-trusted-types-for 'script'`;
  await host.open({ body: ARTICLE, policy });
  const document = await annotate(page, STORY, {}, `${network.origin}/manicule.js`);
  expect(document).toMatchObject({ schema: 'manicule/1', notices: [{ code: 'no-date' }] });
  await expectNoReport(page);
  await network.close();
  // Requests to the other server are expected.
  expect(problems.filter((problem) => !problem.includes(network.origin))).toEqual([]);
  problems.length = 0;
});

test('after a network error, the next call tries again', async ({ page, host, problems }) => {
  await host.open({ body: ARTICLE });
  await page.route('**/embed*.wasm', (route) => route.abort());
  expect(await annotate(page, STORY)).toMatchObject({ code: 'load' });
  problems.length = 0;
  await page.unroute('**/embed*.wasm');
  expect(await annotate(page, STORY)).toMatchObject({ schema: 'manicule/1' });
});

test('hours are resolved against the time of publication', async ({ page, host }) => {
  await host.open({ body: ARTICLE });
  const { date, figures } = await annotate(page, 'Le maire a parlé il y a deux heures.', { date: '2022-01-06T10:32+01:00' });
  expect(date).toBe('2022-01-06');
  expect(figures.map((figure: { iso: string }) => figure.iso)).toEqual(['2022-01-06T08:32+01:00']);
});

test('a pack that is not of the release is refused: no names, and a notice', async ({ page, host, problems }) => {
  await tamper(page, '**/fr-*.bin');
  await host.open({ body: ARTICLE });
  const document = await annotate(page, STORY, { date: '2022-01-06' });
  expect(document.notices.map((notice: { code: string }) => notice.code)).toEqual(['no-pack']);
  expect(document.figures).not.toEqual([]);
  problems.length = 0;
});
