'use client';

import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useMemo, useState, type KeyboardEvent, type ReactNode } from 'react';
import { cn } from '../../lib/cn.ts';
import { BlockMarkdown, type Block } from '../documents/block-markdown.tsx';
import { isWithin, type LineRange } from '../diff/line-range.ts';

interface Props {
  readonly text: string;
  readonly top: ReactNode;
  /** Lines that have a note. */
  readonly noted: ReadonlySet<number>;
  /** Lines that a remark is being written on. */
  readonly chosen: LineRange | null;
  readonly onTake: ((range: LineRange) => void) | null;
  readonly note: (line: number) => ReactNode;
}

/** A document as it reads, with a place for remarks at each of its blocks. */
export function RenderedDocument({ text, top, noted, chosen, onTake, note }: Props) {
  const t = useTranslations('review');
  const [stop, setStop] = useState<number | null>(null);
  const first = useMemo(() => text.split('\n').findIndex((line) => line.trim() !== '') + 1, [text]);
  const frame = (block: Block, children: ReactNode) => {
    const notes = [...noted]
      .filter((line) => isWithin({ from: block.from, to: block.last }, line))
      .sort((a, b) => a - b);
    const isChosen = chosen !== null && chosen.from <= block.to && block.from <= chosen.to;
    return (
      <div className="group/block">
        {onTake && (
          <button
            type="button"
            data-block={block.from}
            tabIndex={(stop ?? first) === block.from ? 0 : -1}
            aria-label={t('commentBlock', { line: block.from })}
            title={t('commentBlockHint')}
            onFocus={() => setStop(block.from)}
            onClick={() => onTake({ from: block.from, to: block.to })}
            className="absolute left-1.5 flex size-6 items-center justify-center rounded border border-line-strong bg-surface text-fg-3 opacity-0 transition-opacity group-hover/block:opacity-100 hover:text-fg focus-visible:opacity-100 pointer-coarse:left-0.5 pointer-coarse:h-7 pointer-coarse:border-0 pointer-coarse:bg-transparent pointer-coarse:opacity-70"
          >
            <Plus size={14} aria-hidden />
          </button>
        )}
        <div className={cn('-mx-2 rounded px-2', isChosen && 'bg-wait/12')}>{children}</div>
        {notes.map((line) => (
          <div key={line} className="-ml-2">
            {note(line)}
          </div>
        ))}
      </div>
    );
  };
  return (
    <div tabIndex={0} className="relative min-h-0 flex-1 overflow-y-auto -outline-offset-2">
      {top}
      <div role="presentation" className="px-10 py-6 max-sm:pr-4 max-sm:pl-9" onKeyDown={moveBetweenBlocks}>
        <BlockMarkdown text={text} frame={frame} />
      </div>
    </div>
  );
}

/** Arrows go from block to block; one of them is reached by Tab. */
function moveBetweenBlocks(event: KeyboardEvent<HTMLElement>): void {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (by === 0 || !(event.target instanceof HTMLElement) || !event.target.dataset['block']) return;
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('button[data-block]')];
  event.preventDefault();
  all[all.findIndex((each) => each === event.target) + by]?.focus();
}
