import config from '../../playwright.config';
import { expect, test } from './host';

// Without the compilers of what runs often. Each of the hundred and fifty functions of the glue that a mount calls takes
// about a kilobyte more once it has run some hundred times: on a page of 1.4 MB, 12 % after 500 mounts and 20 % after
// 3,000. That code is the browser's, and would hide what mounts leave, which is what is measured here.
const { launchOptions } = config.use!;
test.use({ launchOptions: { ...launchOptions, args: [...launchOptions!.args!, '--js-flags=--no-maglev --no-turbofan'] } });

test('mounted and destroyed 500 times, the page is no larger', async ({ page, host }) => {
  test.setTimeout(180_000);
  await host.openFixture();
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
  // The browser's own figure, of all that is on the heap. What one collection frees may hold something until the next.
  const heap = async () => {
    for (let time = 0; time < 4; time++) await client.send('HeapProfiler.collectGarbage');
    return (await client.send('Runtime.getHeapUsage')).usedSize;
  };
  // What the program itself has taken is no part of that heap.
  const memory = () =>
    page.evaluate(async () => {
      const files = performance.getEntriesByType('resource').map(({ name }) => name);
      const program = await import(files.find((name) => /\/app-\w+\.js$/.test(name))!);
      return (await program.default()).memory.buffer.byteLength as number;
    });
  const look = async () => {
    const sizes = { program: await memory(), heap: await heap() };
    const { nodes, jsEventListeners: listeners } = await client.send('Memory.getDOMCounters');
    return { ...sizes, nodes, listeners };
  };
  await cycle(10);
  const early = await look();
  await cycle(90);
  const middle = await look();
  await cycle(400);
  const late = await look();
  console.log('after 10:', early);
  console.log('after 100:', middle);
  console.log('after 500:', late);
  for (const size of ['heap', 'program', 'listeners'] as const) {
    expect(late[size], size).toBeLessThan(early[size] * 1.1);
  }
  // 80 bytes left by each mount would show here.
  expect(late.heap, 'heap').toBeLessThan(middle.heap * 1.02);
  // The browser keeps the last gloss for a while, which has some seventy.
  expect(late.nodes, 'nodes').toBeLessThan(early.nodes + 100);
  expect(await page.evaluate(() => document.querySelectorAll('manicule-panel').length)).toBe(0);
});
