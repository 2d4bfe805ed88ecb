import type { InboxItem } from '@ccs/core/ports/read-models';
import type { TaskViews } from '@ccs/core/task/view/derive-views';

/** What the inbox must show of tasks with these views. */
export function expectedInbox(tasks: readonly TaskViews[]): readonly InboxItem[] {
  return tasks.flatMap(expectedItem).toSorted((a, b) => {
    const [left, right] = [a, b].map((item) => `${item.since} ${item.task.taskId}`);
    return (left ?? '') < (right ?? '') ? -1 : 1;
  });
}

function expectedItem({ task, questions, dependencies, reviews }: TaskViews): readonly InboxItem[] {
  const open = {
    questions: questions.filter((each) => each.status === 'pending'),
    dependencies: dependencies.filter((each) => each.status === 'pending'),
    review: task.status === 'review' ? (reviews.at(-1) ?? null) : null,
  };
  const stands =
    task.agentStatus === 'error' || (task.status === 'failed' && task.failure?.code !== 'cancelled');
  const since = [
    open.questions[0]?.createdAt,
    open.dependencies[0]?.createdAt,
    open.review?.createdAt,
    stands ? task.updatedAt : undefined,
  ].filter((time) => time !== undefined);
  const [oldest] = since.toSorted();
  return oldest === undefined ? [] : [{ task, ...open, since: oldest }];
}
