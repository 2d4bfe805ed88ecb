import { createTaskBodySchema } from '@ccs/contract';
import { describe, expect, test } from 'vitest';
import { bodyOf, emptyDraft, missingFields, titleOf, type Draft } from './draft.ts';

const draft = (more: Partial<Draft> = {}): Draft => ({
  ...emptyDraft('en'),
  title: 'Habits',
  prompt: 'A habit tracker',
  ...more,
});

describe('what is sent', () => {
  test.each<Partial<Draft>>([
    {},
    { type: 'custom', title: '' },
    { type: 'modify_app', source: 'folder', folder: '/srv/app ' },
    { type: 'modify_app', source: 'git', url: 'https://example.com/a.git', ref: 'main' },
    { type: 'modify_app', source: 'task', sourceTask: 'task_01jd0000000000000000000000' },
    { timeout: '60', asksFirst: true, reviewer: 'auto_if_verified' },
  ])('is what the server takes: %j', (more) => {
    expect(createTaskBodySchema.safeParse(bodyOf(draft(more))).error?.issues).toBeUndefined();
  });

  test('only the source that was chosen goes along, and only where there is one', () => {
    const filled = { sourceTask: 'task_1', folder: ' /srv/app ', url: 'https://example.com/a.git', ref: ' ' };
    expect(bodyOf(draft(filled)).workspace).toBeUndefined();
    const change = { ...filled, type: 'modify_app' as const };
    expect(bodyOf(draft({ ...change, source: 'folder' })).workspace).toEqual({
      kind: 'folder',
      path: '/srv/app',
    });
    expect(bodyOf(draft({ ...change, source: 'git' })).workspace).toEqual({
      kind: 'git',
      url: 'https://example.com/a.git',
    });
  });

  test('who reviews, and the phases where it is somebody else', () => {
    const gates = (more: Partial<Draft>) => {
      const { autoApprove, gates: by } = bodyOf(draft(more));
      return { autoApprove, by };
    };
    expect(gates({})).toEqual({ autoApprove: false, by: {} });
    expect(gates({ reviewer: 'auto' })).toEqual({ autoApprove: true, by: {} });
    expect(gates({ reviewer: 'auto_if_verified', gates: { 1: 'manual' } })).toEqual({
      autoApprove: false,
      by: { 2: 'auto_if_verified', 3: 'auto_if_verified', 4: 'auto_if_verified' },
    });
    expect(gates({ reviewer: 'auto', gates: { 2: 'manual' } })).toEqual({
      autoApprove: true,
      by: { 2: 'manual' },
    });
    expect(gates({ type: 'custom', reviewer: 'auto_if_verified' })).toEqual({ autoApprove: false, by: {} });
  });

  test('an empty time-out leaves it to the server; 0 means never', () => {
    expect(bodyOf(draft()).questionTimeoutMinutes).toBeUndefined();
    expect(bodyOf(draft({ timeout: '0' })).questionTimeoutMinutes).toBe(0);
  });
});

test('what is missing', () => {
  expect(missingFields(emptyDraft('en'))).toEqual(['title', 'prompt']);
  expect(missingFields({ ...emptyDraft('en'), type: 'custom' })).toEqual(['prompt']);
  expect(missingFields({ ...emptyDraft('en'), type: 'modify_app' })).toEqual(['source', 'title', 'prompt']);
  expect(missingFields(draft({ type: 'modify_app', source: 'folder', folder: '/a' }))).toEqual([]);
});

test('a conversation is called by its first line', () => {
  expect(titleOf('\n  Why is the build slow?\nIt takes ages.')).toBe('Why is the build slow?');
  const long = titleOf(`${'word '.repeat(30)}end`);
  expect(long).toMatch(/^(word ){11}word…$/);
  expect(titleOf('가'.repeat(100))).toBe(`${'가'.repeat(60)}…`);
});
