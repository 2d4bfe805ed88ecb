import type { StreamFrame } from '@ccs/contract';
import { createTask } from '@ccs/core/task/lifecycle/create-task';
import type { Language } from '@ccs/core/vocabulary/language';
import type { TaskId } from '@ccs/core/vocabulary/ids';
import { randomUUID } from 'node:crypto';
import type { Composition } from '../compose.ts';
import type { Config } from '../config/config.ts';
import { createIdSource } from '../runtime/ids.ts';
import { STREAM_START } from '../runtime/stream-cursor.ts';
import { workspacePathFor } from '../runtime/workspace-path.ts';
import { replyTo } from './demo-person.ts';
import { describeFrame, printable } from './describe-frame.ts';

export interface DemoFlags {
  readonly title: string;
  readonly prompt: string;
  readonly language: Language;
}

export interface DemoTask {
  readonly taskId: TaskId;
  readonly workspacePath: string;
}

/** Creates and queues the demo's task. */
export async function createDemoTask(
  composed: Composition,
  config: Config,
  flags: DemoFlags,
): Promise<DemoTask> {
  const taskId = createIdSource().next('task');
  const workspacePath = workspacePathFor(config.outputDirectory, flags.title, taskId);
  const task = {
    ...flags,
    taskType: 'create_app',
    provider: 'demo',
    autoApprove: false,
    gates: {},
    autoAccept: true,
    questionTimeoutMinutes: config.questionTimeoutMinutes,
    source: null,
    priority: 'normal',
    workspacePath,
    sessionId: randomUUID(),
  } as const;
  await composed.commands.handle({
    taskId,
    actor: 'user',
    decide: (state, context) => createTask(state, { task, execute: true }, context),
  });
  return { taskId, workspacePath };
}

/** Prints what happens until the task has ended, and answers for the person who is not there. */
export async function followToEnd(composed: Composition, taskId: TaskId): Promise<'completed' | 'failed'> {
  let cursor = STREAM_START;
  return new Promise((resolve, reject) => {
    const show = (json: string): void => {
      const frame = JSON.parse(json) as StreamFrame;
      const text = describeFrame(frame);
      if (text) console.log(text);
      const reply = replyTo(frame, taskId);
      if (reply) {
        console.log(`  ${printable(reply.said)}`);
        composed.commands.handle({ taskId, actor: 'user', decide: reply.decide }).catch(reject);
      }
      if (frame.type === 'complete') resolve('completed');
      if (frame.type === 'error') resolve('failed');
    };
    const follow = async (): Promise<void> => {
      for (;;) {
        const { entries, detach } = await composed.streams
          .of(taskId)
          .catchUp(cursor, (entry) => show(entry.json));
        for (const entry of entries) {
          show(entry.json);
          cursor = entry.cursor;
        }
        if (detach) return;
      }
    };
    follow().catch(reject);
  });
}
