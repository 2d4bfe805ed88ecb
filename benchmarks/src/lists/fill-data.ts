import { createTask } from '@ccs/core/task/lifecycle/create-task';
import { handleCommand } from '@ccs/core/kernel/handle-command';
import type { NewLogLine } from '@ccs/core/ports/task-log';
import { allPolicies } from '@ccs/core/policies/all-policies';
import { taskAggregate } from '@ccs/core/task/model/aggregate';
import type { TaskId } from '@ccs/core/vocabulary/ids';
import { aTask, countingIds, tickingClock } from '@ccs/core/testing/task-scenario';
import { openDatabase, openTaskLog } from '@ccs/storage';
import path from 'node:path';

const TOPICS = ['habits', 'recipes', 'invoices', 'bookmarks', 'workouts', 'plants', 'lessons', 'trips'];
const LINES_PER_APPEND = 500;

/** Creates so many tasks in a data folder that no server uses; returns their ids. */
export async function fillTasks(dataDir: string, count: number): Promise<readonly TaskId[]> {
  const { eventStore, policyPositions, close } = await openDatabase({ dataDir });
  try {
    const ids = countingIds();
    const deps = { store: eventStore, aggregate: taskAggregate, clock: tickingClock(), ids };
    const created: TaskId[] = [];
    for (let index = 0; index < count; index += 1) {
      const taskId = ids.next('task');
      const topic = TOPICS[index % TOPICS.length];
      const title = `Tracker ${index} for ${topic}`;
      const prompt = `${`An app for people who care about ${topic}, with reminders and charts. `.repeat(5)}No. ${index}`;
      await handleCommand(deps, {
        taskId,
        actor: 'user',
        decide: (state, context) =>
          createTask(state, { task: { ...aTask, title, prompt }, execute: false }, context),
      });
      created.push(taskId);
    }
    // As after a clean stop: a server that starts has nothing to catch up with.
    const position = await eventStore.lastPosition();
    for (const { name } of allPolicies) await policyPositions.set(name, position);
    return created;
  } finally {
    await close();
  }
}

/** Writes so many lines, like an agent's in kind and size, to a task's log. */
export async function fillLog(dataDir: string, taskId: TaskId, count: number): Promise<void> {
  const log = await openTaskLog({ directory: path.join(dataDir, 'logs') });
  try {
    for (let start = 0; start < count; start += LINES_PER_APPEND) {
      const lines = Array.from({ length: Math.min(LINES_PER_APPEND, count - start) }, (_, offset) =>
        exampleLine(start + offset),
      );
      await log.append(taskId, 1, lines);
    }
  } finally {
    await log.close();
  }
}

/** Text, a tool call with its file, and its result, in turn: about 400 bytes a line on average. */
function exampleLine(index: number): NewLogLine {
  const at = new Date(Date.UTC(2026, 0, 1) + index * 100).toISOString();
  const common = { at, phase: 1 + Math.floor(index / 50_000), runId: 'run_00000000000000000000000001' };
  const toolUseId = `toolu_${Math.floor(index / 3)}`;
  switch (index % 3) {
    case 0:
      return {
        ...common,
        kind: 'text',
        text: `Next comes part ${index} of the plan: what people do, and why.`,
      };
    case 1: {
      const data = { file_path: `src/part-${index}.js`, content: 'export const part = 1;\n'.repeat(30) };
      return {
        ...common,
        kind: 'tool_use',
        text: `Write src/part-${index}.js`,
        tool: 'Write',
        toolUseId,
        data,
      };
    }
    default:
      return {
        ...common,
        kind: 'tool_result',
        text: 'File created successfully',
        tool: 'Write',
        toolUseId,
        isError: false,
        data: `File created successfully at: src/part-${index}.js`,
      };
  }
}
