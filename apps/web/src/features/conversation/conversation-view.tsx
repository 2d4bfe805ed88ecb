'use client';

import type { LogLineDto, MessageDto, TaskDto } from '@ccs/contract';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useTranslations } from 'next-intl';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useFrameVersion } from '../../lib/use-frame-version.ts';
import { ErrorState } from '../../ui/states.tsx';
import { LatestPill } from '../log/latest-pill.tsx';
import { LogFailed } from '../log/log-failed.tsx';
import { LogSearch } from '../log/log-search.ts';
import type { FollowedTask, TaskStream } from '../task/use-task-stream.ts';
import { Composer } from './composer.tsx';
import { useMessages } from './conversation-queries.ts';
import { ConversationRowView } from './conversation-row.tsx';
import { CONVERSATION_KINDS, conversationRows } from './conversation-rows.ts';
import { useStickToEnd } from './use-stick-to-end.ts';

interface Props {
  readonly task: TaskDto;
  readonly stream: FollowedTask;
}

/** Within this distance from the end, in pixels, the view follows what is said. */
const END_PX = 60;
/** The guess for a row not measured yet, in pixels. */
const ROW_PX = 64;
/** Close to the top, in rows, what was said before is read. */
const TOP_ROWS = 10;
const NO_MESSAGES: readonly MessageDto[] = [];

/** What the person and the agent say to each other, newest at the end, and the place to say more. */
export function ConversationView({ task, stream }: Props) {
  const messages = useMessages(task.id);
  const isReady = stream.isListening && messages.data !== undefined;
  const error = stream.error ?? messages.error;
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      {error !== null && !isReady ? (
        <ErrorState
          error={error}
          onRetry={() => {
            stream.start();
            void messages.refetch();
          }}
        />
      ) : isReady ? (
        <Spoken task={task} stream={stream} messages={messages.data?.items ?? NO_MESSAGES} />
      ) : (
        <div aria-busy="true" className="flex-1" />
      )}
      <Composer task={task} />
    </div>
  );
}

function Spoken({
  task,
  stream,
  messages,
}: {
  readonly task: TaskDto;
  readonly stream: TaskStream;
  readonly messages: readonly MessageDto[];
}) {
  const t = useTranslations('conversation');
  const [search] = useState(
    () => new LogSearch({ kinds: CONVERSATION_KINDS, text: '' }, stream.read, stream.log.count),
  );
  const { onLine } = stream;
  useEffect(() => onLine((line) => search.append(line)), [onLine, search]);
  useEffect(() => void search.goBack(), [search]);
  useFrameVersion(search);
  const { lines, isComplete } = search;
  const rows = useMemo(
    () => conversationRows({ prompt: task.prompt, lines, messages, isWhole: isComplete }),
    [task.prompt, lines, messages, isComplete],
  );
  const results = useMemo(() => resultsOf(lines), [lines]);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => rows[index]?.key ?? index,
    estimateSize: () => ROW_PX,
    overscan: 8,
    anchorTo: 'end',
    followOnAppend: true,
    scrollEndThreshold: END_PX,
    paddingStart: 16,
    paddingEnd: 16,
  });
  const items = virtual.getVirtualItems();
  const hasOpened = useRef(false);
  useEffect(() => {
    if (hasOpened.current || rows.length === 0) return;
    hasOpened.current = true;
    virtual.scrollToEnd();
  }, [virtual, rows.length]);
  const isNearTop = items.length > 0 && (items[0]?.index ?? 0) < TOP_ROWS;
  useEffect(() => {
    if (isNearTop && hasOpened.current) void search.goBack();
  }, [isNearTop, search, rows.length]);
  useStickToEnd(scroller);
  // What one says oneself is always brought into view.
  const lastSaid = messages.at(-1)?.id;
  const seenSaid = useRef(lastSaid);
  useEffect(() => {
    if (seenSaid.current === lastSaid) return;
    seenSaid.current = lastSaid;
    virtual.scrollToEnd();
  }, [virtual, lastSaid]);
  const isAtEnd = virtual.isAtEnd(END_PX);
  const [seen, setSeen] = useState(0);
  if (isAtEnd && seen !== rows.length) setSeen(rows.length);
  return (
    <div className="relative min-h-0 flex-1">
      <div
        ref={scroller}
        role="log"
        aria-label={t('region')}
        tabIndex={0}
        className="absolute inset-0 overflow-y-auto -outline-offset-2 [overflow-anchor:none]"
      >
        <div className="relative w-full" style={{ height: virtual.getTotalSize() }}>
          {items.map((item) => {
            const row = rows[item.index];
            return (
              <div
                key={item.key}
                ref={virtual.measureElement}
                data-index={item.index}
                className="absolute inset-x-0 top-0"
                style={{ transform: `translateY(${item.start}px)` }}
              >
                {row && (
                  <ConversationRowView
                    row={row}
                    task={task}
                    results={results}
                    isLast={item.index === rows.length - 1}
                  />
                )}
              </div>
            );
          })}
        </div>
      </div>
      {search.hasFailed && <LogFailed onRetry={() => void search.goBack()} />}
      {!isAtEnd && rows.length > 0 && (
        <LatestPill count={rows.length - seen} onClick={() => virtual.scrollToEnd()} />
      )}
    </div>
  );
}

/** The results of tool calls, by the call. */
function resultsOf(lines: readonly LogLineDto[]): ReadonlyMap<string, LogLineDto> {
  return new Map(
    lines.flatMap((line) =>
      line.kind === 'tool_result' && line.toolUseId !== undefined ? [[line.toolUseId, line] as const] : [],
    ),
  );
}
