import { DomainError } from '../kernel/domain-error.ts';
import type { Reaction } from '../policies/policy.ts';
import { cancelTask } from '../task/lifecycle/cancel-task.ts';
import { createTask } from '../task/lifecycle/create-task.ts';
import { deleteTask } from '../task/lifecycle/delete-task.ts';
import { editTask } from '../task/lifecycle/edit-task.ts';
import { executeTask } from '../task/lifecycle/execute-task.ts';
import { pauseTask } from '../task/lifecycle/pause-task.ts';
import { resumeTask } from '../task/lifecycle/resume-task.ts';
import { completeStep } from '../task/phase/complete-step.ts';
import { answerQuestion } from '../task/ask/answer-question.ts';
import { askQuestion } from '../task/ask/ask-question.ts';
import { expireAsk } from '../task/ask/expire-ask.ts';
import { deliverInput } from '../task/ask/deliver-input.ts';
import { provideDependency, type Provision } from '../task/ask/provide-dependency.ts';
import { requestDependency } from '../task/ask/request-dependency.ts';
import { sendMessage } from '../task/message/send-message.ts';
import type { DependencyAsk, QuestionAsk } from '../task/model/asks.ts';
import { pendingInput } from '../task/model/pending-input.ts';
import { addFeedback } from '../task/review/add-feedback.ts';
import { approveReview } from '../task/review/approve-review.ts';
import { requestChanges } from '../task/review/request-changes.ts';
import { setFeedbackState } from '../task/review/set-feedback-state.ts';
import { endRun } from '../task/run/end-run.ts';
import { startRun } from '../task/run/start-run.ts';
import type { TaskState } from '../task/model/state.ts';
import { aReport } from './act-on-task.ts';
import { aTask, type TaskScenario } from './task-scenario.ts';

/** A random number from 0 to 1 chooses the particulars of a command. */
type RandomCommand = (scenario: TaskScenario, random: number) => Reaction;

const pickRun = (state: TaskState | null, random: number) =>
  state?.runs[Math.floor(random * state.runs.length)]?.runId ?? 'run_none';
const usage = (random: number) => ({
  inputTokens: Math.floor(random * 1000),
  outputTokens: Math.floor(random * 100),
  cacheCreationInputTokens: 7,
  cacheReadInputTokens: 11,
  costMicroUsd: Math.floor(random * 1_000_000),
});
const outputs = [{ path: 'docs/planning/01_idea.md', kind: 'document', sizeBytes: 1234 }] as const;

const aFeedback = {
  path: 'docs/planning/01_idea.md',
  startLine: 3,
  endLine: 4,
  kind: 'change_request',
  body: 'Name the user.',
  excerpt: 'The user is anybody.\nOr not.',
} as const;
const aQuestion = (random: number): QuestionAsk => ({
  category: 'choice',
  question: `Which one, ${Math.floor(random * 5)}?`,
  options: ['A', 'B'],
  multiSelect: false,
  default: random < 0.5 ? 'A' : null,
  required: random < 0.5,
  source: random < 0.3 ? 'claude_code' : 'text',
  toolUseId: random < 0.3 ? 'toolu_1' : null,
  deferred: random < 0.3,
});
const aDependency = (random: number): DependencyAsk => ({
  type: random < 0.5 ? 'api_key' : 'permission',
  name: random < 0.5 ? 'OPENAI_API_KEY' : 'Bash',
  description: 'needed',
  required: random < 0.25,
  permission:
    random < 0.5
      ? null
      : { tool: 'Bash', summary: 'rm -rf build', callKey: `call${random}`, ruleKey: 'rule', rule: 'rm' },
  source: 'tool',
  toolUseId: null,
  deferred: false,
});
const PROVISIONS: readonly Provision[] = [
  { kind: 'value', secretId: 'secret_00000000000000000000000001' },
  { kind: 'allow', scope: 'once' },
  { kind: 'allow', scope: 'task' },
  { kind: 'deny' },
  { kind: 'skip' },
];

