import type { Redact } from './redactor.ts';

const MAX_JSON = 64 * 1024;
const MAX_STRING_WHEN_CUT = 8 * 1024;
const MAX_DEPTH = 12;

/** A value as a log line may carry it: without secrets, and cut so that its JSON stays within 64 KiB. */
export function logData(value: unknown, redact: Redact): unknown {
  const json = JSON.stringify(value) ?? 'null';
  const hasSecret = redact(json) !== json;
  if (json.length <= MAX_JSON && !hasSecret) return value;
  const limit = json.length <= MAX_JSON ? MAX_JSON : MAX_STRING_WHEN_CUT;
  const copy = mapStrings(value, (text) => cut(redact(text), limit), MAX_DEPTH);
  const copied = JSON.stringify(copy) ?? 'null';
  return copied.length <= MAX_JSON ? copy : cut(copied, MAX_JSON / 2);
}

/** The text itself, or its beginning with a note of how much is left out. */
export function cut(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit)}… [${text.length - limit} characters cut]`;
}

function mapStrings(value: unknown, change: (text: string) => string, depth: number): unknown {
  if (typeof value === 'string') return change(value);
  if (typeof value === 'number' && change(String(value)) !== String(value)) return change(String(value));
  if (typeof value !== 'object' || value === null) return value;
  if (depth === 0) return '[too deep]';
  if (Array.isArray(value)) return value.map((item) => mapStrings(item, change, depth - 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [change(key), mapStrings(item, change, depth - 1)]),
  );
}
