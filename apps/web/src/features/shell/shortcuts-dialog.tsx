'use client';

import { useTranslations } from 'next-intl';
import { submitKeys } from '../../lib/submit-keys.ts';
import { Dialog } from '../../ui/dialog.tsx';

const SHORTCUTS = [
  ['create', 'C'],
  ['search', '/'],
  ['home', 'G H'],
  ['inbox', 'G I'],
  ['approve', 'A'],
  ['requestChanges', 'R'],
  ['viewed', 'V'],
  ['next', 'J'],
  ['previous', 'K'],
  ['open', '⏎'],
  ['submit', ''],
  ['help', '?'],
] as const;

interface Props {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

export function ShortcutsDialog({ open, onOpenChange }: Props) {
  const t = useTranslations('shortcuts');
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('title')}>
      <dl className="divide-y divide-line">
        {SHORTCUTS.map(([name, keys]) => (
          <div key={name} className="flex items-center justify-between py-2">
            <dt className="text-fg-2">{t(name)}</dt>
            <dd className="flex gap-1">
              {(keys || submitKeys()).split(' ').map((key) => (
                <kbd
                  key={key}
                  className="min-w-6 rounded border border-line-strong bg-sunken px-1.5 py-0.5 text-center font-sans text-xs"
                >
                  {key}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
