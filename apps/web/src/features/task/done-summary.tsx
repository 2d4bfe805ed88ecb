'use client';

import type { PhaseDto, TaskDto } from '@ccs/contract';
import { CircleCheck, FileDiff, FolderOpen } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { cn } from '../../lib/cn.ts';
import { formatCount } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import { quoteForShell } from '../../lib/quote-for-shell.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Worked } from '../../ui/times.tsx';
import { costOf } from '../tasks/cost-of.ts';
import { totalTokens } from '../tasks/total-tokens.ts';

interface Props {
  readonly task: TaskDto;
  readonly phases: readonly PhaseDto[];
  readonly onOpen: (path: string) => void;
  readonly onBrowse: () => void;
  readonly onChanges: () => void;
}

/** What came out of a completed task. */
export function DoneSummary({ task, phases, onOpen, onBrowse, onChanges }: Props) {
  const t = useTranslations();
  const locale = useLocale();
  const outputs = new Map(phases.flatMap((phase) => phase.outputs).map((file) => [file.path, file]));
  const count = (kind: string) => [...outputs.values()].filter((file) => file.kind === kind).length;
  const isChange = task.type === 'modify_app';
  const report = [...outputs.keys()].find((path) => path.endsWith('test_report.md'));
  return (
    <section className="rounded-lg border border-done/25 bg-done/6 px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-2">
        <CircleCheck size={18} aria-hidden className="shrink-0 text-done" />
        <h2 className="grow basis-48 text-lg max-sm:basis-5/6 font-semibold tracking-tight">
          {t(isChange ? 'done.titleChange' : 'done.title')}
        </h2>
        {report !== undefined && (
          <Button className="max-sm:grow" onClick={() => onOpen(report)}>
            {t('done.readReport')}
          </Button>
        )}
        {isChange ? (
          <Button className="max-sm:grow" onClick={onChanges}>
            <FileDiff size={14} aria-hidden />
            {t('done.seeChanges')}
          </Button>
        ) : (
          <Button className="max-sm:grow" onClick={onBrowse}>
            <FolderOpen size={14} aria-hidden />
            {t('done.browse')}
          </Button>
        )}
      </div>
      {task.provider === 'demo' && (
        <p className="mt-2 text-pretty text-fg-2 sm:mt-1 sm:pl-6.5">
          {t(isChange ? 'done.demo.modify_app' : 'done.demo.create_app')}
        </p>
      )}
      <dl className="mt-2.5 grid grid-cols-3 gap-x-4 gap-y-2 sm:flex sm:flex-wrap sm:gap-x-7 sm:pl-6.5">
        <Fact name={t('done.documents')}>{count('document')}</Fact>
        <Fact name={t('done.tests')}>{count('test')}</Fact>
        <Fact name={t('task.elapsed')}>
          <Worked ms={task.workedMs} since={task.workingSince} />
        </Fact>
        <Fact name={t('task.tokens')}>{formatCount(totalTokens(task), locale)}</Fact>
        <Fact name={t('task.cost')}>
          {costOf(task) ?? (task.provider === 'demo' ? t('task.demoCost') : '–')}
        </Fact>
        <Fact name={t('task.workspace')} isWide>
          <Copyable text={task.workspacePath} hint={t('task.copyPath')} />
        </Fact>
        {outputs.has('package.json') && !isChange && (
          <Fact name={t('done.run')} isWide>
            <Copyable
              text={`cd ${quoteForShell(task.workspacePath)} && npm start`}
              hint={t('done.copyCommand')}
            />
          </Fact>
        )}
      </dl>
    </section>
  );
}

/** One line of code, cut short if it must be, with a button that copies all of it. */
function Copyable({ text, hint }: { readonly text: string; readonly hint: string }) {
  return (
    <span className="flex items-center gap-1">
      <code className="truncate font-mono text-xs leading-5" title={text}>
        {text}
      </code>
      <span className="-my-1.5">
        <CopyButton text={text} hint={hint} />
      </span>
    </span>
  );
}

interface FactProps {
  readonly name: string;
  readonly isWide?: boolean;
  readonly children: ReactNode;
}

function Fact({ name, isWide = false, children }: FactProps) {
  return (
    <div className={cn('min-w-0 max-w-full', isWide && 'max-sm:col-span-3')}>
      <dt className="text-xs text-fg-3">{name}</dt>
      <dd className="nums font-medium">{children}</dd>
    </div>
  );
}
