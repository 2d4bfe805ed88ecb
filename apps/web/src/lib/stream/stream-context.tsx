'use client';

import { createContext, use, useEffect, useState, useSyncExternalStore, type ReactNode } from 'react';
import { apiUrl } from '../api.ts';
import { connectHub } from './connect-hub.ts';
import type { StreamState } from './messages.ts';
import { StreamClient } from './stream-client.ts';

const StreamContext = createContext<StreamClient | null>(null);

/** The hub forgets tabs that are silent for 150 s. */
const PING_MS = 30_000;

/** Gives the page its end of the browser's one event stream. */
export function StreamProvider({ children }: { readonly children: ReactNode }) {
  const [client] = useState(() => new StreamClient(apiUrl('/stream'), connectHub));
  useEffect(() => {
    const ping = setInterval(() => client.ping(), PING_MS);
    const wake = () => {
      if (document.visibilityState === 'visible') client.wake();
    };
    const leave = () => client.leave();
    window.addEventListener('online', wake);
    window.addEventListener('pageshow', wake);
    document.addEventListener('visibilitychange', wake);
    window.addEventListener('pagehide', leave);
    return () => {
      clearInterval(ping);
      window.removeEventListener('online', wake);
      window.removeEventListener('pageshow', wake);
      document.removeEventListener('visibilitychange', wake);
      window.removeEventListener('pagehide', leave);
    };
  }, [client]);
  return <StreamContext value={client}>{children}</StreamContext>;
}

export function useStream(): StreamClient {
  const client = use(StreamContext);
  if (client === null) throw new Error('useStream needs a StreamProvider above it');
  return client;
}

/** Whether this browser reaches the server. */
export function useStreamState(): StreamState {
  const client = useStream();
  return useSyncExternalStore(
    (watcher) => client.watch(watcher),
    () => client.state,
    () => 'connecting',
  );
}
