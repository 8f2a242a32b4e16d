import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';

import { minimumSize } from '../../electron/shell/bounds.ts';
import { accessibilityFaults, keepPicture, openChromium } from '../support/chromiumPage.ts';
import { startRingside } from '../support/ringside.ts';

const chromium = openChromium();

const file = [
  'Full name;Firm;Mobile Phone;E-mail',
  'Μαρία Γεωργίου;Γεωργίου ΑΕ;+35799123456;maria@example.com',
  'أحمد الفارسي;;+35799000002;',
  'Αικατερίνη-Ευαγγελία Παπαδοπούλου-Κωνσταντινίδου;Ένωση Συνεταιριστικών Οργανώσεων;+35799000003;',
  'Maria Georgiou;;+35799000004;maria@example.com',
].join('\r\n');

async function importFile(page: Page): Promise<void> {
  const upload = { name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(file) };
  await page.locator('input[type=file]').setInputFiles(upload);
  await page.getByRole('button', { name: 'Import 4 contacts' }).waitFor();
}

test('somebody is imported, found and renamed by keyboard alone', async () => {
  const ringside = await startRingside();
  const page = await chromium.open(`${ringside.url}#/contacts/import`);
  await importFile(page);
  await page.getByRole('button', { name: 'Import 4 contacts' }).press('Enter');
  await page.getByRole('heading', { name: 'Contacts imported' }).waitFor();
  await page.getByRole('link', { name: 'Show contacts' }).press('Enter');
  await page.getByRole('row', { name: 'Μαρία Γεωργίου' }).waitFor();

  await page.keyboard.press('/');
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
  await page.keyboard.type('μαρια γ', { delay: 30 });
  await expect.poll(() => page.locator('[data-contact]').count()).toBe(1);
  await page.keyboard.press('Enter');
  await page.keyboard.press('e');
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Μαρία Νικολάου');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { name: 'Μαρία Νικολάου' }).waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => page.locator('[data-contact]').allTextContents()).toHaveLength(1);
  expect(await page.locator('.contact-cell-name').last().textContent()).toBe('Μαρία Νικολάου');
});

test('whoever is deleted comes back by undo', async () => {
  const ringside = await startRingside();
  const page = await chromium.open(`${ringside.url}#/contacts/new?number=%2B35722000111`);
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Bob');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Bob', exact: true }).waitFor();
  await page.keyboard.press('Delete');
  await page.getByRole('heading', { name: 'No contacts yet' }).waitFor();
  await page.keyboard.press('Control+z');
  await expect.poll(() => page.locator('[data-contact]').count()).toBe(1);
});

// Every state in three sizes takes its time on a busy machine.
describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  test('every state of the view can be used by everybody', async () => {
    const ringside = await startRingside();
    const page = await chromium.open(`${ringside.url}#/contacts`, { colorScheme, reducedMotion: 'reduce' });
    const look = async (name: string) => {
      for (const viewport of [{ width: 1400, height: 800 }, minimumSize, { width: 640, height: 400 }]) {
        await page.setViewportSize(viewport);
        await keepPicture(page, `contacts-${name}-${colorScheme}-${viewport.width}`);
        expect(await accessibilityFaults(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
      }
    };
    const go = (hash: string) => page.evaluate((to) => void (window.location.hash = to), hash);

    await page.getByRole('heading', { name: 'No contacts yet' }).waitFor();
    await look('empty');
    await go('#/contacts/import');
    await page.getByText('Choose a file').waitFor();
    await look('choose');
    await importFile(page);
    await look('preview');
    await page.getByRole('button', { name: 'Import 4 contacts' }).click();
    await page.getByRole('heading', { name: 'Contacts imported' }).waitFor();
    await look('imported');
    await go('#/contacts');
    await page.getByRole('row', { name: 'Αικατερίνη' }).waitFor();
    await look('list');
    await page.getByRole('row', { name: 'Αικατερίνη' }).click();
    await page.getByRole('heading', { name: 'Αικατερίνη' }).waitFor();
    await look('contact');
    await go('#/contacts/new?number=%2B35799123456');
    await page.getByRole('textbox', { name: 'Name', exact: true }).press('Enter');
    await page.getByText('Belongs to').waitFor();
    await look('taken');
    await go('#/contacts/duplicates');
    await page.getByRole('region', { name: 'Same e-mail address' }).waitFor();
    await look('duplicates');
    await page.keyboard.press('Control+Shift+H');
    await page.getByRole('heading', { name: 'Contacts are hidden' }).waitFor();
    await look('hidden');
  }, 240_000);
});
