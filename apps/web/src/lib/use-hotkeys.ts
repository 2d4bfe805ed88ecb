'use client';

import { useEffect, useRef } from 'react';

const CHORD_MS = 1200;

/** Whether keys are text now: in a field, a menu or a dialog, or with a modifier held. */
function isTyping(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented)
    return true;
  const target = event.target instanceof Element ? event.target : null;
  return (
    target?.closest('input, textarea, select, [contenteditable="true"], [role="menu"], [role="dialog"]') !=
    null
  );
}

/**
 * Runs an action for a key ('c', '?', '/') or two keys one after the other ('g h'), anywhere on the page but not
 * while typing. Letters are found by their place on the keyboard, too, so they work with a Korean layout.
 */
export function useHotkeys(actions: Readonly<Record<string, () => void>>): void {
  const current = useRef(actions);
  useEffect(() => {
    current.current = actions;
  });
  useEffect(() => {
    let first = '';
    let firstAt = 0;
    const onKeyDown = (event: KeyboardEvent) => {
      if (isTyping(event)) return;
      const letter = /^Key([A-Z])$/.exec(event.code)?.[1]?.toLowerCase();
      const key = letter ?? event.key;
      const chord = event.timeStamp - firstAt < CHORD_MS ? `${first} ${key}` : '';
      const action = current.current[chord] ?? current.current[key];
      first = key;
      firstAt = event.timeStamp;
      if (!action) return;
      event.preventDefault();
      first = '';
      action();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
