import { spawnSync } from 'node:child_process';

import { expect, test } from '@playwright/test';

test('the published types fit the code of a publisher', () => {
  const { stdout, stderr } = spawnSync('node', ['node_modules/typescript/bin/tsc', '--project', 'tests/types'], { encoding: 'utf8' });
  expect(`${stdout}${stderr}`).toBe('');
});
