import { cva, type VariantProps } from 'class-variance-authority';
import type { ButtonHTMLAttributes, Ref } from 'react';
import { cn } from '../lib/cn.ts';

/** The look of a button, also for links. */
export const buttonStyle = cva(
  'touch inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md font-medium whitespace-nowrap transition-colors select-none disabled:opacity-50 aria-disabled:opacity-50',
  {
    variants: {
      look: {
        primary: 'bg-ink text-on-ink hover:bg-ink/85',
        outline: 'border border-line-strong bg-surface text-fg hover:bg-hover',
        quiet: 'text-fg-2 hover:bg-hover hover:text-fg',
        danger: 'bg-fail text-on-ink hover:bg-fail/85',
      },
      size: {
        sm: 'h-7 px-2.5 text-xs',
        md: 'h-8 px-3 text-sm',
        lg: 'h-10 px-4 text-base',
        icon: 'size-8 text-sm',
      },
    },
    defaultVariants: { look: 'outline', size: 'md' },
  },
);

export interface ButtonProps
  extends ButtonHTMLAttributes<HTMLButtonElement>,
    VariantProps<typeof buttonStyle> {
  readonly ref?: Ref<HTMLButtonElement>;
}

export function Button({ look, size, className, type = 'button', ...rest }: ButtonProps) {
  return <button type={type} className={cn(buttonStyle({ look, size }), className)} {...rest} />;
}
