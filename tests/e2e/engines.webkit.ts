// WebKitGTK, which has Safari's engine, on a virtual screen.
import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

import { expect } from '@playwright/test';
import { Builder, Key, Origin, type WebDriver } from 'selenium-webdriver';

import { type Browser, call, SIZE } from './engines';

const KEYS = { Escape: Key.ESCAPE, Tab: Key.TAB, Enter: Key.ENTER };

export async function startWebkit(): Promise<Browser> {
  const port = await freePort();
  // In its own process group, so that the virtual screen and the browser can be ended with it.
  const driver = spawn('xvfb-run', ['-a', 'WebKitWebDriver', `--port=${port}`], { detached: true, stdio: 'ignore' });
  const browser = await connect(port).catch((error) => {
    end(driver);
    throw error;
  });
  return {
    problems: [],
    // Another page first: an address that differs only in its fragment would not be loaded again.
    open: (address) => browser.get('about:blank').then(() => browser.get(address)),
    evaluate: async (run, ...args) => {
      // The driver cannot return `undefined`.
      const script = `const done = (result) => arguments[0](JSON.stringify(result));
        (async () => ${call(run, args)})().then((value) => done({ value }), (error) => done({ error: String(error) }))`;
      const { value, error } = JSON.parse(await browser.executeAsyncScript<string>(script));
      if (error) throw new Error(error);
      return value;
    },
    click: async (point) => {
      const [x, y] = [Math.round(point.x), Math.round(point.y)];
      await browser.actions().move({ x, y, origin: Origin.VIEWPORT }).click().perform();
    },
    press: (key) => browser.actions().sendKeys(KEYS[key]).perform(),
    screenshot: () => browser.takeScreenshot(),
    close: async () => {
      await browser.quit().finally(() => end(driver));
    },
  };
}

async function connect(port: number): Promise<WebDriver> {
  const address = `http://127.0.0.1:${port}`;
  const isReady = () => fetch(`${address}/status`).then(({ ok }) => ok, () => false);
  await expect.poll(isReady, { timeout: 20_000 }).toBe(true);
  const browser = await new Builder().usingServer(address).withCapabilities({ browserName: 'MiniBrowser' }).build();
  await browser.manage().setTimeouts({ script: 10_000, pageLoad: 30_000 });
  await browser.manage().window().setRect(SIZE);
  return browser;
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
