'use client';

import { useEffect, useRef } from 'react';
import { useStreamState } from './stream/stream-context.tsx';

/** Does something each time the server can be reached again. */
export function useWhenBack(action: () => void): void {
  const state = useStreamState();
  const before = useRef(state);
  const current = useRef(action);
  useEffect(() => {
    current.current = action;
  });
  useEffect(() => {
    const isBack = state === 'online' && before.current !== 'online';
    before.current = state;
    if (isBack) current.current();
  }, [state]);
}
