'use client';

import type { FileDiffDto } from '@ccs/contract';
import { Download, FileQuestionMark } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { apiUrl } from '../../lib/api.ts';
import { Button, buttonStyle } from '../../ui/button.tsx';

/** Changed lines up to which a diff opens by itself. */
const OPENS_BY_ITSELF = 1500;

/** Why a diff is not shown right away; null when it is. */
export function unopenedReason(change: FileDiffDto): 'binary' | 'tooLarge' | 'noText' | 'large' | null {
  if (change.binary) return 'binary';
  if (change.tooLarge) return 'tooLarge';
  if (change.patch === null || change.patch === '') return 'noText';
  return change.additions + change.deletions > OPENS_BY_ITSELF ? 'large' : null;
}

interface Props {
  readonly taskId: string;
  readonly change: FileDiffDto;
  readonly reason: NonNullable<ReturnType<typeof unopenedReason>>;
  readonly onOpen: () => void;
}

/** Says why a diff is not shown, and how to get at it. */
export function Unopened({ taskId, change, reason, onOpen }: Props) {
  const t = useTranslations('diff');
  return (
    <div className="mx-auto flex max-w-md flex-col items-center gap-1 px-6 py-14 text-center">
      <FileQuestionMark size={18} aria-hidden className="mb-2 text-fg-3" />
      <p className="text-pretty text-fg-2">
        {t(`unopened.${reason}`, { count: change.additions + change.deletions })}
      </p>
      {reason === 'large' && (
        <Button className="mt-3" onClick={onOpen}>
          {t('openAnyway')}
        </Button>
      )}
      {(reason === 'tooLarge' || reason === 'binary') && (
        <a className={buttonStyle({ className: 'mt-3' })} href={apiUrl(`/tasks/${taskId}/patch`)} download>
          <Download size={14} aria-hidden />
          {t('patch')}
        </a>
      )}
    </div>
  );
}
