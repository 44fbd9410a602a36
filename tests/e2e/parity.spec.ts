import { readFileSync } from 'node:fs';

import { SAMPLE } from './article';
import { expect, test } from './host';

/** The output of the command line, which its own test checks. */
const DOCUMENT = JSON.parse(readFileSync('crates/cli/tests/command/golden/sample.json', 'utf8'));

test('the browser’s result is identical to the command line’s', async ({ page, host }) => {
  await host.open({ body: '' });
  const document = await page.evaluate(async (text) => {
    const { annotate } = await import('/manicule.js' as string);
    return annotate(text);
  }, SAMPLE);
  expect({ ...document, id: null }).toEqual({ ...DOCUMENT, id: null });
});
