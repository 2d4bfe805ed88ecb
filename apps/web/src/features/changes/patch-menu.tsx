'use client';

import { ChevronDown, Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { apiUrl } from '../../lib/api.ts';
import { Button } from '../../ui/button.tsx';
import { Menu, MenuLink } from '../../ui/menu.tsx';

/** The whole work as a patch, with or without the documents about it. */
export function PatchMenu({ taskId }: { readonly taskId: string }) {
  const t = useTranslations('changes');
  return (
    <Menu
      trigger={
        <Button className="max-sm:flex-1">
          <Download size={14} aria-hidden />
          {t('patch')}
          <ChevronDown size={14} aria-hidden />
        </Button>
      }
    >
      {([false, true] as const).map((documents) => (
        <MenuLink key={String(documents)} href={apiUrl(`/tasks/${taskId}/patch`, { documents })} download>
          {t(documents ? 'patchWith' : 'patchWithout')}
        </MenuLink>
      ))}
    </Menu>
  );
}
