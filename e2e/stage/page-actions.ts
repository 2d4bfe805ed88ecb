import type { Page } from 'playwright-core';

type Tab = 'log' | 'documents' | 'changes' | 'files' | 'reviews' | 'questions' | 'history';

export const taskPath = (id: string, tab?: Tab) => `/task/?id=${id}${tab ? `&tab=${tab}` : ''}`;

/** The id of the task whose page is open. */
export async function openedTask(page: Page): Promise<string> {
  await page.waitForURL(/\/task\/?\?id=task_/);
  return new URL(page.url()).searchParams.get('id') ?? '';
}

/** The state that the header of a task page shows. */
export const badge = (page: Page, state: string) =>
  page.getByRole('status').getByText(state, { exact: true }).first();

/** Waits until the browser hears from the server. */
export const isLive = (page: Page) =>
  page
    .getByRole('banner')
    .getByRole('status')
    .getByText('Live', { exact: true })
    .waitFor({ state: 'attached' });

/** Picks an entry of the menu with the operations that are rarely wanted. */
export async function chooseOperation(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'More operations' }).click();
  await page.getByRole('menuitem', { name }).click();
}

/** Holds the requests of these pages to an address back until each has sent one: then they arrive at the same time. */
export async function holdUntilAllSent(pages: readonly Page[], address: string): Promise<void> {
  let release: () => void = () => undefined;
  const allSent = new Promise<void>((resolve) => (release = resolve));
  let sent = 0;
  for (const page of pages) {
    await page.route(address, async (route) => {
      sent += 1;
      if (sent === pages.length) release();
      await allSent;
      await route.continue();
    });
  }
}
