'use client';

import type { PhaseDto, TaskDto } from '@ccs/contract';
import { FileText } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslations } from 'next-intl';
import { useHotkeys } from '../../lib/use-hotkeys.ts';
import { EmptyState } from '../../ui/states.tsx';
import { DocumentList } from './document-list.tsx';
import { DocumentView } from './document-view.tsx';
import { documentsOf } from './documents-of.ts';

interface Props {
  readonly task: TaskDto;
  readonly phases: readonly PhaseDto[];
  /** Open the first document of this phase. */
  readonly phase: number | null;
  readonly path: string | null;
  readonly onPath: (path: string) => void;
}

/** The documents of a task: a list by phase, and the chosen one. J and K go through them. */
export function DocumentsPanel({ task, phases, phase, path, onPath }: Props) {
  const t = useTranslations('documents');
  const documents = useMemo(() => documentsOf(phases), [phases]);
  const [phaseBefore, setPhaseBefore] = useState(phase);
  const isOtherPhase = phase !== phaseBefore;
  if (isOtherPhase) setPhaseBefore(phase);
  const ofPhase = documents.find((document) => document.phase === phase);
  const wanted = isOtherPhase && ofPhase ? ofPhase.path : path;
  const current = documents.find((document) => document.path === wanted) ?? ofPhase ?? documents[0];
  if (isOtherPhase && current && current.path !== path) onPath(current.path);
  const index = current ? documents.indexOf(current) : -1;
  const go = (by: number) => {
    const next = documents[index + by];
    if (next) onPath(next.path);
  };
  useHotkeys({ j: () => go(1), k: () => go(-1) });
  if (!current) return <EmptyState icon={<FileText size={18} />} title={t('empty')} body={t('emptyBody')} />;
  return (
    <div className="flex min-h-0 flex-1 flex-col md:flex-row">
      <DocumentList phases={phases} documents={documents} current={current} onPath={onPath} />
      <DocumentView
        key={current.path}
        taskId={task.id}
        document={current}
        position={{ index, total: documents.length }}
        onGo={go}
      />
    </div>
  );
}
