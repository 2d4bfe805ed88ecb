import { Check } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Fragment, type ReactNode } from 'react';

const FENCE = /^\s*```/;
const INLINE = /(`[^`\n]+`|\*\*[^*\n]+\*\*)/;

/** How agents announce that they are done (platform specification D3). */
const MILESTONE = /^\s*=== (STEP|PHASE) ([\d.]+) COMPLETE ===\s*$/;

/** Splits text at code fences: blocks of code and of words, in order. A fence left open runs to the end. */
export function splitFences(text: string): { readonly isCode: boolean; readonly text: string }[] {
  const blocks: { isCode: boolean; lines: string[] }[] = [{ isCode: false, lines: [] }];
  for (const line of text.split('\n')) {
    const block = blocks.at(-1);
    if (FENCE.test(line)) blocks.push({ isCode: !block?.isCode, lines: [] });
    else block?.lines.push(line);
  }
  return blocks
    .map(({ isCode, lines }) => ({ isCode, text: lines.join('\n') }))
    .filter((block) => block.text.trim() !== '');
}

/** The few marks that agents use in passing: code, bold, headings. Everything else stays as it was written. */
export function LightMarkdown({ text }: { readonly text: string }) {
  return splitFences(text).map((block, index) =>
    block.isCode ? (
      <pre
        key={index}
        className="my-1.5 overflow-x-auto rounded-md border border-line bg-sunken px-3 py-2 font-mono text-xs leading-5"
      >
        {block.text}
      </pre>
    ) : (
      <div key={index} className="whitespace-pre-wrap">
        {block.text.split('\n').map((line, number) => (
          <Fragment key={number}>
            {number > 0 && '\n'}
            {renderLine(line)}
          </Fragment>
        ))}
      </div>
    ),
  );
}

function renderLine(line: string): ReactNode {
  const [, kind, number] = MILESTONE.exec(line) ?? [];
  if (kind !== undefined && number !== undefined)
    return <Milestone isPhase={kind === 'PHASE'} number={number} />;
  const heading = /^#{1,6}\s+(.*)$/.exec(line);
  if (heading) return <strong className="font-semibold">{renderInline(heading[1] ?? '')}</strong>;
  return renderInline(line.replace(/^(\s*)[-*]\s+/, '$1• '));
}

function renderInline(text: string): ReactNode {
  return text.split(INLINE).map((part, index) => {
    if (part.length > 2 && part.startsWith('`') && part.endsWith('`')) {
      return (
        <code key={index} className="rounded border border-line bg-sunken px-1 font-mono text-[0.92em]">
          {part.slice(1, -1)}
        </code>
      );
    }
    if (part.length > 4 && part.startsWith('**') && part.endsWith('**')) {
      return (
        <strong key={index} className="font-semibold">
          {part.slice(2, -2)}
        </strong>
      );
    }
    return part;
  });
}

function Milestone({ isPhase, number }: { readonly isPhase: boolean; readonly number: string }) {
  const t = useTranslations('log');
  return (
    <span className="inline-flex items-center gap-1.5 font-medium text-done">
      <Check size={13} aria-hidden />
      {isPhase ? t('phaseDone', { number }) : t('stepDone', { number })}
    </span>
  );
}
