'use client';

import { PencilLine, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '../../ui/button.tsx';
import type { Remark } from './draft.ts';
import { LinesAt } from './lines-at.tsx';
import { RemarkKind } from './remark-kind.tsx';

interface Props {
  readonly remark: Remark;
  /** Says which file it is about. */
  readonly hasPath?: boolean;
  /** null where it cannot be changed. */
  readonly onEdit: (() => void) | null;
  readonly onRemove: () => void;
}

/** A remark that is not sent yet. */
export function RemarkCard({ remark, hasPath = false, onEdit, onRemove }: Props) {
  const t = useTranslations('review');
  return (
    <article className="max-w-3xl rounded-lg border border-dashed border-line-strong bg-surface px-3 py-2">
      <header className="flex flex-wrap items-center gap-x-3 text-xs text-fg-3">
        <RemarkKind kind={remark.kind} />
        {hasPath && <code className="min-w-0 truncate font-mono">{remark.path}</code>}
        {remark.startLine !== null && <LinesAt from={remark.startLine} to={remark.endLine} />}
        <span>{t('unsent')}</span>
        <span className="-my-1 ml-auto flex">
          {onEdit && (
            <Button look="quiet" size="sm" aria-label={t('edit')} title={t('edit')} onClick={onEdit}>
              <PencilLine size={13} aria-hidden />
            </Button>
          )}
          <Button look="quiet" size="sm" aria-label={t('remove')} title={t('remove')} onClick={onRemove}>
            <Trash2 size={13} aria-hidden />
          </Button>
        </span>
      </header>
      <p className="mt-0.5 whitespace-pre-wrap">{remark.body}</p>
    </article>
  );
}
