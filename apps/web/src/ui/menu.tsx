'use client';

import { Check } from 'lucide-react';
import { DropdownMenu as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { cn } from '../lib/cn.ts';

const ITEM =
  'flex h-8 cursor-pointer items-center gap-2 rounded px-2 text-sm outline-none touch data-highlighted:bg-hover data-disabled:opacity-50';

/** A menu that opens from `trigger` (one focusable element). */
export function Menu({ trigger, children }: { readonly trigger: ReactNode; readonly children: ReactNode }) {
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align="end"
          sideOffset={6}
          collisionPadding={8}
          className="animate-rise z-50 min-w-48 rounded-lg border border-line bg-surface p-1 shadow-lg"
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

interface ItemProps {
  readonly icon?: ReactNode;
  readonly danger?: boolean;
  readonly onSelect: () => void;
  readonly children: ReactNode;
}

export function MenuItem({ icon, danger = false, onSelect, children }: ItemProps) {
  return (
    <Radix.Item className={cn(ITEM, danger && 'text-fail')} onSelect={onSelect}>
      <span className="flex w-4 justify-center" aria-hidden>
        {icon}
      </span>
      {children}
    </Radix.Item>
  );
}

interface LinkProps {
  readonly href: string;
  readonly download?: boolean;
  readonly children: ReactNode;
}

/** An entry that leads to an address. */
export function MenuLink({ href, download = false, children }: LinkProps) {
  return (
    <Radix.Item asChild className={ITEM}>
      <a href={href} download={download}>
        {children}
      </a>
    </Radix.Item>
  );
}

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
}

/** One of several, with a check on the chosen one. */
export function MenuChoice<T extends string>({ label, value, options, onChange }: ChoiceProps<T>) {
  return (
    <Radix.RadioGroup
      value={value}
      onValueChange={(next) => {
        const option = options.find((candidate) => candidate.value === next);
        if (option) onChange(option.value);
      }}
    >
      <Radix.Label className="px-2 pb-1 pt-2 text-xs text-fg-3">{label}</Radix.Label>
      {options.map((option) => (
        <Radix.RadioItem key={option.value} value={option.value} className={ITEM}>
          <span className="flex w-4 justify-center">
            <Radix.ItemIndicator>
              <Check size={14} aria-hidden />
            </Radix.ItemIndicator>
          </span>
          {option.label}
        </Radix.RadioItem>
      ))}
    </Radix.RadioGroup>
  );
}

export function MenuSeparator() {
  return <Radix.Separator className="-mx-1 my-1 h-px bg-line" />;
}
