import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import { defineConfig, devices } from '@playwright/test';

/** Path of the system's Chromium: `CHROMIUM`, which `cargo xtask test` sets, else the first on `PATH`. */
function chromium(): string {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  const found = process.env.CHROMIUM ?? candidates.find((path) => existsSync(path));
  if (!found) throw new Error('Chromium is needed: `cargo xtask test e2e` finds or installs it.');
  return found;
}

const isRoot = process.getuid?.() === 0;

export default defineConfig({
  outputDir: 'test-results',
  // A forgotten `.only` must not let the suite pass.
  forbidOnly: true,
  fullyParallel: true,
  workers: 2,
  retries: 0,
  reporter: [['list']],
  timeout: 60_000,
  projects: [
    { name: 'e2e', testDir: 'tests/e2e' },
    { name: 'screenshots', testDir: 'tests', testMatch: 'screenshots.spec.ts' },
  ],
  use: {
    ...devices['Desktop Chrome'],
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: chromium(),
      // Chromium's sandbox refuses to run as root.
      chromiumSandbox: !isRoot,
      args: [
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
