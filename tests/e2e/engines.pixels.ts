import type { Browser } from './engines';

/** A part of the viewport, in CSS pixels. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The colours of a part of a picture, each from 0 to 255. */
export interface Colours {
  /** The most frequent colour: the background, if the words are on one. */
  ground: [number, number, number];
  /** The colour with the highest contrast to it: the text. */
  ink: [number, number, number];
}

/** The number of pixels in which two screenshots differ inside `box`. The page is left for an empty one. */
export async function difference(browser: Browser, one: string, other: string, box: Box): Promise<number> {
  const [before, after] = [await pixels(browser, one, box), await pixels(browser, other, box)];
  let count = 0;
  for (let at = 0; at < before.length; at += 4) {
    const distance = [0, 1, 2].map((part) => Math.abs(before[at + part]! - after[at + part]!));
    if (Math.max(...distance) > 8) count += 1;
  }
  return count;
}

/** The colours of a screenshot inside `box`. The page is left for an empty one. */
export async function colours(browser: Browser, picture: string, box: Box): Promise<Colours> {
  const all = await pixels(browser, picture, box);
  const counts = new Map<string, number>();
  for (let at = 0; at < all.length; at += 4) {
    const colour = all.slice(at, at + 3).join();
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const parse = (colour: string) => colour.split(',').map(Number) as [number, number, number];
  const ground = parse([...counts].sort(([, one], [, other]) => other - one)[0]![0]);
  const ink = [...counts.keys()].map(parse).sort((one, other) => contrast(other, ground) - contrast(one, ground))[0]!;
  return { ground, ink };
}

/** The contrast ratio of two colours, as WCAG 2.2 defines it: 1 to 21. */
export function contrast(one: number[], other: number[]): number {
  const luminance = (colour: number[]) => {
    const [red, green, blue] = colour
      .map((part) => part / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
  };
  const [light, dark] = [luminance(one), luminance(other)].sort((one, other) => other - one);
  return (light! + 0.05) / (dark! + 0.05);
}

/** The pixels of a PNG inside `box`: red, green, blue and alpha of each, row by row. */
async function pixels(browser: Browser, picture: string, box: Box): Promise<number[]> {
  await browser.open('about:blank');
  return browser.evaluate(
    async (picture, { x, y, width, height }) => {
      const image = new Image();
      image.src = `data:image/png;base64,${picture}`;
      await image.decode();
      const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
      const context = canvas.getContext('2d')!;
      context.drawImage(image, 0, 0);
      return [...context.getImageData(Math.floor(x), Math.floor(y), Math.ceil(width), Math.ceil(height)).data];
    },
    picture,
    box,
  );
}
