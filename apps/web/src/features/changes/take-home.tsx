'use client';

import type { DiffDto, TaskDto } from '@ccs/contract';
import { GitMerge } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { PatchMenu } from './patch-menu.tsx';

/** How much changed, and how to get it: as a patch, or merged into where it came from. */
export function TakeHome({ task, diff }: { readonly task: TaskDto; readonly diff: DiffDto }) {
  const t = useTranslations('changes');
  const [isMerging, setIsMerging] = useState(false);
  const { workspace } = task;
  const sum = (of: 'additions' | 'deletions') => diff.files.reduce((total, each) => total + each[of], 0);
  const canMerge = task.allowedOperations.includes('merge') && workspace?.kind !== 'git';
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-4 py-2 sm:px-6">
      <p className="nums min-w-0 flex-1 basis-60 text-sm text-fg-2">
        {t('summary', { files: diff.files.length, additions: sum('additions'), deletions: sum('deletions') })}
        {diff.truncated && ` ${t('truncated')}`}
        {workspace && (
          <span className="block truncate text-fg-3" title={workspace.location}>
            {t(`from.${workspace.kind}`)} <code className="font-mono text-xs">{workspace.location}</code>
          </span>
        )}
      </p>
      <div className="flex flex-wrap items-center gap-2 max-sm:w-full">
        <PatchMenu taskId={task.id} />
        {workspace?.merged ? (
          <p role="status" className="inline-flex items-center gap-1.5 text-sm text-done">
            <GitMerge size={14} aria-hidden />
            {t('merged', { into: workspace.merged.into })}
            <code className="font-mono text-xs text-fg-3">{workspace.merged.commit.slice(0, 8)}</code>
          </p>
        ) : (
          canMerge && (
            <Button look="primary" className="max-sm:flex-1" onClick={() => setIsMerging(true)}>
              <GitMerge size={14} aria-hidden />
              {t('merge')}
            </Button>
          )
        )}
      </div>
      <MergeDialog task={task} open={isMerging} onOpenChange={setIsMerging} />
    </div>
  );
}
