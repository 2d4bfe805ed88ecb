'use client';

import type { QuestionDto } from '@ccs/contract';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { cn } from '../../lib/cn.ts';
import { submitKeys } from '../../lib/submit-keys.ts';
import { submitOnKeys } from '../../lib/submit-on-keys.ts';
import { Button } from '../../ui/button.tsx';
import { inputStyle } from '../../ui/field.tsx';
import { answerOf, choicesOf, choose, chooseOther, firstDraft } from './answer-draft.ts';
import { AskFooter } from './ask-footer.tsx';
import { ChoiceRow } from './choice-row.tsx';
import type { Settlement } from './settle-ask.ts';

interface Props {
  readonly ask: { readonly kind: 'question' } & QuestionDto;
  readonly settle: (settlement: Settlement) => void;
  readonly isSending: boolean;
}

/** The input of a question: yes or no, options with room for another answer, or words. */
export function QuestionForm({ ask, settle, isSending }: Props) {
  const t = useTranslations('ask');
  const [draft, setDraft] = useState(() => firstDraft(ask));
  const choices = choicesOf(ask);
  const answer = answerOf(draft, ask);
  const { multiSelect: isMulti, id } = ask;
  const submit = () => {
    if (answer !== '' && !isSending) settle({ answer });
  };
  if (ask.category === 'confirmation' && ask.options.length === 0) {
    return <YesOrNo ask={ask} settle={settle} isSending={isSending} />;
  }
  const words = (
    <textarea
      value={draft.other}
      rows={1}
      maxLength={10_000}
      autoFocus={choices.length > 0}
      aria-label={choices.length > 0 ? t('another') : t('answer')}
      placeholder={t('answerPlaceholder')}
      onChange={(event) => setDraft({ ...draft, other: event.target.value })}
      className={cn(inputStyle, 'field-sizing-content max-h-60 resize-none', choices.length === 0 && 'mt-3')}
    />
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={submitOnKeys(submit)}
    >
      {choices.length === 0 ? (
        words
      ) : (
        <div
          role={isMulti ? 'group' : 'radiogroup'}
          aria-labelledby={`${id}-title`}
          className="mt-3 flex flex-col gap-1.5"
        >
          {choices.map(({ text, isRecommended }) => (
            <ChoiceRow
              key={text}
              name={id}
              isMulti={isMulti}
              isChosen={draft.chosen.includes(text)}
              mark={isRecommended ? t('recommended') : null}
              onChoose={() => setDraft(choose(draft, text, isMulti))}
            >
              {text}
            </ChoiceRow>
          ))}
          <ChoiceRow
            name={id}
            isMulti={isMulti}
            isChosen={draft.isOther}
            mark={null}
            onChoose={() => setDraft(chooseOther(draft, isMulti))}
          >
            {t('another')}
          </ChoiceRow>
          {draft.isOther && words}
        </div>
      )}
      {choices.length === 0 && ask.default !== null && draft.other === ask.default && (
        <p className="mt-1.5 text-sm text-fg-3">{t('recommendedText')}</p>
      )}
      <AskFooter ask={ask}>
        <Button type="submit" look="primary" disabled={answer === '' || isSending}>
          {isSending ? t('sending') : t('send')}
          <kbd aria-hidden className="font-sans text-xs opacity-60 max-sm:hidden">
            {submitKeys()}
          </kbd>
        </Button>
      </AskFooter>
    </form>
  );
}

/** A confirmation: one press answers it. */
function YesOrNo({ ask, settle, isSending }: Props) {
  const t = useTranslations('ask');
  const isNo = ask.default !== null && /^(no|아니)/i.test(ask.default);
  const button = (answer: 'yes' | 'no', isRecommended: boolean) => (
    <Button
      key={answer}
      look={isRecommended ? 'primary' : 'outline'}
      className="min-w-20"
      disabled={isSending}
      onClick={() => settle({ answer })}
    >
      {t(answer)}
      {isRecommended && ask.default !== null && (
        <span className="text-xs opacity-70">{t('recommended')}</span>
      )}
    </Button>
  );
  return <AskFooter ask={ask}>{[button('no', isNo), button('yes', !isNo)]}</AskFooter>;
}
