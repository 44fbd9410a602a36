import { expect, test } from './host';
import type { Page } from '@playwright/test';

const BARE = `<article><h1>La grève s’achève à Brest</h1>
  <p>Les dockers du port de Brest ont repris le travail jeudi 6 janvier, après trois semaines de grève. « Nous avons été
    entendus », a déclaré Jean-Marc Delattre, président du port.</p>
  <p>Selon <a href="https://www.exemple.fr/2022/01/05/le-conflit-du-port">le ministère des Transports</a>, le conflit a
    coûté 45 millions d’euros à la Bretagne. Emmanuel Macron doit s’y rendre avant la fin du mois.</p>
</article>`;

test('500 mounts do not grow the heap of a newspaper’s page', async ({ page, host }) => {
  await host.openFixture();
  await mountAndDestroy(page);
});

test('500 mounts do not grow the heap of a page without anything else', async ({ page, host }) => {
  await host.open({ body: BARE, policy: '' });
  await mountAndDestroy(page);
});

/** Checks that 500 mounts leave little on the heap, compiled code included, and that 500 more leave even less. */
async function mountAndDestroy(page: Page): Promise<void> {
  test.setTimeout(240_000);
  const client = await page.context().newCDPSession(page);
  await client.send('HeapProfiler.enable');
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
  // The size of everything on the heap. Several collections, because what one frees may hold objects until the next.
  const heap = async () => {
    for (let time = 0; time < 4; time++) await client.send('HeapProfiler.collectGarbage');
    return (await client.send('Runtime.getHeapUsage')).usedSize;
  };
  // The memory of the WebAssembly program is not part of that heap.
  const memory = () =>
    page.evaluate(async () => {
      const files = performance.getEntriesByType('resource').map(({ name }) => name);
      const program = await import(files.find((name) => /\/embed-\w+\.js$/.test(name))!);
      return (await program.default()).memory.buffer.byteLength as number;
    });
  const look = async () => {
    const sizes = { program: await memory(), heap: await heap() };
    const { nodes, jsEventListeners: listeners } = await client.send('Memory.getDOMCounters');
    return { ...sizes, nodes, listeners };
  };
  await cycle(10);
  const early = await look();
  await cycle(490);
  const late = await look();
  await cycle(500);
  const last = await look();
  console.log('after 10:', early);
  console.log('after 500:', late, `heap +${((late.heap / early.heap - 1) * 100).toFixed(1)} %`);
  console.log('after 1,000:', last, `heap +${((last.heap / late.heap - 1) * 100).toFixed(1)} %`);
  for (const size of ['heap', 'program'] as const) expect(late[size], size).toBeLessThan(early[size] * 1.1);
  // About 2 % is code that the browser compiles again; a leak of 90 bytes per mount would exceed this.
  expect(last.heap, 'heap').toBeLessThan(late.heap * 1.05);
  for (const { listeners, nodes } of [late, last]) {
    expect(listeners, 'listeners').toBe(early.listeners);
    // The browser keeps the nodes of the last card for a while, about seventy.
    expect(nodes, 'nodes').toBeLessThan(early.nodes + 100);
  }
  expect(await page.evaluate(() => document.querySelectorAll('manicule-panel').length)).toBe(0);
}
