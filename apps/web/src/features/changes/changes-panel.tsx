'use client';

import type { DiffDto, FileDiffDto, TaskDto } from '@ccs/contract';
import { FileDiff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { useHotkeys } from '../../lib/use-hotkeys.ts';
import { useMedia } from '../../lib/use-media.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx';
import { ChangeCounts } from '../diff/change-counts.tsx';
import { diffRows, sideBySide } from '../diff/diff-rows.ts';
import { FileSteps } from '../diff/file-steps.tsx';
import { FileNav } from '../diff/file-nav.tsx';
import { inTreeOrder } from '../diff/file-tree.ts';
import { LineTable } from '../diff/line-table.tsx';
import { Unopened, unopenedReason } from '../diff/unopened.tsx';
import { useChanges } from './changes-queries.ts';
import { TakeHome } from './take-home.tsx';

interface Props {
  readonly task: TaskDto;
  readonly phase: number | null;
}

/** What the task changed in the project, in all or in one phase, and how to get it. */
export function ChangesPanel({ task, phase }: Props) {
  const t = useTranslations('changes');
  const changes = useChanges(task.id, phase);
  if (changes.isError) {
    return <ErrorState error={changes.error} onRetry={() => void changes.refetch()} />;
  }
  if (!changes.data) return <Skeleton className="m-6 h-40" />;
  if (changes.data.files.length === 0) {
    return <EmptyState icon={<FileDiff size={18} />} title={t('empty')} body={t('emptyBody')} />;
  }
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <TakeHome task={task} diff={changes.data} />
      <Files key={phase} taskId={task.id} diff={changes.data} />
    </div>
  );
}

function Files({ taskId, diff }: { readonly taskId: string; readonly diff: DiffDto }) {
  const t = useTranslations();
  const files = useMemo(() => inTreeOrder(diff.files), [diff]);
  const [path, setPath] = useState<string | null>(null);
  const [wanted, setLook] = useState<'unified' | 'split'>('unified');
  const canSplit = useMedia('(min-width: 900px)');
  // The change itself is what one comes for, not the documents about it.
  const first = files.find((each) => !each.path.endsWith('.md')) ?? files[0];
  const file = files.find((each) => each.path === path) ?? first;
  const index = file ? files.indexOf(file) : 0;
  const go = (by: number) => {
    const next = files[index + by];
    if (next) setPath(next.path);
  };
  useHotkeys({ j: () => go(1), k: () => go(-1) });
  if (!file) return null;
  return (
    <div className="flex min-h-0 flex-1 flex-col md:flex-row">
      <FileNav
        label={t('changes.files')}
        files={files.map((each) => ({ path: each.path, change: each, isViewed: null, remarks: 0 }))}
        current={file.path}
        onPath={setPath}
        steps={
          <FileSteps
            onPrevious={index > 0 ? () => go(-1) : null}
            onNext={index < files.length - 1 ? () => go(1) : null}
          />
        }
      />
      <section aria-label={file.path} className="flex min-h-0 min-w-0 flex-1 flex-col">
        <header className="flex min-h-10 shrink-0 items-center gap-2 border-b border-line px-4 py-1">
          <h2 className="flex min-w-0 flex-1 items-center gap-2 font-mono text-xs">
            <span className="truncate" title={file.path}>
              {file.oldPath !== null && file.oldPath !== file.path && `${file.oldPath} → `}
              {file.path}
            </span>
            <ChangeCounts change={file} />
          </h2>
          {canSplit && (
            <Segmented
              label={t('review.look')}
              value={wanted}
              options={[
                { value: 'unified', label: t('review.unified') },
                { value: 'split', label: t('review.split') },
              ]}
              onChange={setLook}
            />
          )}
        </header>
        <FileChange key={file.path} taskId={taskId} file={file} look={canSplit ? wanted : 'unified'} />
      </section>
    </div>
  );
}

interface ChangeProps {
  readonly taskId: string;
  readonly file: FileDiffDto;
  readonly look: 'unified' | 'split';
}

function FileChange({ taskId, file, look }: ChangeProps) {
  const t = useTranslations('review');
  const [isOpened, setIsOpened] = useState(false);
  const reason = unopenedReason(file);
  const isShown = reason === null || (reason === 'large' && isOpened);
  const rows = useMemo(() => {
    if (!isShown) return [];
    const unified = diffRows(file.patch ?? '');
    return look === 'split' ? sideBySide(unified) : unified;
  }, [isShown, file.patch, look]);
  if (!isShown) {
    return <Unopened taskId={taskId} change={file} reason={reason} onOpen={() => setIsOpened(true)} />;
  }
  return (
    <LineTable
      key={look}
      label={t('diffOf', { path: file.path })}
      rows={rows}
      look={look}
      chosen={null}
      target={null}
      onTake={null}
      note={() => null}
    />
  );
}
