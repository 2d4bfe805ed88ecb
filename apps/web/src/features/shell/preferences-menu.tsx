'use client';

import { Braces, Keyboard, Settings2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { apiUrl } from '../../lib/api.ts';
import { usePreferences } from '../../lib/preferences.ts';
import { Button } from '../../ui/button.tsx';
import { Menu, MenuChoice, MenuItem, MenuSeparator } from '../../ui/menu.tsx';

/** Language, theme, help. */
export function PreferencesMenu({ onHelp }: { readonly onHelp: () => void }) {
  const t = useTranslations();
  const { locale, theme, setLocale, setTheme } = usePreferences();
  return (
    <Menu
      trigger={
        <Button look="quiet" size="icon" aria-label={t('nav.preferences')} title={t('nav.preferences')}>
          <Settings2 size={16} aria-hidden />
        </Button>
      }
    >
      <MenuChoice
        label={t('nav.language')}
        value={locale}
        onChange={setLocale}
        options={[
          { value: 'en', label: t('language.en') },
          { value: 'ko', label: t('language.ko') },
        ]}
      />
      <MenuSeparator />
      <MenuChoice
        label={t('nav.theme')}
        value={theme}
        onChange={setTheme}
        options={[
          { value: 'system', label: t('nav.system') },
          { value: 'light', label: t('nav.light') },
          { value: 'dark', label: t('nav.dark') },
        ]}
      />
      <MenuSeparator />
      <MenuItem icon={<Keyboard size={14} />} onSelect={onHelp}>
        {t('nav.shortcuts')}
      </MenuItem>
      <MenuItem
        icon={<Braces size={14} />}
        onSelect={() => window.open(apiUrl('/docs'), '_blank', 'noopener')}
      >
        {t('nav.api')}
      </MenuItem>
    </Menu>
  );
}
