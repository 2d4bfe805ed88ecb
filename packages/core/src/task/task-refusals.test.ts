import { beforeEach, describe, expect, it } from 'vitest';
import { actOnTask } from '../testing/act-on-task.ts';
import { aTask, TaskScenario } from '../testing/task-scenario.ts';
import type { Reaction } from '../policies/policy.ts';
import { createTask } from './lifecycle/create-task.ts';
import { deleteTask } from './lifecycle/delete-task.ts';
import { editTask } from './lifecycle/edit-task.ts';
import { deriveViews } from './view/derive-views.ts';

let task: TaskScenario;
const { view, create, execute, start, pause, resume, cancel, passPhase, approve, refusal } = actOnTask(
  () => task,
);
beforeEach(() => {
  task = new TaskScenario();
});

describe('refusals', () => {
  it('an unavailable type', () => {
    expect(
      refusal((state, context) =>
        createTask(state, { task: { ...aTask, taskType: 'workflow' }, execute: true }, context),
      ),
    ).toMatchObject({
      code: 'task_type_unavailable',
      available: ['create_app', 'modify_app', 'custom'],
    });
  });

  it('operations on a task that does not exist or was deleted', () => {
    expect(refusal(execute)).toEqual({ code: 'task_not_found', taskId: task.taskId });
    create();
    task.when((state) => deleteTask(state, { taskId: task.taskId, removeFiles: false }));
    expect(refusal(execute)).toEqual({ code: 'task_not_found', taskId: task.taskId });
    expect(task.state && deriveViews(task.state)).toBeNull();
  });

  it('illegal transitions say what is legal', () => {
    create();
    for (const decide of [pause, resume, cancel]) {
      expect(refusal(decide)).toMatchObject({
        code: 'illegal_transition',
        status: 'draft',
        allowed: ['edit', 'execute', 'delete'],
      });
    }
    task.when(execute);
    expect(refusal(execute)).toMatchObject({ code: 'illegal_transition', allowed: ['edit', 'cancel'] });
    task.when(start);
    expect(refusal((state) => deleteTask(state, { taskId: task.taskId, removeFiles: false }))).toMatchObject({
      operation: 'delete',
      allowed: ['edit', 'pause', 'cancel'],
    });
  });

  it('a title is not changed while an agent works from it', () => {
    create();
    task.when((state) => editTask(state, { taskId: task.taskId, changes: { title: 'Better' } }));
    expect(view()?.title).toBe('Better');
    task.when(execute);
    const rename: Reaction = (state) => editTask(state, { taskId: task.taskId, changes: { title: 'Worse' } });
    expect(refusal(rename)).toMatchObject({ code: 'illegal_transition', status: 'pending' });
  });

  it('an edit that changes nothing is no event', () => {
    create();
    expect(
      task.when((state) => editTask(state, { taskId: task.taskId, changes: { title: aTask.title } })),
    ).toEqual([]);
  });

  it('a review is approved once, and only while it is open', () => {
    create();
    task.when(execute);
    expect(refusal(approve)).toMatchObject({ code: 'review_not_found' });
    task.when(start);
    passPhase();
    task.when(approve);
    expect(refusal(approve)).toMatchObject({ code: 'review_closed', status: 'approved' });
  });
});
