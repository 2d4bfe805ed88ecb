'use client';

import type { MessageDto, TaskDto } from '@ccs/contract';
import { Check, Clock } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Ago } from '../../ui/times.tsx';
import { messageWait } from './message-wait.ts';

interface Props {
  readonly task: TaskDto;
  readonly text: string;
  readonly at: string;
  /** Absent for the prompt, which every agent begins with. */
  readonly message?: MessageDto;
}

/** What the person said, when, and whether the agent has it. */
export function Said({ task, text, at, message }: Props) {
  const t = useTranslations('conversation');
  const isWaiting = message !== undefined && message.deliveredAt === null;
  return (
    <div className="flex flex-col items-end">
      <p className="max-w-[85%] rounded-xl rounded-br-sm border border-line bg-hover px-3.5 py-2 whitespace-pre-wrap">
        {text}
      </p>
      <p className="mt-1 flex items-center gap-1.5 text-xs text-fg-3">
        <Ago at={at} />
        {message && (
          <>
            {isWaiting ? <Clock size={12} aria-hidden /> : <Check size={12} aria-hidden />}
            {isWaiting ? t(`waiting.${messageWait(message, task)}`) : t('delivered')}
          </>
        )}
      </p>
    </div>
  );
}
