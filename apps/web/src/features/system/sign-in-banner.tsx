'use client';

import { KeyRound, RotateCw, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '../../ui/button.tsx';
import { createStoredState, useStoredState } from '../../lib/stored-state.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { useSystem } from '../tasks/task-queries.ts';
import { useStartObstacle } from './use-start-obstacle.ts';

const storedDismissal = createStoredState((stored) => stored === true);

/**
 * Says that no agent can run here and exactly how to change that; nothing when all is well. Where it is not about a task
 * that waits for it, a person can hide it for good in this browser.
 */
export function SignInBanner({ canHide = false }: { readonly canHide?: boolean }) {
  const t = useTranslations('signIn');
  const system = useSystem();
  const obstacle = useStartObstacle('claude');
  const [isHidden, setIsHidden] = useStoredState(storedDismissal, 'ccs-sign-in-hidden');
  if (obstacle === null) return null;
  const isMissing = obstacle === 'missing';
  if (canHide && isHidden && !isMissing) return null;
  return (
    <section className="rounded-lg border border-wait/30 bg-wait/6 p-4">
      <div className="flex items-start gap-3">
        <KeyRound size={16} aria-hidden className="mt-0.5 shrink-0 text-wait" />
        <div className="min-w-0 flex-1">
          <h2 className="font-semibold">{isMissing ? t('missingTitle') : t('noneTitle')}</h2>
          {isMissing ? (
            <Way text={t('missingBody')} command="npm ci --include=optional" />
          ) : (
            <div className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
              <Way text={t('noneBody')} command="npm run login" />
              <Way text={t('noneKey')} command="ANTHROPIC_API_KEY=sk-ant-… npm start" />
            </div>
          )}
          <div className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-1">
            <Button size="sm" onClick={() => void system.refetch()} disabled={system.isFetching}>
              <RotateCw size={13} aria-hidden />
              {t('recheck')}
            </Button>
            {!isMissing && <span className="text-sm text-fg-2">{t('demo')}</span>}
          </div>
        </div>
        {canHide && !isMissing && (
          <Button
            look="quiet"
            size="icon"
            className="-mt-2 -mr-2"
            aria-label={t('dismiss')}
            title={t('dismiss')}
            onClick={() => setIsHidden(() => true)}
          >
            <X size={15} aria-hidden />
          </Button>
        )}
      </div>
    </section>
  );
}

/** One way out: what it is, and the command. */
function Way({ text, command }: { readonly text: string; readonly command: string }) {
  return (
    <div className="flex min-w-0 flex-col justify-between">
      <p className="mt-0.5 text-pretty text-fg-2">{text}</p>
      <div className="mt-1.5 flex items-center justify-between gap-2 rounded-md border border-line bg-surface pr-1 pl-3">
        <code tabIndex={0} className="min-w-0 py-1.5 font-mono text-xs break-words">
          {command}
        </code>
        <CopyButton text={command} />
      </div>
    </div>
  );
}
