import { differenceInSeconds, formatDistanceStrict } from 'date-fns';
import { ko } from 'date-fns/locale/ko';

export type Locale = 'en' | 'ko';

/** "3 minutes ago", "3분 전"; "just now" within a minute, so that nobody sees seconds that stand still. */
export function formatAgo(iso: string, locale: Locale, now: Date = new Date()): string {
  if (differenceInSeconds(now, new Date(iso)) < 60) return locale === 'ko' ? '방금' : 'just now';
  return formatDistanceStrict(new Date(iso), now, {
    addSuffix: true,
    ...(locale === 'ko' ? { locale: ko } : {}),
  });
}

/** Date and time to the second, in the user's zone. */
export function formatExact(iso: string, locale: Locale): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' }).format(new Date(iso));
}

/** Time of day to the second, in the user's zone, always 24 hours: it stands in columns. */
export function formatClock(iso: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' }).format(new Date(iso));
}

/** Time of day for today, else with the date: "14:03:22", "Nov 19, 14:03". */
export function formatMoment(iso: string, locale: Locale, now: Date = new Date()): string {
  const at = new Date(iso);
  if (at.toDateString() === now.toDateString()) return formatClock(iso);
  return new Intl.DateTimeFormat(locale, {
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);
}

/** Milliseconds as the two largest units: "2 h 10 m", "2시간 10분". */
export function formatDuration(ms: number, locale: Locale): string {
  const units = locale === 'ko' ? ['일', '시간', '분', '초'] : [' d', ' h', ' m', ' s'];
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const parts = [
    Math.floor(seconds / 86_400),
    Math.floor(seconds / 3600) % 24,
    Math.floor(seconds / 60) % 60,
    seconds % 60,
  ];
  const first = parts.findIndex((part) => part > 0);
  if (first === -1) return `0${units[3]}`;
  return parts
    .map((part, index) =>
      part > 0 && (index === first || index === first + 1) ? `${part}${units[index]}` : '',
    )
    .filter((text) => text !== '')
    .join(' ');
}

/** Milliseconds of work: `ms` that are over, and those since `since`, if work goes on. */
export function workedMs(ms: number, since: string | null, now: number): number {
  // The server's clock can be ahead of this one.
  return ms + (since === null ? 0 : Math.max(0, now - Date.parse(since)));
}

/** 12,300 → "12.3K" (ko "1.2만"). */
export function formatCount(count: number, locale: Locale): string {
  return new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 }).format(count);
}

/** US dollars; below ten cents with four decimals, because a phase can cost less than a cent. */
export function formatCost(dollars: number): string {
  return `$${dollars.toFixed(dollars > 0 && dollars < 0.1 ? 4 : 2)}`;
}

/** Bytes as B, KB, MB (1024). */
export function formatBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 ** 2) return `${(bytes / 1024).toFixed(1)} KB`;
  return `${(bytes / 1024 ** 2).toFixed(1)} MB`;
}
