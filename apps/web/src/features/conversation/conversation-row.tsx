'use client';

import type { LogLineDto, TaskDto } from '@ccs/contract';
import { CircleAlert } from 'lucide-react';
import { memo } from 'react';
import { Markdown } from '../documents/markdown.tsx';
import type { ConversationRow } from './conversation-rows.ts';
import { Said } from './said.tsx';
import { ToolsRow } from './tools-row.tsx';

interface Props {
  readonly row: ConversationRow;
  readonly task: TaskDto;
  readonly results: ReadonlyMap<string, LogLineDto>;
  readonly isLast: boolean;
}

/** One row: the person's words on the right, the agent's across, what it did in one line. */
export const ConversationRowView = memo(function ConversationRowView({ row, task, results, isLast }: Props) {
  return (
    <div className="mx-auto max-w-3xl px-4 py-2 sm:px-6">
      {row.kind === 'prompt' ? (
        <Said task={task} text={row.text} at={task.createdAt} />
      ) : row.kind === 'message' ? (
        <Said task={task} text={row.message.text} at={row.message.sentAt} message={row.message} />
      ) : row.kind === 'tools' ? (
        <ToolsRow calls={row.calls} results={results} isRunning={isLast && task.agentStatus === 'running'} />
      ) : row.kind === 'error' ? (
        <p className="flex items-start gap-2 text-fail">
          <CircleAlert size={15} aria-hidden className="mt-1 shrink-0" />
          <span className="min-w-0 whitespace-pre-wrap">{row.line.text}</span>
        </p>
      ) : (
        <Markdown text={row.line.text} />
      )}
    </div>
  );
});
