import { counts, expect, markup, test } from './host';

const STORY = `<article id="story"><h1>Marée haute à Saint-Malo</h1>
  <p>Le maire, Louis Kermarec, a compté 1 200 curieux jeudi. La fête a coûté 45 000 euros à la ville.</p></article>`;
const TAG = '<script type="module" src="/manicule.js" data-target="#story" data-mentions></script>';

/** What scripts of old pages do to the language and the browser, before any other script runs. */
const OLD: Record<string, () => void> = {
  'a Promise without finally and allSettled': () => {
    const Native = Promise;
    type Run = ConstructorParameters<typeof Promise>[0];
    function Early(this: any, run: Run) {
      const inner = new Native(run);
      this.then = (done: any, failed: any) => new (Early as any)((resolve: any, reject: any) => inner.then(done, failed).then(resolve, reject));
      this.catch = (failed: any) => this.then(null, failed);
    }
    Early.resolve = (value: any) => new (Early as any)((resolve: any) => resolve(value));
    Early.reject = (value: any) => new (Early as any)((_: any, reject: any) => reject(value));
    Early.all = (all: any) => new (Early as any)((resolve: any, reject: any) => Native.all(all).then(resolve, reject));
    Object.assign(window, { Promise: Early });
  },
  'a Promise that cannot be constructed': () => {
    Object.assign(window, { Promise: { resolve: (value: any) => ({ then: (done: any) => done(value) }) } });
  },
  'a bind that ignores bound arguments': () => {
    Function.prototype.bind = function (this: any, self: any) {
      return (...given: any[]) => this.apply(self, given);
    } as any;
  },
  'toJSON of arrays and strings': () => {
    const quote = function (this: any) {
      return `"${this}"`;
    };
    Object.assign(Array.prototype, { toJSON: quote });
    Object.assign(String.prototype, { toJSON: quote });
  },
  'an enumerable property of every object': () => {
    Object.assign(Object.prototype, { extend: (other: any) => other, each: () => {}, $family: 'object' });
  },
  'enumerable methods of arrays': () => {
    Object.assign(Array.prototype, { each: () => {}, contains: () => true, last: () => null });
  },
  'an Array.from that wraps': () => {
    Array.from = ((item: any) => (item == null ? [] : Array.isArray(item) ? item : [item])) as any;
  },
  'a remove that only hides': () => {
    Element.prototype.remove = function () {
      (this as HTMLElement).hidden = true;
    };
  },
  'append, prepend and replaceWith of another meaning': () => {
    Object.assign(Element.prototype, { append: () => {}, prepend: () => {}, replaceWith: () => {} });
  },
  'no requestIdleCallback': () => {
    Object.assign(window, { requestIdleCallback: undefined });
  },
  'a requestIdleCallback that passes nothing': () => {
    Object.assign(window, { requestIdleCallback: (run: () => void) => setTimeout(run, 1) });
  },
  'a CustomEvent of the early kind': () => {
    const Early = function (name: string, given: any = {}) {
      const event = document.createEvent('CustomEvent');
      event.initCustomEvent(name, given.bubbles ?? false, given.cancelable ?? false, given.detail);
      return event;
    };
    Early.prototype = Event.prototype;
    Object.assign(window, { CustomEvent: Early });
  },
};

for (const [what, change] of Object.entries(OLD)) {
  test(`works on a page with ${what}`, async ({ page, host }) => {
    await page.addInitScript(change);
    await host.open({ head: TAG, body: STORY });
    const before = await markup(page, '#story');
    await expect.poll(() => counts(page)).toMatchObject({ person: 1, figure: 2 });
    expect(await markup(page, '#story')).toBe(before);
    const mentions = await page.locator('script[type="application/ld+json"]').textContent();
    expect(JSON.parse(mentions!).mentions.map(({ name }: { name: string }) => name)).toContain('Louis Kermarec');

    await host.open({ body: STORY });
    const whole = await page.content();
    await page.evaluate(async () => {
      const { annotatePage } = await import('/manicule.js' as string);
      const handle = await annotatePage('#story', { kinds: ['person'], mentions: true });
      const { id } = handle.annotations.entities.find((entity: { class: string }) => entity.class === 'person');
      if (!handle.select(id)) throw new Error('not found');
      handle.destroy();
    });
    expect(await page.content()).toBe(whole);
    expect(host.said).toEqual([]);
  });
}

test('works where CSS is replaced and has no highlights', async ({ page, host }) => {
  await page.addInitScript(() => Object.assign(window, { CSS: { escape: (words: string) => words } }));
  await host.open({ head: TAG, body: STORY });
  await expect.poll(() => page.evaluate(() => document.querySelector('#story')!.textContent)).toContain('Louis Kermarec');
  await expect.poll(() => page.locator('#story p > *').count()).toBeGreaterThan(1);
  expect(host.said).toEqual([]);
});
