'use client';

import { useSearchParams } from 'next/navigation';
import { useState } from 'react';

export const TASK_TABS = ['log', 'documents', 'files', 'reviews', 'history'] as const;
export type TaskTab = (typeof TASK_TABS)[number];

/** The open tab, kept in the address so that reload and links find it. */
export function useTabInUrl(initial: TaskTab): [TaskTab, (tab: TaskTab) => void] {
  const inUrl = useSearchParams().get('tab');
  // What the page opened with stays, also when the task moves on meanwhile.
  const [first] = useState(initial);
  const tab = TASK_TABS.find((each) => each === inUrl) ?? first;
  return [
    tab,
    (next) => {
      const url = new URL(location.href);
      url.searchParams.set('tab', next);
      history.replaceState(null, '', url);
    },
  ];
}
