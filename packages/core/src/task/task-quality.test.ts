import { beforeEach, describe, expect, it } from 'vitest';
import type { Reaction } from '../policies/policy.ts';
import { actOnTask } from '../testing/act-on-task.ts';
import { TaskScenario } from '../testing/task-scenario.ts';
import type { FeedbackText } from './model/events.ts';
import { addFeedback } from './review/add-feedback.ts';
import { requestChanges } from './review/request-changes.ts';
import { proposeResolution, setFeedbackState } from './review/set-feedback-state.ts';

let task: TaskScenario;
const act = actOnTask(() => task);
const { view, create, execute, start, end, verify, passPhase, approve, pause, resume, refusal, payload } =
  act;
beforeEach(() => {
  task = new TaskScenario();
});

/** The agent claims the phase and the verifier gives its verdict. */
function claim(failed: readonly string[] = []): void {
  end('completed');
  task.settle();
  task.when(start);
  verify(failed);
  task.settle();
}

describe('verification', () => {
  beforeEach(() => {
    create();
    task.when(execute);
    task.when(start);
  });

  it('comes between the completion of a phase and its review', () => {
    end('completed');
    task.settle();
    expect(payload('RunRequested')).toMatchObject({ purpose: 'verify', phase: 1 });
    task.when(start);
    expect(view()).toMatchObject({ status: 'in_progress', agentStatus: 'verifying' });
    verify();
    task.settle();
    expect(view()).toMatchObject({ status: 'review' });
    const report = task.state?.verifications.reports[0];
    expect(payload('ReviewCreated')).toMatchObject({
      verificationId: report?.verificationId,
      commit: 'head',
    });
  });

  it('sends a failed phase back to work, and its repair to review', () => {
    claim(['sections']);
    expect(payload('ReworkStarted')).toMatchObject({ attempt: 1, failedCriteria: ['sections'] });
    expect(payload('RunRequested')).toMatchObject({ purpose: 'rework', phase: 1 });
    task.when(start);
    expect(view()).toMatchObject({ agentStatus: 'running', currentPhase: 1 });
    claim();
    expect(view()?.status).toBe('review');
    expect(task.state?.verifications.reworks).toMatchObject([{ attemptNumber: 1, result: 'success' }]);
  });

  it('reworks three times at most, then a person sees what still fails', () => {
    for (const criterion of ['a', 'b', 'c']) {
      claim([criterion]);
      task.when(start);
    }
    claim(['d']);
    expect(view()?.status).toBe('review');
    expect(task.state?.verifications.reworks.map((each) => each.result)).toEqual(Array(3).fill('failed'));
  });

  it('asks a person early when a criterion fails that the last attempt was to mend', () => {
    claim(['a', 'b']);
    task.when(start);
    claim(['b']);
    expect(view()?.status).toBe('review');
    expect(task.state?.verifications.reworks).toMatchObject([{ result: 'partial' }]);
  });

  it('is tried again without a verdict, and then shown: neither a pass nor a fail', () => {
    end('completed');
    task.settle();
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      expect(view()).toMatchObject({ status: 'in_progress', failure: null });
      task.when(start);
      end('failed');
      task.settle();
    }
    expect(view()?.status).toBe('review');
    expect(task.state?.verifications.reports.map((each) => each.verdict)).toEqual(
      Array(3).fill('inconclusive'),
    );
    expect(task.state?.verifications.reworks).toEqual([]);
  });

  it('that was cut off is done again after a resume', () => {
    end('completed');
    task.settle();
    task.when(start);
    end('crashed');
    task.settle();
    expect(view()).toMatchObject({ blockedBy: 'interrupted' });
    task.when(resume);
    expect(payload('RunRequested')).toMatchObject({ purpose: 'verify' });
  });

  it('of a task that was cancelled meanwhile begins anew when it is executed again', () => {
    claim();
    task.when(act.cancel);
    task.when(execute);
    expect(payload('RunRequested')).toMatchObject({ purpose: 'verify', phase: 1 });
    task.when(start);
    verify();
    task.settle();
    expect(view()?.status).toBe('review');
    expect(task.state?.reviews.map((review) => review.round)).toEqual([1, 2]);
  });
});

