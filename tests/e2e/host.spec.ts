import { annotatePage, clickWords, expect, expectNoReport, gloss, painted, pointOf, test } from './host';
import { expectAccessible } from './support';

test('the text, blocks, date and links of a page’s article are read', async ({ page, host }) => {
  await host.annotateFixture();
  const { text, annotations } = await page.evaluate(() => {
    const { text, annotations } = (window as any).handle;
    return { text, annotations };
  });
  expect(text).toBe(
    `Le port de Saint-Nazaire reprend son souffle

Après trois semaines de grève, le trafic repart. Emmanuel Macron est attendu vendredi à Nantes.

Par Hélène Marchand · jeudi

La reprise a été votée jeudi matin par 1 240 dockers, soit 62 % des votants, a déclaré le président du port, Jean-Marc Delattre. «\u00a0Nous avons été entendus\u00a0», a-t-il ajouté devant les grilles.

Selon le ministère des Transports, le conflit a coûté 45 millions d’euros à la région. Mme Annie Legendre, ministre des Transports, doit recevoir les syndicats à Paris le 12 janvier.

Un accord en deux temps

La direction promet 150 embauches. La CGT, elle, demande des garanties à l’Union européenne.

Le terminal de Montoir-de-Bretagne, en Loire-Atlantique.

À Brest, la grève continue.

À Marseille, elle a pris fin mardi.

« Rien n’est réglé », a prévenu Jean-Marc Delattre.

Emmanuel Macron doit se rendre à Saint-Nazaire
avant la fin du mois. Le chef de l’État y était venu en 2019.`,
  );
  expect(annotations.schema).toBe('manicule/1');
  expect(annotations.date).toBe('2022-01-06');
  expect(annotations.title).toBe('Le port de Saint-Nazaire reprend son souffle');
  const [link] = annotations.links;
  expect(link.url).toBe('https://www.exemple.fr/2022/01/05/le-conflit-du-port-en-cinq-dates');
  expect(link.anchor.text).toBe('le ministère des Transports');
  expect(annotations.figures.find((figure: any) => figure.text.includes('vendredi')).iso).toBe('2022-01-07');
  const words = await painted(page);
  expect(words.person).toContain('Emmanuel Macron');
  expect(words.place).toContain('Brest');
  expect(words.figure?.join()).toContain('62 %');
  expect(Object.values(words).flat().join()).not.toMatch(/Italie|Dunkerque|Berlin|Tokyo|Londres/);
  await expectNoReport(page);
});

test('the page does not change while it is annotated, with an open card, or after destroy', async ({ page, host }) => {
  await host.openFixture();
  await page.evaluate(() => {
    const range = new Range();
    range.selectNodeContents(document.querySelector('h1')!);
    (CSS as any).highlights.set('of-the-page', new (window as any).Highlight(range));
  });
  const look = () =>
    page.evaluate(() => ({
      html: document.querySelector('article')!.outerHTML,
      sheets: document.adoptedStyleSheets.length,
      children: document.body.children.length,
      head: document.head.innerHTML,
      highlights: [...(CSS as any).highlights.keys()],
      // All computed properties of all elements of the page.
      styles: [...document.querySelectorAll('body > header, body > main, main *')].map((element) => {
        const style = getComputedStyle(element);
        return [...style].map((name) => `${name}: ${style.getPropertyValue(name)}`).join('; ');
      }),
    }));
  const before = await look();
  await annotatePage(page);
  const during = await look();
  expect(during.html).toBe(before.html);
  expect(during.styles).toEqual(before.styles);
  expect(during.head).toBe(before.head);
  expect(during.highlights).toContain('of-the-page');
  await clickWords(page, 'Emmanuel Macron');
  await expect(gloss(page)).toBeVisible();
  // Away from the highlight, over which the cursor changes.
  await page.mouse.move(2, 2);
  await expect.poll(async () => (await look()).styles).toEqual(before.styles);
  expect((await look()).html).toBe(before.html);
  await page.evaluate(() => (window as any).handle.destroy());
  expect(await look()).toEqual(before);
  await expectNoReport(page);
});

