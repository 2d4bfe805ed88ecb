import type { FeedbackDto, FileDiffDto } from '@ccs/contract';
import { expect, test } from 'vitest';
import { notesOf, openCount, reviewFiles } from './review-files.ts';

const changed = (path: string, status: FileDiffDto['status'] = 'added'): FileDiffDto => ({
  path,
  oldPath: null,
  status,
  additions: 1,
  deletions: 0,
  binary: false,
  tooLarge: false,
  patch: '',
});
const diff = (...files: FileDiffDto[]) => ({ base: null, head: null, files, truncated: false });
const said = (id: string, anchor: FeedbackDto['anchor'], more: Partial<FeedbackDto> = {}): FeedbackDto => ({
  id,
  reviewId: 'review_1',
  path: 'a.md',
  startLine: 1,
  endLine: 2,
  kind: 'comment',
  body: id,
  state: 'open',
  round: 1,
  excerpt: null,
  proposal: null,
  anchor,
  createdAt: '2026-01-01T00:00:00.000Z',
  createdBy: 'local',
  ...more,
});
const draft = (line: number | null) => ({
  id: 'd',
  path: 'a.md',
  startLine: line,
  endLine: line,
  kind: 'comment' as const,
  body: '',
});

test('a review shows what the phase produced and what it changed besides', () => {
  const files = reviewFiles(
    { files: [{ path: 'docs/1.md', kind: 'document', sizeBytes: 1 }] },
    diff(changed('docs/1.md'), changed('old.js', 'deleted')),
    diff(changed('docs/1.md', 'modified')),
  );
  expect(files.map((file) => [file.path, file.ofPhase?.status, file.sinceRound?.status])).toEqual([
    ['docs/1.md', 'added', 'modified'],
    ['old.js', 'deleted', undefined],
  ]);
});

test('what is said stands at the line of this round, else above the file', () => {
  const notes = notesOf(
    'a.md',
    [
      said('moved', { startLine: 8, endLine: 9, stale: false }),
      said('gone', { startLine: 1, endLine: 2, stale: true }),
      said('whole', { startLine: null, endLine: null, stale: false }),
      said('elsewhere', { startLine: 1, endLine: 1, stale: false }, { path: 'b.md' }),
    ],
    [draft(9), draft(4), draft(null)],
  );
  expect(notes.general.map(({ id }) => id)).toEqual(['gone', 'whole']);
  expect(notes.generalDrafts).toHaveLength(1);
  expect([...notes.byLine].map(([line, at]) => [line, at.feedback.length, at.drafts.length])).toEqual([
    [9, 1, 1],
    [4, 0, 1],
  ]);
});

test('counts what waits', () => {
  const anchor = { startLine: 1, endLine: 1, stale: false };
  expect(openCount('a.md', [said('x', anchor), said('y', anchor, { state: 'resolved' })], [draft(1)])).toBe(
    2,
  );
});
