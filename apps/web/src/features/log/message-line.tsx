'use client';

import type { LogLineDto } from '@ccs/contract';
import {
  Brain,
  CircleAlert,
  CornerDownRight,
  Flag,
  Info,
  SquareTerminal,
  type LucideIcon,
} from 'lucide-react';
import { useTranslations } from 'next-intl';
import { cn } from '../../lib/cn.ts';
import type { LogKind } from './log-search.ts';
import { LightMarkdown } from './light-markdown.tsx';

interface Look {
  readonly icon: LucideIcon | null;
  readonly style: string;
  /** Lines shown while folded. */
  readonly lines: number;
}

const LOOKS: Record<LogKind, Look> = {
  text: { icon: null, style: 'text-sm text-fg', lines: 40 },
  thinking: { icon: Brain, style: 'text-sm text-fg-3 italic', lines: 2 },
  prompt: { icon: CornerDownRight, style: 'text-sm text-fg-2', lines: 3 },
  result: { icon: Flag, style: 'text-sm text-fg-2', lines: 3 },
  system: { icon: Info, style: 'text-sm text-fg-3', lines: 3 },
  stderr: { icon: SquareTerminal, style: 'font-mono text-xs text-fg-3', lines: 3 },
  error: { icon: CircleAlert, style: 'text-sm text-fail', lines: 12 },
  tool_use: { icon: null, style: '', lines: 1 },
  tool_result: { icon: null, style: '', lines: 1 },
};

interface Props {
  readonly line: LogLineDto;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

/** Words: of the agent, to the agent, about the agent. Long ones are cut until asked for. */
export function MessageLine({ line, isOpen, onToggle }: Props) {
  const t = useTranslations('log');
  const { icon: Icon, style, lines } = LOOKS[line.kind];
  const parts = line.text.split('\n');
  const isLong = parts.length > lines || line.text.length > lines * 160;
  const shown =
    isOpen || !isLong
      ? line.text
      : parts
          .slice(0, lines)
          .join('\n')
          .slice(0, lines * 160);
  const isBoxed = line.kind === 'prompt';
  return (
    <div
      className={cn(
        'flex items-start gap-2 py-1',
        style,
        isBoxed && 'my-1.5 rounded-md border border-line bg-sunken px-3 py-2',
      )}
    >
      {Icon && (
        <span className="flex h-5 shrink-0 items-center" title={t(`kind.${line.kind}`)}>
          <Icon size={13} aria-hidden />
          <span className="sr-only">{t(`kind.${line.kind}`)}</span>
        </span>
      )}
      <div className="min-w-0 flex-1">
        {line.kind === 'text' ? (
          <LightMarkdown text={shown} />
        ) : (
          <div className="whitespace-pre-wrap">{shown}</div>
        )}
        {isLong && (
          <button
            type="button"
            aria-expanded={isOpen}
            onClick={onToggle}
            className="touch mt-0.5 text-xs text-fg-3 not-italic underline underline-offset-4 hover:text-fg"
          >
            {isOpen ? t('showLess') : t('showAll')}
          </button>
        )}
      </div>
    </div>
  );
}