/** Everything that persons, agents and the platform can do to a task; many are refused, as in life. */
export const RANDOM_COMMANDS: readonly RandomCommand[] = [
  (_, random) => (state, context) => createTask(state, { task: aTask, execute: random < 0.5 }, context),
  ({ taskId }) =>
    (state, context) =>
      executeTask(state, { taskId }, context),
  ({ taskId }) =>
    (state) =>
      pauseTask(state, { taskId }),
  ({ taskId }) =>
    (state, context) =>
      resumeTask(state, { taskId }, context),
  ({ taskId }, random) =>
    (state) =>
      random < 0.3 ? cancelTask(state, { taskId }) : [],
  ({ taskId }, random) =>
    (state) =>
      random < 0.1 ? deleteTask(state, { taskId, removeFiles: random < 0.05 }) : [],
  ({ taskId }, random) =>
    (state) =>
      editTask(state, {
        taskId,
        changes: random < 0.5 ? { autoApprove: random < 0.25 } : { title: `T${random}` },
      }),
  ({ taskId }) =>
    (state) =>
      approveReview(state, {
        taskId,
        reviewId: state?.reviews.at(-1)?.reviewId ?? 'review_none',
        note: 'good',
      }),
  () => (state) => startRun(state, { runId: state?.runs.at(-1)?.runId ?? 'run_none' }),
  (_, random) => (state) =>
    completeStep(state, {
      runId: pickRun(state, 0.99),
      step: 1 + Math.floor(random * 10),
      evidence: 'marker',
    }),
  (_, random) => (state, context) =>
    endRun(
      state,
      {
        runId: pickRun(state, 0.99),
        outcome: 'completed',
        outputs,
        baseCommit: null,
        commit: 'c0ffee',
        usage: usage(random),
      },
      context,
    ),
  (_, random) => (state, context) =>
    endRun(
      state,
      {
        runId: pickRun(state, random),
        outcome: 'failed',
        failure: { code: 'agent_exited', details: `exit ${random}` },
        usage: usage(random),
      },
      context,
    ),
  (_, random) => (state, context) =>
    endRun(
      state,
      {
        runId: pickRun(state, random),
        outcome: random < 0.5 ? 'interrupted' : 'blocked',
        usage: usage(random),
      },
      context,
    ),
  (_, random) => (state, context) =>
    endRun(state, { runId: pickRun(state, random), outcome: 'crashed' }, context),
  (_, random) => (state, context) =>
    endRun(
      state,
      {
        runId: pickRun(state, 0.99),
        outcome: 'verified',
        report: aReport(random < 0.6 ? [] : [`criterion_${Math.floor(random * 20)}`]),
        usage: usage(random),
      },
      context,
    ),
  (_, random) => (state, context) =>
    askQuestion(state, { runId: pickRun(state, 0.99), ask: aQuestion(random) }, context),
  (_, random) => (state, context) =>
    requestDependency(state, { runId: pickRun(state, 0.99), ask: aDependency(random) }, context),
  ({ taskId }, random) =>
    (state, context) =>
      answerQuestion(
        state,
        {
          taskId,
          questionId: state?.questions.at(-1)?.questionId ?? 'question_none',
          answer: `yes ${random}`,
        },
        context,
      ),
  () => (state, context) =>
    expireAsk(state, {
      id: state?.questions.at(-1)?.questionId ?? 'question_none',
      now: context.now,
    }),
  ({ taskId }, random) =>
    (state) =>
      provideDependency(state, {
        taskId,
        dependencyId: state?.dependencies.at(-1)?.dependencyId ?? 'dependency_none',
        provision: PROVISIONS[Math.floor(random * PROVISIONS.length)] ?? { kind: 'skip' },
      }),
  () => (state) =>
    deliverInput(state, {
      runId: pickRun(state, 0.99),
      ids: state ? pendingInput(state).map((each) => each.id) : [],
    }),
  ({ taskId }, random) =>
    (state, context) =>
      sendMessage(
        state,
        { taskId, message: { text: 'And then?', delivery: random < 0.5 ? 'after_turn' : 'interrupt' } },
        context,
      ),
  ({ taskId }, random) =>
    (state, context) =>
      requestChanges(
        state,
        {
          taskId,
          reviewId: state?.reviews.at(-1)?.reviewId ?? 'review_none',
          summary: random < 0.5 ? 'Say more' : null,
          feedback: random < 0.3 ? [] : [aFeedback],
        },
        context,
      ),
  ({ taskId }) =>
    (state, context) =>
      addFeedback(
        state,
        { taskId, reviewId: state?.reviews.at(-1)?.reviewId ?? 'review_none', feedback: [aFeedback] },
        context,
      ),
  ({ taskId }, random) =>
    (state) =>
      setFeedbackState(state, {
        taskId,
        feedbackId: state?.reviews.flatMap((review) => review.feedback).at(-1)?.feedbackId ?? 'feedback_none',
        state: random < 0.7 ? 'resolved' : 'open',
      }),
];

/** One step of a random history: which command, with which particulars, and whether policies react after it. */
export interface RandomStep {
  readonly command: number;
  readonly random: number;
  readonly settle: boolean;
}

/** Does one step; a command that the domain refuses changes nothing. */
export function doRandomStep(scenario: TaskScenario, step: RandomStep): void {
  const command = RANDOM_COMMANDS[step.command % RANDOM_COMMANDS.length];
  try {
    if (command) scenario.when(command(scenario, step.random));
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
  }
  if (step.settle) scenario.settle();
}
