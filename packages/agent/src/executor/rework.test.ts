import type { PhaseRun } from '@ccs/core/ports/agent-runner';
import type { Feedback } from '@ccs/core/task/model/reviews';
import { execFileSync } from 'node:child_process';
import { afterEach, expect, test } from 'vitest';
import { type Bench, openBench, Recorder } from '../testing/bench.ts';
import { call, inOrder, say, write } from '../testing/play.ts';

let bench: Bench | undefined;
afterEach(async () => {
  await bench?.close();
});

const IDEA = 'docs/planning/01_idea.md';
const BOTH = say(write(IDEA), write('docs/planning/02_market.md'));
const DONE = say('=== PHASE 1 COMPLETE ===');
const FEEDBACK: Feedback = {
  feedbackId: 'feedback_00000000000000000000000001',
  reviewId: 'review_00000000000000000000000001',
  path: IDEA,
  startLine: 1,
  endLine: 2,
  kind: 'change_request',
  body: 'Say who it is for.',
  excerpt: '# docs/planning/01_idea.md',
  round: 1,
  state: 'open',
  proposal: null,
  createdAt: '2026-01-01T00:00:00.000Z',
  createdBy: 'user',
};

test('rework goes on in the same session, needs a new claim, and its commits start where the phase started', async () => {
  bench = await openBench(
    inOrder(
      BOTH,
      DONE,
      say(write('notes.md')),
      say('I think that is it.'),
      say(call('mcp__ccs__complete_phase', { phase: 1 })),
      say('Done.'),
    ),
  );
  const recorder = new Recorder();
  const first = await bench.run({}, recorder);
  const rework: PhaseRun['rework'] = { kind: 'verification', attempt: 1, prompt: '- sections: No audience' };
  const second = await bench.run({ attempt: 2, completedSteps: [1, 2], rework }, recorder);
  expect(second).toMatchObject({ outcome: 'completed' });
  const [, prompt, continuation] = recorder.texts('prompt');
  expect(prompt).toMatch(/^Phase 1 \(Planning\)\nRework: attempt 1 of 3/);
  expect(prompt).toContain('No audience');
  expect(continuation).toContain('its completion was not claimed');
  expect(recorder.steps).toHaveLength(2);
  const cwd = bench.workspace;
  const git = (...args: string[]) => execFileSync('git', args, { cwd, encoding: 'utf8' }).trim();
  if (first.outcome !== 'completed' || second.outcome !== 'completed') throw new Error('not complete');
  expect(second.commit).toBe(git('rev-parse', 'HEAD'));
  expect(git('merge-base', '--is-ancestor', first.commit ?? '', 'HEAD')).toBe('');
  expect(second.commit).not.toBe(first.commit);
  expect(second.baseCommit).toBe(first.baseCommit);
});

test('rework after a review: feedback is proposed as resolved, and a question does not repeat the brief', async () => {
  bench = await openBench(
    inOrder(
      BOTH,
      DONE,
      say(
        call('mcp__ccs__propose_resolution', {
          feedback_id: FEEDBACK.feedbackId,
          note: 'Named the audience.',
        }),
        call('mcp__ccs__propose_resolution', { feedback_id: 'feedback_x', note: 'Unknown.' }),
        call('mcp__ccs__ask_user', { question: 'Children, too?' }),
      ),
      DONE,
    ),
  );
  const recorder = new Recorder();
  await bench.run({}, recorder);
  expect(recorder.results('mcp__ccs__propose_resolution')).toEqual([]);
  const rework: PhaseRun['rework'] = { kind: 'review', summary: 'Nearly', feedback: [FEEDBACK] };
  const changes = { attempt: 2, completedSteps: [1, 2], rework };
  expect(await bench.run(changes, recorder)).toMatchObject({ outcome: 'blocked' });
  expect(recorder.proposals).toEqual([{ feedbackId: FEEDBACK.feedbackId, note: 'Named the audience.' }]);
  expect(recorder.results('mcp__ccs__propose_resolution')[1]).toContain(FEEDBACK.feedbackId);
  recorder.answer('Yes');
  expect(await bench.run({ ...changes, ...recorder.next() }, recorder)).toMatchObject({
    outcome: 'completed',
  });
  const [, brief, answer] = recorder.texts('prompt');
  expect(brief).toContain('Say who it is for.');
  expect(answer).toMatch(/^Phase 1 \(Planning\) goes on\./);
  expect(answer).not.toContain('Say who it is for.');
});
