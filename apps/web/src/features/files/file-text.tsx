'use client';

import type { FileContent } from '@ccs/contract';
import { useTranslations } from 'next-intl';
import { formatBytes } from '../../lib/format.ts';

/** Characters put into the page; more would freeze it. */
const SHOWN = 400_000;

/** A file as text with line numbers; says so when it is binary or cut. */
export function FileText({ file }: { readonly file: FileContent }) {
  const t = useTranslations('documents');
  if (file.content === null) return <p className="text-fg-2">{t('binary')}</p>;
  const text = file.content.slice(0, SHOWN);
  const isCut = file.truncated || text.length < file.content.length;
  const lines = text.replace(/\n$/, '').split('\n').length;
  return (
    <>
      {isCut && (
        <p className="mb-3 text-sm text-fg-2">
          {t('truncated', { size: formatBytes(new Blob([text]).size) })}
        </p>
      )}
      <div className="flex gap-4 font-mono text-xs leading-5">
        <div aria-hidden className="nums shrink-0 text-right whitespace-pre text-fg-3 select-none">
          {Array.from({ length: lines }, (_, index) => index + 1).join('\n')}
        </div>
        <pre tabIndex={0} className="min-w-0 flex-1 overflow-x-auto [overflow-wrap:normal] -outline-offset-2">
          {text}
        </pre>
      </div>
    </>
  );
}
