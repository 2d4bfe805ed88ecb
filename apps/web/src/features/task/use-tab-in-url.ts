'use client';

import type { TaskDto } from '@ccs/contract';
import { useSearchParams } from 'next/navigation';
import { useState } from 'react';

const PIPELINE_TABS = ['log', 'documents', 'files', 'reviews', 'questions', 'history'] as const;
const CHANGE_TABS = ['log', 'documents', 'changes', 'files', 'reviews', 'questions', 'history'] as const;
const CONVERSATION_TABS = ['conversation', 'files', 'log', 'questions', 'history'] as const;
export type TaskTab = (typeof CHANGE_TABS)[number] | (typeof CONVERSATION_TABS)[number];

/** The views that a task has: a conversation has no phases, and so no documents and reviews; a change has changes. */
export function tabsOf(task: TaskDto): readonly TaskTab[] {
  if (task.type === 'custom') return CONVERSATION_TABS;
  return task.type === 'modify_app' ? CHANGE_TABS : PIPELINE_TABS;
}

/** The open tab, kept in the address so that reload and links find it. */
export function useTabInUrl(tabs: readonly TaskTab[], initial: TaskTab): [TaskTab, (tab: TaskTab) => void] {
  const inUrl = useSearchParams().get('tab');
  // What the page opened with stays, also when the task moves on meanwhile.
  const [first] = useState(initial);
  const tab = tabs.find((each) => each === inUrl) ?? first;
  return [
    tab,
    (next) => {
      const url = new URL(location.href);
      url.searchParams.set('tab', next);
      history.replaceState(null, '', url);
    },
  ];
}
