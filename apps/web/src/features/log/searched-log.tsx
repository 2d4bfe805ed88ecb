'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { useFrameVersion } from '../../lib/use-frame-version.ts';
import { Button } from '../../ui/button.tsx';
import type { TaskStream } from '../task/use-task-stream.ts';
import { LogFailed } from './log-failed.tsx';
import { LogRow, ROW_PX } from './log-row.tsx';
import { LogSearch, type LogQuery } from './log-search.ts';
import { useExpanded } from './use-expanded.ts';

/** Close to the top, in rows, the search goes further back by itself. */
const TOP_ROWS = 10;

/** The lines that match, newest at the end; looks further back as one scrolls up. */
export function SearchedLog({ stream, query }: { readonly stream: TaskStream; readonly query: LogQuery }) {
  const t = useTranslations('log');
  const [search] = useState(() => new LogSearch(query, stream.read, stream.log.count));
  const { onLine } = stream;
  useEffect(() => onLine((line) => search.append(line)), [onLine, search]);
  useEffect(() => void search.goBack(), [search]);
  useFrameVersion(search);
  const scroller = useRef<HTMLDivElement>(null);
  const expanded = useExpanded();
  const { lines } = search;
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => lines[index]?.seq ?? index,
    estimateSize: () => ROW_PX,
    overscan: 12,
    anchorTo: 'end',
    followOnAppend: true,
    paddingStart: 8,
    paddingEnd: 16,
  });
  const items = rows.getVirtualItems();
  const isNearTop = items.length > 0 && (items[0]?.index ?? 0) < TOP_ROWS;
  const isReady = useRef(false);
  useEffect(() => {
    if (isReady.current || lines.length === 0) return;
    isReady.current = true;
    rows.scrollToEnd();
  }, [rows, lines.length]);
  useEffect(() => {
    if (isNearTop && isReady.current && lines.length >= 50) void search.goBack();
  }, [isNearTop, search, lines.length]);
  return (
    <>
      <div
        role="status"
        className="flex shrink-0 items-center gap-3 border-b border-line bg-sunken px-4 py-1 text-xs text-fg-2 sm:px-6"
      >
        <span className="nums">
          {lines.length === 0 && !search.isReading
            ? t('noMatches')
            : t('searchScope', { count: lines.length, scanned: search.scanned })}
        </span>
        <span className="flex-1" />
        {search.isComplete ? (
          <span className="text-fg-3">{t('startReached')}</span>
        ) : (
          <Button look="quiet" size="sm" disabled={search.isReading} onClick={() => void search.goBack()}>
            {search.isReading ? t('scanning') : t('earlier')}
          </Button>
        )}
      </div>
      <div className="relative min-h-0 flex-1">
        <div
          ref={scroller}
          role="log"
          aria-label={t('region')}
          aria-live="off"
          tabIndex={0}
          className="absolute inset-0 overflow-y-auto -outline-offset-2 [overflow-anchor:none]"
        >
          <div className="relative w-full" style={{ height: rows.getTotalSize() }}>
            {items.map((item) => (
              <div
                key={item.key}
                ref={rows.measureElement}
                data-index={item.index}
                className="absolute inset-x-0 top-0"
                style={{ transform: `translateY(${item.start}px)` }}
              >
                <LogRow line={lines[item.index]} log={stream.log} expanded={expanded} isAlone />
              </div>
            ))}
          </div>
        </div>
        {search.hasFailed && <LogFailed onRetry={() => void search.goBack()} />}
      </div>
    </>
  );
}
