import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { expect, paste, type LocalFile } from './support';
import type { Locator, Page } from '@playwright/test';

/** The bundled sample's text. */
export const SAMPLE = readFileSync('articles/kazakhstan-janvier-2022.fr.txt', 'utf8');

const SEED = resolve('../shared/article/seed.fr.txt');

/** The model article's text, which lies beside the repository and not in it; undefined where it is absent. */
export function modelArticle(): string | undefined {
  return existsSync(SEED) ? readFileSync(SEED, 'utf8') : undefined;
}

/** Opens the page on its sample and waits until it is annotated. */
export async function openSample(page: Page, address = '/'): Promise<void> {
  await page.goto(address);
  await annotated(page);
}

/** Waits until names were looked for: the last thing that happens to an article. */
export async function annotated(page: Page): Promise<void> {
  await expect(page.locator('.dateline-status')).toHaveText('');
  await expect(page.locator('progress')).toHaveCount(0);
  await expect(page.locator('article [data-h]').first()).toBeAttached();
}

/** Pastes a text and waits until it is the article. */
export async function pasteArticle(page: Page, text: string): Promise<void> {
  await paste(page, text);
  await expect(page.locator('.dateline-source')).toHaveText('Texte collé');
  await expect.poll(() => content(page)).toBe(text);
}

/** The text content of the rendered article. */
export async function content(page: Page): Promise<string> {
  return page.locator('article').evaluate((article) => article.textContent ?? '');
}

/** The marks in the text with those words. */
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
