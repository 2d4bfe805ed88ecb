'use client';

import type { TaskCounts } from '@ccs/contract';
import { Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { cn } from '../../lib/cn.ts';
import type { TaskFilter } from '../../lib/query-keys.ts';
import { useHotkeys } from '../../lib/use-hotkeys.ts';
import { inputStyle } from '../../ui/field.tsx';
import { ScrollStrip } from '../../ui/scroll-strip.tsx';

const STATUSES = [null, 'in_progress', 'pending', 'review', 'completed', 'failed', 'draft'] as const;

interface Props {
  readonly filter: TaskFilter;
  readonly counts: TaskCounts | undefined;
  readonly onChange: (filter: TaskFilter) => void;
}

/** Status and words to look for. */
export function TaskFilterBar({ filter, counts, onChange }: Props) {
  const t = useTranslations();
  const search = useRef<HTMLInputElement>(null);
  useHotkeys({ '/': () => search.current?.focus() });
  return (
    <div className="flex flex-col-reverse gap-2 sm:flex-row sm:items-center sm:justify-between">
      <ScrollStrip label={t('home.everything')}>
        {STATUSES.map((status) => {
          const count = status === null ? counts?.total : counts?.byStatus[status];
          const isOn = filter.status === status;
          return (
            <button
              key={status ?? 'all'}
              type="button"
              aria-pressed={isOn}
              onClick={() => onChange({ ...filter, status })}
              className={cn(
                'touch flex h-8 shrink-0 items-center gap-1.5 rounded-md px-2.5 text-sm transition-colors -outline-offset-2',
                isOn ? 'bg-line/80 font-medium text-fg' : 'text-fg-2 hover:bg-hover hover:text-fg',
              )}
            >
              {status === null
                ? t('home.filterAll')
                : status === 'in_progress'
                  ? t('home.filterInProgress')
                  : t(`status.${status}`)}
              {count !== undefined && count > 0 && <span className="nums text-xs text-fg-3">{count}</span>}
            </button>
          );
        })}
      </ScrollStrip>
      <div className="relative sm:w-64 sm:shrink-0">
        <Search size={14} aria-hidden className="absolute top-1/2 left-2.5 -translate-y-1/2 text-fg-3" />
        <input
          ref={search}
          type="search"
          value={filter.q}
          maxLength={200}
          onChange={(event) => onChange({ ...filter, q: event.target.value })}
          onKeyDown={(event) => {
            if (event.key === 'Escape') event.currentTarget.blur();
          }}
          placeholder={t('home.search')}
          aria-label={t('home.searchLabel')}
          className={cn(inputStyle, 'h-8 pl-8 text-sm!')}
        />
      </div>
    </div>
  );
}
