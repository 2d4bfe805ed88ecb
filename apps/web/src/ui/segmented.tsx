'use client';

import { cn } from '../lib/cn.ts';

interface Props<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
  readonly className?: string;
}

/** One of a few views, side by side. */
export function Segmented<T extends string>({ label, value, options, onChange, className }: Props<T>) {
  return (
    <div
      role="group"
      aria-label={label}
      className={cn(
        'inline-flex shrink-0 rounded-md border border-line-strong bg-surface p-0.5 pointer-coarse:p-0',
        className,
      )}
    >
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
          className={cn(
            'touch h-6 rounded px-2 text-xs -outline-offset-1 transition-colors',
            option.value === value ? 'bg-line font-medium text-fg' : 'text-fg-2 hover:text-fg',
          )}
        >
          {option.label}
        </button>
      ))}
    </div>
  );
}
