import { cn } from '../lib/cn.ts';

interface Props<T extends string> {
  /** Unique on the page: the name of the group of radio buttons. */
  readonly name: string;
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string; readonly hint?: string }[];
  readonly onChange: (value: T) => void;
}

/** One of a few, side by side: radio buttons that look like one control. */
export function Segments<T extends string>({ name, label, value, options, onChange }: Props<T>) {
  return (
    <fieldset className="flex w-fit max-w-full flex-wrap rounded-md border border-line bg-surface p-0.5">
      <legend className="sr-only">{label}</legend>
      {options.map((option) => (
        <label
          key={option.value}
          title={option.hint}
          className={cn(
            'touch flex h-7 items-center justify-center rounded px-2.5 text-sm transition-colors has-focus-visible:outline-2 has-focus-visible:outline-focus',
            value === option.value ? 'bg-line/80 font-medium text-fg' : 'text-fg-2 hover:text-fg',
          )}
        >
          <input
            type="radio"
            name={name}
            className="sr-only"
            checked={value === option.value}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}
