'use client';

import { useState } from 'react';

/** A text that this tab keeps under a name until it is emptied, also when its field is closed or the page reloaded. */
export function useKeptText(name: string): [string, (text: string) => void] {
  const [text, setText] = useState(() => {
    try {
      return sessionStorage.getItem(name) ?? '';
    } catch {
      return '';
    }
  });
  return [
    text,
    (next) => {
      setText(next);
      // Storage can be forbidden; then the text lasts as long as its field.
      try {
        if (next === '') sessionStorage.removeItem(name);
        else sessionStorage.setItem(name, next);
      } catch {}
    },
  ];
}
