import type { DependencyDto, QuestionDto } from '@ccs/contract';
import { expect, test } from 'vitest';
import { asksOf, withoutAnswer } from './ask.ts';

const question = (id: string, more: Partial<QuestionDto> = {}) =>
  ({ id, required: true, expiresAt: null, createdAt: '2026-01-01T00:00:00.000Z', ...more }) as QuestionDto;
const dependency = (id: string, more: Partial<DependencyDto> = {}) =>
  ({ id, required: true, expiresAt: null, createdAt: '2026-01-01T00:00:00.000Z', ...more }) as DependencyDto;

test('what stops work comes first, each oldest first', () => {
  const asks = asksOf(
    [question('optional', { required: false, createdAt: '2025-12-31T00:00:00.000Z' }), question('asked')],
    [dependency('late', { createdAt: '2026-01-02T00:00:00.000Z' }), dependency('key')],
  );
  expect(asks.map(({ id }) => id)).toEqual(['asked', 'key', 'late', 'optional']);
});

test('what happens without an answer', () => {
  const kindOf = (ask: ReturnType<typeof asksOf>[number] | undefined) => ask && withoutAnswer(ask);
  expect(kindOf(asksOf([question('a')], [])[0])).toEqual({ kind: 'stops' });
  expect(kindOf(asksOf([question('a', { required: false })], [])[0])).toEqual({ kind: 'goesOn' });
  const expiresAt = '2026-01-01T01:00:00.000Z';
  expect(kindOf(asksOf([question('a', { required: false, expiresAt })], [])[0])).toEqual({
    kind: 'default',
    at: expiresAt,
  });
  expect(kindOf(asksOf([], [dependency('a', { required: false })])[0])).toEqual({ kind: 'stopsSkippable' });
  expect(kindOf(asksOf([], [dependency('a', { required: false, expiresAt })])[0])).toEqual({
    kind: 'skipped',
    at: expiresAt,
  });
});
