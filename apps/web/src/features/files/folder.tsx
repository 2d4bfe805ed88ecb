'use client';

import { ChevronRight, File, Folder as FolderIcon } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { cn } from '../../lib/cn.ts';
import { formatBytes } from '../../lib/format.ts';
import { useProblemText } from '../../lib/use-problem-text.ts';
import { useFolder } from './file-queries.ts';

interface Props {
  readonly taskId: string;
  readonly path: string;
  readonly depth: number;
  readonly selected: string | null;
  readonly onSelect: (path: string) => void;
}

const ROW =
  'touch flex h-7 w-full items-center gap-1.5 rounded-md pr-2 text-left text-sm -outline-offset-2 hover:bg-hover';

/** What is in a folder; its folders are read when they are opened. */
export function Folder({ taskId, path, depth, selected, onSelect }: Props) {
  const t = useTranslations();
  const problemText = useProblemText();
  const folder = useFolder(taskId, path);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const indent = { paddingLeft: `${depth * 0.875 + 0.5}rem` };
  if (folder.isPending)
    return (
      <p style={indent} className="h-7 text-sm text-fg-3">
        {t('app.loading')}
      </p>
    );
  if (folder.isError)
    return (
      <p style={indent} className="text-sm text-fail">
        {problemText(folder.error).title}
      </p>
    );
  if (folder.data.length === 0)
    return (
      <p style={indent} className="h-7 text-sm text-fg-3">
        {t('files.folderEmpty')}
      </p>
    );
  const toggle = (child: string) => {
    const after = new Set(open);
    if (!after.delete(child)) after.add(child);
    setOpen(after);
  };
  return (
    <ul>
      {folder.data.map((entry) => {
        const isFolder = entry.type === 'directory';
        const isOpen = open.has(entry.path);
        return (
          <li key={entry.path}>
            <button
              type="button"
              style={indent}
              aria-expanded={isFolder ? isOpen : undefined}
              aria-current={selected === entry.path ? 'true' : undefined}
              onClick={() => (isFolder ? toggle(entry.path) : onSelect(entry.path))}
              className={cn(ROW, selected === entry.path && 'bg-line/80 font-medium')}
            >
              <ChevronRight
                size={12}
                aria-hidden
                className={cn(
                  'shrink-0 text-fg-3 transition-transform',
                  isOpen && 'rotate-90',
                  !isFolder && 'invisible',
                )}
              />
              {isFolder ? (
                <FolderIcon size={14} aria-hidden className="shrink-0 text-fg-3" />
              ) : (
                <File size={14} aria-hidden className="shrink-0 text-fg-3" />
              )}
              <span className="min-w-0 flex-1 truncate">{entry.name}</span>
              {!isFolder && (
                <span className="nums shrink-0 text-2xs text-fg-3">{formatBytes(entry.sizeBytes)}</span>
              )}
            </button>
            {isFolder && isOpen && (
              <Folder
                taskId={taskId}
                path={entry.path}
                depth={depth + 1}
                selected={selected}
                onSelect={onSelect}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}
