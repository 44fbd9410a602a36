// What differs between WebKitGTK, which has Safari's engine, and Chromium. What every engine must do is in
// `engines.spec.ts`.
import { expect as patient, test } from '@playwright/test';

import { type Browser, inEngine, WEBKIT } from './engines';

/** The driver is slow on a busy machine. */
const expect = patient.configure({ timeout: 20_000 });

inEngine(WEBKIT, (get) => {
  test.beforeEach(async () => {
    const { browser, site } = get();
    await browser.open(`${site.origin}/`);
    await expect.poll(() => browser.evaluate(() => document.querySelectorAll('.mark').length)).toBeGreaterThan(60);
  });

  test('highlights on the reading page have the line style of their kind', async () => {
    const line = await get().browser.evaluate(() => {
      const { textDecorationLine, textDecorationStyle } = getComputedStyle(document.querySelector('.mark.place')!);
      return `${textDecorationLine} ${textDecorationStyle}`;
    });
    expect(line).toBe('underline dotted');
  });

  test('the card opens next to its line, stays on the screen, and closes', async () => {
    const { browser } = get();
    for (const index of [3, 30, 60]) {
      await browser.click(await pointOfMark(browser, index));
      const isOpen = () => browser.evaluate((index) => document.querySelectorAll('.mark')[index]!.hasAttribute('data-open'), index);
      await expect.poll(isOpen).toBe(true);
      await expect.poll(() => browser.evaluate(() => document.activeElement!.id)).toBe('gloss-title');
      const { gloss, line, height } = await places(browser);
      expect(gloss.left).toBeGreaterThan(line.right);
      expect(gloss.top).toBeLessThanOrEqual(line.bottom);
      expect(gloss.bottom).toBeGreaterThan(line.top);
      expect(gloss.top).toBeGreaterThanOrEqual(0);
      expect(gloss.bottom).toBeLessThanOrEqual(height);
    }
    await browser.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
    const { gloss, height } = await places(browser);
    expect(gloss.top).toBeLessThan(height);
    await browser.press('Escape');
    await expect.poll(() => browser.evaluate(() => document.querySelector('.gloss') === null)).toBe(true);
  });

  test('a dialog is as high as its content', async () => {
    const { browser } = get();
    await browser.evaluate(() => document.querySelector<HTMLElement>('.masthead button')!.click());
    await expect.poll(() => browser.evaluate(() => document.querySelector('dialog[open]') !== null)).toBe(true);
    const [dialog, content] = await browser.evaluate(() => {
      const dialog = document.querySelector('dialog[open]')!;
      const [first, last] = [dialog.firstElementChild!, dialog.lastElementChild!];
      return [dialog.getBoundingClientRect().height, last.getBoundingClientRect().bottom - first.getBoundingClientRect().top];
    });
    expect(dialog! - content!).toBeLessThan(64);
    expect(dialog).toBeLessThan(700);
  });
});

/** Scrolls to the highlight with this number on the reading page. Returns a point on its words. */
function pointOfMark(browser: Browser, index: number): Promise<{ x: number; y: number }> {
  return browser.evaluate((index) => {
    const mark = document.querySelectorAll('.mark')[index]!;
    mark.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { x, y, width, height } = mark.getClientRects()[0]!;
    return { x: x + width / 2, y: y + height / 2 };
  }, index);
}

/** Positions of the open card and its highlight on the screen, and the height of the screen, in CSS pixels. */
function places(browser: Browser): Promise<{ gloss: DOMRect; line: DOMRect; height: number }> {
  return browser.evaluate(() => ({
    gloss: document.querySelector('.gloss')!.getBoundingClientRect(),
    line: document.querySelector('.mark[data-open]')!.getBoundingClientRect(),
    height: innerHeight,
  }));
}
