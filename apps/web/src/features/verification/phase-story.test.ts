import type { CriterionResultDto, ReviewDto, ReworkAttemptDto, VerificationDto } from '@ccs/contract';
import { expect, test } from 'vitest';
import { byUrgency, currentRework, phaseStory } from './phase-story.ts';

const at = (minute: number) => `2026-01-01T00:0${minute}:00.000Z`;
const verification = (phase: number, minute: number): VerificationDto => ({
  id: `verification_${minute}`,
  taskId: 'task_1',
  phase,
  runId: 'run_1',
  verdict: 'failed',
  criteria: [],
  tests: null,
  failure: null,
  createdAt: at(minute),
});
const rework = (phase: number, minute: number, completedAt: string | null): ReworkAttemptDto => ({
  phase,
  attemptNumber: 1,
  verificationId: 'verification_1',
  failedCriteria: ['sections'],
  reworkPrompt: '',
  startedAt: at(minute),
  completedAt,
  result: null,
});
const review = (phase: number, minute: number): ReviewDto => ({
  id: 'review_1',
  taskId: 'task_1',
  phase,
  round: 1,
  status: 'pending',
  files: [],
  feedback: [],
  verificationId: null,
  baseCommit: null,
  commit: null,
  note: null,
  createdAt: at(minute),
  resolvedAt: null,
  resolvedBy: null,
});

test('tells of one phase what happened, in order; a verdict before what follows from it', () => {
  const list = {
    items: [verification(1, 1), verification(2, 2), verification(1, 3)],
    reworkAttempts: [rework(1, 1, at(3))],
  };
  const story = phaseStory(1, list, [review(1, 3), review(2, 4)]);
  expect(story.map((chapter) => [chapter.kind, chapter.at])).toEqual([
    ['verification', at(1)],
    ['rework', at(1)],
    ['verification', at(3)],
    ['review', at(3)],
  ]);
});

test('knows the rework that goes on', () => {
  const open = rework(1, 4, null);
  expect(currentRework(1, { items: [], reworkAttempts: [rework(1, 1, at(2)), open] })).toBe(open);
  expect(currentRework(2, { items: [], reworkAttempts: [open] })).toBeUndefined();
});

test('what fails comes first', () => {
  const criteria = (['pass', 'not_checked', 'fail'] as const).map(
    (verdict): CriterionResultDto => ({
      key: verdict,
      name: { en: '', ko: '' },
      verdict,
      checkedBy: 'program',
      reason: '',
      evidence: [],
      advice: null,
    }),
  );
  expect(byUrgency(criteria).map(({ key }) => key)).toEqual(['fail', 'not_checked', 'pass']);
});
