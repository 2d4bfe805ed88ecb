'use client';

import type { TaskDto } from '@ccs/contract';
import { LOG_KINDS } from '@ccs/contract/vocabulary';
import { ListFilter, Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { cn } from '../../lib/cn.ts';
import { useStreamState } from '../../lib/stream/stream-context.tsx';
import { useHotkeys } from '../../lib/use-hotkeys.ts';
import { inputStyle } from '../../ui/field.tsx';
import { KindMenu } from './kind-menu.tsx';
import type { LogQuery } from './log-search.ts';

interface Props {
  readonly task: TaskDto;
  readonly query: LogQuery;
  readonly onQuery: (query: LogQuery) => void;
}

/** Whether the log is live, and what to look for in it. */
export function LogToolbar({ task, query, onQuery }: Props) {
  const t = useTranslations('log');
  const search = useRef<HTMLInputElement>(null);
  useHotkeys({ '/': () => search.current?.focus() });
  const names = query.kinds.map((kind) => t(`kind.${kind}`)).join(', ');
  return (
    <div className="flex shrink-0 items-center gap-2 border-b border-line px-4 py-1.5 sm:px-6">
      <LiveDot task={task} />
      <div className="flex-1" />
      <KindMenu
        kinds={query.kinds}
        all={LOG_KINDS}
        onChange={(kinds) => onQuery({ ...query, kinds })}
        trigger={
          <button
            type="button"
            className={cn(
              'touch flex h-7 items-center gap-1.5 rounded-md px-2 text-xs hover:bg-hover',
              query.kinds.length > 0 ? 'font-medium text-fg' : 'text-fg-2',
            )}
            aria-label={`${t('kinds')}: ${names || t('allKinds')}`}
          >
            <ListFilter size={14} aria-hidden />
            <span className={cn('max-w-40 truncate', query.kinds.length === 0 && 'max-sm:sr-only')}>
              {names || t('allKinds')}
            </span>
          </button>
        }
      />
      <div className="relative w-36 sm:w-56">
        <Search size={13} aria-hidden className="absolute top-1/2 left-2 -translate-y-1/2 text-fg-3" />
        <input
          ref={search}
          type="search"
          value={query.text}
          onChange={(event) => onQuery({ ...query, text: event.target.value })}
          onKeyDown={(event) => {
            if (event.key === 'Escape') event.currentTarget.blur();
          }}
          placeholder={t('search')}
          aria-label={t('search')}
          className={cn(inputStyle, 'h-7 py-0! pr-2 pl-7 text-xs!')}
        />
      </div>
    </div>
  );
}

/** Tells my network from the agent: who is silent, and why. */
function LiveDot({ task }: { readonly task: TaskDto }) {
  const t = useTranslations('log');
  const state = useStreamState();
  const isWorking = task.agentStatus === 'running' || task.agentStatus === 'verifying';
  const text =
    state === 'offline'
      ? t('network')
      : state === 'connecting'
        ? t('connecting')
        : isWorking
          ? t('live')
          : t('stopped');
  return (
    <span role="status" className="flex min-w-0 items-center gap-2 text-xs text-fg-3">
      <span
        aria-hidden
        className={cn(
          'size-1.5 shrink-0 rounded-full',
          state === 'offline'
            ? 'animate-breathe bg-hold'
            : isWorking
              ? 'animate-breathe bg-run'
              : 'bg-line-strong',
        )}
      />
      <span className={cn('truncate', state === 'offline' && 'text-hold')}>{text}</span>
    </span>
  );
}
