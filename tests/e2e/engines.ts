// The browsers in which tests run, behind one interface: Playwright drives Chromium; Firefox is driven by Puppeteer over
// WebDriver BiDi, and WebKitGTK by Selenium, because Playwright supports only its own builds of these two, which not
// every machine can download.
import { chromium, test } from '@playwright/test';
import puppeteer from 'puppeteer-core';

import { startWebkit } from './engines.webkit';
import { serveFolder, type Server } from './support.server';

/** The size of the viewport in CSS pixels; Firefox's own controls take a part of the height. */
export const SIZE = { width: 1280, height: 900 };

/** A browser with one page. */
export interface Browser {
  /** Opens an address, and forgets earlier problems. */
  open(address: string): Promise<void>;
  /** Calls a function in the page, with arguments that are plain data, and awaits its result. */
  evaluate<Args extends unknown[], Result>(run: (...args: Args) => Result, ...args: Args): Promise<Awaited<Result>>;
  /** Clicks at a point of the viewport. */
  click(point: { x: number; y: number }): Promise<void>;
  /** Presses and releases a key, named as in `KeyboardEvent.key`. */
  press(key: 'Escape' | 'Tab' | 'Enter'): Promise<void>;
  /** A PNG of the viewport, in base64. */
  screenshot(): Promise<string>;
  close(): Promise<void>;
  /** Errors on the console and uncaught ones since the page was opened; always empty in WebKitGTK, which reports none. */
  problems: string[];
}

export interface Engine {
  name: string;
  /** Why it cannot run here; undefined if it can. */
  missing?: string;
  start(): Promise<Browser>;
}

const firefox = process.env.MANICULE_FIREFOX;
const oldFirefox = process.env.MANICULE_OLD_FIREFOX;

export const CHROMIUM: Engine = { name: 'Chromium', start: startChromium };

export const FIREFOX: Engine = {
  name: 'Firefox',
  missing: firefox ? undefined : 'Firefox is not installed',
  start: () => startFirefox(firefox!),
};

/** A version from 140 to 145, which paints only the backgrounds of highlights. */
export const OLD_FIREFOX: Engine = {
  name: 'Firefox before 146',
  missing: oldFirefox ? undefined : 'Debian’s archive has no Firefox from 140 to 145',
  start: () => startFirefox(oldFirefox!),
};

/** A Firefox without the Custom Highlight API, which came with version 140. */
export const OLDEST_FIREFOX: Engine = {
  ...OLD_FIREFOX,
  name: 'Firefox before 140',
  start: () => startFirefox(oldFirefox!, { 'dom.customHighlightAPI.enabled': false }),
};

export const WEBKIT: Engine = {
  name: 'WebKitGTK',
  missing: process.env.MANICULE_WEBKIT ? undefined : 'WebKitWebDriver and xvfb-run are not installed',
  start: startWebkit,
};

/**
 * Declares a group of tests in one engine, one after the other in the same browser. `get` returns the browser and a server
 * of the distribution while a test runs.
 */
export function inEngine(engine: Engine, declare: (get: () => { browser: Browser; site: Server }) => void): void {
  test.describe(engine.name, () => {
    test.describe.configure({ mode: 'default' });
    test.skip(engine.missing !== undefined, engine.missing);
    let running: { browser: Browser; site: Server };
    test.beforeAll(async () => {
      const site = await serveFolder(process.env.MANICULE_SITE ?? 'dist');
      // Browsers request an icon by themselves.
      site.answers.set('/favicon.ico', { body: '' });
      running = { browser: await engine.start(), site };
    });
    test.afterAll(async () => {
      await running?.browser.close();
      await running?.site.close();
    });
    declare(() => running);
  });
}

/** An expression that calls a function with arguments that are plain data. */
export function call(run: unknown, args: unknown[]): string {
  return `(${run})(...${JSON.stringify(args)})`;
}

async function startChromium(): Promise<Browser> {
  const { launchOptions } = test.info().project.use;
  const browser = await chromium.launch(launchOptions);
  const page = await browser.newPage({ viewport: SIZE });
  const problems: string[] = [];
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  page.on('pageerror', (error) => problems.push(error.message));
  return {
    problems,
    open: async (address) => {
      problems.length = 0;
      await page.goto(address);
    },
    evaluate: (run, ...args) => page.evaluate(call(run, args)),
    click: ({ x, y }) => page.mouse.click(x, y),
    press: (key) => page.keyboard.press(key),
    screenshot: async () => (await page.screenshot()).toString('base64'),
    close: () => browser.close(),
  };
}

async function startFirefox(executablePath: string, extraPrefsFirefox: Record<string, unknown> = {}): Promise<Browser> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    // Older versions cannot set the size of the viewport.
    defaultViewport: null,
    args: [`--width=${SIZE.width}`, `--height=${SIZE.height}`],
    extraPrefsFirefox: { 'intl.accept_languages': 'fr', ...extraPrefsFirefox },
  });
  const page = await browser.newPage();
  const problems: string[] = [];
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  page.on('pageerror', (error) => problems.push(String(error)));
  return {
    problems,
    open: async (address) => {
      problems.length = 0;
      await page.goto(address);
    },
    evaluate: (run, ...args) => page.evaluate(call(run, args)) as Promise<any>,
    click: ({ x, y }) => page.mouse.click(x, y),
    press: (key) => page.keyboard.press(key),
    screenshot: () => page.screenshot({ encoding: 'base64' }),
    close: () => browser.close(),
  };
}
