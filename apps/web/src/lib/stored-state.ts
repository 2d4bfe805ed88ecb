'use client';

import { useCallback, useSyncExternalStore } from 'react';

/** What this browser keeps under a name, for all its tabs. */
export interface StoredState<T> {
  read(key: string): T;
  /** `null` forgets it. */
  write(key: string, value: T | null): void;
  subscribe(listener: () => void): () => void;
}

/**
 * Values of one kind that this browser keeps. `parse` makes a value of whatever was stored, as it may be from another
 * version or made by hand; of `null` it makes the value that holds when nothing is stored.
 */
export function createStoredState<T>(parse: (stored: unknown) => T): StoredState<T> {
  const known = new Map<string, { readonly text: string | null; readonly value: T }>();
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  return {
    read(key) {
      const cached = known.get(key);
      const text = recall(key, cached?.text ?? null);
      if (cached && cached.text === text) return cached.value;
      const value = parse(parsed(text));
      known.set(key, { text, value });
      return value;
    },
    write(key, value) {
      const text = value === null ? null : JSON.stringify(value);
      known.set(key, { text, value: value ?? parse(null) });
      remember(key, text);
      tell();
    },
    subscribe(listener) {
      listeners.add(listener);
      window.addEventListener('storage', listener);
      return () => {
        listeners.delete(listener);
        window.removeEventListener('storage', listener);
      };
    },
  };
}

/** What is stored under `key`, kept current also when another tab changes it, and a way to change it. */
export function useStoredState<T>(
  state: StoredState<T>,
  key: string,
): readonly [T, (change: (before: T) => T | null) => void] {
  const value = useSyncExternalStore(state.subscribe, () => state.read(key));
  const change = useCallback(
    (next: (before: T) => T | null) => state.write(key, next(state.read(key))),
    [state, key],
  );
  return [value, change];
}

function parsed(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

// Storage can be forbidden (private windows, policies) or full; then things last as long as the page.
function recall(key: string, otherwise: string | null): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return otherwise;
  }
}

function remember(key: string, text: string | null): void {
  try {
    if (text === null) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
  } catch {}
}
