'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { buttonStyle } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/states.tsx';

export function NotFoundPage() {
  const t = useTranslations('app');
  return (
    <EmptyState title={t('notFound')} isPage>
      <Link href="/" className={buttonStyle({ look: 'outline' })}>
        {t('home')}
      </Link>
    </EmptyState>
  );
}
