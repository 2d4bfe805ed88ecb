import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { redactLines } from './redact-lines.ts';

const redact = (text: string) => text.replaceAll('hunter2', '[redacted]');
const through = (chunks: readonly (string | number[])[]) =>
  buffer(
    Readable.from(redactLines(Readable.from(chunks.map((each) => Buffer.from(each as string))), redact)),
  );

it('finds a secret wherever the stream is cut', async () => {
  const text = 'one\n+key: hunter2\n습관 hunter2';
  const bytes = Buffer.from(text);
  for (let cut = 0; cut <= bytes.length; cut += 1) {
    const chunks = [[...bytes.subarray(0, cut)], [...bytes.subarray(cut)]];
    expect((await through(chunks)).toString()).toBe('one\n+key: [redacted]\n습관 [redacted]');
  }
});

it('leaves every other byte as it is', async () => {
  const bytes = [0xff, 0xfe, 0x0a, 0x00, 0xe9, 0x0a, 0x80];
  expect([...(await through([bytes.slice(0, 4), bytes.slice(4)]))]).toEqual(bytes);
  expect(await through([])).toHaveLength(0);
});
