import { findPhase } from '@ccs/contract/vocabulary';
import type { EventDto, TaskDto } from '@ccs/contract';
import type { Locale } from '../../lib/format.ts';

/** The names of the criteria that an event tells as failed, in the person's language; null when it tells of none. */
export function criterionNames({ payload }: EventDto, type: TaskDto['type'], locale: Locale): string | null {
  const keys = payload['failedCriteria'];
  if (!Array.isArray(keys) || keys.length === 0) return null;
  const criteria = findPhase(type, Number(payload['phase']))?.criteria ?? [];
  return keys
    .map((key: unknown) => criteria.find((each) => each.key === key)?.name[locale] ?? String(key))
    .join(', ')
    .replaceAll('`', '');
}