test('a click opens the card; Esc, its button and a click elsewhere close it', async ({ page, host }) => {
  await host.annotateFixture();
  const heard = () => page.evaluate(() => (window as any).heard);
  await page.evaluate(() => {
    const heard: unknown[] = [];
    (window as any).heard = heard;
    for (const name of ['select', 'dismiss']) {
      document.addEventListener(`manicule:${name}`, (event) => heard.push([name, (event as CustomEvent).detail.id]));
    }
  });
  await clickWords(page, 'Jean-Marc Delattre');
  const title = gloss(page).getByRole('heading', { level: 2 });
  await expect(title).toHaveText('Jean-Marc Delattre');
  await expect(title).toBeFocused();
  const [[name, id]] = (await heard()) as [[string, string]];
  expect([name, id]).toEqual(['select', expect.stringMatching(/^e\d+$/)]);
  await page.keyboard.press('Escape');
  await expect(gloss(page)).toHaveCount(0);
  expect((await heard()).at(-1)).toEqual(['dismiss', id]);
  await clickWords(page, '45 millions');
  await expect(gloss(page)).toContainText('45');
  await gloss(page).getByRole('button', { name: 'Fermer' }).click();
  await expect(gloss(page)).toHaveCount(0);
  await clickWords(page, 'Brest');
  await expect(gloss(page)).toBeVisible();
  await clickWords(page, 'la grève continue');
  await expect(gloss(page)).toHaveCount(0);
  await expectNoReport(page);
});

test('clicks on the page’s links and selecting text do not open a card', async ({ page, host }) => {
  await host.annotateFixture();
  await page.evaluate(() => {
    document.querySelector('#cited')!.addEventListener('click', (event) => {
      event.preventDefault();
      (window as any).followed = true;
    });
  });
  await clickWords(page, 'ministère');
  expect(await page.evaluate(() => (window as any).followed)).toBe(true);
  await expect(gloss(page)).toHaveCount(0);
  const from = await pointOf(page, 'Jean-Marc Delattre');
  await page.mouse.move(from.x - 60, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 30, from.y, { steps: 5 });
  await page.mouse.up();
  expect(await page.evaluate(() => String(getSelection()))).toContain('Marc');
  await expect(gloss(page)).toHaveCount(0);
});

test('over highlights alone the cursor is a hand and a preview shows', async ({ page, host }) => {
  await host.annotateFixture();
  const cursor = () => page.evaluate(() => getComputedStyle(document.querySelector('article p:nth-of-type(1)')!).cursor);
  const preview = page.locator('.preview');
  const at = await pointOf(page, 'Jean-Marc Delattre');
  // There are no highlights next to the article.
  const beside = 1000;
  await page.mouse.move(beside, at.y);
  await expect(preview).toHaveCount(0);
  await page.mouse.move(at.x, at.y);
  await expect.poll(() => page.evaluate(({ x, y }) => getComputedStyle(document.elementFromPoint(x, y)!).cursor, at)).toBe('pointer');
  await expect(preview).toContainText('Jean-Marc Delattre');
  await expect(preview).toContainText('personne · 2 mentions');
  const box = (await preview.boundingBox())!;
  expect(box.y).toBeGreaterThanOrEqual(at.y);
  await page.mouse.move(at.x + 5, box.y + box.height / 2, { steps: 8 });
  await page.waitForTimeout(500);
  await expect(preview).toBeVisible();
  await page.mouse.move(beside, at.y);
  await expect(preview).toHaveCount(0);
  expect(await cursor()).not.toBe('pointer');
  // Scrolling a little cancels the preview until the pointer moves again, even over the same words.
  await page.mouse.move(at.x, at.y);
  await page.evaluate(() => new Promise((resolve) => {
    addEventListener('scroll', resolve, { once: true });
    scrollBy({ top: 2, behavior: 'instant' });
  }));
  await page.waitForTimeout(700);
  await expect(preview).toHaveCount(0);
  await page.mouse.move(at.x + 3, at.y);
  await expect(preview).toContainText('Jean-Marc Delattre');
});

test('every highlight can be reached with the keyboard, through the list', async ({ page, host }) => {
  await host.annotateFixture();
  await page.locator('.bar a').first().focus();
  const button = page.getByRole('button', { name: /^Repères de l’article/ });
  await button.focus();
  await page.keyboard.press('Enter');
  const list = page.getByRole('dialog', { name: 'Repères de l’article' });
  await expect(list.getByRole('heading', { level: 2 })).toBeFocused();
  await expectAccessible(page);
  const item = list.getByRole('button', { name: 'Jean-Marc Delattre, personne, 2 mentions' });
  await item.focus();
  await page.keyboard.press('Enter');
  await expect(list).toHaveCount(0);
  await expect(gloss(page).getByRole('heading', { level: 2 })).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(button).toBeFocused();
  await expectNoReport(page);
});
