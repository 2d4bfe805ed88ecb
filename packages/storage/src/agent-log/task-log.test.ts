import { appendFile, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NewLogLine, TaskLog } from '@ccs/core/ports/task-log';
import { countingIds } from '@ccs/core/testing/task-scenario';
import type { TaskId } from '@ccs/core/vocabulary/ids';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ChildProgram } from '../testing/child-program.ts';
import { openTaskLog } from './open-task-log.ts';

const ids = countingIds();
const taskId = ids.next('task');
const line = (text: string, more: Partial<NewLogLine> = {}): NewLogLine => ({
  at: '2026-01-01T00:00:00.000Z',
  kind: 'text',
  text,
  ...more,
});

let directory: string;
let log: TaskLog;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'ccs-log-'));
  log = await openTaskLog({ directory });
});
afterEach(async () => {
  await log.close();
  await rm(directory, { recursive: true, force: true });
});

const path = () => join(directory, `${taskId}.jsonl`);
const reopen = async () => {
  await log.close();
  log = await openTaskLog({ directory });
};
const readAll = () => log.read(taskId, { after: 0, limit: Number.MAX_SAFE_INTEGER });
const texts = async () => (await readAll()).map((found) => found.text);

describe('the log of a task', () => {
  it('is empty, and no file, before the first line', async () => {
    expect(await readAll()).toEqual([]);
    expect(await log.lastSeq(taskId)).toBe(0);
    expect(await readdir(directory)).toEqual([]);
  });

  it('returns lines as they were written, in this process and the next', async () => {
    const full = line('습관 🙂\n"quoted"', {
      kind: 'tool_use',
      phase: 2,
      runId: 'run_1',
      tool: 'Bash',
      toolUseId: 'toolu_1',
      parentToolUseId: 'toolu_0',
      isError: false,
      data: { command: 'ls', nested: [1, null, { a: 'b' }] },
    });
    const written = await log.append(taskId, 7, [full, line('second')]);
    expect(written).toEqual([
      { ...full, seq: 1, afterVersion: 7 },
      { ...line('second'), seq: 2, afterVersion: 7 },
    ]);
    expect(await readAll()).toEqual(written);
    await reopen();
    expect(await readAll()).toEqual(written);
    expect(await log.append(taskId, 8, [line('third')])).toMatchObject([{ seq: 3, afterVersion: 8 }]);
    expect(await log.lastSeq(taskId)).toBe(3);
    expect((await readFile(path(), 'utf8')).split('\n')).toHaveLength(4);
  });

  it('keeps the order of calls that do not wait for one another, and numbers them densely', async () => {
    const calls = Array.from({ length: 300 }, (_, call) =>
      log.append(taskId, call, [line(`${call}a`), line(`${call}b`)]),
    );
    const written = (await Promise.all(calls)).flat();
    expect(written.map((found) => found.seq)).toEqual(written.map((_, index) => index + 1));
    expect(await readAll()).toEqual(written);
    expect(written.map((found) => found.text).slice(0, 4)).toEqual(['0a', '0b', '1a', '1b']);
  });

  it('keeps the logs of tasks apart', async () => {
    const other = ids.next('task');
    await Promise.all([log.append(taskId, 1, [line('mine')]), log.append(other, 1, [line('other')])]);
    expect(await texts()).toEqual(['mine']);
    expect(await log.read(other, { after: 0, limit: 9 })).toMatchObject([{ seq: 1, text: 'other' }]);
  });

  it('reads windows and kinds', async () => {
    const kinds = ['text', 'error', 'tool_use'] as const;
    const lines = Array.from({ length: 3000 }, (_, index) =>
      line(`${index + 1}`, { kind: kinds[index % 3] ?? 'text' }),
    );
    await log.append(taskId, 1, lines);
    const seqs = async (after: number, limit: number, wanted?: readonly ('error' | 'text')[]) =>
      (await log.read(taskId, { after, limit, ...(wanted ? { kinds: wanted } : {}) })).map(
        (found) => found.seq,
      );
    for (let round = 0; round < 2; round += 1) {
      expect(await seqs(0, 2)).toEqual([1, 2]);
      expect(await seqs(511, 3)).toEqual([512, 513, 514]);
      expect(await seqs(1500, 2)).toEqual([1501, 1502]);
      expect(await seqs(2998, 100)).toEqual([2999, 3000]);
      expect(await seqs(3000, 100)).toEqual([]);
      expect(await seqs(5, 0)).toEqual([]);
      expect(await seqs(1500, 3, ['error'])).toEqual([1502, 1505, 1508]);
      expect(await seqs(2990, 100, ['error', 'text'])).toEqual([2992, 2993, 2995, 2996, 2998, 2999]);
      await reopen();
    }
  });

  it('cuts what is too large and says so', async () => {
    const long = '가'.repeat(40_000);
    await log.append(taskId, 1, [
      line(long, { data: { long } }),
      line('small', { data: { long: 'x'.repeat(65_000) } }),
    ]);
    const [cut, whole] = await readAll();
    expect(cut?.text).toBe(`${'가'.repeat(21_845)}…`);
    expect(cut?.data).toEqual({ truncated: true, preview: expect.stringMatching(/^\{"long":"가{10000,}$/) });
    expect(Buffer.byteLength(JSON.stringify(cut?.data))).toBeLessThanOrEqual(64 * 1024);
    expect(whole?.data).toEqual({ long: 'x'.repeat(65_000) });
  });

  it('refuses a line that JSON cannot express, and only that one', async () => {
    const circle: Record<string, unknown> = {};
    circle['self'] = circle;
    const good = log.append(taskId, 1, [line('good')]);
    const bad = log.append(taskId, 1, [line('bad', { data: circle })]);
    await expect(bad).rejects.toThrow(TypeError);
    expect(await good).toMatchObject([{ seq: 1 }]);
    expect(await log.append(taskId, 1, [line('next')])).toMatchObject([{ seq: 2 }]);
  });

  it.each(['../../etc/passwd', 'task_', 'task_x/../y', '', 'task_0000000000000000000000000O'])(
    'never makes a path of "%s"',
    async (name) => {
      const bad = name as TaskId;
      await expect(log.append(bad, 1, [line('x')])).rejects.toThrow(TypeError);
      await expect(log.read(bad, { after: 0, limit: 1 })).rejects.toThrow(TypeError);
      await expect(log.lastSeq(bad)).rejects.toThrow(TypeError);
      await expect(log.remove(bad)).rejects.toThrow(TypeError);
      expect(await readdir(directory)).toEqual([]);
    },
  );

  it('begins anew after it was removed', async () => {
    await Promise.all([log.append(taskId, 1, [line('old')]), log.remove(taskId)]);
    expect(await readdir(directory)).toEqual([]);
    expect(await log.lastSeq(taskId)).toBe(0);
    expect(await log.append(taskId, 1, [line('new')])).toMatchObject([{ seq: 1 }]);
    await log.remove(ids.next('task'));
  });

  it('writes what is under way before it closes, and nothing after', async () => {
    const under = log.append(taskId, 1, [line('under way')]);
    await log.close();
    expect(await under).toMatchObject([{ seq: 1 }]);
    await expect(log.append(taskId, 1, [line('late')])).rejects.toThrow('closed');
    await reopen();
    expect(await texts()).toEqual(['under way']);
  });

  it('works with more tasks than it keeps files open', async () => {
    await log.close();
    log = await openTaskLog({ directory, maxOpenFiles: 3 });
    const tasks = Array.from({ length: 12 }, () => ids.next('task'));
    for (let round = 1; round <= 3; round += 1) {
      await Promise.all(tasks.map((id) => log.append(id, round, [line(`${id} ${round}`)])));
    }
    const open = (await readdir('/proc/self/fd').catch(() => [])).length;
    for (const id of tasks) {
      const lines = await log.read(id, { after: 0, limit: 9 });
      expect(lines.map((found) => found.text)).toEqual([1, 2, 3].map((round) => `${id} ${round}`));
    }
    const later = (await readdir('/proc/self/fd').catch(() => [])).length;
    expect(later).toBeLessThanOrEqual(open);
  });
});

describe('after a crash', () => {
  it('the log goes on from the last whole line, wherever the last one was torn', async () => {
    await log.append(taskId, 1, [line('first 습관'), line('second 습관 '.repeat(15))]);
    const { size } = await stat(path());
    const whole = await readFile(path());
    const firstLength = whole.indexOf('\n') + 1;
    for (let length = firstLength; length < size; length += 1) {
      await log.close();
      await writeFile(path(), whole);
      await truncate(path(), length);
      log = await openTaskLog({ directory });
      expect(await log.lastSeq(taskId)).toBe(1);
      expect(await log.append(taskId, 2, [line('third')])).toMatchObject([{ seq: 2 }]);
      expect((await readFile(path(), 'utf8')).split('\n').slice(2)).toEqual(['']);
      await reopen();
      expect(await texts()).toEqual(['first 습관', 'third']);
    }
  });

  it('broken lines in the middle are passed over', async () => {
    await log.append(taskId, 1, [line('one')]);
    await log.close();
    await appendFile(
      path(),
      '\n{"seq":2,"afterVersion":1,"at":"x","kind":"text","text":"cut\nnull\n[]\n{}\n\u0000\u0000\n',
    );
    log = await openTaskLog({ directory });
    expect(await log.append(taskId, 1, [line('after')])).toMatchObject([{ seq: 3 }]);
    expect(await texts()).toEqual(['one', 'after']);
    await reopen();
    expect(await texts()).toEqual(['one', 'after']);
  });

  it('by kill -9, every confirmed line is there, once, and none is torn', async () => {
    await log.close();
    let last = 0;
    for (const kills of [1, 20, 150]) {
      const writer = new ChildProgram('write-log', [directory, taskId]);
      await writer.lines(kills);
      const confirmed = Number((await writer.kill()).at(-1));
      log = await openTaskLog({ directory });
      const seqs = (await readAll()).map((found) => found.seq);
      expect(seqs).toEqual(seqs.map((_, index) => index + 1));
      expect(seqs.length).toBeGreaterThanOrEqual(confirmed);
      expect(confirmed).toBeGreaterThan(last);
      last = await log.lastSeq(taskId);
      expect(last).toBe(seqs.length);
      await log.close();
    }
  });
});
