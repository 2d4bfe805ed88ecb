'use client';

import type { LogLineDto } from '@ccs/contract';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { cn } from '../../lib/cn.ts';

/** Characters of one value that are put into the page; the raw view has the rest. */
const SHOWN = 20_000;

interface Props {
  readonly line: LogLineDto;
  readonly result: LogLineDto | undefined;
}

/** Input and output of a tool call, readable or as raw JSON. */
export function ToolDetails({ line, result }: Props) {
  const t = useTranslations('log');
  const [isRaw, setIsRaw] = useState(false);
  const input = line.kind === 'tool_use' ? line.data : undefined;
  return (
    <div className="relative mb-2 mt-1 overflow-hidden rounded-md border border-line bg-surface text-xs">
      <button
        type="button"
        aria-pressed={isRaw}
        onClick={() => setIsRaw(!isRaw)}
        className={cn(
          'touch absolute right-1.5 top-1.5 rounded px-1.5 text-2xs hover:bg-hover',
          isRaw ? 'bg-hover font-medium text-fg' : 'text-fg-3',
        )}
      >
        {t('raw')}
      </button>
      {isRaw ? (
        <Block
          text={[line, ...(result && result !== line ? [result] : [])]
            .map((each) => JSON.stringify(each, null, 2))
            .join('\n')}
        />
      ) : (
        <>
          {entriesOf(input).map(([name, text]) => (
            <div key={name} className="border-b border-line">
              <div className="px-3 pt-2 text-2xs text-fg-3">{name === '' ? t('input') : name}</div>
              <Block text={text} />
            </div>
          ))}
          <div className="px-3 pt-2 text-2xs text-fg-3">{t('output')}</div>
          {result ? (
            <Block text={toText(result.data ?? result.text)} isError={result.isError === true} />
          ) : (
            <p className="px-3 pb-2 text-fg-3">{t('noOutput')}</p>
          )}
        </>
      )}
    </div>
  );
}

function Block({ text, isError = false }: { readonly text: string; readonly isError?: boolean }) {
  const cut = text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
  return (
    <pre
      tabIndex={0}
      className={cn(
        'max-h-96 overflow-auto px-3 py-2 font-mono leading-5 whitespace-pre-wrap -outline-offset-2',
        isError && 'text-fail',
      )}
    >
      {cut}
    </pre>
  );
}

/** The fields of a tool's input, each as text; a value that is no object stands alone under ''. */
function entriesOf(input: unknown): [name: string, text: string][] {
  if (input === undefined) return [];
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return [['', toText(input)]];
  return Object.entries(input).map(([name, value]) => [name, toText(value)]);
}

function toText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value, null, 2);
}
