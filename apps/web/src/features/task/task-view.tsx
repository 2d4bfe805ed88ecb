'use client';

import type { PhaseDto, TaskDto } from '@ccs/contract';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { cn } from '../../lib/cn.ts';
import { useTitle } from '../../lib/use-title.ts';
import { Skeleton } from '../../ui/states.tsx';
import { AsksPanel } from '../asks/asks-panel.tsx';
import { TaskAsks } from '../asks/task-asks.tsx';
import { ConversationPanel } from '../conversation/conversation-panel.tsx';
import { DocumentsPanel } from '../documents/documents-panel.tsx';
import { FilesPanel } from '../files/files-panel.tsx';
import { HistoryPanel } from '../history/history-panel.tsx';
import { LogPanel } from '../log/log-panel.tsx';
import { ReviewsPanel } from '../review/reviews-panel.tsx';
import { TaskReviewBar } from '../review/task-review-bar.tsx';
import { SignInBanner } from '../system/sign-in-banner.tsx';
import { taskState } from '../tasks/task-look.ts';
import { QualityBanner } from '../verification/quality-banner.tsx';
import { DoneSummary } from './done-summary.tsx';
import { FailureCard } from './failure-card.tsx';
import { PhaseBar } from './phase-bar.tsx';
import { StateBanner } from './state-banner.tsx';
import { TaskHeader } from './task-header.tsx';
import { usePhases } from './task-page-queries.ts';
import { TaskTabs } from './task-tabs.tsx';
import { tabsOf, useTabInUrl, type TaskTab } from './use-tab-in-url.ts';
import { useTaskStream } from './use-task-stream.ts';

/** Few tasks have it. */
const ChangesPanel = dynamic(
  () => import('../changes/changes-panel.tsx').then((module) => module.ChangesPanel),
  { ssr: false, loading: () => <Skeleton className="m-6 h-40" /> },
);

const NO_PHASES: readonly PhaseDto[] = [];

/** Everything about one task. */
export function TaskView({ task }: { readonly task: TaskDto }) {
  const t = useTranslations('status');
  useTitle(task.title, t(taskState(task)));
  const stream = useTaskStream(task.id);
  const phases = usePhases(task.id).data?.items ?? NO_PHASES;
  const isConversation = task.type === 'custom';
  const tabs = tabsOf(task);
  const [tab, setTab] = useTabInUrl(
    tabs,
    isConversation ? 'conversation' : task.status === 'review' ? 'documents' : 'log',
  );
  const [phase, setPhase] = useState<number | null>(null);
  const [path, setPath] = useState<string | null>(null);
  const openDocument = (document: string | null) => {
    setPath(document);
    setTab('documents');
  };
  const shown = phase ?? (task.status === 'review' ? task.currentPhase : null);
  const panels: Record<TaskTab, React.ReactNode> = {
    log: (
      <LogPanel task={task} stream={stream} phase={phases.find((each) => each.number === phase) ?? null} />
    ),
    documents: <DocumentsPanel task={task} phases={phases} phase={shown} path={path} onPath={setPath} />,
    files: <FilesPanel taskId={task.id} />,
    reviews: (
      <ReviewsPanel
        task={task}
        phases={phases}
        phase={phase}
        onOpen={openDocument}
        onBrowse={() => setTab('files')}
      />
    ),
    changes: <ChangesPanel task={task} phase={phase} />,
    questions: <AsksPanel taskId={task.id} phase={phase} />,
    conversation: <ConversationPanel task={task} stream={stream} />,
    history: <HistoryPanel task={task} phase={phase} />,
  };
  return (
    <div
      className={cn(
        'flex flex-col',
        isConversation ? 'h-[calc(100dvh-var(--bar))]' : 'md:h-[calc(100dvh-var(--bar))]',
      )}
    >
      <div className="flex shrink-0 flex-col gap-4 px-4 pb-3 pt-4 sm:px-6">
        <TaskHeader task={task} />
        <PhaseBar task={task} phases={phases} selected={phase} onSelect={setPhase} />
        <StateBanner task={task} />
        <QualityBanner task={task} phases={phases} />
        {task.status === 'draft' && task.provider === 'claude' && <SignInBanner />}
        {task.failure && <FailureCard task={task} failure={task.failure} />}
        <TaskAsks taskId={task.id} isFitted={isConversation} />
        {task.status === 'completed' && !isConversation && (
          <DoneSummary
            task={task}
            phases={phases}
            onOpen={openDocument}
            onBrowse={() => setTab('files')}
            onChanges={() => setTab('changes')}
          />
        )}
      </div>
      <TaskTabs tabs={tabs} isFitted={isConversation} tab={tab} onTab={setTab} panels={panels} />
      {task.status === 'review' && <TaskReviewBar task={task} phases={phases} />}
    </div>
  );
}
