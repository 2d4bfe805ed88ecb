import type { ReactNode } from 'react';
import { cn } from '../../lib/cn.ts';

interface Props {
  readonly name: string;
  /** A checkbox instead of a radio button. */
  readonly isMulti: boolean;
  readonly isChosen: boolean;
  /** A word beside it, such as "recommended". */
  readonly mark: string | null;
  readonly onChoose: () => void;
  readonly children: ReactNode;
}

/** One option of several, as wide as there is room. */
export function ChoiceRow({ name, isMulti, isChosen, mark, onChoose, children }: Props) {
  return (
    <label
      className={cn(
        'touch flex items-center gap-2.5 rounded-md border bg-surface px-3 py-1.5 transition-colors has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus',
        isChosen ? 'border-fg' : 'border-line hover:border-line-strong',
      )}
    >
      <input
        type={isMulti ? 'checkbox' : 'radio'}
        name={name}
        checked={isChosen}
        onChange={onChoose}
        className="size-4 shrink-0 accent-ink outline-none"
      />
      <span className="min-w-0 flex-1">{children}</span>
      {mark !== null && <span className="shrink-0 text-xs font-medium text-done">{mark}</span>}
    </label>
  );
}
