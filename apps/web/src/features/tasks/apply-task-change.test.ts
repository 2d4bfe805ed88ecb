import type { TaskDto } from '@ccs/contract';
import { describe, expect, test } from 'vitest';
import { applyTaskChange, type TaskList } from './apply-task-change.ts';

function taskOf(number: number, more: Partial<TaskDto> = {}): TaskDto {
  const id = `task_${String(number).padStart(26, '0')}`;
  return { id, title: `Task ${number}`, prompt: '', status: 'pending', version: 1, ...more } as TaskDto;
}

function listOf(tasks: TaskDto[], nextCursor: string | null = null): TaskList {
  return { pages: [{ items: tasks, nextCursor }], pageParams: [null] };
}

const ALL = { status: null, q: '' };
const itemsOf = (list: TaskList) => list.pages.flatMap((page) => page.items);

describe('a task in the list', () => {
  test('is replaced by its newer state', () => {
    const { list, isStale } = applyTaskChange(listOf([taskOf(2), taskOf(1)]), ALL, {
      taskId: taskOf(1).id,
      task: taskOf(1, { version: 2, title: 'Renamed' }),
    });
    expect(itemsOf(list).map((task) => task.title)).toEqual(['Task 2', 'Renamed']);
    expect(isStale).toBe(false);
  });

  test('is not replaced by an older one', () => {
    const before = listOf([taskOf(1, { version: 5 })]);
    const { list } = applyTaskChange(before, ALL, { taskId: taskOf(1).id, task: taskOf(1, { version: 4 }) });
    expect(list).toBe(before);
  });

  test('leaves when it is deleted or no longer matches', () => {
    const before = listOf([taskOf(2), taskOf(1)]);
    const deleted = applyTaskChange(before, ALL, { taskId: taskOf(1).id, task: null });
    expect(itemsOf(deleted.list)).toHaveLength(1);
    const moved = applyTaskChange(
      before,
      { status: 'pending', q: '' },
      {
        taskId: taskOf(2).id,
        task: taskOf(2, { status: 'failed', version: 2 }),
      },
    );
    expect(itemsOf(moved.list).map((task) => task.id)).toEqual([taskOf(1).id]);
  });
});

describe('a task that is not in the list', () => {
  const change = (task: TaskDto) => ({ taskId: task.id, task });

  test('makes the list stale when it is newer than the oldest loaded', () => {
    expect(applyTaskChange(listOf([taskOf(2)], 'more'), ALL, change(taskOf(3))).isStale).toBe(true);
    expect(applyTaskChange(listOf([]), ALL, change(taskOf(3))).isStale).toBe(true);
  });

  test('is left to a later page when it is older, or to nobody when it does not match', () => {
    expect(applyTaskChange(listOf([taskOf(2)], 'more'), ALL, change(taskOf(1))).isStale).toBe(false);
    expect(applyTaskChange(listOf([]), { status: 'failed', q: '' }, change(taskOf(1))).isStale).toBe(false);
    expect(applyTaskChange(listOf([]), { status: null, q: 'bakery' }, change(taskOf(1))).isStale).toBe(false);
  });
});
