'use client';

import { useEffect, useMemo, useRef, useState } from 'react';
import type { LineActions } from './line-cells.tsx';
import { choose, type Choosing, type LineRange, rangeOf } from './line-range.ts';

/**
 * Choosing lines: press a number, drag to another or press with Shift for a range; with the keyboard arrows move,
 * Shift and arrows reach further, Enter takes. `onTake` gets what was chosen.
 */
export function useLineChoice(onTake: ((range: LineRange) => void) | null) {
  const [choosing, setChoosing] = useState<Choosing | null>(null);
  const [tabStop, setTabStop] = useState<number | null>(null);
  const now = useRef({ choosing, isDragging: false, hasMoved: false, onTake });
  useEffect(() => {
    now.current = { ...now.current, choosing, onTake };
  });
  const actions = useMemo<LineActions>(() => {
    const set = (next: Choosing | null) => {
      now.current.choosing = next;
      setChoosing(next);
    };
    const take = (next: Choosing) => {
      set(next);
      now.current.onTake?.(rangeOf(next));
    };
    return {
      press(line, isExtending) {
        set(choose(now.current.choosing, line, isExtending));
        now.current.isDragging = true;
        now.current.hasMoved = false;
        const release = () => {
          const { hasMoved, choosing: chosen } = now.current;
          now.current.isDragging = false;
          if (hasMoved && chosen) take(chosen);
        };
        window.addEventListener('pointerup', release, { once: true });
      },
      reach(line) {
        if (!now.current.isDragging) return;
        now.current.hasMoved ||= now.current.choosing?.focus !== line;
        set(choose(now.current.choosing, line, true));
      },
      take(line, isExtending) {
        if (now.current.hasMoved) {
          // The end of dragging, which has taken the lines already.
          now.current.hasMoved = false;
          return;
        }
        const chosen = now.current.choosing;
        take(chosen?.focus === line ? chosen : choose(chosen, line, isExtending));
      },
      focus: setTabStop,
    };
  }, []);

  /** Moves between the numbers that the table shows. */
  const onKeyDown = (event: React.KeyboardEvent<HTMLElement>) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const from = event.target instanceof HTMLElement ? event.target.dataset['line'] : undefined;
    if (by === 0 || from === undefined) return;
    const numbers = [...event.currentTarget.querySelectorAll<HTMLElement>('button[data-line]')];
    const next = numbers[numbers.findIndex((each) => each === event.target) + by];
    event.preventDefault();
    if (!next) return;
    next.focus();
    const line = Number(next.dataset['line']);
    setChoosing(event.shiftKey ? choose(choosing ?? choose(null, Number(from), false), line, true) : null);
  };
  return { choosing, tabStop, actions: onTake === null ? null : actions, onKeyDown };
}
