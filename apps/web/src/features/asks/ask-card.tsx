'use client';

import { ChevronRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ApiError } from '../../lib/api.ts';
import { useProblemText } from '../../lib/use-problem-text.ts';
import { WithCode } from '../../ui/with-code.tsx';
import { askIcon } from './ask-look.ts';
import type { Ask } from './ask.ts';
import { DependencyForm } from './dependency-form.tsx';
import { callText } from './permission-rule.ts';
import { QuestionForm } from './question-form.tsx';
import { SettledLine } from './settled-line.tsx';
import { useSettleAsk } from './settle-ask.ts';
import { useAskText } from './use-ask-text.ts';

interface Props {
  readonly ask: Ask;
  /** The level of its title on the page. */
  readonly heading: 'h2' | 'h3';
  readonly isOpen: boolean;
  /** It no longer waits: somebody settled it, or its time was over. */
  readonly isGone: boolean;
  readonly onOpen: () => void;
}

/** One thing that is asked of the person: what, why, the input for it, and what happens without it. */
export function AskCard({ ask, heading: Heading, isOpen, isGone, onOpen }: Props) {
  const t = useTranslations('ask');
  const settle = useSettleAsk(ask);
  const problemText = useProblemText();
  const { title } = useAskText()(ask);
  const Icon = askIcon(ask);
  const settled = ask.status === 'pending' ? settle.data : ask;
  if (settled || isGone) {
    const wasFaster = settle.error instanceof ApiError && settle.error.status === 409;
    return <SettledLine ask={settled ?? ask} wasFaster={wasFaster} />;
  }
  if (!isOpen) {
    return (
      <button
        type="button"
        aria-expanded={false}
        onClick={onOpen}
        className="touch flex w-full items-center gap-3 px-4 py-2.5 text-left -outline-offset-2 hover:bg-hover"
      >
        <Icon size={16} aria-hidden className="shrink-0 text-wait" />
        <span className="min-w-0 flex-1 truncate">
          <WithCode text={title} />
          {ask.kind === 'dependency' && ask.permission && (
            <code className="ml-2.5 font-mono text-xs text-fg-2">{callText(ask.permission)}</code>
          )}
        </span>
        {!ask.required && <span className="shrink-0 text-sm text-fg-3">{t('optional')}</span>}
        <ChevronRight size={14} aria-hidden className="shrink-0 text-fg-3" />
      </button>
    );
  }
  const form = { settle: settle.mutate, isSending: settle.isPending };
  return (
    <div role="group" aria-labelledby={`${ask.id}-title`} className="flex gap-3 px-4 py-3.5">
      <Icon size={16} aria-hidden className="mt-0.75 shrink-0 text-wait" />
      <div className="max-w-3xl min-w-0 flex-1">
        <Heading id={`${ask.id}-title`} className="font-medium whitespace-pre-line">
          <WithCode text={title} />
        </Heading>
        {ask.kind === 'question' ? (
          <QuestionForm ask={ask} {...form} />
        ) : (
          <>
            {ask.description !== '' && ask.permission === null && (
              <p className="mt-0.5 whitespace-pre-line text-fg-2">{ask.description}</p>
            )}
            <DependencyForm ask={ask} {...form} />
          </>
        )}
        {settle.isError && (
          <p role="alert" className="relative mt-3.5 text-sm text-fail">
            {[problemText(settle.error).title, problemText(settle.error).detail].join(' ').trim()}
          </p>
        )}
      </div>
    </div>
  );
}
