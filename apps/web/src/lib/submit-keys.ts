/** The keys that submit a form, as this platform writes them. */
export function submitKeys(): string {
  return /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘ ⏎' : 'Ctrl ⏎';
}
