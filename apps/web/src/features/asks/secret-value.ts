import { MAX_SECRET_BYTES, utf8Length } from '@ccs/contract/vocabulary';

/** A pasted value without the line break that copying a line brings along. */
export function pastedValue(text: string): string {
  return text.replace(/^[\r\n]+|[\r\n]+$/g, '').replaceAll('\r\n', '\n');
}

/** What is wrong with a value, as a key of `ask.valueProblem`; null when it can be sent. */
export function valueProblem(value: string): 'blank' | 'long' | 'nul' | null {
  if (value.trim() === '') return 'blank';
  if (value.includes('\0')) return 'nul';
  return utf8Length(value) > MAX_SECRET_BYTES ? 'long' : null;
}
