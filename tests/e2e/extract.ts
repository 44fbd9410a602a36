import type { Page } from '@playwright/test';

import { gather, openHtml } from './pages';
import type { Server } from './support.server';

/** How well the text that was gathered from a page agrees with the text of its article. */
export interface Score {
  name: string;
  /** Number of words of the article. */
  words: number;
  /** Share of the gathered words that are words of the article, from 0 to 1. */
  precision: number;
  /** Share of the article's words that were gathered, from 0 to 1. */
  recall: number;
  /** Words that were gathered and are not the article's. */
  surplus: string[];
  /** Words of the article that were not gathered. */
  missing: string[];
}

/** The policy of pages whose other resources are not at hand: they request nothing from elsewhere. */
const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; connect-src 'self'; img-src data:";

/** Opens the page, annotates it as French, and scores what was gathered against the `expected` text. */
export async function score(page: Page, site: Server, name: string, html: string, expected: string): Promise<Score> {
  // A policy of the page's own, which was written for its own server, would block the program.
  const plain = html.replace(/<meta[^>]*content-security-policy[^>]*>/gi, '');
  await openHtml(page, site, plain, { 'Content-Security-Policy': POLICY });
  return compare(name, await gather(page, { lang: 'fr' }), expected);
}

/** Compares the words of both texts, in lower case, as multisets. */
export function compare(name: string, gathered: string, expected: string): Score {
  const [own, wanted] = [wordsOf(gathered), wordsOf(expected)];
  const [surplus, missing] = [subtract(own, wanted), subtract(wanted, own)];
  const common = wanted.length - missing.length;
  return { name, words: wanted.length, precision: common / Math.max(own.length, 1), recall: common / wanted.length, surplus, missing };
}

function wordsOf(text: string): string[] {
  return text.replace(/[\u00ad\u200b]/g, '').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** `words` without those of `others`, each as often as it occurs there. */
function subtract(words: string[], others: string[]): string[] {
  const counts = new Map<string, number>();
  for (const word of others) counts.set(word, (counts.get(word) ?? 0) + 1);
  return words.filter((word) => {
    const count = counts.get(word) ?? 0;
    counts.set(word, count - 1);
    return count <= 0;
  });
}

/** The articles of which most was gathered, without too much else. */
export function found(scores: Score[]): Score[] {
  return scores.filter(({ precision, recall }) => recall >= 0.5 && precision >= 0.5);
}

/** Prints a row for each page, and the means over those that were found. Returns these means. */
export function report(title: string, scores: Score[]): { precision: number; recall: number } {
  const percent = (share: number) => (100 * share).toFixed(1).padStart(6);
  const good = found(scores);
  const mean = (of: 'precision' | 'recall') => good.reduce((sum, one) => sum + one[of], 0) / Math.max(good.length, 1);
  const means = { precision: mean('precision'), recall: mean('recall') };
  const rows = scores.map((one) => {
    const sample = (mark: string, words: string[]) => (words.length ? ` ${mark}${words.length}: ${words.slice(0, 8).join(' ')}` : '');
    const sign = good.includes(one) ? ' ' : '!';
    return `${sign} ${one.name.padEnd(32)}${String(one.words).padStart(6)}${percent(one.precision)}${percent(one.recall)} ${sample('+', one.surplus)}${sample('−', one.missing)}`;
  });
  const summary = `${title}: ${good.length} of ${scores.length} found, precision ${means.precision.toFixed(3)}, recall ${means.recall.toFixed(3)}`;
  console.log([`  ${title.padEnd(32)} words  prec.  rec.`, ...rows, summary].join('\n'));
  return means;
}
