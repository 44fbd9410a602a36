import { annotated, gloss, openSample, pasteArticle } from './article';
import { expect, expectAccessible, test } from './support';
import type { Locator, Page } from '@playwright/test';

/** The group of the index with this heading. */
function group(page: Page, heading: string): Locator {
  const heads = page.getByRole('heading', { level: 3, name: heading, exact: true });
  return page.locator('.index .group').filter({ has: heads });
}

/** The names in a group, in order. */
function names(page: Page, heading: string): Promise<string[]> {
  return group(page, heading).locator('.entry-name').allTextContents();
}

test('the index lists each entity once, the most mentioned first', async ({ page }) => {
  await openSample(page);
  const people = await names(page, 'Personnes');
  expect(people.slice(0, 2)).toEqual(['Nursultan Nazarbayev', 'Kassym-Jomart Tokayev']);
  expect(new Set(people).size).toBe(people.length);
  const first = group(page, 'Personnes').locator('.entry').first();
  await expect(first).toHaveAccessibleName(/^Nursultan Nazarbayev, personne, \d+ mentions$/);
  await expectAccessible(page);
});

test('an entry of the index opens the card and scrolls to the words; Back closes it', async ({ page }) => {
  await openSample(page);
  await group(page, 'Organisations').getByRole('button', { name: /^Chevron/ }).click();
  await expect(gloss(page).getByRole('heading', { level: 2 })).toHaveText('Chevron');
  await expect(page.locator('article mark', { hasText: /^Chevron$/ })).toBeInViewport();
  await page.goBack();
  await expect(gloss(page)).toHaveCount(0);
});

test('the search of the index ignores accents and case, and finds aliases', async ({ page }) => {
  await openSample(page);
  const search = page.getByRole('searchbox', { name: 'Chercher dans l’index' });
  await search.fill('etats');
  await expect(page.locator('.index .entry-name')).toHaveText(['États-Unis']);
  // In the field, letters are text and not shortcuts.
  await search.fill('');
  await search.pressSequentially('otsc');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.locator('.index .entry-name')).toHaveText(['Organisation du traité de sécurité collective']);
  await search.fill('Atlantide');
  await expect(page.locator('.index').getByRole('status')).toHaveText('L’article ne nomme rien de tel.');
  await search.fill('');
  await expect(group(page, 'Personnes')).toBeVisible();
});

test('dates are in chronological order, each once, with recurring dates last', async ({ page }) => {
  await openSample(page);
  await pasteArticle(
    page,
    'Une histoire\n\nLe 6 janvier 2022, à 14h30, rien. En mai 2019 non plus. Fondée en 1991, elle a été vendue le ' +
      '3 mars 2018, puis chaque lundi. Le jeudi 6 janvier 2022 aussi. Au XIXe siècle, rien.',
  );
  await annotated(page);
  expect(await names(page, 'Dates')).toEqual([
    'XIXᵉ siècle',
    '1991',
    'samedi 3 mars 2018',
    'mai 2019',
    'jeudi 6 janvier 2022, 14:30',
    'jeudi 6 janvier 2022',
    'chaque lundi',
  ]);
});

test('the map has a dot for each place, and the card of a place has a map with one dot', async ({ page }) => {
  await openSample(page);
  const map = group(page, 'Lieux').getByRole('img', { name: 'Carte des lieux' });
  await expect(map).toBeVisible();
  const dots = await map.locator('circle').count();
  expect(dots).toBeGreaterThan(5);
  await expect(map.locator('title')).toContainText(['Almaty']);
  await page.locator('article mark.place', { hasText: /^Almaty$/ }).first().click();
  await expect(gloss(page).getByRole('img', { name: 'Carte des lieux' }).locator('circle')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await page.locator('article mark.person').first().click();
  await expect(gloss(page).getByRole('img')).toHaveCount(0);
});

test('a long list is shortened until the reader asks for all of it', async ({ page }) => {
  await openSample(page);
  const figures = group(page, 'Chiffres');
  const all = await page.locator('article mark.figure').count();
  await expect(figures.locator('.entry')).toHaveCount(12);
  await figures.getByRole('button', { name: `Tout montrer (${all})` }).click();
  await expect(figures.locator('.entry')).toHaveCount(all);
});

test('an article without annotations has no index', async ({ page }) => {
  await openSample(page);
  await pasteArticle(page, 'Il fait beau. Rien de plus.');
  await expect(page.locator('.dateline-status')).toHaveText('Rien à annoter dans ce texte.');
  await expect(page.locator('.index')).toHaveCount(0);
});

test('the index lists the cited links and finds them by host; Back closes the card of a link', async ({ page }) => {
  await openSample(page);
  const cited = await page.locator('.notes .link-title').allTextContents();
  expect(await names(page, 'Liens')).toEqual(cited);
  await page.getByRole('searchbox').fill('reuters.com');
  await expect(page.locator('.index .entry-name')).toHaveText(cited);
  await group(page, 'Liens').getByRole('button').first().click();
  await expect(gloss(page).getByRole('heading', { level: 2 })).toHaveText(cited[0]!);
  await expect(page.locator('article a.link').first()).toBeInViewport();
  await expect(page).toHaveURL(/#h=bitcoin-network-power/);
  await page.goBack();
  await expect(gloss(page)).toHaveCount(0);
  await expect(page.locator('article')).toBeVisible();
});

test('with forced colours the map’s land is an outline, and the timeline keeps its dots', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await openSample(page);
  const colours = await page.locator('.index .map').evaluate((map) => {
    const [land, ground] = [getComputedStyle(map.querySelector('path')!), getComputedStyle(map)];
    return { land: land.fill, ground: ground.backgroundColor, outline: land.stroke };
  });
  expect(colours.land).toBe(colours.ground);
  expect(colours.outline).not.toBe(colours.ground);
  const dot = group(page, 'Dates').locator('.entry').first();
  const colour = await dot.evaluate((entry) => getComputedStyle(entry, '::before').backgroundColor);
  expect(colour).toBe(colours.outline);
});
