import type { LogLineDto } from '@ccs/contract';
import { expect, test } from 'vitest';
import { LogWindow } from './log-window.ts';

function lineOf(seq: number, more: Partial<LogLineDto> = {}): LogLineDto {
  return { seq, afterVersion: 1, at: '2026-01-01T00:00:00.000Z', kind: 'text', text: `line ${seq}`, ...more };
}

/** A server with a log of `count` lines; `requests` are the `after` values asked for. */
function serve(count: number, make: (seq: number) => LogLineDto = lineOf) {
  const requests: number[] = [];
  const read = async (after: number, limit: number) => {
    requests.push(after);
    const length = Math.max(0, Math.min(limit, count - after));
    return {
      items: Array.from({ length }, (_, index) => make(after + index + 1)),
      lastSeq: count,
      cursor: `1-${count}`,
    };
  };
  return { requests, read };
}

/** Waits until a change makes the condition true. */
async function until(log: LogWindow, condition: () => boolean): Promise<void> {
  while (!condition()) {
    await new Promise<void>((resolve) => {
      const stop = log.watch(() => {
        stop();
        resolve();
      });
    });
  }
}

test('reads only the pages that are looked at', async () => {
  const { requests, read } = serve(200_000);
  const log = new LogWindow(read);
  log.grow(200_000);
  log.want(199_960, 199_999);
  await until(log, () => log.line(199_999) !== undefined);
  log.want(100_240, 100_260);
  await until(log, () => log.line(100_240) !== undefined);
  await until(log, () => log.line(100_260) !== undefined);
  expect(requests).toEqual([199_750, 100_250, 100_000]);
  expect(log.line(0)).toBeUndefined();
});

test('keeps a bounded number of lines however far one scrolls', async () => {
  const { read } = serve(200_000);
  const log = new LogWindow(read);
  log.grow(200_000);
  for (let first = 0; first < 30_000; first += 250) {
    log.want(first, first + 40);
    await until(log, () => log.line(first) !== undefined);
  }
  const held = Array.from({ length: 30_000 }, (_, index) => log.line(index)).filter(Boolean);
  expect(held.length).toBeLessThanOrEqual(40 * 250);
  expect(log.line(29_750)).toBeDefined();
});

test('live lines are appended once, and a gap before them is read when it is looked at', async () => {
  const { requests, read } = serve(10);
  const log = new LogWindow(read);
  log.append(lineOf(9));
  log.append(lineOf(10));
  log.append(lineOf(10, { text: 'again' }));
  expect(log.count).toBe(10);
  expect(log.line(9)?.text).toBe('line 10');
  expect(requests).toEqual([]);
  log.want(0, 9);
  await until(log, () => log.line(0) !== undefined);
  expect(requests).toEqual([0]);
});

test('finds the result of a tool call, and the call of a result', () => {
  const log = new LogWindow(serve(0).read);
  log.append(lineOf(1, { kind: 'tool_use', toolUseId: 't1' }));
  expect(log.resultOf('t1')).toBeUndefined();
  log.append(lineOf(2, { kind: 'tool_result', toolUseId: 't1' }));
  expect(log.resultOf('t1')?.seq).toBe(2);
  expect(log.callOf('t1')?.seq).toBe(1);
});

test('a failed page is asked for again only on demand', async () => {
  const { read } = serve(10);
  let isBroken = true;
  let requests = 0;
  const log = new LogWindow(async (after, limit) => {
    requests += 1;
    if (isBroken) throw new Error('network');
    return read(after, limit);
  });
  log.grow(10);
  log.want(0, 9);
  await until(log, () => log.hasFailed);
  log.want(0, 8);
  expect(requests).toBe(1);
  isBroken = false;
  log.retry();
  await until(log, () => log.line(0) !== undefined);
  expect(log.hasFailed).toBe(false);
});

test('tells its watchers about every change', () => {
  const log = new LogWindow(serve(0).read);
  const versions: number[] = [];
  const stop = log.watch(() => versions.push(log.version));
  log.append(lineOf(1));
  log.append(lineOf(2));
  stop();
  log.append(lineOf(3));
  expect(versions).toEqual([1, 2]);
});
