'use client';

import { useTranslations } from 'next-intl';
import { ruleKey, writesFile, type Permission } from './permission-rule.ts';

interface Props {
  readonly permission: Permission;
  /** What the agent says about it, or the beginning of what it would write. */
  readonly description: string;
}

const BOX =
  'overflow-auto rounded-md border border-line bg-sunken px-3 py-2 font-mono text-xs leading-5 whitespace-pre-wrap';

/** A tool call that waits: why, as it would run, what it would write, and how far a permission reaches. */
export function PermissionCall({ permission, description }: Props) {
  const t = useTranslations('ask');
  const isPreview = writesFile(permission);
  const rule = ruleKey(permission);
  const { summary } = permission;
  // Some calls say no more about themselves than what they are.
  const hasDescription = description !== '' && !summary.endsWith(description);
  return (
    <>
      {hasDescription && !isPreview && (
        <p className="mt-0.5 line-clamp-4 whitespace-pre-line text-fg-2">{description}</p>
      )}
      <pre tabIndex={0} aria-label={t('call')} className={`mt-2 max-h-32 ${BOX}`}>
        {summary}
      </pre>
      {hasDescription && isPreview && (
        <pre
          tabIndex={0}
          aria-label={t('preview')}
          className={`mt-1.5 max-h-44 text-fg-2 sm:max-h-64 ${BOX}`}
        >
          {description}
        </pre>
      )}
      {rule !== null && (
        <p className="mt-1.5 text-sm text-fg-2">
          {rule === 'rule' ? t('rule', { rule: permission.rule }) : t(rule)}
        </p>
      )}
    </>
  );
}
