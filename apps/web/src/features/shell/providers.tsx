'use client';

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { NextIntlClientProvider } from 'next-intl';
import { useEffect, useState, useSyncExternalStore, type ReactNode } from 'react';
import { ApiError } from '../../lib/api.ts';
import { loadPreferences, usePreferences } from '../../lib/preferences.ts';
import { StreamProvider } from '../../lib/stream/stream-context.tsx';
import en from '../../messages/en.json';
import ko from '../../messages/ko.json';
import { FrameSkeleton } from './frame-skeleton.tsx';

const MESSAGES = { en, ko };

/** What is refused by the server stays refused; a server that cannot be reached may come back. */
function shouldRetry(failures: number, error: Error): boolean {
  return error instanceof ApiError && error.status === 0 && failures < 2;
}

/**
 * Everything below needs the browser: its language, its storage, its stream. The exported HTML shows a frame
 * without words, so that nobody sees a flash of the wrong language.
 */
export function Providers({ children }: { readonly children: ReactNode }) {
  const isInBrowser = useSyncExternalStore(
    () => () => undefined,
    () => true,
    () => false,
  );
  return isInBrowser ? <BrowserProviders>{children}</BrowserProviders> : <FrameSkeleton />;
}

function BrowserProviders({ children }: { readonly children: ReactNode }) {
  useState(loadPreferences);
  const locale = usePreferences((preferences) => preferences.locale);
  const [queryClient] = useState(
    () =>
      new QueryClient({
        defaultOptions: {
          // The stream says what changed; nothing is read again because time has passed.
          queries: { staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false, retry: shouldRetry },
        },
      }),
  );
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  return (
    <NextIntlClientProvider
      locale={locale}
      messages={MESSAGES[locale]}
      timeZone={Intl.DateTimeFormat().resolvedOptions().timeZone}
    >
      <QueryClientProvider client={queryClient}>
        <StreamProvider>{children}</StreamProvider>
      </QueryClientProvider>
    </NextIntlClientProvider>
  );
}
