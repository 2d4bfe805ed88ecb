'use client';

import { useTranslations } from 'next-intl';
import { memo } from 'react';
import { cn } from '../../lib/cn.ts';
import type { DiffLine, DiffRow } from './diff-rows.ts';

export type TableLook = 'unified' | 'split' | 'source';

/** What a number of a line does; null where lines cannot be chosen. */
export interface LineActions {
  press(line: number, isExtending: boolean): void;
  reach(line: number): void;
  take(line: number, isExtending: boolean): void;
  focus(line: number): void;
}

interface Props {
  readonly row: DiffRow;
  readonly look: TableLook;
  readonly actions: LineActions | null;
  readonly isChosen: boolean;
  /** The one number that the Tab key reaches. */
  readonly isTabStop: boolean;
  /** Fingers press the cell of the number, which is as wide as they are. */
  readonly isTouch: boolean;
}

const GROUND = { same: '', add: 'bg-done/10', del: 'bg-fail/9' } as const;
const MARK = { same: '', add: 'bg-done/28', del: 'bg-fail/24' } as const;
const SIGN = { same: ' ', add: '+', del: '−' } as const;
const NUMBER =
  'nums w-[calc(var(--digits)+1.25rem)] shrink-0 pr-2 text-right text-fg-3 select-none pointer-coarse:w-[max(2.75rem,calc(var(--digits)+1.25rem))]';

/** The cells of one row. */
export const LineCells = memo(function LineCells(props: Props) {
  const { row, look } = props;
  if (row.kind === 'hunk') {
    return (
      <div role="cell" aria-colspan={3} className="w-full truncate bg-sunken px-3 py-0.5 text-fg-3">
        {row.text}
      </div>
    );
  }
  if (row.kind === 'pair') {
    return (
      <>
        <Side {...props} line={row.left} side="before" />
        <Side {...props} line={row.right} side="after" />
      </>
    );
  }
  const { line } = row;
  const ground = props.isChosen ? 'bg-wait/12' : GROUND[line.change];
  return (
    <>
      {look === 'unified' && (
        <div role="cell" className={cn(NUMBER, ground, 'max-sm:hidden')}>
          {line.before}
        </div>
      )}
      <NumberCell {...props} line={line} number={line.after} className={ground} />
      <TextCell line={line} hasSign={look === 'unified'} className={ground} />
    </>
  );
});

interface SideProps extends Props {
  readonly line: DiffLine | null;
  readonly side: 'before' | 'after';
}

function Side({ line, side, ...props }: SideProps) {
  const change = line === null || line.change === 'same' ? 'same' : side === 'after' ? 'add' : 'del';
  const ground =
    line === null ? 'bg-sunken' : side === 'after' && props.isChosen ? 'bg-wait/12' : GROUND[change];
  return (
    <div role="cell" className={cn('flex w-1/2 min-w-0', side === 'after' && 'border-l border-line')}>
      {side === 'before' ? (
        <span className={cn(NUMBER, ground)}>{line?.before}</span>
      ) : (
        <NumberCell {...props} line={line} number={line?.after ?? null} className={ground} isBare />
      )}
      <TextCell line={line && { ...line, change }} hasSign className={ground} isBare />
    </div>
  );
}

interface NumberProps extends Props {
  readonly line: DiffLine | null;
  readonly number: number | null;
  readonly className: string;
  /** It is not a cell itself but in one. */
  readonly isBare?: boolean;
}

function NumberCell({
  line,
  number,
  actions,
  isTabStop,
  isTouch,
  className,
  isBare = false,
  look,
}: NumberProps) {
  const t = useTranslations('diff');
  const role = isBare ? undefined : 'cell';
  if (number === null) {
    // Where there is room for one column of numbers only, a removed line shows the one it had.
    return (
      <div role={role} className={cn(NUMBER, className)}>
        {look === 'unified' && <span className="sm:hidden">{line?.before}</span>}
      </div>
    );
  }
  if (actions === null || isTouch) {
    return (
      <div role={role} data-line={number} className={cn(NUMBER, className)}>
        {number}
      </div>
    );
  }
  return (
    <div role={role} className={cn('shrink-0', className)}>
      <button
        type="button"
        data-line={number}
        tabIndex={isTabStop ? 0 : -1}
        aria-label={t('commentLine', { line: number })}
        title={t('commentLineHint')}
        onPointerDown={(event) => event.button === 0 && actions.press(number, event.shiftKey)}
        onPointerEnter={(event) => event.buttons === 1 && actions.reach(number)}
        onClick={(event) => actions.take(number, event.shiftKey)}
        onFocus={() => actions.focus(number)}
        className={cn(
          NUMBER,
          'relative flex h-full cursor-pointer items-start justify-end leading-5 -outline-offset-2 before:absolute before:inset-y-0 before:left-0 before:hidden before:w-3 before:bg-ink before:text-center before:font-sans before:text-on-ink before:content-["+"] hover:text-fg hover:before:block focus-visible:before:block',
        )}
      >
        {number}
      </button>
    </div>
  );
}

/** Characters of a line that are shown; a minified file has it all in one. */
const LONGEST = 5000;

interface TextProps {
  readonly line: DiffLine | null;
  readonly hasSign: boolean;
  readonly className: string;
  readonly isBare?: boolean;
}

function TextCell({ line, hasSign, className, isBare = false }: TextProps) {
  const t = useTranslations('diff');
  const role = isBare ? undefined : 'cell';
  if (line === null) return <div role={role} className={cn('flex-1', className)} />;
  const { span, change } = line;
  const text = line.text.slice(0, LONGEST);
  return (
    <div role={role} className={cn('flex min-w-0 flex-1 pr-3', className)}>
      {hasSign && (
        <span className="w-4 shrink-0 text-center text-fg-2 select-none">
          <span aria-hidden>{SIGN[change]}</span>
          {change !== 'same' && (
            <span className="sr-only">{t(change === 'add' ? 'lineAdded' : 'lineRemoved')}</span>
          )}
        </span>
      )}
      <span className="min-w-0 flex-1 whitespace-pre-wrap [word-break:normal]">
        {span === null || text.length < line.text.length ? (
          text === '' ? (
            ' '
          ) : (
            text
          )
        ) : (
          <>
            {text.slice(0, span[0])}
            <span className={cn('rounded-xs', MARK[change])}>{text.slice(...span)}</span>
            {text.slice(span[1])}
          </>
        )}
        {text.length < line.text.length && (
          <span className="text-fg-3 select-none">
            {' '}
            {t('cutLine', { count: line.text.length - LONGEST })}
          </span>
        )}
        {line.isUnended && <span className="text-fg-3 select-none"> {t('unended')}</span>}
      </span>
    </div>
  );
}
