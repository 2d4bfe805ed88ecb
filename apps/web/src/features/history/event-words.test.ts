import type { EventDto } from '@ccs/contract';
import { expect, test } from 'vitest';
import { eventKey, eventNote } from './event-words.ts';

const event = (type: string, payload: Record<string, unknown> = {}) => ({ type, payload }) as EventDto;

test('one type can have several sentences', () => {
  expect(eventKey(event('PhaseStarted', { attempt: 1 }))).toBe('event.PhaseStarted');
  expect(eventKey(event('PhaseStarted', { attempt: 2 }))).toBe('event.PhaseStartedAgain');
  expect(eventKey(event('RunRequested', { purpose: 'phase' }))).toBe('event.RunRequested');
  expect(eventKey(event('RunRequested', { purpose: 'verify' }))).toBe('purpose.verify');
  expect(eventKey(event('DependencyRequested', { permission: null }))).toBe('event.DependencyRequested');
  expect(eventKey(event('DependencyRequested', { permission: { tool: 'Bash' } }))).toBe(
    'event.PermissionRequested',
  );
});

test('the words of people and agents stand beside the sentence', () => {
  expect(eventNote(event('QuestionAnswered', { answer: 'Postgres' }))).toBe('Postgres');
  expect(eventNote(event('DependencyRequested', { description: 'to send mail', permission: null }))).toBe(
    'to send mail',
  );
  expect(
    eventNote(event('DependencyRequested', { description: '', permission: { summary: 'rm -r dist' } })),
  ).toBe('rm -r dist');
  expect(eventNote(event('ReviewChangesRequested', { summary: null }))).toBeNull();
  expect(eventNote(event('TaskQueued'))).toBeNull();
});
