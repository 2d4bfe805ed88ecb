import type { FileDiffDto } from '@ccs/contract';
import { expect, test } from 'vitest';
import { modeOf, modesOf } from './file-modes.ts';
import type { ReviewFile } from './review-files.ts';

const change = (status: FileDiffDto['status']): FileDiffDto => ({
  path: 'x',
  oldPath: null,
  status,
  additions: 1,
  deletions: 0,
  binary: false,
  tooLarge: false,
  patch: '',
});
const fileOf = (more: Partial<ReviewFile>): ReviewFile => ({
  path: 'x',
  isDocument: false,
  ofPhase: change('added'),
  sinceRound: null,
  ...more,
});
const document = fileOf({ isDocument: true });

test('a document is read; in a later round one sees what changed', () => {
  expect(modeOf(document, null, false)).toBe('rendered');
  expect(modeOf(document, null, true)).toBe('rendered');
  expect(modeOf({ ...document, sinceRound: change('modified') }, null, true)).toBe('diff');
  expect(modeOf(document, 'source', true)).toBe('source');
});

test('of code one sees what changed, and all of it when nothing did', () => {
  expect(modeOf(fileOf({}), null, false)).toBe('diff');
  expect(modeOf(fileOf({ ofPhase: null }), null, false)).toBe('source');
});

test('a deleted file has nothing but its change', () => {
  const deleted = fileOf({ isDocument: true, ofPhase: change('deleted') });
  expect(modesOf(deleted)).toEqual(['diff']);
  expect(modeOf(deleted, 'rendered', false)).toBe('diff');
});
