'use client';

import type { PhaseDto, TaskDto } from '@ccs/contract';
import { CircleCheck, FolderOpen } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { elapsedMs, formatCount, formatDuration } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { costOf } from '../tasks/cost-of.ts';
import { totalTokens } from '../tasks/total-tokens.ts';

interface Props {
  readonly task: TaskDto;
  readonly phases: readonly PhaseDto[];
  readonly onOpen: (path: string) => void;
  readonly onBrowse: () => void;
}

/** What came out of a completed task. */
export function DoneSummary({ task, phases, onOpen, onBrowse }: Props) {
  const t = useTranslations();
  const locale = useLocale();
  const outputs = new Map(phases.flatMap((phase) => phase.outputs).map((file) => [file.path, file]));
  const count = (kind: string) => [...outputs.values()].filter((file) => file.kind === kind).length;
  const report = [...outputs.keys()].find((path) => path.endsWith('test_report.md'));
  const end = task.completedAt ?? task.updatedAt;
  return (
    <section className="rounded-lg border border-done/25 bg-done/6 px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <CircleCheck size={18} aria-hidden className="shrink-0 text-done" />
        <h2 className="flex-1 text-lg font-semibold tracking-tight">{t('done.title')}</h2>
        {report !== undefined && <Button onClick={() => onOpen(report)}>{t('done.readReport')}</Button>}
        <Button onClick={onBrowse}>
          <FolderOpen size={14} aria-hidden />
          {t('done.browse')}
        </Button>
      </div>
      <dl className="mt-2.5 flex flex-wrap gap-x-7 gap-y-2 sm:pl-7">
        <Fact name={t('done.documents')}>{count('document')}</Fact>
        <Fact name={t('done.tests')}>{count('test')}</Fact>
        <Fact name={t('task.elapsed')}>
          {task.startedAt ? formatDuration(elapsedMs(task.startedAt, end), locale) : '–'}
        </Fact>
        <Fact name={t('task.tokens')}>{formatCount(totalTokens(task), locale)}</Fact>
        <Fact name={t('task.cost')}>
          {costOf(task) ?? (task.provider === 'demo' ? t('task.demoCost') : '–')}
        </Fact>
        <Fact name={t('task.workspace')}>
          <span className="flex items-center gap-1">
            <code className="truncate font-mono text-xs leading-5" title={task.workspacePath}>
              {task.workspacePath}
            </code>
            <span className="-my-1.5">
              <CopyButton text={task.workspacePath} hint={t('task.copyPath')} />
            </span>
          </span>
        </Fact>
      </dl>
    </section>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="min-w-0 max-w-full">
      <dt className="text-xs text-fg-3">{name}</dt>
      <dd className="nums font-medium">{children}</dd>
    </div>
  );
}
