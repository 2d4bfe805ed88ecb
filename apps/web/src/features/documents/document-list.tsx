'use client';

import type { PhaseDto } from '@ccs/contract';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { cn } from '../../lib/cn.ts';
import { inputStyle } from '../../ui/field.tsx';
import type { TaskDocument } from './documents-of.ts';

interface Props {
  readonly phases: readonly PhaseDto[];
  readonly documents: readonly TaskDocument[];
  readonly current: TaskDocument;
  readonly onPath: (path: string) => void;
}

/** Documents by phase: a column on wide screens, a select on a phone. */
export function DocumentList({ phases, documents, current, onPath }: Props) {
  const t = useTranslations('documents');
  const locale = useLocale();
  const active = useRef<HTMLButtonElement>(null);
  useEffect(() => active.current?.scrollIntoView({ block: 'nearest' }), [current.path]);
  const groups = phases
    .map((phase) => ({ phase, documents: documents.filter((document) => document.phase === phase.number) }))
    .filter((group) => group.documents.length > 0);
  const nameOf = (document: TaskDocument) => document.name?.[locale] ?? document.path.split('/').at(-1) ?? '';
  return (
    <>
      <div className="border-b border-line px-4 py-2 md:hidden">
        <select
          aria-label={t('choose')}
          value={current.path}
          onChange={(event) => onPath(event.target.value)}
          className={inputStyle}
        >
          {groups.map((group) => (
            <optgroup key={group.phase.number} label={group.phase.localizedName[locale]}>
              {group.documents.map((document) => (
                <option key={document.path} value={document.path}>
                  {nameOf(document)}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </div>
      <nav
        aria-label={t('list')}
        className="hidden w-60 shrink-0 overflow-y-auto border-r border-line px-3 py-3 md:block"
      >
        {groups.map((group) => (
          <div key={group.phase.number} className="mb-4">
            <h2 className="mb-1 px-2 text-xs text-fg-3">{group.phase.localizedName[locale]}</h2>
            {group.documents.map((document) => {
              const isCurrent = document.path === current.path;
              return (
                <button
                  key={document.path}
                  ref={isCurrent ? active : undefined}
                  type="button"
                  aria-current={isCurrent ? 'page' : undefined}
                  title={document.path}
                  onClick={() => onPath(document.path)}
                  className={cn(
                    'flex w-full items-center gap-2 rounded-md px-2 py-1 text-left text-sm -outline-offset-2',
                    isCurrent ? 'bg-line/80 font-medium' : 'text-fg-2 hover:bg-hover hover:text-fg',
                  )}
                >
                  <span className="min-w-0 flex-1 truncate">{nameOf(document)}</span>
                  {document.isBeingWritten && (
                    <span
                      title={t('writing')}
                      className="size-1.5 shrink-0 animate-breathe rounded-full bg-run"
                    >
                      <span className="sr-only">{t('writing')}</span>
                    </span>
                  )}
                </button>
              );
            })}
          </div>
        ))}
      </nav>
    </>
  );
}
