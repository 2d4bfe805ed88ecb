import type { NewLogLine } from '@ccs/core/ports/task-log';
import { expect, test } from 'vitest';
import { ReportQueue } from './report-queue.ts';

function line(text: string): NewLogLine {
  return { at: '2026-01-01T00:00:00.000Z', kind: 'text', text };
}

test('keeps the order of lines and steps, and joins lines that wait', async () => {
  const calls: string[] = [];
  const queue = new ReportQueue({
    log: async (lines) => void calls.push(lines.map(({ text }) => text).join('+')),
    stepCompleted: async (step, evidence) => void calls.push(`step ${step} ${evidence}`),
  });
  queue.log(line('a'));
  queue.log(line('b'));
  queue.stepCompleted(1, 'files');
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
  const queue = new ReportQueue({
    log: async (lines) => {
      await gate;
      taken += lines.length;
    },
    stepCompleted: async () => undefined,
  });
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

test('a reporter that fails is told to the reader', async () => {
  const queue = new ReportQueue({
    log: () => Promise.reject(new Error('disk full')),
    stepCompleted: async () => undefined,
  });
  queue.log(line('a'));
  await expect(queue.drain()).rejects.toThrow('disk full');
  await expect(queue.room()).rejects.toThrow('disk full');
});
