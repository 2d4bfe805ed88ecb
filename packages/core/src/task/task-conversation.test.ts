import { beforeEach, describe, expect, it } from 'vitest';
import type { Reaction } from '../policies/policy.ts';
import { actOnTask } from '../testing/act-on-task.ts';
import { aQuestion } from '../testing/sample-asks.ts';
import { TaskScenario } from '../testing/task-scenario.ts';
import { answerQuestion } from './ask/answer-question.ts';
import { askQuestion } from './ask/ask-question.ts';
import { deliverInput } from './ask/deliver-input.ts';
import { sendMessage } from './message/send-message.ts';
import { pendingInput } from './model/pending-input.ts';

let task: TaskScenario;
const { view, lastRunId, create, execute, start, end, refusal } = actOnTask(() => task);
const waiting = () => (task.state ? pendingInput(task.state) : []);
const askOptionally: Reaction = (state, context) =>
  askQuestion(state, { runId: lastRunId(), ask: { ...aQuestion, required: false } }, context);

describe('a conversation', () => {
  const say: Reaction = (state, context) =>
    sendMessage(
      state,
      { taskId: task.taskId, message: { text: 'And in Korean?', delivery: 'after_turn' } },
      context,
    );
  beforeEach(() => {
    task = new TaskScenario();
    create({ taskType: 'custom' });
    task.when(execute);
    task.when(start);
  });

  it('is complete when it is answered, and goes on with the next message', () => {
    expect(view()).toMatchObject({ status: 'in_progress', agentStatus: 'running' });
    end('completed');
    task.settle();
    expect(view()).toMatchObject({ status: 'completed' });
    task.when(say);
    expect(view()).toMatchObject({ status: 'pending', blockedBy: 'queue' });
    task.when(start);
    expect(waiting()).toMatchObject([{ kind: 'message', text: 'And in Korean?' }]);
    task.when((state) => deliverInput(state, { runId: lastRunId(), ids: waiting().map((each) => each.id) }));
    end('completed');
    task.settle();
    expect(view()?.status).toBe('completed');
  });

  it('goes on when a message came too late for the agent that was ending', () => {
    task.when(say);
    end('completed');
    task.settle();
    expect(view()).toMatchObject({ status: 'in_progress', blockedBy: 'queue' });
  });

  it('that ended with an optional question goes on with its answer', () => {
    task.when(askOptionally);
    end('completed');
    task.settle();
    expect(view()?.status).toBe('completed');
    const { questionId } = task.state?.questions[0] ?? { questionId: 'question_none' as const };
    task.when((state, context) =>
      answerQuestion(state, { taskId: task.taskId, questionId, answer: 'Ads' }, context),
    );
    expect(view()).toMatchObject({ status: 'pending' });
    task.when(start);
    expect(waiting()).toMatchObject([{ kind: 'answer', answer: 'Ads' }]);
  });

  it('is for custom tasks only', () => {
    task = new TaskScenario();
    create();
    task.when(execute);
    expect(refusal(say)).toMatchObject({ code: 'illegal_transition', operation: 'send_message' });
  });
});
