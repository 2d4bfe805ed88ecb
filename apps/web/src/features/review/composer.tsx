'use client';

import { FEEDBACK_KINDS } from '@ccs/contract/vocabulary';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { cn } from '../../lib/cn.ts';
import { submitKeys } from '../../lib/submit-keys.ts';
import { useProblemText } from '../../lib/use-problem-text.ts';
import { Button } from '../../ui/button.tsx';
import { inputStyle } from '../../ui/field.tsx';
import type { Remark } from './draft.ts';
import { submitOnKeys } from '../../lib/submit-on-keys.ts';

interface Props {
  readonly remark: Remark;
  /** How many lines the file has; null when it is not known, as for a whole file. */
  readonly lineCount: number | null;
  readonly onChange: (remark: Remark) => void;
  /** Into the request for changes. */
  readonly onKeep: (remark: Remark) => void;
  /** To the server at once. */
  readonly onPost: (remark: Remark) => void;
  readonly onClose: () => void;
  readonly isPosting: boolean;
  readonly error: unknown;
}

/** Where a remark is written: on which lines, of what kind, and the words. */
export function Composer({ remark, lineCount, onChange, onKeep, onPost, onClose, isPosting, error }: Props) {
  const t = useTranslations('review');
  const problemText = useProblemText();
  const name = useId();
  const [isMissing, setIsMissing] = useState(false);
  const isEmpty = remark.body.trim() === '';
  const submit = (send: (remark: Remark) => void) => {
    setIsMissing(isEmpty);
    if (!isEmpty) send(remark);
  };
  return (
    <form
      aria-label={t('composer')}
      className="m-2 max-w-3xl rounded-lg border border-line-strong bg-surface p-3 shadow-sm"
      onSubmit={(event) => {
        event.preventDefault();
        submit(onKeep);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
        submitOnKeys(() => submit(onKeep))(event);
      }}
    >
      <div className="mb-2 flex flex-wrap items-center gap-x-4 gap-y-1">
        {remark.startLine === null ? (
          <p className="text-sm text-fg-2">{t('onFile')}</p>
        ) : (
          <LineFields remark={remark} lineCount={lineCount} onChange={onChange} />
        )}
        <div role="radiogroup" aria-label={t('kindLabel')} className="ml-auto flex gap-3">
          {FEEDBACK_KINDS.toReversed().map((kind) => (
            <label key={kind} className="touch inline-flex items-center gap-1.5 text-sm">
              <input
                type="radio"
                name={name}
                checked={remark.kind === kind}
                onChange={() => onChange({ ...remark, kind })}
                className="accent-ink"
              />
              {t(`kind.${kind}`)}
            </label>
          ))}
        </div>
      </div>
      <textarea
        value={remark.body}
        autoFocus
        maxLength={10_000}
        aria-label={t('body')}
        aria-invalid={isMissing && isEmpty}
        placeholder={t(`placeholder.${remark.kind}`)}
        onChange={(event) => onChange({ ...remark, body: event.target.value })}
        className={cn(inputStyle, 'field-sizing-content max-h-60 min-h-18')}
      />
      {error !== null && (
        <p role="alert" className="mt-1.5 text-sm text-fail">
          {problemText(error).title}
        </p>
      )}
      <div className="mt-2 flex flex-wrap justify-end gap-2">
        <Button look="quiet" onClick={onClose}>
          {t('cancel')}
        </Button>
        {remark.kind === 'comment' && (
          <Button disabled={isPosting} onClick={() => submit(onPost)}>
            {t('postNow')}
          </Button>
        )}
        <Button type="submit" look="primary">
          {t('keep')}
          <kbd aria-hidden className="font-sans text-xs opacity-60 max-sm:hidden">
            {submitKeys()}
          </kbd>
        </Button>
      </div>
    </form>
  );
}

interface LineProps {
  readonly remark: Remark;
  readonly lineCount: number | null;
  readonly onChange: (remark: Remark) => void;
}

/**
 * The range of lines, to be changed by typing: fingers and keyboards cannot drag. It holds once the field is left,
 * because the form moves below the last line.
 */
function LineFields({ remark, lineCount, onChange }: LineProps) {
  const t = useTranslations('review');
  const [from, to] = [remark.startLine ?? 1, remark.endLine ?? 1];
  const most = lineCount ?? to;
  const set = (start: number, end: number) => {
    if (!Number.isInteger(start) || !Number.isInteger(end)) return;
    const [first, last] = [start, end].map((line) => Math.min(Math.max(line, 1), most)).sort((a, b) => a - b);
    if (first === undefined || last === undefined || (first === from && last === to)) return;
    onChange({ ...remark, startLine: first, endLine: last });
  };
  return (
    <div className="flex items-center gap-1.5 text-sm text-fg-2">
      <span aria-hidden>{t('lines')}</span>
      <LineField key={`from ${from}`} label={t('fromLine')} line={from} onLine={(line) => set(line, to)} />
      <span aria-hidden>–</span>
      <LineField key={`to ${to}`} label={t('toLine')} line={to} onLine={(line) => set(from, line)} />
    </div>
  );
}

interface FieldProps {
  readonly label: string;
  readonly line: number;
  readonly onLine: (line: number) => void;
}

function LineField({ label, line, onLine }: FieldProps) {
  return (
    <input
      type="number"
      inputMode="numeric"
      aria-label={label}
      min={1}
      defaultValue={line}
      onBlur={(event) => onLine(event.target.valueAsNumber)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        event.stopPropagation();
        onLine(event.currentTarget.valueAsNumber);
      }}
      className={cn(inputStyle, 'nums w-18! px-2! py-0.5!')}
    />
  );
}
