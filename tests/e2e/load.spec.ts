import { SAMPLE, bytesFile, content, gloss, marks, openSample, pasteArticle } from './article';
import { drop, expect, expectAccessible, pick, test, textFile } from './support';
import { serveFolder } from './support.server';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const STORY = 'Marée haute à Saint-Malo\n\nLe maire, Louis Kermarec, a compté 1 200 curieux jeudi.\n';

test('the page opens with the sample, its title and its annotations', async ({ page }) => {
  await openSample(page);
  await expect(page).toHaveTitle(/^Kazakhstan\s: .* – Manicule$/);
  expect(await content(page)).toBe(SAMPLE);
  await expect(page.locator('article mark').first()).toBeVisible();
});

test('an article can be pasted, dropped or picked', async ({ page }) => {
  await openSample(page);
  await pasteArticle(page, STORY);
  await expect(page).toHaveTitle('Marée haute à Saint-Malo – Manicule');
  await drop(page, textFile('maree.txt', `${STORY}Encore.`));
  await expect(page.locator('.dateline-source')).toHaveText('maree.txt');
  await expect.poll(() => content(page)).toBe(`${STORY}Encore.`);
  await pick(page, textFile('autre.txt', STORY));
  await expect(page.locator('.dateline-source')).toHaveText('autre.txt');
  await expect.poll(() => content(page)).toBe(STORY);
});

test('text can be pasted into the dialog with the keyboard alone', async ({ page }) => {
  await openSample(page);
  await page.keyboard.press('o');
  await page.getByLabel('Texte de l’article').fill(STORY);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect.poll(() => content(page)).toBe(STORY);
  await page.getByRole('button', { name: 'Ouvrir', exact: true }).click();
  await page.getByRole('button', { name: 'Revenir à l’article d’exemple' }).click();
  await expect.poll(() => content(page)).toBe(SAMPLE);
});

test('?src= opens an article of this origin, or of another that allows it; Back returns', async ({ page, site, problems }) => {
  const folder = await mkdtemp(join(tmpdir(), 'manicule-'));
  await writeFile(join(folder, 'maree.txt'), STORY);
  const open = await serveFolder(folder, { 'Access-Control-Allow-Origin': '*' });
  await page.goto(`/?src=${encodeURIComponent(`${open.origin}/maree.txt`)}`);
  await expect.poll(() => content(page)).toBe(STORY);
  await page.getByRole('button', { name: 'Ouvrir', exact: true }).click();
  await page.getByRole('button', { name: 'Revenir à l’article d’exemple' }).click();
  await expect.poll(() => content(page)).toBe(SAMPLE);
  expect(new URL(page.url()).search).toBe('');
  await page.goBack();
  await expect.poll(() => content(page)).toBe(STORY);
  await open.close();
  await rm(folder, { recursive: true });
  // Requests to the other server are expected.
  expect(problems.every((problem) => problem.includes(open.origin) && !problem.includes(site.origin))).toBe(true);
  problems.length = 0;
});

test('Latin-1 and UTF-16 files are decoded', async ({ page }) => {
  await openSample(page);
  const latin = [...'Été'].map((letter) => letter.codePointAt(0)!);
  await pick(page, bytesFile('latin1.txt', latin));
  await expect.poll(() => content(page)).toBe('Été');
  await pick(page, bytesFile('utf16.txt', [0xff, 0xfe, ...latin.flatMap((unit) => [unit & 0xff, unit >> 8])]));
  await expect(page.locator('.dateline-source')).toHaveText('utf16.txt');
  await expect.poll(() => content(page)).toBe('Été');
  await pick(page, bytesFile('marque.txt', [0xef, 0xbb, 0xbf, 0x4f, 0x6b]));
  await expect.poll(() => content(page)).toBe('Ok');
});

test('a UTF-8 file with a cut or damaged character keeps its other accents', async ({ page }) => {
  await openSample(page);
  const bytes = [...Buffer.from('La marée à Saint-Malo a été forte…')];
  await pick(page, bytesFile('coupe.txt', bytes.slice(0, -1)));
  await expect.poll(() => content(page)).toBe('La marée à Saint-Malo a été forte');
  await pick(page, bytesFile('abime.txt', bytes.with(bytes.indexOf(0xa9), 0x20)));
  await expect.poll(() => content(page)).toBe('La mar\ufffd e à Saint-Malo a été forte…');
});

