import { clickWords, expect, gloss, painted, test } from './host';
import type { Page } from '@playwright/test';

/** The words painted as a place or a person. */
async function names(page: Page): Promise<string[]> {
  const { place = [], person = [] } = await painted(page);
  return [...place, ...person];
}

test('only what has changed is annotated again', async ({ page, host }) => {
  await host.annotateFixture();
  await page.evaluate(() => {
    const ready: string[] = [];
    (window as any).ready = ready;
    document.addEventListener('manicule:ready', (event) => ready.push((event.target as Element).id));
  });
  // The same words in new nodes: painted where they are now, and not read again.
  await page.evaluate(() => {
    const article = document.querySelector('article')!;
    article.replaceWith(article.cloneNode(true));
  });
  const isPainted = () =>
    page.evaluate(() => {
      const person = (CSS as any).highlights.get('manicule-person');
      return !!person && [...person].every((range: AbstractRange) => range.startContainer.isConnected);
    });
  await expect.poll(isPainted).toBe(true);
  expect(await page.evaluate(() => (window as any).ready)).toEqual([]);
  // The next article, as pages add it when their reader scrolls.
  await page.evaluate(() => {
    const next = document.createElement('article');
    next.id = 'next';
    const paragraph = document.createElement('p');
    paragraph.textContent = 'À Toulouse, Carole Delga a inauguré jeudi un lycée de 1 500 élèves, le premier depuis dix ans, a indiqué la région. '.repeat(3);
    next.append(paragraph);
    document.querySelector('main')!.append(next);
  });
  await expect.poll(() => names(page)).toContain('Carole Delga');
  expect(await names(page)).toContain('Brest');
  expect(await page.evaluate(() => (window as any).ready)).toEqual(['next']);
  // Changes in what is no text of the article, and outside of it, are none of ours.
  await page.evaluate(() => {
    document.querySelector('#ad-1 p')!.textContent = 'Publicité : partez à Rome';
    document.querySelector('.rail p')!.textContent = 'Vienne';
  });
  await page.waitForTimeout(300);
  expect(await page.evaluate(() => (window as any).ready)).toEqual(['next']);
  expect((await names(page)).join()).not.toMatch(/Rome|Vienne/);
});

test('an application that goes to another article takes the highlights along', async ({ page, host }) => {
  await host.annotateFixture();
  await clickWords(page, 'Emmanuel Macron');
  await expect(gloss(page)).toBeVisible();
  await page.evaluate(() => document.querySelector('main')!.replaceChildren());
  await expect(gloss(page)).toHaveCount(0);
  await expect(page.locator('.hand')).toHaveCount(0);
  expect(await names(page)).toEqual([]);
  await page.evaluate(() => {
    const article = document.createElement('article');
    const paragraph = document.createElement('p');
    paragraph.textContent = 'La maire de Strasbourg, Jeanne Barseghian, a reçu mardi une délégation venue de Berlin pour parler du Rhin et de ses crues. '.repeat(3);
    article.append(paragraph);
    document.querySelector('main')!.append(article);
  });
  await expect.poll(() => names(page)).toContain('Jeanne Barseghian');
  await expect(page.locator('.hand')).toBeVisible();
});

test('mounted and destroyed 500 times, the page is no larger', async ({ page, host }) => {
  test.setTimeout(180_000);
  await host.openFixture();
  const client = await page.context().newCDPSession(page);
  const cycle = (times: number) =>
    page.evaluate(async (times) => {
      const manicule = await import('/manicule.js' as string);
      for (let time = 0; time < times; time++) {
        const handle = await manicule.annotatePage();
        handle.select('e1');
        await new Promise((shown) => requestAnimationFrame(shown));
        handle.destroy();
        handle.free();
      }
    }, times);
  // Bytes of the scripts' objects. What the browser compiles of what has run often, and its own record of what took long,
  // are none of them.
  const heap = async () => {
    await client.send('HeapProfiler.collectGarbage');
    const chunks: string[] = [];
    const take = ({ chunk }: { chunk: string }) => chunks.push(chunk);
    client.on('HeapProfiler.addHeapSnapshotChunk', take);
    await client.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
    client.off('HeapProfiler.addHeapSnapshotChunk', take);
    const { snapshot, nodes } = JSON.parse(chunks.join(''));
    const { node_fields: fields, node_types: types } = snapshot.meta;
    const [type, size] = [fields.indexOf('type'), fields.indexOf('self_size')];
    let bytes = 0;
    for (let node = 0; node < nodes.length; node += fields.length) {
      if (!['code', 'native'].includes(types[type][nodes[node + type]])) bytes += nodes[node + size];
    }
    return bytes;
  };
  // What the program itself has taken is no part of that heap.
  const memory = () =>
    page.evaluate(async () => {
      const files = performance.getEntriesByType('resource').map(({ name }) => name);
      const program = await import(files.find((name) => /\/app-\w+\.js$/.test(name))!);
      return (await program.default()).memory.buffer.byteLength as number;
    });
  const look = async () => {
    const sizes = { heap: await heap(), program: await memory() };
    const { nodes, jsEventListeners: listeners } = await client.send('Memory.getDOMCounters');
    return { ...sizes, nodes, listeners };
  };
  await cycle(10);
  const early = await look();
  await cycle(490);
  const late = await look();
  console.log('after 10:', early);
  console.log('after 500:', late);
  for (const size of ['heap', 'program', 'nodes', 'listeners'] as const) {
    expect(late[size], size).toBeLessThan(early[size] * 1.1);
  }
  expect(await page.evaluate(() => document.querySelectorAll('manicule-panel').length)).toBe(0);
});
