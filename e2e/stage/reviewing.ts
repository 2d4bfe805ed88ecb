import type { Page } from 'playwright-core';

/** Opens the review that the task waits for, from its page. */
export async function openReview(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Open the review' }).click();
  await page.getByRole('navigation', { name: 'Files of this review' }).waitFor();
}

/** Says on a line of a file of the open review what should be different. */
export async function askForChange(page: Page, path: string, line: number, words: string): Promise<void> {
  const name = path.split('/').at(-1) ?? '';
  await page.getByRole('navigation', { name: 'Files of this review' }).getByRole('button', { name }).click();
  const file = page.getByRole('region', { name: path });
  await file.getByRole('button', { name: 'Source' }).click();
  await file.getByRole('button', { name: `Comment on line ${line}`, exact: true }).click();
  const remark = file.getByRole('form', { name: 'Remark' });
  await remark.getByRole('textbox', { name: 'Your remark' }).fill(words);
  await remark.getByRole('button', { name: 'Add', exact: true }).click();
  await remark.waitFor({ state: 'detached' });
}
