import type { LogLineDto } from '@ccs/contract';
import { expect, test } from 'vitest';
import { LogSearch, matches, type LogKind, type LogQuery } from './log-search.ts';

/** Every 100th line is an error, the rest text. */
function lineOf(seq: number): LogLineDto {
  const kind = seq % 100 === 0 ? 'error' : 'text';
  return { seq, afterVersion: 1, at: '2026-01-01T00:00:00.000Z', kind, text: `${kind} ${seq}` };
}

function serve(count: number) {
  let requests = 0;
  const read = async (after: number, limit: number, kinds: readonly LogKind[]) => {
    requests += 1;
    const items: LogLineDto[] = [];
    for (let seq = after + 1; seq <= count && items.length < limit; seq += 1) {
      const line = lineOf(seq);
      if (kinds.length === 0 || kinds.includes(line.kind)) items.push(line);
    }
    return { items, lastSeq: count, cursor: `1-${count}` };
  };
  return { read, requests: () => requests };
}

const ERRORS: LogQuery = { kinds: ['error'], text: '' };

test('finds the newest first and stops when it has enough', async () => {
  const search = new LogSearch(ERRORS, serve(100_000).read, 100_000);
  await search.goBack();
  expect(search.lines.length).toBeGreaterThanOrEqual(200);
  expect(search.lines.length).toBeLessThan(300);
  expect(search.lines.at(-1)?.seq).toBe(100_000);
  expect(search.isComplete).toBe(false);
  const oldest = search.lines[0]?.seq ?? 0;
  await search.goBack();
  expect(search.lines[0]?.seq).toBeLessThan(oldest);
  expect(search.lines.map((line) => line.seq)).toEqual(
    search.lines.map((line) => line.seq).toSorted((a, b) => a - b),
  );
});

test('looks through everything when little is found, and says how much', async () => {
  const search = new LogSearch({ kinds: [], text: 'error 1200' }, serve(12_345).read, 12_345);
  await search.goBack();
  expect(search.lines.map((line) => line.seq)).toEqual([1200, 12_000]);
  expect(search.isComplete).toBe(true);
  expect(search.scanned).toBe(12_345);
});

test('takes in live lines that match, once', async () => {
  const search = new LogSearch(ERRORS, serve(1000).read, 1000);
  await search.goBack();
  const found = search.lines.length;
  search.append(lineOf(1001));
  search.append(lineOf(1100));
  search.append(lineOf(1100));
  expect(search.lines).toHaveLength(found + 1);
  expect(search.scanned).toBe(1100);
});

test('a failed request can be repeated', async () => {
  const { read } = serve(1000);
  let isBroken = true;
  const search = new LogSearch(
    ERRORS,
    (after, limit, kinds) => (isBroken ? Promise.reject(new Error('network')) : read(after, limit, kinds)),
    1000,
  );
  await search.goBack();
  expect(search.hasFailed).toBe(true);
  isBroken = false;
  await search.goBack();
  expect(search.hasFailed).toBe(false);
  expect(search.lines).toHaveLength(10);
});

test('matches by kind and by words in either case, the tool included', () => {
  const line: LogLineDto = { ...lineOf(1), kind: 'tool_use', tool: 'Bash', text: 'npm TEST' };
  expect(matches(line, { kinds: ['tool_use'], text: 'npm test' })).toBe(true);
  expect(matches(line, { kinds: [], text: 'bash' })).toBe(true);
  expect(matches(line, { kinds: ['text'], text: '' })).toBe(false);
});
