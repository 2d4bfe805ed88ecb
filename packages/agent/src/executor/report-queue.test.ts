import type { NewLogLine } from '@ccs/core/ports/task-log';
import { afterEach, expect, test, vi } from 'vitest';
import { ReportQueue } from './report-queue.ts';

function line(text: string): NewLogLine {
  return { at: '2026-01-01T00:00:00.000Z', kind: 'text', text };
}

afterEach(() => {
  vi.useRealTimers();
});

test('keeps the order of lines and facts, and joins lines that wait', async () => {
  const calls: string[] = [];
  const queue = new ReportQueue(
    {
      log: async (lines) => void calls.push(lines.map(({ text }) => text).join('+')),
    },
    () => false,
  );
  queue.log(line('a'));
  queue.log(line('b'));
  queue.fact(async () => void calls.push('step 1 files'));
  queue.log(line('c'));
  await queue.drain();
  expect(calls).toEqual(['a+b', 'step 1 files', 'c']);
  queue.log(line('d'));
  await queue.drain();
  expect(calls.at(-1)).toBe('d');
});

test('a slow reporter makes the reader wait, and loses nothing', async () => {
  let taken = 0;
  let release: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  const queue = new ReportQueue(
    {
      log: async (lines) => {
        await gate;
        taken += lines.length;
      },
    },
    () => false,
  );
  for (let index = 0; index < 5_000; index += 1) queue.log(line(String(index)));
  let hasRoom = false;
  const waitForRoom = async (): Promise<void> => {
    await queue.room();
    hasRoom = true;
  };
  const room = waitForRoom();
  await new Promise((resolve) => setImmediate(resolve));
  expect(hasRoom).toBe(false);
  release();
  await room;
  await queue.drain();
  expect(taken).toBe(5_000);
});

test('what the reporter refuses in passing is handed over again, in order', async () => {
  vi.useFakeTimers();
  const calls: string[] = [];
  let refusals = 0;
  const flaky = async (what: string): Promise<void> => {
    refusals += 1;
    if (refusals % 5 !== 0) throw new Error('database is busy');
    calls.push(what);
  };
  const queue = new ReportQueue(
    {
      log: (lines) => flaky(lines.map(({ text }) => text).join('+')),
    },
    () => false,
  );
  queue.log(line('a'));
  queue.fact(() => flaky('step 1'));
  const drained = queue.drain();
  await vi.advanceTimersByTimeAsync(2_000);
  queue.log(line('b'));
  await vi.runAllTimersAsync();
  await drained;
  expect(calls).toEqual(['a', 'step 1', 'b']);
});

test.each([
  [false, 5, 8_000],
  [true, 3, 400],
])('a reporter that keeps failing is told to the reader (stopped: %s)', async (stopped, times, withinMs) => {
  vi.useFakeTimers();
  let tries = 0;
  const queue = new ReportQueue(
    {
      log: () => {
        tries += 1;
        return Promise.reject(new Error('disk full'));
      },
    },
    () => stopped,
  );
  queue.log(line('a'));
  const drained = queue.drain().catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(withinMs);
  expect(await drained).toEqual(new Error('disk full'));
  await expect(queue.room()).rejects.toThrow('disk full');
  expect(tries).toBe(times);
});
