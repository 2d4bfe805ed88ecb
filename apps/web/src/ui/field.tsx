import type { ReactNode } from 'react';

/** Classes of a text input, select or text area. */
export const inputStyle =
  'w-full rounded-md border border-line-strong bg-surface px-3 py-1.5 text-base text-fg outline-none transition-colors hover:border-fg-3 focus-visible:border-focus focus-visible:ring-2 focus-visible:ring-focus/25 aria-invalid:border-fail disabled:opacity-60 touch';

interface Props {
  readonly id: string;
  readonly label: string;
  readonly error?: string | undefined;
  readonly children: ReactNode;
}

/** A labelled control with its error below; the control refers to `<id>-error`. */
export function Field({ id, label, error, children }: Props) {
  return (
    <div>
      <label htmlFor={id} className="mb-1.5 block text-sm font-medium">
        {label}
      </label>
      {children}
      {error !== undefined && (
        <p id={`${id}-error`} className="mt-1.5 text-sm text-fail">
          {error}
        </p>
      )}
    </div>
  );
}
