import { expect, test } from 'vitest';
import { messageWait } from './message-wait.ts';

const sent = (delivery: 'after_turn' | 'interrupt') => ({ delivery, sentAt: '2026-01-01T00:00:05.000Z' });
const running = (workingSince: string) => ({
  agentStatus: 'running' as const,
  blockedBy: null,
  workingSince,
});
const stopped = (blockedBy: 'paused' | 'interrupted' | 'question' | 'queue' | null) => ({
  agentStatus: 'idle' as const,
  blockedBy,
  workingSince: null,
});

test('in the middle of a turn it waits for its end, or interrupts it', () => {
  const turn = running('2026-01-01T00:00:01.000Z');
  expect(messageWait(sent('after_turn'), turn)).toBe('after_turn');
  expect(messageWait(sent('interrupt'), turn)).toBe('interrupt');
});

test('the message that a turn begins with is on its way', () => {
  expect(messageWait(sent('after_turn'), running('2026-01-01T00:00:06.000Z'))).toBe('sending');
  expect(messageWait(sent('after_turn'), stopped('queue'))).toBe('sending');
  expect(messageWait(sent('after_turn'), stopped(null))).toBe('sending');
});

test('while nothing goes on it waits for the person', () => {
  expect(messageWait(sent('interrupt'), stopped('paused'))).toBe('resume');
  expect(messageWait(sent('after_turn'), stopped('interrupted'))).toBe('resume');
  expect(messageWait(sent('after_turn'), stopped('question'))).toBe('answer');
});
