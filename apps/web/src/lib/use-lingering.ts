'use client';

import { useEffect, useRef, useState } from 'react';
import { linger, LINGER_MS, type Lingering } from './linger.ts';

/** A list in which what leaves stays for a moment, marked as gone, so that a person sees what became of it. */
export function useLingering<T>(items: readonly T[], keyOf: (item: T) => string): readonly Lingering<T>[] {
  const [shown, setShown] = useState<readonly Lingering<T>[]>(() => linger([], items, keyOf, 0));
  const key = useRef(keyOf);
  useEffect(() => {
    setShown((before) => linger(before, items, key.current, Date.now()));
  }, [items]);
  const firstGone = Math.min(...shown.map(({ goneAt }) => goneAt ?? Number.POSITIVE_INFINITY));
  useEffect(() => {
    if (firstGone === Number.POSITIVE_INFINITY) return;
    const due = firstGone + LINGER_MS;
    // A timer may fire a moment early by this clock; then nothing would leave, and nothing would try again.
    const leave = () => setShown((before) => linger(before, items, key.current, Math.max(due, Date.now())));
    const timer = setTimeout(leave, Math.max(0, due - Date.now()));
    return () => clearTimeout(timer);
  }, [firstGone, items]);
  return shown;
}