describe('gates', () => {
  it('open by themselves if verified, and only then', () => {
    create({ gates: { '1': 'auto_if_verified', '2': 'auto_if_verified' } });
    task.when(execute);
    task.when(start);
    passPhase();
    expect(payload('RunRequested')).toMatchObject({ purpose: 'phase', phase: 2 });
    task.when(start);
    claim(['a']);
    task.when(start);
    claim(['a']);
    expect(view()).toMatchObject({ status: 'review', currentPhase: 2 });
  });

  it('that always open record the review even when verification failed', () => {
    create({ autoApprove: true });
    task.when(execute);
    task.when(start);
    claim(['a']);
    task.when(start);
    claim(['a']);
    expect(payload('ReviewApproved')).toMatchObject({ phase: 1 });
    expect(payload('RunRequested')).toMatchObject({ purpose: 'phase', phase: 2 });
  });

  it('of one phase may be manual in a task that approves by itself', () => {
    create({ autoApprove: true, gates: { '1': 'manual' } });
    task.when(execute);
    task.when(start);
    passPhase();
    expect(view()?.status).toBe('review');
  });
});

describe('a request for changes', () => {
  const feedback: FeedbackText = {
    path: 'docs/planning/01_idea.md',
    startLine: 3,
    endLine: 4,
    kind: 'change_request',
    body: 'Name the user.',
    excerpt: 'The user is anybody.',
  };
  const reviewId = () => task.state?.reviews.at(-1)?.reviewId ?? 'review_none';
  const change =
    (texts: readonly FeedbackText[], summary: string | null = null): Reaction =>
    (state, context) =>
      requestChanges(state, { taskId: task.taskId, reviewId: reviewId(), summary, feedback: texts }, context);

  beforeEach(() => {
    create();
    task.when(execute);
    task.when(start);
    passPhase();
  });

  it('leads to a rework, a verification and a new round', () => {
    task.when(change([feedback, { ...feedback, path: 'docs/planning/02_market.md' }]));
    task.settle();
    expect(view()).toMatchObject({ status: 'in_progress', blockedBy: 'queue' });
    expect(payload('RunRequested')).toMatchObject({ purpose: 'rework', phase: 1 });
    task.when(start);
    passPhase();
    expect(view()?.status).toBe('review');
    expect(task.state?.reviews).toMatchObject([
      { round: 1, status: 'changes_requested', feedback: [{ state: 'open' }, { state: 'open' }] },
      { round: 2, status: 'pending' },
    ]);
  });

  it('without anything to change is refused', () => {
    expect(refusal(change([]))).toMatchObject({ code: 'changes_empty' });
    expect(task.when(change([], 'Shorter, please'))).toHaveLength(1);
  });

  it('of an old round is refused', () => {
    const old = reviewId();
    task.when(change([feedback]));
    task.settle();
    task.when(start);
    passPhase();
    const stale: Reaction = (state, context) =>
      requestChanges(state, { taskId: task.taskId, reviewId: old, summary: 'again', feedback: [] }, context);
    expect(refusal(stale)).toMatchObject({ code: 'review_closed', status: 'changes_requested' });
  });

  it('is resolved by a person; the agent only proposes', () => {
    task.when(change([feedback]));
    task.settle();
    task.when(start);
    const feedbackId = task.state?.reviews[0]?.feedback[0]?.feedbackId ?? 'feedback_none';
    task.when((state) =>
      proposeResolution(state, { runId: act.lastRunId(), feedbackId, note: 'Named her.' }),
    );
    expect(task.state?.reviews[0]?.feedback).toMatchObject([{ state: 'open', proposal: 'Named her.' }]);
    task.when((state) => setFeedbackState(state, { taskId: task.taskId, feedbackId, state: 'resolved' }));
    expect(task.state?.reviews[0]?.feedback).toMatchObject([{ state: 'resolved' }]);
  });

  it('survives a pause in the middle of its rework', () => {
    task.when(change([feedback]));
    task.settle();
    task.when(start);
    task.when(pause);
    end('interrupted');
    task.when(resume);
    expect(payload('RunRequested')).toMatchObject({ purpose: 'rework', phase: 1 });
  });

  it('is what a review is in once a person said something, and no gate opens it then', () => {
    task.when((state, context) =>
      addFeedback(state, { taskId: task.taskId, reviewId: reviewId(), feedback: [feedback] }, context),
    );
    expect(task.state?.reviews[0]?.status).toBe('in_review');
    task.when(approve);
    expect(task.state?.reviews[0]?.status).toBe('approved');
  });
});
