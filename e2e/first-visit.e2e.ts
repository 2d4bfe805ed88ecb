import { expect, test } from 'vitest';
import { isLive } from './stage/page-actions.ts';
import { setStage } from './stage/stage.ts';

const stage = setStage();

test('nothing is here yet: the page says what to do, and how to sign in', async () => {
  const page = await stage.open('/');
  await page.getByRole('heading', { name: 'What should be built?' }).waitFor();
  await page.getByRole('heading', { name: 'Claude Code isn’t signed in' }).waitFor();
  await page.getByText('npm run login', { exact: true }).waitFor();
  await page.getByText('ANTHROPIC_API_KEY=').waitFor();
  await page.getByText('The demo runs without an account.').waitFor();
  await page.getByRole('button', { name: 'Run the demo' }).waitFor();
  expect(await page.title()).toBe('Claude Code Server');
});

test('the policy allows no inline script but those of the pages', async () => {
  const response = await fetch(stage.server.url, { headers: { accept: 'text/html' } });
  const policy = response.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'self'");
  expect(/script-src ([^;]*)/.exec(policy)?.[1]).not.toMatch(/unsafe-|https?:|\*/);
  stage.problems.expect(/Content Security Policy/);
  const page = await stage.open('/');
  await page.getByRole('heading', { name: 'What should be built?' }).waitFor();
  const ran = await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.title = "broken in"';
    document.head.append(script);
    return document.title;
  });
  expect(ran).toBe('Claude Code Server');
});

test('a task that does not exist, and an address that leads nowhere, say so', async () => {
  stage.problems.expect(/status of 404/);
  const page = await stage.open('/task?id=task_00000000000000000000000000');
  await page.getByRole('heading', { name: 'This task does not exist' }).waitFor();
  await page.goto('/nowhere');
  await page.getByText('There is nothing at this address.').waitFor();
  await isLive(page);
  await page.getByRole('link', { name: 'Go to tasks' }).click();
  await page.getByRole('heading', { name: 'What should be built?' }).waitFor();
});
