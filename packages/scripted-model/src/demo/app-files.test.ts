import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { runApp } from '../testing/generated-app.ts';
import { writeFiles } from '../testing/write-files.ts';
import { appFiles } from './app-files.ts';
import { projectOf } from './project/project.ts';

const SIGNAL_DEADLINE_MS = 20_000;
const run = promisify(execFile);
const filesFor = (title: string, prompt: string, language: 'en' | 'ko') =>
  Object.assign({}, ...appFiles(projectOf({ title, prompt, language }))) as Record<string, string>;

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

describe('the generated app', () => {
  const requests: [string, string, 'en' | 'ko'][] = [
    ['Daily habits', 'A habit tracker with streaks', 'en'],
    ['습관 트래커', '연속 기록이 있는 습관 앱', 'ko'],
    [
      '<script>alert("x")</script> TODO \'list\' `${1}`',
      'tasks with deadlines */ // \\ " ` ${process.exit(1)}',
      'en',
    ],
    ['Notes & "quotes"', 'a notebook with search', 'en'],
    ['우리집 가계부', '지출을 분류별로', 'ko'],
    ['Reading list', 'bookmarks to read later', 'en'],
    ['식물 관리', '집에 있는 식물을 관리하고 싶어요', 'ko'],
    ['{{title}} $& $1', '', 'en'],
  ];

  test.each(requests)(
    '%s: its own tests and its walk pass',
    { timeout: 60_000 },
    async (title, prompt, language) => {
      const folder = await mkdtemp(join(tmpdir(), 'generated-'));
      folders.push(folder);
      await writeFiles(folder, filesFor(title, prompt, language));
      const options = { cwd: folder, env: { PATH: process.env['PATH'], TMPDIR: folder } };
      const tests = await run(process.execPath, ['--test'], options);
      expect(tests.stdout).toMatch(/^[#ℹ] fail 0$/m);
      expect(tests.stdout).toMatch(/^[#ℹ] skipped 0$/m);
      expect(Number(/^[#ℹ] pass (\d+)$/m.exec(tests.stdout)?.[1])).toBeGreaterThan(15);
      const walk = await run(process.execPath, ['scripts/walk.js'], options);
      expect(walk.stdout).toMatch(/^walk: 10 passed, 0 failed$/m);
    },
  );

  test('whatever the request says, manifest, model and page are well formed', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 120 }),
      fc.string({
        unit: fc.constantFrom(
          '"',
          "'",
          '`',
          '$',
          '{',
          '}',
          '<',
          '>',
          '&',
          '\\',
          '/',
          '*',
          '\n',
          '습',
          '🦊',
          'a',
        ),
      }),
    );
    fc.assert(
      fc.property(text, text, fc.constantFrom('en' as const, 'ko' as const), (title, prompt, language) => {
        const files = filesFor(title, prompt, language);
        const manifest = JSON.parse(files['package.json'] ?? '') as { name: string };
        expect(manifest.name).toMatch(/^[a-z0-9][a-z0-9-]*$/);
        const model = files['src/model.js'] ?? '';
        const json = model.slice(model.indexOf('export const model = ') + 21, model.lastIndexOf(';'));
        const { title: named } = JSON.parse(json) as { title: string };
        const html = files['public/index.html'] ?? '';
        const heading = /<h1>([^<>]*)<\/h1>/.exec(html)?.[1];
        expect(heading).toBeDefined();
        expect(unescapeHtml(heading ?? '')).toBe(named);
        expect(html.match(/<script/g)).toHaveLength(2);
        expect(`${html}${files['README.md']}`).not.toMatch(/\{\{[#/{]?\w/);
      }),
      { numRuns: 100 },
    );
  });

  // Windows has neither signals nor `exec`.
  test.skipIf(process.platform === 'win32')('a signal to `npm start` ends the server', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'generated-'));
    folders.push(folder);
    await writeFiles(folder, filesFor('Notes', 'notes', 'en'));
    const app = await runApp(folder, 'npm', ['start']);
    try {
      expect((await fetch(`${app.url}/api/health`)).status).toBe(200);
      app.process.kill('SIGTERM');
      const ended = await Promise.race([
        app.closed.then(() => true),
        after(SIGNAL_DEADLINE_MS, false, { ref: false }),
      ]);
      expect(ended).toBe(true);
      await expect(fetch(`${app.url}/api/health`)).rejects.toThrow('fetch failed');
    } finally {
      await app.stop();
    }
  });

  test('its README says which port, and how to choose another', () => {
    for (const language of ['en', 'ko'] as const) {
      const readme = filesFor('A', 'b', language)['README.md'];
      expect(readme).toContain('http://127.0.0.1:3000');
      expect(readme).toContain('PORT=4000 npm start');
    }
  });

  test('the same request always gives the same files', () => {
    expect(filesFor('A', 'b', 'en')).toEqual(filesFor('A', 'b', 'en'));
  });

  test('secrets and data stay out of the repository', () => {
    expect(filesFor('A', 'b', 'en')['.gitignore']?.split('\n')).toEqual(
      expect.arrayContaining(['.env', 'data/']),
    );
  });
});

function unescapeHtml(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
