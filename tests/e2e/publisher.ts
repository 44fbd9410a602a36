import type { ConsoleMessage, Page } from '@playwright/test';

import { expect, test as base } from './support';

/** The policy of a strict site, under which the loader must work and raise no report. */
export const STRICT_POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; " +
  "img-src 'self' data:; require-trusted-types-for 'script'";

export interface HostPage {
  /** What stands in the head. */
  head?: string;
  /** What stands in the body. */
  body: string;
  /** The Content-Security-Policy header; an empty one sends none. */
  policy?: string;
  /** Files of the host's own, by path, such as `/host.css`. */
  files?: Record<string, string>;
}

export interface Host {
  /** Opens a page of a site that has the distribution at its root; the page's path is `/host.html`. */
  open(page: HostPage): Promise<void>;
  /** The directives that the page went against, as the browser reports them. */
  reports(): Promise<string[]>;
  /** What the loader said on the console. */
  said: string[];
  /** The paths that were asked for, in order. */
  asked: string[];
}

/** Tests of a page of others. */
export const test = base.extend<{ host: Host }>({
  host: async ({ page, site }, use) => {
    const said: string[] = [];
    const asked: string[] = [];
    page.on('console', (message: ConsoleMessage) => {
      if (message.text().startsWith('Manicule:')) said.push(message.text());
    });
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.addInitScript(() => {
      const reports: string[] = [];
      Object.assign(window, { reports });
      document.addEventListener('securitypolicyviolation', (event) => reports.push(event.effectiveDirective));
    });
    await use({
      said,
      asked,
      reports: () => page.evaluate(() => (window as unknown as { reports: string[] }).reports),
      open: async ({ head = '', body, policy = STRICT_POLICY, files = {} }) => {
        const html = `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Une</title>${head}</head><body>${body}</body></html>`;
        const headers: Record<string, string> = policy ? { 'Content-Security-Policy': policy } : {};
        // Browsers ask for it unasked.
        site.answers.set('/favicon.ico', { body: '' });
        for (const [path, body] of Object.entries({ '/host.html': html, ...files })) {
          site.answers.set(path, { body, headers });
        }
        await page.goto('/host.html');
      },
    });
    site.answers.clear();
  },
});

/** The `outerHTML` of what the selector finds. */
export async function markup(page: Page, selector: string): Promise<string> {
  return page.locator(selector).evaluate((element) => element.outerHTML);
}

/** Answers requests with the file and a line break more, which changes nothing but its hash. */
export async function tamper(page: Page, pattern: string): Promise<void> {
  await page.route(pattern, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: Buffer.concat([await response.body(), Buffer.from('\n')]) });
  });
}

export { expect };
