import { cn } from '../lib/cn.ts';
import { inputStyle } from './field.tsx';

interface Props<T extends string> {
  readonly id: string;
  readonly label: string;
  readonly value: T;
  readonly options: readonly T[];
  readonly nameOf: (option: T) => string;
  readonly onChange: (value: T) => void;
}

/** A label and a choice of one of several, side by side. */
export function SelectRow<T extends string>({ id, label, value, options, nameOf, onChange }: Props<T>) {
  return (
    <div className="flex items-center justify-between gap-6">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      <select
        id={id}
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option === event.target.value);
          if (chosen !== undefined) onChange(chosen);
        }}
        className={cn(inputStyle, 'w-auto! max-w-60 min-w-36 text-sm!')}
      >
        {options.map((option) => (
          <option key={option} value={option}>
            {nameOf(option)}
          </option>
        ))}
      </select>
    </div>
  );
}
