'use client';

import type { TaskDto } from '@ccs/contract';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, useState } from 'react';
import { cn } from '../../lib/cn.ts';
import { TaskRow } from './task-row.tsx';

/** The guess for a row not measured yet, in pixels. */
const ROW_PX = 69;

/** Any number of tasks in a page that scrolls: only the rows in view exist. */
export function TaskRows({ tasks }: { readonly tasks: readonly TaskDto[] }) {
  const list = useRef<HTMLUListElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const measure = () =>
      setTop(Math.round((list.current?.getBoundingClientRect().top ?? 0) + window.scrollY));
    measure();
    // What stands above the list comes and goes, and with it the height of the page changes.
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, []);
  const rows = useWindowVirtualizer({
    count: tasks.length,
    estimateSize: () => ROW_PX,
    getItemKey: (index) => tasks[index]?.id ?? index,
    overscan: 10,
    scrollMargin: top,
  });
  return (
    <ul
      ref={list}
      className="relative overflow-hidden rounded-lg border border-line bg-surface"
      style={{ height: rows.getTotalSize() + 2 }}
    >
      {rows.getVirtualItems().map((row) => {
        const task = tasks[row.index];
        return task ? (
          <li
            key={row.key}
            ref={rows.measureElement}
            data-index={row.index}
            aria-setsize={tasks.length}
            aria-posinset={row.index + 1}
            className={cn('absolute inset-x-0 top-0 border-line', row.index < tasks.length - 1 && 'border-b')}
            style={{ transform: `translateY(${row.start - top}px)` }}
          >
            <TaskRow task={task} />
          </li>
        ) : null;
      })}
    </ul>
  );
}
