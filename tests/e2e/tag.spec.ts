import { counts, expect, expectNoReport, markup, test } from './host';

const STORY = `<article id="story"><h1>Marée haute à Saint-Malo</h1>
  <p>Le maire, Louis Kermarec, a compté 1 200 curieux jeudi. « Nous sommes heureux », a déclaré Louis Kermarec.</p>
  <p>À Nantes, la préfecture de Loire-Atlantique attend 300 personnes, selon Anne Tanguy. Le port de Brest, lui, reste fermé
  depuis le 3 janvier 2022, et les pêcheurs de Lorient demandent 2,3 millions d’euros.</p></article>`;

const tag = (attributes = '') => `<script type="module" src="/manicule.js" ${attributes}></script>`;

test('a tag annotates the article under a strict policy, without a violation or a change of the page', async ({ page, host }) => {
  await host.open({ head: tag(), body: STORY });
  const before = await markup(page, '#story');
  await expect.poll(() => counts(page)).toMatchObject({ person: 3, place: expect.any(Number), figure: expect.any(Number), date: 2 });
  expect(await markup(page, '#story')).toBe(before);
  expect(await page.locator('link[rel=modulepreload]').count()).toBe(0);
  await expectNoReport(page);
  expect(host.said).toEqual([]);
});

test('the tag’s attributes set the options', async ({ page, host }) => {
  await host.open({
    head: tag('data-target="#story" data-kinds="person, figure" data-density="first" data-interface-language="en" data-theme="dark"'),
    body: STORY,
  });
  await expect.poll(() => counts(page)).toMatchObject({ person: 2 });
  expect(Object.keys(await counts(page)).sort()).toEqual(['figure', 'person']);
  await expectNoReport(page);
});

test('an invalid option gives one line on the console and one event, and the page is unchanged', async ({ page, host }) => {
  await page.addInitScript(() => {
    document.addEventListener('manicule:error', (event) => Object.assign(window, { failure: (event as CustomEvent).detail }));
  });
  await host.open({ head: tag('data-card="left"'), body: STORY });
  await expect.poll(() => host.said).toHaveLength(1);
  expect(host.said[0]).toMatch(/card: unknown variant `left`, expected one of `auto`/);
  expect(await page.evaluate(() => (window as unknown as { failure: object }).failure)).toMatchObject({ code: 'options' });
  expect(await counts(page)).toEqual({});
});

test('two tags annotate two articles; a tag added by a script works too', async ({ page, host }) => {
  const second = STORY.replace('id="story"', 'id="other"');
  await host.open({ head: tag('data-target="#story"') + tag('data-target="#other"'), body: STORY + second });
  await expect.poll(() => counts(page)).toMatchObject({ person: 6 });
  await host.open({ body: STORY });
  await page.evaluate(() => {
    const script = Object.assign(document.createElement('script'), { type: 'module', async: true });
    // Under Trusted Types a script's address must be a trusted value; the host has its own policy for that.
    const policy = (window as unknown as { trustedTypes: { createPolicy(name: string, rules: object): { createScriptURL(url: string): string } } })
      .trustedTypes.createPolicy('host', { createScriptURL: (url: string) => url });
    script.src = policy.createScriptURL('/manicule.js');
    document.head.append(script);
  });
  await expect.poll(() => counts(page)).toMatchObject({ person: 3 });
});

test('events bubble to the document with their details', async ({ page, host }) => {
  await page.addInitScript(() => {
    const told: [string, string[]][] = [];
    Object.assign(window, { told });
    for (const name of ['ready', 'select', 'dismiss']) {
      document.addEventListener(`manicule:${name}`, (event) => told.push([name, Object.keys((event as CustomEvent).detail).sort()]));
    }
  });
  await host.open({ body: STORY });
  await page.evaluate(async () => {
    const { annotatePage } = await import('/manicule.js' as string);
    const handle = await annotatePage();
    handle.select('e1');
    handle.select(null);
  });
  const told = () => page.evaluate(() => (window as unknown as { told: unknown[] }).told);
  await expect.poll(told).toEqual([
    ['ready', ['annotations']],
    ['select', ['id', 'kind', 'name', 'text']],
    ['dismiss', ['id']],
  ]);
});

test('a signal cancels, and destroy leaves the page unchanged', async ({ page, host }) => {
  await host.open({ body: STORY });
  const before = await page.content();
  const reason = await page.evaluate(async () => {
    const { annotatePage } = await import('/manicule.js' as string);
    const controller = new AbortController();
    const promise = annotatePage('#story', { signal: controller.signal });
    controller.abort('too late');
    return promise.catch((reason: string) => reason);
  });
  expect(reason).toBe('too late');
  expect(await counts(page)).toEqual({});
  await page.evaluate(async () => {
    const { annotatePage } = await import('/manicule.js' as string);
    const handle = await annotatePage('#story');
    handle.destroy();
  });
  expect(await counts(page)).toEqual({});
  expect(await page.content()).toBe(before);
});

test('data-mentions adds schema.org data under a strict policy', async ({ page, host }) => {
  await host.open({ head: tag('data-mentions'), body: STORY });
  await expect.poll(() => counts(page)).toMatchObject({ person: 3 });
  const mentions = await page.locator('script[type="application/ld+json"]').textContent();
  expect(JSON.parse(mentions ?? '').mentions.map((thing: { name: string }) => thing.name)).toContain('Louis Kermarec');
  await expectNoReport(page);
});

test('only the loader is requested until the browser is idle', async ({ page, host }) => {
  await page.addInitScript(() => {
    Object.assign(window, { requestIdleCallback: (run: () => void) => Object.assign(window, { idle: run }) });
  });
  await host.open({ head: tag(), body: STORY });
  await page.waitForFunction(() => 'idle' in window);
  await page.waitForTimeout(300);
  expect(host.asked).toEqual(['/host.html', '/manicule.js']);
  await page.evaluate(() => (window as unknown as { idle(): void }).idle());
  await expect.poll(() => counts(page)).toMatchObject({ person: 3 });
});
