'use client';

import type { FileDiffDto } from '@ccs/contract';
import { Eye, MessageSquare } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, type ReactNode } from 'react';
import { cn } from '../../lib/cn.ts';
import { inputStyle } from '../../ui/field.tsx';
import { ChangeCounts } from './change-counts.tsx';
import { fileTree, type TreeNode } from './file-tree.ts';

/** A file as a list of changes shows it. */
export interface NavFile {
  readonly path: string;
  readonly change: FileDiffDto | null;
  /** null where viewing is not kept track of. */
  readonly isViewed: boolean | null;
  /** How many remarks wait. */
  readonly remarks: number;
}

interface Props {
  readonly label: string;
  readonly files: readonly NavFile[];
  readonly current: string | null;
  readonly onPath: (path: string) => void;
  /** Goes from file to file; beside the select of a phone. */
  readonly steps?: ReactNode;
  /** Above the files: what belongs to all of them. */
  readonly first?: { readonly name: string; readonly icon: ReactNode; readonly onSelect: () => void };
}

const ROW =
  'touch flex h-7 w-full items-center gap-1.5 rounded-md pr-2 text-left text-sm -outline-offset-2 hover:bg-hover';

/** Files as a tree on wide screens, as a select on a phone. */
export function FileNav({ label, files, current, onPath, steps, first }: Props) {
  const t = useTranslations('diff');
  const active = useRef<HTMLButtonElement>(null);
  useEffect(() => active.current?.scrollIntoView({ block: 'nearest' }), [current]);
  const viewed = files.filter((file) => file.isViewed === true).length;
  const branch = (nodes: readonly TreeNode<NavFile>[], depth: number): ReactNode => (
    <ul>
      {nodes.map((node) => (
        <li key={node.path}>
          {node.kind === 'folder' ? (
            <>
              <p
                title={node.path}
                style={{ paddingLeft: `${depth * 0.75 + 0.5}rem` }}
                className="truncate py-1 text-xs text-fg-3"
              >
                {node.name}
              </p>
              {branch(node.children, depth + 1)}
            </>
          ) : (
            <button
              ref={node.path === current ? active : undefined}
              type="button"
              title={node.path}
              aria-current={node.path === current ? 'true' : undefined}
              style={{ paddingLeft: `${depth * 0.75 + 0.5}rem` }}
              onClick={() => onPath(node.path)}
              className={cn(ROW, node.path === current && 'bg-line/80 font-medium')}
            >
              <FileLine file={node.file} name={node.name} />
            </button>
          )}
        </li>
      ))}
    </ul>
  );
  return (
    <>
      <div className="flex shrink-0 items-center gap-1 border-b border-line px-4 py-1 md:hidden">
        <select
          aria-label={label}
          value={current ?? ''}
          onChange={(event) => (event.target.value === '' ? first?.onSelect() : onPath(event.target.value))}
          className={inputStyle}
        >
          {first && <option value="">{first.name}</option>}
          {files.map((file) => (
            <option key={file.path} value={file.path}>
              {file.isViewed === true ? '✓ ' : ''}
              {file.path}
              {file.remarks > 0 ? ` (${file.remarks})` : ''}
            </option>
          ))}
        </select>
        {steps}
      </div>
      <nav
        aria-label={label}
        className="hidden w-68 shrink-0 overflow-y-auto border-r border-line px-2 py-2 md:block"
      >
        {first && (
          <button
            type="button"
            aria-current={current === null ? 'true' : undefined}
            onClick={first.onSelect}
            className={cn(ROW, 'mb-1 pl-2', current === null && 'bg-line/80 font-medium')}
          >
            {first.icon}
            <span className="min-w-0 flex-1 truncate">{first.name}</span>
          </button>
        )}
        <p className="nums flex justify-between px-2 pt-1 pb-1 text-xs text-fg-3">
          <span>{t('files', { count: files.length })}</span>
          {files.some((file) => file.isViewed !== null) && (
            <span>{t('viewedOf', { viewed, total: files.length })}</span>
          )}
        </p>
        {branch(fileTree(files), 0)}
      </nav>
    </>
  );
}

function FileLine({ file, name }: { readonly file: NavFile; readonly name: string }) {
  const t = useTranslations('diff');
  return (
    <>
      <span
        className={cn(
          'min-w-0 flex-1 truncate',
          file.isViewed === true && 'text-fg-3',
          file.change?.status === 'deleted' && 'line-through',
        )}
      >
        {name}
      </span>
      {file.remarks > 0 && (
        <span className="nums flex shrink-0 items-center gap-0.5 text-2xs text-wait">
          <MessageSquare size={11} aria-hidden />
          <span aria-hidden>{file.remarks}</span>
          <span className="sr-only">{t('remarks', { count: file.remarks })}</span>
        </span>
      )}
      {file.isViewed === true ? (
        <span title={t('viewed')} className="shrink-0 text-fg-3">
          <Eye size={13} aria-hidden />
          <span className="sr-only">{t('viewed')}</span>
        </span>
      ) : (
        file.change && <ChangeCounts change={file.change} />
      )}
    </>
  );
}
