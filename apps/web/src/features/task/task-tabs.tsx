'use client';

import { useTranslations } from 'next-intl';
import { Tabs } from 'radix-ui';
import type { ReactNode } from 'react';
import { cn } from '../../lib/cn.ts';
import type { TaskTab } from './use-tab-in-url.ts';

interface Props {
  readonly tabs: readonly TaskTab[];
  /** The page is as high as the window on a phone, too, so that what stands below is always in reach. */
  readonly isFitted: boolean;
  readonly tab: TaskTab;
  readonly onTab: (tab: TaskTab) => void;
  readonly panels: Readonly<Record<TaskTab, ReactNode>>;
}

/** The views of a task; only the open one is mounted. */
export function TaskTabs({ tabs, isFitted, tab, onTab, panels }: Props) {
  const t = useTranslations('tabs');
  return (
    <Tabs.Root
      value={tab}
      onValueChange={(next) => {
        const found = tabs.find((each) => each === next);
        if (found) onTab(found);
      }}
      className="flex min-h-0 flex-1 flex-col"
    >
      <Tabs.List
        aria-label={t('label')}
        className="sticky top-(--bar) z-20 flex shrink-0 gap-1 overflow-x-auto border-b border-line bg-bg px-2 sm:px-4 md:static"
      >
        {tabs.map((each) => (
          <Tabs.Trigger
            key={each}
            value={each}
            className="touch -mb-px h-9 shrink-0 border-b-2 border-transparent px-2 text-sm text-fg-2 -outline-offset-2 transition-colors hover:text-fg data-[state=active]:border-fg data-[state=active]:font-medium data-[state=active]:text-fg"
          >
            {t(each)}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      <Tabs.Content
        key={tab}
        value={tab}
        tabIndex={-1}
        className={cn(
          'flex min-h-0 flex-1 flex-col outline-none',
          !isFitted && 'max-md:h-[calc(100dvh-var(--bar)-2.75rem)] max-md:flex-none',
        )}
      >
        {panels[tab]}
      </Tabs.Content>
    </Tabs.Root>
  );
}
