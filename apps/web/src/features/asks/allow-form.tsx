'use client';

import { useTranslations } from 'next-intl';
import { Button } from '../../ui/button.tsx';
import { AskFooter } from './ask-footer.tsx';
import type { DependencyFormProps } from './dependency-form-props.ts';

/** A decision: a tool call that waits, shown as it would run, or a package to be added. */
export function AllowForm({ ask, settle, isSending }: DependencyFormProps) {
  const t = useTranslations('ask');
  const { permission } = ask;
  return (
    <>
      {permission && (
        <pre
          tabIndex={0}
          aria-label={t('call')}
          className="mt-2.5 max-h-48 overflow-auto rounded-md border border-line bg-sunken px-3 py-2 font-mono text-xs leading-5 whitespace-pre-wrap"
        >
          {permission.summary}
        </pre>
      )}
      {permission && permission.rule !== '' && (
        <p className="mt-1.5 text-sm text-fg-2">{t('rule', { rule: permission.rule })}</p>
      )}
      <AskFooter ask={ask}>
        <Button look="quiet" disabled={isSending} onClick={() => settle({ decision: 'deny' })}>
          {t('deny')}
        </Button>
        {permission && (
          <Button disabled={isSending} onClick={() => settle({ decision: 'allow', scope: 'task' })}>
            {t('allowTask')}
          </Button>
        )}
        <Button
          look="primary"
          disabled={isSending}
          onClick={() => settle({ decision: 'allow', scope: 'once' })}
        >
          {t(permission ? 'allowOnce' : 'allow')}
        </Button>
      </AskFooter>
    </>
  );
}
