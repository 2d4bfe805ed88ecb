import type { KeyboardEvent } from 'react';

/** A key handler for a form: ⌘⏎ or Ctrl ⏎ sends it, from wherever in it one types. */
export function submitOnKeys(submit: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    submit();
  };
}
