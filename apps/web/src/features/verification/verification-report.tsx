'use client';

import type { VerificationDto } from '@ccs/contract';
import { useTranslations } from 'next-intl';
import { Ago } from '../../ui/times.tsx';
import { WithCode } from '../../ui/with-code.tsx';
import { useFailureText } from '../tasks/use-failure-text.ts';
import { CriterionItem, type OpenAt } from './criterion-item.tsx';
import { byUrgency } from './phase-story.ts';
import { TestRun } from './test-run.tsx';

interface Props {
  readonly verification: VerificationDto;
  readonly onOpenAt: OpenAt;
}

/** What one verification found: why there is no verdict, each criterion, and the run of the tests. */
export function VerificationReport({ verification, onOpenAt }: Props) {
  const t = useTranslations('verification');
  const failureText = useFailureText();
  const { criteria, tests, failure, verdict, createdAt } = verification;
  const passed = criteria.filter((each) => each.verdict === 'pass').length;
  return (
    <div>
      {verdict === 'inconclusive' && (
        <p className="mb-2 max-w-3xl rounded-md border border-wait/30 bg-wait/8 px-3 py-2 text-pretty">
          <span className="font-medium">{t('inconclusiveTitle')}</span>{' '}
          <span className="text-fg-2">
            {failure === null ? t('inconclusiveBody') : <WithCode text={failureText(failure).meaning} />}
          </span>
          {failure?.details != null && (
            <span className="mt-1 block font-mono text-xs whitespace-pre-wrap text-fg-2">
              {failure.details}
            </span>
          )}
        </p>
      )}
      {criteria.length > 0 && (
        <p className="nums mb-1 text-sm text-fg-3">
          {t('passedOf', { passed, total: criteria.length })} · <Ago at={createdAt} />
        </p>
      )}
      <ul aria-label={t('criteria')} className="divide-y divide-line">
        {byUrgency(criteria).map((criterion) => (
          <CriterionItem key={criterion.key} criterion={criterion} onOpenAt={onOpenAt} />
        ))}
      </ul>
      {tests && <TestRun tests={tests} />}
    </div>
  );
}
