'use client';

import type { MessageDto, TaskDto } from '@ccs/contract';
import { ArrowUp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { cn } from '../../lib/cn.ts';
import { submitKeys } from '../../lib/submit-keys.ts';
import { submitOnKeys } from '../../lib/submit-on-keys.ts';
import { useKeptText } from '../../lib/use-kept-text.ts';
import { useProblemText } from '../../lib/use-problem-text.ts';
import { Button } from '../../ui/button.tsx';
import { inputStyle } from '../../ui/field.tsx';
import { Segments } from '../../ui/segments.tsx';
import { useSendMessage } from './conversation-queries.ts';

type Delivery = MessageDto['delivery'];
const DELIVERIES = ['after_turn', 'interrupt'] as const satisfies readonly Delivery[];

/** Where the person says more. While the agent works they choose when it hears them. */
export function Composer({ task }: { readonly task: TaskDto }) {
  const t = useTranslations('conversation');
  const problemText = useProblemText();
  const send = useSendMessage(task.id);
  const [text, setText] = useKeptText(`ccs-message-${task.id}`);
  const [delivery, setDelivery] = useState<Delivery>('after_turn');
  const isWorking = task.agentStatus === 'running';
  const canSend = task.allowedOperations.includes('send_message');
  const submit = () => {
    if (text.trim() === '' || send.isPending || !canSend) return;
    send.mutate(
      { text: text.trim(), delivery: isWorking ? delivery : 'after_turn' },
      {
        onSuccess() {
          setText('');
          setDelivery('after_turn');
        },
      },
    );
  };
  return (
    <form
      className="shrink-0 border-t border-line bg-bg py-3 pb-[max(0.75rem,env(safe-area-inset-bottom))]"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={submitOnKeys(submit)}
    >
      <div className="mx-auto flex max-w-3xl flex-col gap-2 px-4 sm:px-6">
        {send.isError && (
          <p role="alert" className="text-sm text-fail">
            {problemText(send.error).title}
          </p>
        )}
        <textarea
          value={text}
          rows={1}
          maxLength={50_000}
          disabled={!canSend}
          aria-label={t('say')}
          placeholder={t(canSend ? 'sayPlaceholder' : 'closed')}
          onChange={(event) => setText(event.target.value)}
          className={cn(inputStyle, 'field-sizing-content max-h-[30dvh] min-h-11 resize-none py-2.5')}
        />
        <div className="flex flex-wrap items-center gap-2">
          {isWorking && canSend && (
            <Segments
              name="delivery"
              label={t('when')}
              value={delivery}
              options={DELIVERIES.map((value) => ({ value, label: t(value), hint: t(`hint.${value}`) }))}
              onChange={setDelivery}
            />
          )}
          <span className="flex-1" />
          <Button type="submit" look="primary" disabled={!canSend || text.trim() === '' || send.isPending}>
            <ArrowUp size={15} aria-hidden />
            {send.isPending ? t('sending') : t('send')}
            <kbd aria-hidden className="font-sans text-xs opacity-60 max-sm:hidden">
              {submitKeys()}
            </kbd>
          </Button>
        </div>
      </div>
    </form>
  );
}
