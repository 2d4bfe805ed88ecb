import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { brokenArrows } from './check-arrows.mjs';
import { findImports } from './find-imports.mjs';
import { ROOMS } from './house.mjs';
import { plantedBreaches } from './planted-breaches.mjs';
import { verifyArrows } from './verify-arrows.mjs';

const breaches = plantedBreaches();

test.each([...new Set(breaches.map(({ arrow }) => arrow))])('%s is seen in every syntax', (arrow) => {
  for (const { file, text } of breaches.filter((breach) => breach.arrow === arrow)) {
    expect(brokenArrows(file, text), `${file}: ${text}`).toEqual([
      expect.stringContaining('docs/ARCHITECTURE.md'),
    ]);
    expect(brokenArrows(file, '')).toEqual([]);
  }
});

test.each([
  ['packages/core/src/task/review/approve-review.ts', '../../ports/event-store.ts'],
  ['packages/core/src/task/view/derive-views.ts', '../model/state.ts'],
  ['packages/contract/src/tasks.ts', '@ccs/core/vocabulary/statuses'],
  ['packages/contract/src/tasks.ts', 'zod'],
  ['packages/agent/src/executor/run-phase.ts', '@ccs/core/ports/agent-runner'],
  ['packages/agent/src/executor/run-phase.test.ts', '@ccs/scripted-model'],
  ['packages/core/src/task/task.test.ts', 'node:fs'],
  ['packages/storage/src/queue/queue.ts', 'node:fs'],
  ['apps/server/src/http/app.ts', '../runtime/event-feed.ts'],
  ['apps/server/src/config/config.ts', '../../package.json'],
  ['apps/web/src/features/tasks/list.tsx', '@/lib/api'],
  ['scripts/run.mjs', '../packages/core/src/kernel/event.ts'],
])('%s may import %s', (file, specifier) => {
  expect(brokenArrows(file, `import x from '${specifier}';`)).toEqual([]);
});

test.each([
  [
    'packages/agent/src/executor/run-phase.ts',
    "import '@ccs/scripted-model'",
    'agent ▶ scripted-model is no arrow',
  ],
  ['packages/contract/src/tasks.ts', "import '@ccs/core/kernel/event'", 'contract ▶ core/kernel is no arrow'],
  [
    'packages/core/src/kernel/event.ts',
    "import '../task/model/state.ts'",
    'core/kernel ▶ core/model is no arrow',
  ],
  ['packages/core/src/loose.ts', '', 'belongs to no layer of core'],
  ['packages/core/src/kernel/event.ts', "import './event.test.ts'", 'product code imports no test code'],
  [
    'packages/storage/src/index.ts',
    "import '../../core/src/kernel/event.ts'",
    'by name (@ccs/core), not by path',
  ],
  ['packages/storage/src/index.ts', 'export const x = (y) => import(y);', 'a computed import'],
])('the message for %s with %s says what is wrong', (file, text, message) => {
  expect(brokenArrows(file, text)).toEqual([expect.stringContaining(message)]);
});

test('an import is named with its line', () => {
  expect(findImports('a.ts', "// first\n\nimport type { A } from './a.ts';\n")).toEqual([
    { specifier: './a.ts', line: 3 },
  ]);
});

test('a file that does not parse is an error, not a file without imports', () => {
  expect(() => findImports('a.ts', 'import {')).toThrow('a.ts does not parse');
});

describe('on disk', () => {
  let root = '';
  beforeEach(() => {
    root = fs.mkdtempSync(path.join(os.tmpdir(), 'ccs-arrows-'));
    onTestFinished(() => fs.rmSync(root, { recursive: true, force: true }));
    for (const { folder, layers } of ROOMS)
      write(`${folder}/${layers?.[0]?.sample ?? 'sample'}.ts`, 'export {};');
  });

  /** @param {string} file @param {string} text */
  function write(file, text) {
    fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    fs.writeFileSync(path.join(root, file), text);
  }

  test('a clean tree passes and says how much it looked at', async () => {
    expect(await verifyArrows(root)).toMatchObject({
      ok: true,
      note: expect.stringMatching(/^7 files, \d{4} planted breaches seen$/),
    });
  });

  test('a breach fails, in tests of a room, too', async () => {
    write('packages/storage/src/deep/er/a.test.ts', "import type { App } from '@ccs/server/http/app';");
    expect(await verifyArrows(root)).toMatchObject({
      ok: false,
      output: expect.stringContaining('packages/storage/src/deep/er/a.test.ts:1 imports'),
    });
  });

  test('a room without files fails: it must be impossible to check nothing', async () => {
    fs.rmSync(path.join(root, 'packages/storage'), { recursive: true });
    expect(await verifyArrows(root)).toMatchObject({
      ok: false,
      output: 'the room storage has no source file in packages/storage/src: nothing was checked',
    });
  });
});
