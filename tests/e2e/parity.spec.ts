import { readFileSync } from 'node:fs';

import { SAMPLE } from './article';
import { expect, test } from './host';

/** What the command line answers, by its own test. */
const DOCUMENT = JSON.parse(readFileSync('crates/cli/tests/command/golden/sample.json', 'utf8'));

test('the browser finds to the last bit what the command line finds', async ({ page, host }) => {
  await host.open({ body: '' });
  const document = await page.evaluate(async (text) => {
    const { annotate } = await import('/manicule.js' as string);
    return annotate(text);
  }, SAMPLE);
  expect({ ...document, id: null }).toEqual({ ...DOCUMENT, id: null });
});
