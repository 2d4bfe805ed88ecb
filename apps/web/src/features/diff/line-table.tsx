'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type CSSProperties, type ReactNode } from 'react';
import { cn } from '../../lib/cn.ts';
import { useMedia } from '../../lib/use-media.ts';
import { lineOf } from './diff-rows.ts';
import { LineCells, type TableLook } from './line-cells.tsx';
import { isWithin, type LineRange, rangeOf } from './line-range.ts';
import type { Placed } from './place-notes.ts';
import { useLineChoice } from './use-line-choice.ts';

interface Props {
  readonly label: string;
  readonly rows: readonly Placed[];
  readonly look: TableLook;
  /** Stands above the lines and scrolls with them. */
  readonly top?: ReactNode;
  /** Lines to point out: those that a remark is being written on. */
  readonly chosen: LineRange | null;
  /** Go to this line. */
  readonly target: number | null;
  /** What to do with lines that the person chose; null where nothing can be said. */
  readonly onTake: ((range: LineRange) => void) | null;
  readonly note: (line: number) => ReactNode;
}

/** Up to so many rows all are in the page, so that the browser's own search finds them. */
const ALL_AT_ONCE = 600;
const ROW_PX = 20;

/** Lines of a file or of a diff as a table: the rows in view exist, and those around them. */
export function LineTable({ label, rows, look, top, chosen, target, onTake, note }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const isTouch = useMedia('(pointer: coarse)');
  const { choosing, tabStop, actions, onKeyDown } = useLineChoice(onTake);
  const count = rows.length + 1;
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: count <= ALL_AT_ONCE ? count : 30,
    paddingEnd: 32,
  });
  useEffect(() => {
    const index =
      target === null ? -1 : rows.findIndex((row) => row.kind !== 'note' && lineOf(row) === target);
    if (index >= 0) virtual.scrollToIndex(index + 1, { align: 'center' });
  }, [virtual, target, rows]);

  const items = virtual.getVirtualItems();
  const lines = rows.map((row) => (row.kind === 'note' ? null : lineOf(row)));
  const inView = items.map(({ index }) => lines[index - 1] ?? null);
  const stop = tabStop !== null && inView.includes(tabStop) ? tabStop : inView.find((line) => line !== null);
  const reaching = choosing !== null && choosing.anchor !== choosing.focus ? rangeOf(choosing) : null;
  const last = lines.findLast((line) => line !== null) ?? 1;
  const width = { '--digits': `${String(last).length}ch` } as CSSProperties;
  return (
    <div
      ref={scroller}
      tabIndex={0}
      className="min-h-0 flex-1 overflow-y-auto -outline-offset-2 [overflow-anchor:none]"
    >
      <div
        role="table"
        aria-label={label}
        aria-rowcount={count}
        className="relative w-full font-mono text-xs leading-5"
        style={{ ...width, height: virtual.getTotalSize() }}
        onKeyDown={onKeyDown}
        onClick={(event) => {
          const number = event.target instanceof HTMLElement ? event.target.dataset['line'] : undefined;
          if (isTouch && number !== undefined) onTake?.({ from: Number(number), to: Number(number) });
        }}
      >
        {items.map((item) => {
          const row = rows[item.index - 1];
          const line = lines[item.index - 1] ?? null;
          const isLine = row !== undefined && row.kind !== 'note';
          return (
            <div
              key={item.key}
              ref={virtual.measureElement}
              data-index={item.index}
              role="row"
              aria-rowindex={item.index + 1}
              className={cn('absolute inset-x-0 top-0 flex', isLine && 'min-h-5 pointer-coarse:min-h-7')}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              {row !== undefined && row.kind !== 'note' ? (
                <LineCells
                  row={row}
                  look={look}
                  actions={actions}
                  isChosen={isWithin(reaching ?? chosen, line)}
                  isTabStop={line !== null && line === stop}
                  isTouch={isTouch}
                />
              ) : (
                <div role="cell" aria-colspan={3} className="w-full min-w-0 font-sans text-base">
                  {row?.kind === 'note' ? note(row.line) : top}
                </div>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
