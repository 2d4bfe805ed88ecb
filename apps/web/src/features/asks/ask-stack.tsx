'use client';

import { useMemo, useState } from 'react';
import { useLingering } from '../../lib/use-lingering.ts';
import { AskCard } from './ask-card.tsx';
import { stopsWork, type Ask } from './ask.ts';

interface Props {
  readonly asks: readonly Ask[];
  readonly heading: 'h2' | 'h3';
  /** What stands open before one is chosen: the first, the first that stops work, or none. */
  readonly opens: 'first' | 'blocking' | 'none';
}

const idOf = (ask: Ask) => ask.id;

/** What a task asks for: one open to be answered, the others as lines to open; a line for what was just settled. */
export function AskStack({ asks, heading, opens }: Props) {
  const pending = useMemo(() => asks.filter((ask) => ask.status === 'pending'), [asks]);
  const shown = useLingering(pending, idOf);
  const [chosen, setChosen] = useState<string | null>(null);
  const first = { first: pending[0], blocking: pending.find(stopsWork), none: undefined }[opens];
  const open = pending.find(({ id }) => id === chosen) ?? first;
  if (shown.length === 0) return null;
  return (
    <ul className="divide-y divide-line">
      {shown.map(({ item, goneAt }) => (
        // What somebody has begun to answer stays open, whatever else is asked meanwhile.
        <li key={item.id} onFocus={() => item.id === open?.id && setChosen(item.id)}>
          <AskCard
            ask={asks.find(({ id }) => id === item.id) ?? item}
            heading={heading}
            isOpen={item.id === open?.id}
            isGone={goneAt !== null}
            onOpen={() => setChosen(item.id)}
          />
        </li>
      ))}
    </ul>
  );
}
