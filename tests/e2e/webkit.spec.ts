// Tests in WebKitGTK, which has Safari's engine, of what differs from Chromium. Driven by Selenium, because Playwright
// supports only its own build of WebKit, which not every machine can download.
import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

import { test as base, expect as patient } from '@playwright/test';
import { Builder, By, Key, type WebDriver } from 'selenium-webdriver';

import { serveFolder } from './support.server';

const test = base.extend<{}, { webkit: WebDriver; origin: string }>({
  origin: [
    async ({}, use) => {
      const server = await serveFolder(process.env.MANICULE_SITE ?? 'dist');
      await use(server.origin);
      await server.close();
    },
    { scope: 'worker' },
  ],
  webkit: [
    async ({}, use) => {
      const port = await freePort();
      // In its own process group, so that the virtual screen and the browser can be ended with it.
      const driver = spawn('xvfb-run', ['-a', 'WebKitWebDriver', `--port=${port}`], { detached: true, stdio: 'ignore' });
      try {
        const browser = await start(port);
        await browser.manage().setTimeouts({ script: 10_000, pageLoad: 30_000 });
        await browser.manage().window().setRect({ width: 1280, height: 900 });
        await use(browser);
        await browser.quit();
      } finally {
        end(driver);
      }
    },
    { scope: 'worker' },
  ],
});

/** The driver is slow on a busy machine. */
const expect = patient.configure({ timeout: 20_000 });

test.skip(!process.env.MANICULE_WEBKIT, 'WebKitWebDriver and xvfb-run are not installed');

test('highlights on the reading page have the line style of their kind', async ({ webkit, origin }) => {
  await openPage(webkit, origin);
  const line = await webkit.executeScript(() => {
    const { textDecorationLine, textDecorationStyle } = getComputedStyle(document.querySelector('.mark.place')!);
    return `${textDecorationLine} ${textDecorationStyle}`;
  });
  expect(line).toBe('underline dotted');
});

test('the card opens next to its line, stays on the screen, and closes', async ({ webkit, origin }) => {
  await openPage(webkit, origin);
  for (const index of [3, 30, 60]) {
    const mark = (await webkit.findElements(By.css('.mark')))[index];
    await webkit.executeScript((mark: Element) => mark.scrollIntoView({ block: 'center', behavior: 'instant' }), mark);
    await mark.click();
    await expect.poll(() => mark.getAttribute('data-open')).not.toBeNull();
    await expect.poll(() => webkit.executeScript(() => document.activeElement!.id)).toBe('gloss-title');
    const { gloss, line, height } = await places(webkit);
    expect(gloss.left).toBeGreaterThan(line.right);
    expect(gloss.top).toBeLessThanOrEqual(line.bottom);
    expect(gloss.bottom).toBeGreaterThan(line.top);
    expect(gloss.top).toBeGreaterThanOrEqual(0);
    expect(gloss.bottom).toBeLessThanOrEqual(height);
  }
  await webkit.executeScript(() => scrollTo({ top: 0, behavior: 'instant' }));
  const { gloss, height } = await places(webkit);
  expect(gloss.top).toBeLessThan(height);
  await webkit.actions().sendKeys(Key.ESCAPE).perform();
  await expect.poll(() => webkit.executeScript(() => document.querySelector('.gloss') === null)).toBe(true);
});

test('a dialog is as high as its content', async ({ webkit, origin }) => {
  await openPage(webkit, origin);
  await webkit.findElement(By.css('.masthead button')).click();
  const heights = () => webkit.executeScript<number[]>(() => {
    const dialog = document.querySelector('dialog[open]')!;
    const [first, last] = [dialog.firstElementChild!, dialog.lastElementChild!];
    return [dialog.getBoundingClientRect().height, last.getBoundingClientRect().bottom - first.getBoundingClientRect().top];
  });
  const [dialog, content] = await heights();
  expect(dialog - content).toBeLessThan(64);
  expect(dialog).toBeLessThan(700);
});

test('highlights in a host page are painted', async ({ webkit, origin }) => {
  await expect(async () => {
    await webkit.get(`${origin}/demo/`);
    const size = () => webkit.executeScript(() => CSS.highlights.get('manicule-place')?.size ?? 0);
    await expect.poll(size).toBeGreaterThan(0);
    await webkit.executeScript(() => scrollTo({ top: innerHeight, behavior: 'instant' }));
    const picture = await webkit.takeScreenshot();
    // The green of places; the page has no other green.
    expect(await green(webkit, picture)).toBeGreaterThan(40);
  }).toPass({ timeout: 45_000 });
});

async function openPage(browser: WebDriver, origin: string): Promise<void> {
  // Another page first: an address that differs only in its fragment would not be loaded again.
  await browser.get('about:blank');
  await browser.get(`${origin}/`);
  await expect.poll(() => browser.executeScript(() => document.querySelectorAll('.mark').length)).toBeGreaterThan(60);
}

/** Positions of the open card and its highlight on the screen, and the height of the screen, in CSS pixels. */
function places(browser: WebDriver): Promise<{ gloss: DOMRect; line: DOMRect; height: number }> {
  return browser.executeScript(() => ({
    gloss: document.querySelector('.gloss')!.getBoundingClientRect(),
    line: document.querySelector('.mark[data-open]')!.getBoundingClientRect(),
    height: innerHeight,
  }));
}

/** The number of dark green pixels in a PNG, which is given in base64. */
async function green(browser: WebDriver, picture: string): Promise<number> {
  await browser.get('about:blank');
  return browser.executeAsyncScript((picture: string, done: (count: number) => void) => {
    const image = new Image();
    image.onload = () => {
      const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
      const context = canvas.getContext('2d')!;
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(0, 0, image.width, image.height);
      let count = 0;
      for (let at = 0; at < data.length; at += 4) {
        if (data[at] < 60 && data[at + 1] > 80 && data[at + 1] < 140 && data[at + 2] < 90) count += 1;
      }
      done(count);
    };
    image.src = `data:image/png;base64,${picture}`;
  }, picture);
}

async function start(port: number): Promise<WebDriver> {
  const address = `http://127.0.0.1:${port}`;
  const isReady = () => fetch(`${address}/status`).then(({ ok }) => ok, () => false);
  await expect.poll(isReady).toBe(true);
  return new Builder().usingServer(address).withCapabilities({ browserName: 'MiniBrowser' }).build();
}

function end(driver: ChildProcess): void {
  if (driver.pid !== undefined) process.kill(-driver.pid);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}
