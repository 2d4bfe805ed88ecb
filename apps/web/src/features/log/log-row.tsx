'use client';

import type { LogLineDto } from '@ccs/contract';
import { memo } from 'react';
import { cn } from '../../lib/cn.ts';
import { formatClock } from '../../lib/format.ts';
import type { LogWindow } from './log-window.ts';
import { MessageLine } from './message-line.tsx';
import { ToolLine } from './tool-line.tsx';
import type { Expanded } from './use-expanded.ts';

/** The height of a one-line row in pixels, and the guess for one not measured yet: the same for all, so that the
 * guess never changes once a row is loaded. */
export const ROW_PX = 28;

interface Props {
  readonly line: LogLineDto | undefined;
  readonly log: LogWindow;
  readonly expanded: Expanded;
  /** Stands among other matches: a result is shown also when its call is known. */
  readonly isAlone?: boolean;
}

/** One line of the log. A result is part of its call's row, so it takes no room of its own. */
export function LogRow({ line, log, expanded, isAlone = false }: Props) {
  if (!line)
    return (
      <div aria-hidden className="flex h-7 items-center px-4 sm:px-6">
        <div className="h-2 w-2/5 rounded bg-line/60" />
      </div>
    );
  const isFolded = line.kind === 'tool_result' && line.toolUseId !== undefined && !isAlone;
  if (isFolded && line.toolUseId !== undefined && log.callOf(line.toolUseId)) return null;
  const result =
    line.kind === 'tool_use' && line.toolUseId !== undefined ? log.resultOf(line.toolUseId) : undefined;
  return <Line line={line} result={result} isOpen={expanded.has(line.seq)} onToggle={expanded.toggle} />;
}

interface LineProps {
  readonly line: LogLineDto;
  readonly result: LogLineDto | undefined;
  readonly isOpen: boolean;
  readonly onToggle: (seq: number) => void;
}

const Line = memo(function Line({ line, result, isOpen, onToggle }: LineProps) {
  const isTool = line.kind === 'tool_use' || line.kind === 'tool_result';
  const toggle = () => onToggle(line.seq);
  return (
    <div className="group/row grid grid-cols-[minmax(0,1fr)] gap-x-3 px-4 sm:grid-cols-[3.75rem_minmax(0,60rem)] sm:px-6">
      <time
        dateTime={line.at}
        title={line.at}
        className="nums hidden pt-1.5 font-mono text-2xs text-fg-3 sm:block"
      >
        {formatClock(line.at)}
      </time>
      <div
        className={cn(
          'min-w-0',
          line.parentToolUseId !== undefined && 'ml-1.5 border-l border-line-strong pl-4',
        )}
      >
        {isTool ? (
          <ToolLine line={line} result={result} isOpen={isOpen} onToggle={toggle} />
        ) : (
          <MessageLine line={line} isOpen={isOpen} onToggle={toggle} />
        )}
      </div>
    </div>
  );
});
