import { executeTask } from '../task/lifecycle/execute-task.ts';
import { mergeTask } from '../task/lifecycle/merge-task.ts';
import { answerQuestion } from '../task/ask/answer-question.ts';
import { askQuestion } from '../task/ask/ask-question.ts';
import { deliverInput } from '../task/ask/deliver-input.ts';
import { provideDependency } from '../task/ask/provide-dependency.ts';
import { requestDependency } from '../task/ask/request-dependency.ts';
import { pendingInput } from '../task/model/pending-input.ts';
import { resumeTask } from '../task/lifecycle/resume-task.ts';
import { sendMessage } from '../task/message/send-message.ts';
import { openRun, type RunState } from '../task/model/runs.ts';
import type { TaskState } from '../task/model/state.ts';
import type { VerificationReport } from '../task/model/verification-report.ts';
import { approveReview } from '../task/review/approve-review.ts';
import { requestChanges } from '../task/review/request-changes.ts';
import { proposeResolution } from '../task/review/set-feedback-state.ts';
import { endRun } from '../task/run/end-run.ts';
import { startRun } from '../task/run/start-run.ts';
import type { Reaction } from '../policies/policy.ts';
import { aReport } from './act-on-task.ts';
import { aTask, type TaskScenario } from './task-scenario.ts';
import { NO_USAGE } from '../task/model/usage.ts';

const FEEDBACK = {
  path: 'docs/planning/01_idea.md',
  startLine: 3,
  endLine: 4,
  kind: 'change_request',
  body: 'Name the user.',
  excerpt: '사용자는 누구나.\nOr not.',
} as const;
const QUESTION = {
  category: 'choice',
  question: '어느 것?',
  options: ['A', 'B, or "C"'],
  multiSelect: true,
  default: 'A',
  required: false,
  source: 'claude_code',
  toolUseId: 'toolu_1',
  deferred: true,
} as const;
const DEPENDENCY = {
  type: 'permission',
  name: 'Bash',
  description: 'needed',
  required: true,
  permission: { tool: 'Bash', summary: 'rm -rf build', callKey: 'call', ruleKey: 'rule', rule: 'rm' },
  source: 'tool',
  toolUseId: null,
  deferred: false,
} as const;

/** Creates a task of any type, with everything set that a task can have. */
export function createRandomTask(scenario: TaskScenario, random: number): void {
  const types = ['create_app', 'modify_app', 'custom'] as const;
  const taskType = types[Math.floor(random * types.length)] ?? 'custom';
  const source = taskType === 'modify_app' ? ({ kind: 'folder', path: '/projects/mine' } as const) : null;
  const gates = { '1': 'auto_if_verified' } as const;
  const changes = { taskType, source, gates, autoAccept: random < 0.5, autoApprove: random > 0.9 };
  scenario.when(() => [{ type: 'TaskCreated', payload: { ...aTask, ...changes } }]);
}

/**
 * Does what comes next for a task: its agent is started and ends, its verifier says something, a person answers what
 * waits. Random commands alone hardly ever get as far as a verification.
 */
export function goForward(scenario: TaskScenario, random: number): void {
  scenario.settle();
  if (scenario.state && !scenario.state.lifecycle.deleted) scenario.when(nextStep(scenario.state, random));
}

function nextStep(state: TaskState, random: number): Reaction {
  const { lifecycle } = state;
  const { taskId } = lifecycle;
  const run = openRun(state.runs);
  if (run?.status === 'requested') return (task) => startRun(task, { runId: run.runId });
  if (run) return goOn(run, state, random);
  const dependency = state.dependencies.find((each) => each.status === 'pending');
  if (dependency) {
    const { dependencyId, permission } = dependency;
    const provision = permission
      ? ({ kind: 'allow', scope: 'task' } as const)
      : ({ kind: 'value', secretId: 'secret_00000000000000000000000001' } as const);
    return (task) => provideDependency(task, { taskId, dependencyId, provision });
  }
  const question = state.questions.find((each) => each.status === 'pending');
  if (question) {
    const { questionId } = question;
    return (task, context) => answerQuestion(task, { taskId, questionId, answer: '네, "yes"' }, context);
  }
  const review = state.reviews.at(-1);
  switch (lifecycle.status) {
    case 'draft':
    case 'failed':
      return (task, context) => executeTask(task, { taskId }, context);
    case 'review': {
      const reviewId = review?.reviewId ?? 'review_none';
      if (random < 0.7) return (task) => approveReview(task, { taskId, reviewId });
      return (task, context) =>
        requestChanges(task, { taskId, reviewId, summary: null, feedback: [FEEDBACK, FEEDBACK] }, context);
    }
    case 'completed':
      if (lifecycle.taskType === 'modify_app') {
        if (lifecycle.merged) return () => [];
        return (task) => mergeTask(task, { taskId, merged: { into: 'main', commit: 'c0ffee' } });
      }
      if (lifecycle.taskType !== 'custom') return () => [];
      return (task, context) =>
        sendMessage(task, { taskId, message: { text: 'And then?', delivery: 'after_turn' } }, context);
    case 'in_progress':
    case 'pending':
      return (task, context) => resumeTask(task, { taskId }, context);
  }
}

function goOn({ runId, purpose }: RunState, state: TaskState, random: number): Reaction {
  const usage = { ...NO_USAGE, costMicroUsd: 5 };
  if (purpose === 'verify') {
    const failure = { code: 'verifier_no_verdict', details: 'nothing' } as const;
    return (task, context) =>
      random < 0.1
        ? endRun(task, { runId, outcome: 'failed', failure, usage }, context)
        : endRun(task, { runId, outcome: 'verified', report: report(random), usage }, context);
  }
  const feedback = state.reviews
    .at(-1)
    ?.feedback.find((each) => each.state === 'open' && each.proposal === null);
  if (feedback && random < 0.5) {
    const { feedbackId } = feedback;
    return (task) => proposeResolution(task, { runId, feedbackId, note: 'Named.' });
  }
  if (random > 0.9) return (task, context) => askQuestion(task, { runId, ask: QUESTION }, context);
  if (random > 0.8) return (task, context) => requestDependency(task, { runId, ask: DEPENDENCY }, context);
  const ids = pendingInput(state).map((each) => each.id);
  if (ids.length > 0) return (task) => deliverInput(task, { runId, ids });
  const outputs = [{ path: FEEDBACK.path, kind: 'document', sizeBytes: 1234 }] as const;
  return (task, context) =>
    endRun(
      task,
      { runId, outcome: 'completed', outputs, baseCommit: 'c0ffee', commit: 'decade', usage },
      context,
    );
}

function report(random: number): VerificationReport {
  const passed = random < 0.6;
  const tests = {
    command: 'npm test',
    exitCode: passed ? 0 : 1,
    passed,
    durationMs: 12,
    outputTail: '1 passed',
  };
  return { ...aReport(passed ? [] : ['named_user', `criterion_${Math.floor(random * 9)}`]), tests };
}
