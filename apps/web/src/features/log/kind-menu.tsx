'use client';

import { Check } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import type { LogKind } from './log-search.ts';

interface Props {
  readonly kinds: readonly LogKind[];
  readonly all: readonly LogKind[];
  readonly onChange: (kinds: readonly LogKind[]) => void;
  readonly trigger: ReactNode;
}

/** Which kinds of lines to show; none chosen means all. Stays open while one chooses. */
export function KindMenu({ kinds, all, onChange, trigger }: Props) {
  const t = useTranslations('log');
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="end"
          sideOffset={6}
          collisionPadding={8}
          className="animate-rise z-50 min-w-44 rounded-lg border border-line bg-surface p-1 shadow-lg"
        >
          <DropdownMenu.Item className={ITEM} onSelect={() => onChange([])}>
            <span className="w-4" />
            {t('allKinds')}
          </DropdownMenu.Item>
          <DropdownMenu.Separator className="-mx-1 my-1 h-px bg-line" />
          {all.map((kind) => (
            <DropdownMenu.CheckboxItem
              key={kind}
              className={ITEM}
              checked={kinds.includes(kind)}
              onSelect={(event) => event.preventDefault()}
              onCheckedChange={(isOn) =>
                onChange(isOn ? [...kinds, kind] : kinds.filter((each) => each !== kind))
              }
            >
              <span className="flex w-4 justify-center">
                <DropdownMenu.ItemIndicator>
                  <Check size={14} aria-hidden />
                </DropdownMenu.ItemIndicator>
              </span>
              {t(`kind.${kind}`)}
            </DropdownMenu.CheckboxItem>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

const ITEM =
  'touch flex h-8 cursor-pointer items-center gap-2 rounded px-2 text-sm outline-none data-highlighted:bg-hover';
