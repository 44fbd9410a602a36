import { spawnSync } from 'node:child_process';

import { expect, test } from '@playwright/test';

test('a publisher’s code compiles against the published types', () => {
  const { stdout, stderr } = spawnSync('node', ['node_modules/typescript/bin/tsc', '--project', 'tests/types'], { encoding: 'utf8' });
  expect(`${stdout}${stderr}`).toBe('');
});
