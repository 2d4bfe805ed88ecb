'use client';

import { Plus } from 'lucide-react';
import Link from 'next/link';
import { usePathname, useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState, type ReactNode } from 'react';
import { cn } from '../../lib/cn.ts';
import { useHotkeys } from '../../lib/use-hotkeys.ts';
import { buttonStyle } from '../../ui/button.tsx';
import { Logo } from '../../ui/logo.tsx';
import { InboxLink } from '../inbox/inbox-link.tsx';
import { useTasksLive } from '../tasks/use-tasks-live.ts';
import { ConnectionDot } from './connection-dot.tsx';
import { PreferencesMenu } from './preferences-menu.tsx';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';

/** The bar at the top, the keys that work everywhere, and the page. */
export function AppFrame({ children }: { readonly children: ReactNode }) {
  const t = useTranslations();
  const router = useRouter();
  const pathname = usePathname();
  const [isHelpOpen, setIsHelpOpen] = useState(false);
  useTasksLive();
  useHotkeys({
    c: () => router.push('/new'),
    'g h': () => router.push('/'),
    'g i': () => router.push('/inbox'),
    '?': () => setIsHelpOpen(true),
  });
  return (
    <>
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:fixed focus:left-3 focus:top-2 focus:z-50 focus:rounded focus:bg-surface focus:px-3 focus:py-1"
      >
        {t('app.skip')}
      </a>
      <header className="sticky top-0 z-30 flex h-(--bar) items-center gap-2 border-b border-line bg-bg px-4">
        <Link
          href="/"
          className="touch -ml-1 flex items-center gap-2.5 rounded px-1 py-1 font-semibold tracking-tight"
        >
          <Logo />
          <span className="max-sm:sr-only">{t('app.name')}</span>
        </Link>
        <div className="flex-1" />
        <ConnectionDot />
        <InboxLink />
        <PreferencesMenu onHelp={() => setIsHelpOpen(true)} />
        {!pathname.startsWith('/new') && (
          <Link href="/new" className={cn(buttonStyle({ look: 'primary' }), 'ml-1')}>
            <Plus size={15} aria-hidden />
            {t('nav.newTask')}
          </Link>
        )}
      </header>
      <main id="main">{children}</main>
      <ShortcutsDialog open={isHelpOpen} onOpenChange={setIsHelpOpen} />
    </>
  );
}
