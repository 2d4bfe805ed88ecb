'use client';

import type { TaskDto } from '@ccs/contract';
import { useVirtualizer } from '@tanstack/react-virtual';
import { ScrollText } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { useFrameVersion } from '../../lib/use-frame-version.ts';
import { EmptyState } from '../../ui/states.tsx';
import type { TaskStream } from '../task/use-task-stream.ts';
import { LatestPill } from './latest-pill.tsx';
import { LogFailed } from './log-failed.tsx';
import { LogRow, ROW_PX } from './log-row.tsx';
import { useExpanded } from './use-expanded.ts';
import { useStayAtEnd } from './use-stay-at-end.ts';

interface Props {
  readonly task: TaskDto;
  readonly stream: TaskStream;
  /** Go to this line. */
  readonly target: number | null;
}

/** Within this distance from the end, in pixels, the view follows new lines. */
const END_PX = 60;

/** The whole log, however long: only the rows in view exist, and only the pages around them are read. */
export function LiveLog({ task, stream, target }: Props) {
  const t = useTranslations('log');
  const { log } = stream;
  useFrameVersion(log);
  const scroller = useRef<HTMLDivElement>(null);
  const expanded = useExpanded();
  const rows = useVirtualizer({
    count: log.count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 12,
    anchorTo: 'end',
    followOnAppend: true,
    scrollEndThreshold: END_PX,
    paddingStart: 8,
    paddingEnd: 16,
  });
  const items = rows.getVirtualItems();
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? -1];
  useEffect(() => log.want(first, last), [log, first, last, log.version]);

  const isOpened = useRef(false);
  useEffect(() => {
    if (isOpened.current || log.count === 0) return;
    isOpened.current = true;
    rows.scrollToEnd();
  }, [rows, log.count]);
  useEffect(() => {
    if (target !== null) rows.scrollToIndex(target, { align: 'start' });
  }, [rows, target]);

  useStayAtEnd(scroller, log.count > 0, END_PX, () => rows.scrollToEnd());

  const isAtEnd = rows.isAtEnd(END_PX);
  const [seen, setSeen] = useState(0);
  if (isAtEnd && seen !== log.count) setSeen(log.count);

  if (log.count === 0) {
    return (
      <EmptyState
        icon={<ScrollText size={18} />}
        title={t('empty')}
        body={task.status === 'draft' ? t('emptyDraft') : t('emptyBody')}
      />
    );
  }
  return (
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
              <LogRow line={log.line(item.index)} log={log} expanded={expanded} />
            </div>
          ))}
        </div>
      </div>
      {log.hasFailed && <LogFailed onRetry={() => log.retry()} />}
      {!isAtEnd && <LatestPill count={log.count - seen} onClick={() => rows.scrollToEnd()} />}
    </div>
  );
}
