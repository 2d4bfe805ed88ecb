'use client';

import { useTranslations } from 'next-intl';
import { AskStack } from './ask-stack.tsx';
import { useAsks } from './ask-queries.ts';

/** What a task waits for, at the top of its page; nothing when it waits for nothing. */
export function TaskAsks({ taskId }: { readonly taskId: string }) {
  const t = useTranslations('ask');
  const { asks } = useAsks(taskId);
  return (
    <section
      aria-label={t('region')}
      className="overflow-y-auto rounded-lg border border-wait/40 bg-surface empty:hidden md:max-h-[50dvh]"
    >
      <AskStack asks={asks} heading="h2" />
    </section>
  );
}
