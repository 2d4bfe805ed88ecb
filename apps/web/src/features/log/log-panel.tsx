'use client';

import type { LogLineDto, PhaseDto, TaskDto } from '@ccs/contract';
import { useDeferredValue, useEffect, useRef, useState } from 'react';
import { ErrorState } from '../../ui/states.tsx';
import type { FollowedTask, TaskStream } from '../task/use-task-stream.ts';
import { findLineAt } from './find-line.ts';
import { LiveLog } from './live-log.tsx';
import { LogToolbar } from './log-toolbar.tsx';
import type { LogQuery } from './log-search.ts';
import { SearchedLog } from './searched-log.tsx';

interface Props {
  readonly task: TaskDto;
  readonly stream: FollowedTask;
  /** The phase to show the beginning of. */
  readonly phase: PhaseDto | null;
}

const EVERYTHING: LogQuery = { kinds: [], text: '' };

/** The log of a task: whole and live, or searched. */
export function LogPanel({ task, stream, phase }: Props) {
  const [query, setQuery] = useState<LogQuery>(EVERYTHING);
  const settled = useDeferredValue(query);
  const isSearching = settled.kinds.length > 0 || settled.text !== '';
  const target = usePhaseStart(stream, phase);
  if (stream.error !== null) return <ErrorState error={stream.error} onRetry={stream.start} />;
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <LogToolbar task={task} query={query} onQuery={setQuery} />
      {isSearching ? (
        <SearchedLog key={JSON.stringify(settled)} stream={stream} query={settled} />
      ) : (
        <LiveLog task={task} stream={stream} target={target} />
      )}
    </div>
  );
}

/** The index of a phase's first line, once it is found; null without a phase. */
function usePhaseStart(stream: TaskStream, phase: PhaseDto | null): number | null {
  const [found, setFound] = useState<{ phase: number; index: number } | null>(null);
  const current = useRef(stream);
  useEffect(() => {
    current.current = stream;
  });
  const number = phase?.number ?? null;
  const startedAt = phase?.startedAt ?? null;
  useEffect(() => {
    if (number === null || startedAt === null) return;
    let isGone = false;
    const { log, read } = current.current;
    const lineAt = async (index: number): Promise<LogLineDto | undefined> =>
      log.line(index) ?? (await read(index, 1)).items[0];
    findLineAt(startedAt, log.count, lineAt).then(
      (index) => {
        if (!isGone) setFound({ phase: number, index });
      },
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, [number, startedAt]);
  return found !== null && found.phase === number ? found.index : null;
}
