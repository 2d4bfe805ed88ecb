import { appendFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { inputMark } from '../prompt/input-mark.ts';
import { findTranscript, Transcript } from './transcripts.ts';

const ONE = 'question_00000000000000000000000001';
const TWO = 'message_00000000000000000000000002';
let root = '';
let file = '';
let transcript: Transcript;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'ccs-transcript-'));
  file = join(root, 'projects', '-w', 's.jsonl');
  await mkdir(join(root, 'projects', '-w'), { recursive: true });
  transcript = new Transcript(() => findTranscript(root, 's'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function add(...lines: object[]): Promise<void> {
  await appendFile(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  await transcript.refresh();
}

const user = (content: unknown, more: object = {}) => ({
  type: 'user',
  message: { role: 'user', content },
  ...more,
});
const result = (id: string, content: unknown) => user([{ type: 'tool_result', tool_use_id: id, content }]);
const heldBack = (toolUseID: string) => ({
  type: 'attachment',
  attachment: { type: 'hook_deferred_tool', toolUseID, toolName: 'Bash', toolInput: {} },
});

test('an input is there once it is said in the conversation', async () => {
  await transcript.refresh();
  expect(transcript.holds(ONE)).toBe(false);
  await add(
    { type: 'queue-operation', operation: 'enqueue', content: inputMark(ONE) },
    { type: 'assistant', message: { content: [{ type: 'text', text: inputMark(ONE) }] } },
    result('x', `echo ${inputMark(ONE)}`),
    user(inputMark(ONE), { isSidechain: true }),
  );
  expect(transcript.holds(ONE)).toBe(false);
  await add(user(`Hello\n${inputMark(ONE)} yes`));
  expect(transcript.holds(ONE)).toBe(true);
  expect(transcript.holds(TWO)).toBe(false);
  await add({ type: 'attachment', attachment: { type: 'queued_command', prompt: inputMark(TWO) } });
  expect(transcript.holds(TWO)).toBe(true);
});

test('a call is held back until it has a result', async () => {
  await add(heldBack('one'), heldBack('two'));
  expect(transcript.heldBack).toEqual({ toolUseId: 'two', tool: 'Bash' });
  await add(result('two', 'ok'));
  expect(transcript.heldBack).toBeNull();
  expect(transcript.isSettled('two')).toBe(true);
  await add(result('three', 'refused'));
  expect(transcript.isSettled('three')).toBe(false);
});

test('a call that was given up is not held back, and has no result of its own', async () => {
  await add(heldBack('one'), result('one', '[Tool call interrupted: the session ended before …]'));
  expect(transcript.heldBack).toBeNull();
  expect(transcript.isSettled('one')).toBe(false);
});

test('lines that are cut, long or no JSON do no harm', async () => {
  const line = JSON.stringify(user(`${'한'.repeat(800_000)}${inputMark(ONE)}`));
  await appendFile(file, `{"type":"user", broken\n${line.slice(0, 500_001)}`);
  await transcript.refresh();
  expect(transcript.holds(ONE)).toBe(false);
  await appendFile(file, line.slice(500_001));
  await transcript.refresh();
  expect(transcript.holds(ONE)).toBe(false);
  await appendFile(file, '\n');
  await transcript.refresh();
  expect(transcript.holds(ONE)).toBe(true);
});
