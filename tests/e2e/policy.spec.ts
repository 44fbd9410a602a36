import { counts, expect, expectNoReport, test } from './host';

const STORY = `<article id="story"><h1>Marée haute à Saint-Malo</h1>
  <p>Le maire, Louis Kermarec, a compté 1 200 curieux jeudi. La fête a coûté 45 000 euros à la ville.</p></article>`;
const NONCE = 'c2FibGU';
const TAG = `<script type="module" src="/manicule.js" nonce="${NONCE}" data-target="#story"></script>`;
const REST = "default-src 'none'; connect-src 'self'; img-src data:; require-trusted-types-for 'script'; style-src 'nonce-other'";

for (const sources of ["'wasm-unsafe-eval'", "'strict-dynamic' 'wasm-unsafe-eval'"]) {
  test(`the tag’s nonce is enough with script-src ${sources}`, async ({ page, host }) => {
    await host.open({ head: TAG, body: STORY, policy: `${REST}; script-src 'nonce-${NONCE}' ${sources}` });
    await expect.poll(() => counts(page)).toHaveProperty('person');
    await expectNoReport(page);
    expect(host.said).toEqual([]);
  });

  test(`an import by a script with a nonce works with script-src ${sources}`, async ({ page, host }) => {
    await host.open({
      head: `<script type="module" src="/own.js" nonce="${NONCE}"></script>`,
      body: STORY,
      policy: `${REST}; script-src 'nonce-${NONCE}' ${sources}`,
      files: { '/own.js': "import { annotatePage } from './manicule.js'; await annotatePage('#story');" },
    });
    await expect.poll(() => counts(page)).toHaveProperty('person');
    await expectNoReport(page);
  });
}

test('a tag that a script of the page adds works with a nonce and strict-dynamic', async ({ page, host }) => {
  await host.open({
    head: `<script src="/own.js" nonce="${NONCE}"></script>`,
    body: STORY,
    policy: `default-src 'none'; connect-src 'self'; script-src 'nonce-${NONCE}' 'strict-dynamic' 'wasm-unsafe-eval'`,
    files: {
      '/own.js': `const script = Object.assign(document.createElement('script'), { type: 'module', src: '/manicule.js' });
        script.dataset.target = '#story';
        document.head.append(script);`,
    },
  });
  await expect.poll(() => counts(page)).toHaveProperty('person');
  await expectNoReport(page);
});

test('a policy that blocks the requests is named, with what to add', async ({ page, host, problems }) => {
  await host.open({ head: TAG, body: STORY, policy: `default-src 'none'; script-src 'nonce-${NONCE}' 'wasm-unsafe-eval'` });
  const { origin } = new URL(page.url());
  await expect.poll(() => host.said).toHaveLength(1);
  expect(host.said[0]).toMatch(`: add ${origin} to connect-src in its Content-Security-Policy`);
  problems.length = 0;
});

test('a policy that blocks the script is named, with what to add', async ({ page, host, problems }) => {
  await host.open({ body: STORY });
  const { origin } = new URL(page.url());
  const hash = (path: string) => `${origin}${path}`;
  await host.open({
    head: '<script type="module" src="/manicule.js"></script>',
    body: STORY,
    policy: `default-src 'none'; script-src ${hash('/manicule.js')} 'wasm-unsafe-eval'; connect-src 'self'`,
  });
  await expect.poll(() => host.said).toHaveLength(1);
  expect(host.said[0]).toMatch(/this page does not allow \S+embed-\S+\.js: add http:\S+ to script-src in its Content-Security-Policy/);
  problems.length = 0;
});
