'use client';

import { MessageSquarePlus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '../../ui/button.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { ChangeCounts } from '../diff/change-counts.tsx';
import { type FileMode, modesOf } from './file-modes.ts';
import type { ReviewFile } from './review-files.ts';
import type { FileView } from './use-file-view.ts';

interface Props {
  readonly file: ReviewFile;
  readonly view: FileView;
  readonly mode: FileMode;
  readonly onMode: (mode: FileMode) => void;
  readonly round: number;
  readonly isViewed: boolean;
  readonly onViewed: (isViewed: boolean) => void;
  /** null where nothing can be said. */
  readonly onComment: (() => void) | null;
  /** Goes from file to file. */
  readonly steps: ReactNode;
}

/** Which file it is and how it is looked at. */
export function FileToolbar(props: Props) {
  const { file, view, mode, onMode, round, isViewed, onViewed, onComment, steps } = props;
  const t = useTranslations('review');
  const change = view.against === 'previous' ? file.sinceRound : file.ofPhase;
  return (
    <header className="flex shrink-0 flex-wrap items-center gap-x-2 gap-y-1.5 border-b border-line px-3 py-1.5 max-md:py-1 sm:px-4">
      <h2 className="flex min-w-0 flex-1 basis-48 items-center gap-2 max-md:sr-only">
        <code className="truncate font-mono text-xs font-normal" title={file.path}>
          {file.path}
        </code>
        {change && <ChangeCounts change={change} />}
        {change && change.status !== 'modified' && (
          <span className="shrink-0 text-xs font-normal text-fg-3">{t(`change.${change.status}`)}</span>
        )}
      </h2>
      <Segmented
        label={t('mode')}
        value={mode}
        options={modesOf(file).map((value) => ({ value, label: t(`modes.${value}`) }))}
        onChange={onMode}
      />
      {mode === 'diff' && round > 1 && (
        <Segmented
          label={t('against')}
          value={view.against}
          options={[
            { value: 'previous', label: t('sinceRound', { round: round - 1 }) },
            { value: 'phase', label: t('sincePhase') },
          ]}
          onChange={view.setAgainst}
        />
      )}
      {mode === 'diff' && view.canSplit && (
        <Segmented
          label={t('look')}
          value={view.look}
          options={[
            { value: 'unified', label: t('unified') },
            { value: 'split', label: t('split') },
          ]}
          onChange={view.setLook}
        />
      )}
      <div className="ml-auto flex items-center">
        {onComment && (
          <Button
            look="quiet"
            size="icon"
            aria-label={t('commentFile')}
            title={t('commentFile')}
            onClick={onComment}
          >
            <MessageSquarePlus size={15} aria-hidden />
          </Button>
        )}
        <label className="touch inline-flex h-8 items-center gap-1.5 rounded-md px-2 text-sm text-fg-2 hover:bg-hover">
          <input
            type="checkbox"
            checked={isViewed}
            onChange={(event) => onViewed(event.target.checked)}
            className="size-3.5 accent-ink"
          />
          {t('viewed')}
          <kbd aria-hidden className="font-sans text-xs text-fg-3 max-md:hidden">
            V
          </kbd>
        </label>
        <div className="flex max-md:hidden">{steps}</div>
      </div>
    </header>
  );
}
