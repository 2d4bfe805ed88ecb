'use client';

import { useTranslations } from 'next-intl';

const EXAMPLES = ['habit', 'split', 'wiki'] as const;

/** Prompts to start from. */
export function Examples({
  onUse,
}: {
  readonly onUse: (example: { title: string; prompt: string }) => void;
}) {
  const t = useTranslations('create');
  return (
    <div className="mt-2 flex flex-wrap items-center gap-1.5">
      <span className="mr-1 text-sm text-fg-3">{t('examples')}</span>
      {EXAMPLES.map((name) => {
        const title = t(`example.${name}.title`);
        return (
          <button
            key={name}
            type="button"
            aria-label={t('useExample', { title })}
            onClick={() => onUse({ title, prompt: t(`example.${name}.prompt`) })}
            className="touch rounded-full border border-line bg-surface px-2.5 py-0.5 text-sm text-fg-2 transition-colors hover:border-line-strong hover:text-fg"
          >
            {title}
          </button>
        );
      })}
    </div>
  );
}
