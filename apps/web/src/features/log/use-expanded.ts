'use client';

import { useMemo, useState } from 'react';

/** Which lines of a log stand open, by seq. */
export interface Expanded {
  has(seq: number): boolean;
  toggle(seq: number): void;
}

export function useExpanded(): Expanded {
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  return useMemo(
    () => ({
      has: (seq) => open.has(seq),
      toggle: (seq) =>
        setOpen((before) => {
          const after = new Set(before);
          if (!after.delete(seq)) after.add(seq);
          return after;
        }),
    }),
    [open],
  );
}
