import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { expect, paste, type LocalFile } from './support';
import type { Locator, Page } from '@playwright/test';

/** The text of the bundled sample. */
export const SAMPLE = readFileSync('articles/kazakhstan-janvier-2022.fr.txt', 'utf8');

const SEED = resolve('../shared/article/seed.fr.txt');

/** The text of the model article, which is not part of the repository; undefined if it is not available. */
export function modelArticle(): string | undefined {
  return existsSync(SEED) ? readFileSync(SEED, 'utf8') : undefined;
}

/** Opens the page on its sample and waits until it is annotated. */
export async function openSample(page: Page, address = '/'): Promise<void> {
  await page.goto(address);
  await annotated(page);
}

/** Waits until the article is annotated completely; names come last. */
export async function annotated(page: Page): Promise<void> {
  await expect(page.locator('.dateline-status')).toHaveText('');
  await expect(page.locator('progress')).toHaveCount(0);
  await expect(page.locator('article [data-h]').first()).toBeAttached();
}

/** Pastes a text and waits until it is shown as the article. */
export async function pasteArticle(page: Page, text: string): Promise<void> {
  await paste(page, text);
  await expect(page.locator('.dateline-source')).toHaveText('Texte collé');
  await expect.poll(() => content(page)).toBe(text);
}

/** The text content of the rendered article. */
export async function content(page: Page): Promise<string> {
  return page.locator('article').evaluate((article) => article.textContent ?? '');
}

/** The highlights whose text is exactly `words`, which is a regular expression. */
export function marks(page: Page, words: string): Locator {
  return page.locator('article mark', { hasText: new RegExp(`^${words}$`) });
}

/** The open gloss. */
export function gloss(page: Page): Locator {
  return page.locator('.gloss');
}

export function bytesFile(name: string, bytes: number[], mimeType = 'text/plain'): LocalFile {
  return { name, mimeType, buffer: Buffer.from(bytes) };
}
