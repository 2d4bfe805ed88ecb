'use client';

import type { VerificationDto } from '@ccs/contract';
import { ChevronRight, CircleCheck, CircleX } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { formatDuration } from '../../lib/format.ts';

/** The platform's own run of the project's tests; its output is folded. */
export function TestRun({ tests }: { readonly tests: NonNullable<VerificationDto['tests']> }) {
  const t = useTranslations('verification');
  const locale = useLocale();
  const Icon = tests.passed ? CircleCheck : CircleX;
  return (
    <details className="group/tests mt-3 rounded-md border border-line bg-surface" open={!tests.passed}>
      <summary className="touch flex flex-wrap items-center gap-x-2.5 gap-y-0.5 px-3 py-2">
        <Icon size={16} aria-hidden className={tests.passed ? 'shrink-0 text-done' : 'shrink-0 text-fail'} />
        <span className="font-medium">{t(tests.passed ? 'testsPassed' : 'testsFailed')}</span>
        <code className="min-w-0 truncate font-mono text-xs text-fg-2" title={tests.command}>
          {tests.command}
        </code>
        <span className="nums ml-auto text-sm text-fg-3">
          {tests.exitCode === null ? t('noExit') : t('exit', { code: tests.exitCode })} ·{' '}
          {tests.durationMs < 1000
            ? t('milliseconds', { count: tests.durationMs })
            : formatDuration(tests.durationMs, locale)}
        </span>
        <ChevronRight
          size={14}
          aria-hidden
          className="shrink-0 text-fg-3 transition-transform group-open/tests:rotate-90"
        />
      </summary>
      <pre
        tabIndex={0}
        aria-label={t('testOutput')}
        className="max-h-72 overflow-auto border-t border-line bg-sunken p-3 font-mono text-xs leading-5 whitespace-pre-wrap -outline-offset-2"
      >
        {tests.outputTail === '' ? t('noOutput') : tests.outputTail}
      </pre>
    </details>
  );
}
