import { create } from 'zustand';
import type { Locale } from './format.ts';
import { THEME_KEY } from './theme-script.ts';

export type Theme = 'system' | 'light' | 'dark';

interface Preferences {
  readonly locale: Locale;
  readonly theme: Theme;
  setLocale(locale: Locale): void;
  setTheme(theme: Theme): void;
}

const LOCALE_KEY = 'ccs-locale';

/** The language and theme of this browser: chosen by the person, else the browser's own. */
export const usePreferences = create<Preferences>()((set) => ({
  locale: 'en',
  theme: 'system',
  setLocale(locale) {
    remember(LOCALE_KEY, locale);
    document.documentElement.lang = locale;
    set({ locale });
  },
  setTheme(theme) {
    remember(THEME_KEY, theme);
    applyTheme(theme);
    set({ theme });
  },
}));

/** Reads what this browser stored or prefers. Call once, in the browser. */
export function loadPreferences(): void {
  const stored = recall(LOCALE_KEY);
  const locale = stored === 'en' || stored === 'ko' ? stored : browserLocale(navigator.languages);
  const theme = recall(THEME_KEY);
  document.documentElement.lang = locale;
  usePreferences.setState({ locale, theme: theme === 'light' || theme === 'dark' ? theme : 'system' });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () =>
    applyTheme(usePreferences.getState().theme),
  );
}

/** The first language of the list that we speak; English when there is none. */
export function browserLocale(languages: readonly string[]): Locale {
  const spoken = languages.map((tag) => tag.slice(0, 2).toLowerCase());
  return spoken.find((tag): tag is Locale => tag === 'ko' || tag === 'en') ?? 'en';
}

function applyTheme(theme: Theme): void {
  const isDark =
    theme === 'dark' || (theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.classList.toggle('dark', isDark);
}

// Storage can be forbidden (private windows, policies); then choices last as long as the page.
function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {}
}

function recall(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
