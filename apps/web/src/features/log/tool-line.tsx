'use client';

import type { LogLineDto } from '@ccs/contract';
import { Check, ChevronRight, CircleDashed, CircleSlash, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { cn } from '../../lib/cn.ts';
import { isDeniedByPerson } from './denied-by-person.ts';
import { ToolDetails } from './tool-details.tsx';
import { toolIcon, toolName, toolSummary } from './tool-look.ts';

interface Props {
  readonly line: LogLineDto;
  readonly result: LogLineDto | undefined;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

/** A tool call in one line; open, its input and output. */
export function ToolLine({ line, result, isOpen, onToggle }: Props) {
  const Icon = toolIcon(line.tool);
  const outcome = line.kind === 'tool_result' ? line : result;
  return (
    <div>
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={onToggle}
        className="touch flex w-full items-center gap-2 rounded py-1 text-left text-sm -outline-offset-2 hover:bg-hover"
      >
        <Icon size={14} aria-hidden className="shrink-0 text-fg-3" />
        <span className="shrink-0 text-fg-2">{toolName(line.tool)}</span>
        <span
          className={cn(
            'min-w-0 flex-1 truncate font-mono text-xs',
            line.kind === 'tool_result' ? 'text-fg-3' : 'text-fg',
          )}
        >
          {toolSummary(line)}
        </span>
        <Outcome result={outcome} />
        <ChevronRight
          size={13}
          aria-hidden
          className={cn('shrink-0 text-fg-3 transition-transform', isOpen && 'rotate-90')}
        />
      </button>
      {isOpen && <ToolDetails line={line} result={outcome} />}
    </div>
  );
}

function Outcome({ result }: { readonly result: LogLineDto | undefined }) {
  const t = useTranslations();
  if (!result)
    return <CircleDashed size={13} role="img" aria-label={t('log.running')} className="shrink-0 text-fg-3" />;
  if (result.isError && isDeniedByPerson(result.text)) {
    return (
      <span className="flex shrink-0 items-center gap-1 text-xs text-fg-2">
        <CircleSlash size={13} aria-hidden className="shrink-0" />
        {t('log.deniedByYou')}
      </span>
    );
  }
  if (result.isError) {
    return (
      <span className="flex max-w-64 shrink-0 items-center gap-1 text-xs text-fail">
        <X size={13} aria-hidden className="shrink-0" />
        <span className="truncate">{result.text || t('progress.failed')}</span>
      </span>
    );
  }
  return <Check size={13} role="img" aria-label={t('progress.stepDone')} className="shrink-0 text-done" />;
}
