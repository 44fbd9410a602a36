import { expect, expectAccessible, test } from './support';

test('the page opens with an article', async ({ page }) => {
  await page.goto('/');
  await expect(page).toHaveTitle(/Manicule/);
  await expect(page.getByRole('article')).toContainText(/\p{L}{3}/u);
});

test('the page is accessible as soon as it opens', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('article')).toContainText(/\p{L}{3}/u);
  await expectAccessible(page);
});
