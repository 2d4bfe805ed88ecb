'use client';

import { Plus } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { buttonStyle } from '../../ui/button.tsx';
import { Logo } from '../../ui/logo.tsx';
import { RunDemoButton } from './run-demo-button.tsx';

/** The home page before there is any task. */
export function FirstTask() {
  const t = useTranslations();
  return (
    <section className="flex flex-col items-center px-4 py-16 text-center sm:py-24">
      <span className="mb-6 scale-150">
        <Logo />
      </span>
      <h1 className="text-2xl font-semibold tracking-tight">{t('home.emptyTitle')}</h1>
      <p className="mt-2 max-w-md text-pretty text-fg-2">{t('home.emptyBody')}</p>
      <div className="mt-7 flex flex-wrap justify-center gap-2">
        <Link href="/new" className={buttonStyle({ look: 'primary', size: 'lg' })}>
          <Plus size={16} aria-hidden />
          {t('home.emptyCreate')}
        </Link>
        <RunDemoButton size="lg" />
      </div>
      <p className="mt-4 text-sm text-fg-3">{t('demo.hint')}</p>
    </section>
  );
}