test.describe('an input that cannot be read gives an error, and the article stays', () => {
  const files: [string, number[], RegExp][] = [
    ['vide.txt', [0x20, 0x0a], /vide/],
    ['image.txt', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d], /Ce n’est pas du texte/],
    ['papier.txt', [...Buffer.from('%PDF-1.7\n')], /PDF/],
    ['page.txt', [...Buffer.from('<!DOCTYPE html><p>Bonjour')], /page web/],
  ];
  for (const [name, bytes, message] of files) {
    test(name, async ({ page }) => {
      await openSample(page);
      await pick(page, bytesFile(name, bytes));
      await expect(page.getByRole('alert')).toHaveText(message);
      expect(await content(page)).toBe(SAMPLE);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('alert')).toHaveText('');
    });
  }

  test('Esc closes the error first, then the card', async ({ page }) => {
    await openSample(page);
    await marks(page, 'Reuters').first().click();
    await pick(page, textFile('vide.txt', ' '));
    await expect(page.getByRole('alert')).toHaveText(/vide/);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('alert')).toHaveText('');
    await expect(gloss(page)).toBeVisible();
  });

  test('a file that is too large', async ({ page }) => {
    await openSample(page);
    await pick(page, textFile('gros.txt', 'a'.repeat(20 * 1024 * 1024 + 1)));
    await expect(page.getByRole('alert')).toHaveText(/20 Mo/);
    expect(await content(page)).toBe(SAMPLE);
  });

  test('an address that is invalid, not found, or refused', async ({ page, problems }) => {
    await openSample(page);
    const closed = await serveFolder('articles');
    const addresses: [string, RegExp][] = [
      ['', /pas valable/],
      ['javascript:alert(1)', /pas valable/],
      ['/rien.txt', /rien à cette adresse/],
      ['/', /page web/],
      [`${closed.origin}/kazakhstan-janvier-2022.fr.txt`, /ne permet pas/],
    ];
    for (const [address, message] of addresses) {
      await page.getByRole('button', { name: 'Ouvrir', exact: true }).click();
      await page.getByLabel('Adresse d’un article').fill(address);
      await page.keyboard.press('Enter');
      await expect(page.getByRole('alert')).toHaveText(message);
      expect(await content(page)).toBe(SAMPLE);
    }
    await closed.close();
    problems.length = 0;
  });

  test('an article that is too large is not downloaded to its end', async ({ page, problems }) => {
    await page.route('**/gros.txt', (route) =>
      route.fulfill({ contentType: 'text/plain', body: 'a'.repeat(20 * 1024 * 1024 + 1) }),
    );
    await page.goto('/?src=gros.txt');
    await expect(page.getByRole('alert')).toHaveText(/20 Mo/);
    // There was no previous article, so the sample is shown.
    await expect.poll(() => content(page)).toBe(SAMPLE);
    problems.length = 0;
  });
});

test('without the language pack, figures and links are still highlighted', async ({ page, problems }) => {
  await page.route('**/fr-*.bin', (route) => route.fulfill({ status: 404, body: '' }));
  await page.goto('/');
  await expect(page.locator('.dateline-status')).toHaveText(/noms n’ont pas pu/);
  await expect(page.locator('article .cite')).toHaveCount(4);
  await expect(page.locator('article mark.figure').first()).toBeVisible();
  problems.length = 0;
});

test('a damaged language pack is treated as a missing one', async ({ page }) => {
  await page.route('**/fr-*.bin', (route) => route.fulfill({ body: 'not a pack' }));
  await page.goto('/');
  await expect(page.locator('.dateline-status')).toHaveText(/noms n’ont pas pu/);
  expect(await content(page)).toBe(SAMPLE);
});

test('on a slow network a progress bar shows, and the pack is requested only after the text', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  let give = () => {};
  const isWanted = new Promise<void>((resolve) => (give = resolve));
  await page.route('**/*.wasm', async (route) => {
    await isWanted;
    await route.continue();
  });
  await page.goto('/');
  await expect(page.getByRole('progressbar', { name: 'Chargement' })).toBeVisible();
  await page.waitForTimeout(300);
  expect(asked.filter((url) => url.endsWith('.bin'))).toEqual([]);
  give();
  await expect(page.locator('article mark.person').first()).toBeVisible();
  expect(asked.filter((url) => url.endsWith('.bin'))).toHaveLength(1);
});

test('a program that does not arrive is told after ten seconds, until it starts', async ({ page }) => {
  let give = () => {};
  const isWanted = new Promise<void>((resolve) => (give = resolve));
  await page.route('**/*.wasm', async (route) => {
    await isWanted;
    await route.continue();
  });
  await page.goto('/');
  const message = page.locator('.waiting-late');
  await expect(page.getByRole('progressbar', { name: 'Chargement' })).toBeVisible();
  await expect(message).toBeHidden();
  const delay = await message.evaluate((message) => {
    const [animation] = message.getAnimations();
    const delay = animation.effect!.getTiming().delay;
    // The ten seconds pass at once.
    animation.finish();
    return delay;
  });
  expect(delay).toBe(10_000);
  await expect(message).toBeVisible();
  await expect(message).toContainText('rechargez la page');
  await expect(message).toContainText('load the page again');
  await expectAccessible(page);
  give();
  await expect(page.locator('article mark.person').first()).toBeVisible();
  await expect(message).toHaveCount(0);
});

test('a program that cannot start is told instead of one that is late', async ({ page, problems }) => {
  await page.route('**/*.wasm', (route) => route.fulfill({ status: 404, body: '' }));
  await page.goto('/');
  await expect(page.getByRole('alert')).toHaveText(/n’a pas pu démarrer/);
  await page.locator('.waiting-late').evaluate((message) => message.getAnimations().forEach((animation) => animation.finish()));
  await expect(page.locator('.waiting-late')).toBeHidden();
  problems.length = 0;
});
