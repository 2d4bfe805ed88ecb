'use client';

import { Switch as Radix } from 'radix-ui';

interface Props {
  readonly id: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly label: string;
  readonly hint?: string;
}

/** On or off, with its label and what it means. */
export function Switch({ id, checked, onChange, label, hint }: Props) {
  return (
    <div className="flex items-start justify-between gap-6">
      <label htmlFor={id} className="min-w-0">
        <span className="block text-sm font-medium">{label}</span>
        {hint !== undefined && <span className="block text-sm text-fg-2">{hint}</span>}
      </label>
      <Radix.Root
        id={id}
        checked={checked}
        onCheckedChange={onChange}
        className="relative mt-0.5 h-5 w-9 shrink-0 rounded-full bg-line-strong transition-colors before:absolute before:-inset-3 data-[state=checked]:bg-ink"
      >
        <Radix.Thumb className="block size-4 translate-x-0.5 rounded-full bg-surface shadow transition-transform data-[state=checked]:translate-x-4.5" />
      </Radix.Root>
    </div>
  );
}
