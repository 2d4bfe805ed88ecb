import type { SDKMessage } from '@anthropic-ai/claude-agent-sdk';
import { expect, test } from 'vitest';
import { CallWatch } from './call-watch.ts';

// Only the fields that are read; the SDK's messages have many more.
const message = (fields: object): SDKMessage => fields as SDKMessage;
const event = (fields: object, parent: string | null = null) =>
  message({ type: 'stream_event', parent_tool_use_id: parent, event: fields });
const begins = (id: string, parent: string | null = null) =>
  event({ type: 'content_block_start', content_block: { type: 'tool_use', id } }, parent);
const START = event({ type: 'message_start' });
const STOP = event({ type: 'message_stop' });

function watch(...messages: SDKMessage[]): CallWatch {
  const calls = new CallWatch(null);
  for (const each of messages) calls.read(each);
  return calls;
}

test('the last call of a message is known when the message ends', async () => {
  const calls = watch(START, begins('one'), begins('two'), begins('sub', 'agent'), STOP);
  expect(await calls.isLast('one')).toBe(false);
  expect(await calls.isLast('two')).toBe(true);
  expect(await calls.isLast('sub')).toBe(false);
});

test('a call waits for the end of its message, and a message that breaks off has no last call', async () => {
  const calls = watch(START, begins('one'));
  const isLast = calls.isLast('one');
  calls.read(START);
  expect(await isLast).toBe(false);
  const open = watch(START, begins('one'));
  const never = open.isLast('one');
  open.close();
  expect(await never).toBe(false);
});

test('of a message that did not stream, nothing is known', async () => {
  const whole = {
    type: 'assistant',
    parent_tool_use_id: null,
    message: { content: [{ type: 'tool_use', id: 'one' }] },
  };
  const calls = watch(message(whole));
  await calls.seen('one');
  expect(await calls.isLast('one')).toBe(false);
});

test('a decision waits until the call was read', async () => {
  const calls = new CallWatch(null);
  let isSeen = false;
  const seen = calls.seen('one').then(() => {
    isSeen = true;
  });
  await Promise.resolve();
  expect(isSeen).toBe(false);
  calls.read(begins('one'));
  await seen;
  expect(isSeen).toBe(true);
});
