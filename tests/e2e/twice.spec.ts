import { counts, expect, painted, test } from './host';

const STORY = `<article id="story"><h1>Marée haute à Saint-Malo</h1>
  <p>Le maire, Louis Kermarec, a compté 1 200 curieux jeudi. La fête a coûté 45 000 euros à la ville.</p></article>`;

const tag = (query = '', attributes = 'data-target="#story"') =>
  `<script type="module" src="/manicule.js${query}" ${attributes}></script>`;

test('a tag given twice marks once, and says so', async ({ page, host }) => {
  await host.open({ head: tag() + tag(), body: STORY });
  await expect.poll(() => counts(page)).toHaveProperty('person');
  await page.waitForTimeout(500);
  expect((await painted(page)).figure).toEqual(['1 200', '45 000 euros']);
  expect(host.said).toHaveLength(1);
  expect(host.said[0]).toMatch(/the same data-target; \S+\/manicule.js does nothing$/);
});

test('of two copies of the loader, the second does nothing and says so', async ({ page, host }) => {
  await host.open({ head: tag('?v=1') + tag('?v=2'), body: STORY });
  await expect.poll(() => counts(page)).toHaveProperty('person');
  await page.waitForTimeout(500);
  expect((await painted(page)).figure).toEqual(['1 200', '45 000 euros']);
  expect(host.said).toHaveLength(1);
  expect(host.said[0]).toContain('/manicule.js?v=2 does nothing');
  expect(host.asked.filter((path) => path.startsWith('/embed_bg-'))).toHaveLength(1);
});

test('two copies with different targets both work; one with data-manual says nothing', async ({ page, host }) => {
  const other = STORY.replace('id="story"', 'id="other"');
  await host.open({ head: tag('?v=1') + tag('?v=2', 'data-target="#other"') + tag('?v=3', 'data-manual'), body: STORY + other });
  await expect.poll(() => counts(page)).toMatchObject({ person: 2, figure: 4 });
  expect(host.said).toEqual([]);
});
