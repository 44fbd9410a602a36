import { existsSync } from 'node:fs';
import { join } from 'node:path';

import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';

import { serveFolder, type Server } from './support.server';

export { expect };

/** The folder of the built release. */
export const folder = process.env.MANICULE_SITE ?? 'dist';

/** Problems that the page has had so far; a test that expects one removes it. */
export type Problems = string[];

interface TestFixtures {
  /**
   * Errors on the console, uncaught exceptions and requests to other hosts. A test fails if any are left at its end; one
   * that provokes an error checks it and empties the list: `problems.length = 0`.
   */
  problems: Problems;
}

interface WorkerFixtures {
  /** The built release, served. */
  site: Server;
}

/** Tests of the built release: `page.goto('/')` opens it. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  site: [
    async ({}, use) => {
      if (!existsSync(join(folder, 'index.html'))) {
        throw new Error(`There is no release in ${folder}: \`cargo xtask test e2e\` builds one.`);
      }
      const server = await serveFolder(folder);
      await use(server);
      await server.close();
    },
    { scope: 'worker' },
  ],

  baseURL: async ({ site }, use) => use(site.origin),

  problems: [
    async ({ page, site }, use) => {
      const problems: Problems = [];
      page.on('console', (message) => {
        if (message.type() === 'error') problems.push(`console: ${message.text()}`);
      });
      page.on('pageerror', (error) => problems.push(`uncaught: ${error.message}`));
      page.on('request', (request) => {
        const { origin, protocol } = new URL(request.url());
        const isLocal = origin === site.origin || ['data:', 'blob:', 'file:'].includes(protocol);
        if (!isLocal) problems.push(`request to another host: ${request.url()}`);
      });
      await use(problems);
      expect(problems, 'what the page must not do').toEqual([]);
    },
    { auto: true },
  ],
});

/** Pastes text as a reader does: from the clipboard, with the keyboard shortcut. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((text) => navigator.clipboard.writeText(text), text);
  await page.keyboard.press('ControlOrMeta+V');
}

/** A file on the reader's disk. */
export interface LocalFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/** A text file with this name, in UTF-8. */
export function textFile(name: string, text: string): LocalFile {
  return { name, mimeType: 'text/plain', buffer: Buffer.from(text) };
}

/** Picks a file in the page's file chooser. */
export async function pick(page: Page, file: LocalFile): Promise<void> {
  await page.locator('input[type=file]').setInputFiles(file);
}

/** Drops a file on the page. */
export async function drop(page: Page, file: LocalFile): Promise<void> {
  const bytes = [...file.buffer];
  const transfer = await page.evaluateHandle(
    ({ name, mimeType, bytes }) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(bytes)], name, { type: mimeType }));
      return transfer;
    },
    { name: file.name, mimeType: file.mimeType, bytes },
  );
  for (const type of ['dragenter', 'dragover', 'drop']) {
    await page.dispatchEvent('body', type, { dataTransfer: transfer });
  }
}

/** Checks the page in its current state against WCAG 2.2, levels A and AA, with axe-core. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  const found = violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.map((node) => node.target).join(', ')})`);
  expect(found, 'accessibility').toEqual([]);
}
