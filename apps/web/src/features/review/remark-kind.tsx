'use client';

import type { FeedbackDto } from '@ccs/contract';
import { MessageSquareText, PencilLine } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { cn } from '../../lib/cn.ts';

/** Whether something asks for a change or is a comment, as icon and text. */
export function RemarkKind({ kind }: { readonly kind: FeedbackDto['kind'] }) {
  const t = useTranslations('review');
  const isChange = kind === 'change_request';
  const Icon = isChange ? PencilLine : MessageSquareText;
  return (
    <span
      className={cn(
        'inline-flex shrink-0 items-center gap-1 text-xs font-medium',
        isChange ? 'text-wait' : 'text-fg-2',
      )}
    >
      <Icon size={13} aria-hidden />
      {t(`kind.${kind}`)}
    </span>
  );
}
