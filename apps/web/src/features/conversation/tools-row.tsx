'use client';

import type { LogLineDto } from '@ccs/contract';
import { ChevronRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { cn } from '../../lib/cn.ts';
import { ToolLine } from '../log/tool-line.tsx';
import { toolIcon, toolName, toolSummary } from '../log/tool-look.ts';
import { useExpanded } from '../log/use-expanded.ts';

interface Props {
  readonly calls: readonly LogLineDto[];
  readonly results: ReadonlyMap<string, LogLineDto>;
  /** The agent is at it now. */
  readonly isRunning: boolean;
}

/** What the agent did between two things it said, in one line; open, call by call. */
export function ToolsRow({ calls, results, isRunning }: Props) {
  const t = useTranslations('conversation');
  const [isOpen, setIsOpen] = useState(false);
  const expanded = useExpanded();
  const last = calls.at(-1);
  if (!last) return null;
  const Icon = toolIcon(last.tool);
  return (
    <div>
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
        className="touch flex w-full items-center gap-2 rounded py-1 text-left text-sm text-fg-3 hover:bg-hover"
      >
        <Icon size={14} aria-hidden className={cn('shrink-0', isRunning && 'animate-breathe text-run')} />
        <span className="shrink-0">{t('tools', { count: calls.length })}</span>
        <span className="min-w-0 flex-1 truncate font-mono text-xs">
          {toolName(last.tool)} {toolSummary(last)}
        </span>
        <ChevronRight
          size={13}
          aria-hidden
          className={cn('shrink-0 transition-transform', isOpen && 'rotate-90')}
        />
      </button>
      {isOpen && (
        <ol className="ml-1.5 border-l border-line pl-4">
          {calls.map((line) => (
            <li key={line.seq}>
              <ToolLine
                line={line}
                result={line.toolUseId === undefined ? undefined : results.get(line.toolUseId)}
                isOpen={expanded.has(line.seq)}
                onToggle={() => expanded.toggle(line.seq)}
              />
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
