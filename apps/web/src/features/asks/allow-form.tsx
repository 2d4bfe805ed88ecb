'use client';

import { useTranslations } from 'next-intl';
import { Button } from '../../ui/button.tsx';
import { AskFooter } from './ask-footer.tsx';
import type { DependencyFormProps } from './dependency-form-props.ts';
import { PermissionCall } from './permission-call.tsx';

/** A decision: a tool call that waits, shown as it would run, or a package to be added. */
export function AllowForm({ ask, settle, isSending }: DependencyFormProps) {
  const t = useTranslations('ask');
  const { permission } = ask;
  return (
    <>
      {permission && <PermissionCall permission={permission} description={ask.description} />}
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
