import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { ConsoleMessage, Locator, Page } from '@playwright/test';

import { expect, folder, test as base } from './support';
import type { Answer } from './support.server';

export { expect };

/** The policy of a strict newsroom, under which the pages of these tests are served. */
const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self' data:; " +
  "require-trusted-types-for 'script'";

const FIXTURES = join('tests', 'fixtures');

/** Options of `annotatePage` that are plain data. */
type Options = Record<string, unknown>;

export interface HostPage {
  /** HTML inside the head. */
  head?: string;
  /** HTML inside the body. */
  body: string;
  /** The Content-Security-Policy header; if empty, none is sent. */
  policy?: string;
  /** More files on the host's server, by path, such as `/host.css`. */
  files?: Record<string, string>;
}

export interface Host {
  /** Opens a page at `/host.html`, on a server that has the distribution at its root. */
  open(page: HostPage): Promise<void>;
  /** Opens one of the fixtures. */
  openFixture(name?: string): Promise<void>;
  /** Opens one of the fixtures and annotates it. */
  annotateFixture(name?: string, options?: Options): Promise<void>;
  /** Makes the server give this response for the file of the release whose name matches. Returns its path. */
  answer(name: RegExp, answer: Answer): string;
  /** Undoes {@link answer}. */
  mend(): void;
  /** Lines that the loader has logged on the console. */
  said: string[];
  /** The paths that were requested, in order. */
  asked: string[];
}

/** Tests of a host page. */
export const test = base.extend<{ host: Host }>({
  host: async ({ page, site }, use) => {
    const said: string[] = [];
    const asked: string[] = [];
    page.on('console', (message: ConsoleMessage) => {
      if (message.text().startsWith('Manicule:')) said.push(message.text());
    });
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await noteReports(page);
    const show = async (path: string, files: Record<string, string>, policy = POLICY) => {
      const headers: Record<string, string> = policy ? { 'Content-Security-Policy': policy } : {};
      // Browsers request an icon by themselves.
      for (const [path, body] of Object.entries({ '/favicon.ico': '', ...files })) site.answers.set(path, { body, headers });
      await page.goto(path);
    };
    const broken: string[] = [];
    const host: Host = {
      said,
      asked,
      answer: (pattern, answer) => {
        const path = `/${readdirSync(folder).find((name) => pattern.test(name))}`;
        site.answers.set(path, answer);
        broken.push(path);
        return path;
      },
      mend: () => broken.splice(0).forEach((path) => site.answers.delete(path)),
      open: ({ head = '', body, policy, files = {} }) => {
        const html = `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Une</title>${head}</head><body>${body}</body></html>`;
        return show('/host.html', { '/host.html': html, ...files }, policy);
      },
      openFixture: (name = 'article.html') => show(`/fixtures/${name}`, fixtures()),
      annotateFixture: async (name, options) => {
        await host.openFixture(name);
        await annotatePage(page, options);
      },
    };
    await use(host);
    site.answers.clear();
  },
});

/** The fixtures by their paths. */
function fixtures(): Record<string, string> {
  const names = readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(html|css)$/.test(name));
  return Object.fromEntries(names.map((name) => [`/fixtures/${name}`, readFileSync(join(FIXTURES, name), 'utf8')]));
}

/** Records violations of the Content-Security-Policy, for {@link expectNoReport}. */
export async function noteReports(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const reports: string[] = [];
    Object.assign(window, { reports });
    document.addEventListener('securitypolicyviolation', (event) => reports.push(event.effectiveDirective));
  });
}

/** Checks that the page has not violated its Content-Security-Policy. */
export async function expectNoReport(page: Page): Promise<void> {
  expect(await page.evaluate(() => (window as any).reports), 'reports of the policy').toEqual([]);
}

/** Annotates the page; the handle is then `window.handle` in the page. */
export async function annotatePage(page: Page, options: Options = {}, target?: string): Promise<void> {
  await page.evaluate(
    async ({ options, target }) => {
      const { annotatePage } = await import('/manicule.js' as string);
      (window as any).handle = await annotatePage(target, options);
    },
    { options, target },
  );
}

/** The words in the page that Manicule has painted, by kind. */
export async function painted(page: Page): Promise<Record<string, string[]>> {
  return page.evaluate(() => {
    const words = (range: AbstractRange) => {
      const live = new Range();
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      return live.toString().replace(/\s+/g, ' ');
    };
    const all: [string, string[]][] = [];
    for (const [name, highlight] of CSS.highlights as unknown as Map<string, Set<AbstractRange>>) {
      if (!name.startsWith('manicule-')) continue;
      const ranges = [...highlight].filter((range) => range.startContainer.isConnected);
      if (ranges.length) all.push([name.replace('manicule-', ''), ranges.map(words)]);
    }
    return Object.fromEntries(all);
  });
}

/** The number of painted ranges, by kind. */
export async function counts(page: Page): Promise<Record<string, number>> {
  return Object.fromEntries(Object.entries(await painted(page)).map(([kind, words]) => [kind, words.length]));
}

/** Scrolls to the first occurrence of `words` in the element `inside`. Returns the point in its middle, in CSS pixels. */
export async function pointOf(page: Page, words: string, inside = 'article, main'): Promise<{ x: number; y: number }> {
  return page.evaluate(
    ({ words, inside }) => {
      const walker = document.createTreeWalker(document.querySelector(inside)!, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.nodeValue!.indexOf(words);
        if (at < 0) continue;
        const range = new Range();
        range.setStart(node, at);
        range.setEnd(node, at + words.length);
        range.startContainer.parentElement!.scrollIntoView({ block: 'center', behavior: 'instant' });
        const { top } = range.getClientRects()[0]!;
        if (top < 0 || top > innerHeight - 60) scrollBy({ top: top - innerHeight / 3, behavior: 'instant' });
        const rect = range.getClientRects()[0]!;
        return { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 };
      }
      throw new Error(`"${words}" is not in the article`);
    },
    { words, inside },
  );
}

/** Clicks on words of the article. */
export async function clickWords(page: Page, words: string, inside?: string): Promise<void> {
  const { x, y } = await pointOf(page, words, inside);
  await page.mouse.click(x, y);
}

/** The open gloss. */
export function gloss(page: Page): Locator {
  return page.locator('.gloss');
}

/** The `outerHTML` of the element that matches the selector. */
export async function markup(page: Page, selector: string): Promise<string> {
  return page.locator(selector).evaluate((element) => element.outerHTML);
}

/** Appends a line break to the files that match, which changes nothing but their hash. */
export async function tamper(page: Page, pattern: string): Promise<void> {
  await page.route(pattern, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: Buffer.concat([await response.body(), Buffer.from('\n')]) });
  });
}
