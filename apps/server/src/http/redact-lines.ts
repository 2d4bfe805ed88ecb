import type { Redact } from '../runtime/task-secrets.ts';

const LINE_BREAK = 0x0a;

/** Takes secrets out of a stream, by whole lines. Lines without a secret near them keep their bytes, text or not. */
export async function* redactLines(
  stream: AsyncIterable<Uint8Array>,
  redact: Redact,
): AsyncGenerator<Buffer, void> {
  let rest: Uint8Array[] = [];
  for await (const chunk of stream) {
    const end = chunk.lastIndexOf(LINE_BREAK) + 1;
    if (end > 0) {
      yield redactBytes(Buffer.concat([...rest, chunk.subarray(0, end)]), redact);
      rest = [];
    }
    rest.push(chunk.subarray(end));
  }
  yield redactBytes(Buffer.concat(rest), redact);
}

function redactBytes(bytes: Buffer, redact: Redact): Buffer {
  const text = bytes.toString();
  const redacted = redact(text);
  return redacted === text ? bytes : Buffer.from(redacted);
}
