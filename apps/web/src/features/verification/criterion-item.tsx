'use client';

import type { CriterionResultDto } from '@ccs/contract';
import { ChevronRight, CornerDownRight } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { cn } from '../../lib/cn.ts';
import { WithCode } from '../../ui/with-code.tsx';
import { TONE_TEXT } from '../tasks/task-look.ts';
import { CRITERION_LOOKS } from './verdict-look.ts';

/** Opens a file at a line; null where there is nothing to open it in. */
export type OpenAt = ((path: string, line: number | null) => void) | null;

interface Props {
  readonly criterion: CriterionResultDto;
  readonly onOpenAt: OpenAt;
}

/** One criterion: what it says, who checked it, why, where, and what to do. What passes is folded. */
export function CriterionItem({ criterion, onOpenAt }: Props) {
  const t = useTranslations('verification');
  const locale = useLocale();
  const { icon: Icon, tone } = CRITERION_LOOKS[criterion.verdict];
  return (
    <li>
      <details className="group/criterion" open={criterion.verdict !== 'pass'}>
        <summary className="touch flex items-start gap-2.5 rounded py-1.5 hover:bg-hover pointer-coarse:items-center">
          <Icon
            size={16}
            aria-hidden
            className={cn('mt-0.5 shrink-0 pointer-coarse:mt-0', TONE_TEXT[tone])}
          />
          <span className="min-w-0 flex-1">
            <span className={cn(criterion.verdict !== 'pass' && 'font-medium')}>
              <WithCode text={criterion.name[locale]} />
            </span>{' '}
            <span className={cn('text-sm whitespace-nowrap', TONE_TEXT[tone])}>
              {t(`criterion.${criterion.verdict}`)}
            </span>
          </span>
          <span className="shrink-0 text-xs leading-5 text-fg-3 max-sm:hidden">
            {t(`by.${criterion.checkedBy}`)}
          </span>
          <ChevronRight
            size={14}
            aria-hidden
            className="mt-1 shrink-0 text-fg-3 transition-transform group-open/criterion:rotate-90 pointer-coarse:mt-0"
          />
        </summary>
        <div className="max-w-3xl space-y-2 pb-3 pl-6.5">
          <p className="text-pretty text-fg-2">
            <span className="text-xs text-fg-3 sm:hidden">{t(`by.${criterion.checkedBy}`)} · </span>
            {criterion.reason}
          </p>
          {criterion.evidence.length > 0 && (
            <ul aria-label={t('evidence')} className="space-y-1">
              {criterion.evidence.map((each, index) => (
                <li key={`${index} ${each.path}`} className="text-sm">
                  <EvidencePlace path={each.path} line={each.line} onOpenAt={onOpenAt} />
                  {each.text !== '' && (
                    <p className="mt-0.5 border-l-2 border-line pl-2.5 font-mono text-xs whitespace-pre-wrap text-fg-2">
                      {each.text}
                    </p>
                  )}
                </li>
              ))}
            </ul>
          )}
          {criterion.advice !== null && criterion.advice !== '' && (
            <p className="flex gap-2">
              <CornerDownRight size={14} aria-hidden className="mt-1 shrink-0 text-fg-3" />
              <span className="min-w-0">
                <span className="font-medium">{t('advice')}</span> {criterion.advice}
              </span>
            </p>
          )}
        </div>
      </details>
    </li>
  );
}

interface PlaceProps {
  readonly path: string;
  readonly line: number | null;
  readonly onOpenAt: OpenAt;
}

function EvidencePlace({ path, line, onOpenAt }: PlaceProps) {
  const place = line === null ? path : `${path}:${line}`;
  if (onOpenAt === null) return <code className="font-mono text-xs text-fg-2">{place}</code>;
  return (
    <button
      type="button"
      onClick={() => onOpenAt(path, line)}
      className="touch rounded text-left font-mono text-xs text-run underline decoration-1 underline-offset-3 hover:no-underline"
    >
      {place}
    </button>
  );
}
