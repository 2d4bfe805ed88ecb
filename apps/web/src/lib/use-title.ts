'use client';

import { useEffect } from 'react';

const PRODUCT = 'Claude Code Server';

/** Names the browser's tab: "Habit tracker · Claude Code Server". */
export function useTitle(...parts: readonly string[]): void {
  const title = [...parts, PRODUCT].join(' · ');
  useEffect(() => {
    document.title = title;
  }, [title]);
}
