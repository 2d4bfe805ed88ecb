'use client';

import { useTranslations } from 'next-intl';
import { TaskRow } from './task-row.tsx';
import { useHomeTasks } from './use-home-tasks.ts';

const SHOWN_FAILED = 5;

/** Reviews, interruptions and the newest failures, before everything else. Gone when there are none. */
export function NeedsYou({ onShowFailed }: { readonly onShowFailed: () => void }) {
  const t = useTranslations();
  const { reviews, interrupted, failures, needs } = useHomeTasks();
  const tasks = [...reviews, ...interrupted, ...failures.slice(0, SHOWN_FAILED)];
  if (tasks.length === 0) return null;
  return (
    <section aria-labelledby="needs-you">
      <h2 id="needs-you" className="mb-2 flex items-center gap-2 text-sm font-medium">
        <span aria-hidden className="size-1.5 rounded-full bg-wait" />
        {t('home.needsYou')}
        <span className="nums text-fg-3">{needs}</span>
      </h2>
      <ul className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface">
        {tasks.map((task) => (
          <li key={task.id}>
            <TaskRow task={task} />
          </li>
        ))}
      </ul>
      {failures.length > SHOWN_FAILED && (
        <button
          type="button"
          onClick={onShowFailed}
          className="touch mt-2 text-sm text-fg-2 underline underline-offset-4 hover:text-fg"
        >
          {t('status.failed')} {failures.length}
        </button>
      )}
    </section>
  );
}
