'use client';

import dynamic from 'next/dynamic';

/** The conversation, loaded with what it needs only where there is one. */
export const ConversationPanel = dynamic(
  () => import('./conversation-view.tsx').then((module) => module.ConversationView),
  { ssr: false, loading: () => <div aria-busy="true" className="flex-1" /> },
);
