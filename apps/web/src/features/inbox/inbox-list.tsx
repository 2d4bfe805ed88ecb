'use client';

import type { InboxItemDto } from '@ccs/contract';
import { cn } from '../../lib/cn.ts';
import { useLingering } from '../../lib/use-lingering.ts';
import { InboxCard } from './inbox-card.tsx';

const keyOf = ({ task }: InboxItemDto) => task.id;

interface Props {
  readonly items: readonly InboxItemDto[];
  /** Only the first so many. */
  readonly limit?: number;
  readonly isCompact?: boolean;
}

/** Tasks that need the person. One that no longer does becomes a line and leaves. */
export function InboxList({ items, limit = Number.POSITIVE_INFINITY, isCompact = false }: Props) {
  const shown = useLingering(items, keyOf);
  const rest = new Set(items.slice(limit).map(keyOf));
  return (
    <ul className="flex flex-col gap-3">
      {shown
        .filter(({ item }) => !rest.has(keyOf(item)))
        .map(({ item, goneAt }) => (
          <li
            key={item.task.id}
            className={cn(
              'overflow-hidden rounded-lg border bg-surface',
              goneAt === null ? 'border-line-strong' : 'border-line',
            )}
          >
            <InboxCard item={item} isGone={goneAt !== null} isCompact={isCompact} />
          </li>
        ))}
    </ul>
  );
}
