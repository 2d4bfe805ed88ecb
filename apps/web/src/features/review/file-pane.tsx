'use client';

import type { TaskDto } from '@ccs/contract';
import type { ReactNode } from 'react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx';
import { diffRows, sideBySide, sourceRows } from '../diff/diff-rows.ts';
import { LineTable } from '../diff/line-table.tsx';
import type { LineRange } from '../diff/line-range.ts';
import { placeNotes } from '../diff/place-notes.ts';
import { Unopened, unopenedReason } from '../diff/unopened.tsx';
import { FileTop, Notes } from './notes.tsx';
import { notesOf, type ReviewFile } from './review-files.ts';
import { useReviewFile } from './review-queries.ts';
import type { Desk } from './use-desk.ts';
import type { FileView } from './use-file-view.ts';

const RenderedDocument = dynamic(
  () => import('./rendered-document.tsx').then((module) => module.RenderedDocument),
  { ssr: false, loading: () => <PaneSkeleton /> },
);

/** Characters of a source that are put into the page. */
const SHOWN = 1_000_000;

interface Props {
  readonly desk: Desk;
  readonly task: TaskDto;
  readonly file: ReviewFile;
  readonly view: FileView;
  /** What changed is still being read. */
  readonly isLoading: boolean;
  readonly diffError: unknown;
  readonly onRetry: () => void;
  /** Go to this line. */
  readonly target: number | null;
}

/** One file of a review as it is looked at, with what is said about it. */
export function FilePane(props: Props) {
  const { desk, task, file, view, target } = props;
  const t = useTranslations('review');
  const { review, draft, canWrite } = desk;
  const { path } = file;
  const mode = target === null ? view.modeOf(file) : 'source';
  const change = view.against === 'previous' ? file.sinceRound : file.ofPhase;
  // What is known of a document at once can be read at once; of other files, how they changed comes first.
  const isKnown = !props.isLoading || file.isDocument;
  const content = useReviewFile(review, path, (mode !== 'diff' || draft.writing?.path === path) && isKnown);
  const [isOpened, setIsOpened] = useState(false);

  const { writing } = draft;
  const isHere = writing?.path === path;
  const writingLine = isHere ? writing.endLine : null;
  const notes = useMemo(
    () => notesOf(path, review.feedback, draft.remarks),
    [path, review.feedback, draft.remarks],
  );
  const lineKeys = [...notes.byLine.keys(), ...(writingLine === null ? [] : [writingLine])].join();
  const noted = useMemo(() => new Set(lineKeys === '' ? [] : lineKeys.split(',').map(Number)), [lineKeys]);

  const text = content.data?.content?.slice(0, SHOWN) ?? null;
  const patch = change?.patch ?? '';
  const rows = useMemo(() => {
    if (mode === 'source') return text === null ? [] : sourceRows(text);
    if (mode !== 'diff') return [];
    return view.look === 'split' ? sideBySide(diffRows(patch)) : diffRows(patch);
  }, [mode, text, patch, view.look]);
  const { placed, missing } = useMemo(() => placeNotes(rows, noted), [rows, noted]);
  const lineCount = text === null ? null : text.replace(/\n$/, '').split('\n').length;

  const take = canWrite
    ? ({ from, to }: LineRange) => desk.begin({ path, startLine: from, endLine: to })
    : null;
  const note = (line: number) => (
    <Notes
      desk={desk}
      task={task}
      notes={notes.byLine.get(line)}
      isWriting={writingLine === line}
      lineCount={lineCount}
    />
  );
  const top = (
    <>
      <FileTop desk={desk} task={task} notes={notes} isWriting={isHere && writing.endLine === null} />
      {mode === 'diff' && missing.length > 0 && (
        <section aria-label={t('elsewhere')} className="border-b border-line bg-sunken pt-2 pb-1">
          <h3 className="px-3 text-sm text-fg-2">{t('elsewhere')}</h3>
          {missing.map((line) => (
            <div key={line}>{note(line)}</div>
          ))}
        </section>
      )}
    </>
  );
  const chosen: LineRange | null =
    isHere && writing.startLine !== null
      ? { from: writing.startLine, to: writing.endLine ?? writing.startLine }
      : null;

  const unfolded = (inner: ReactNode) => (
    <div className="min-h-0 flex-1 overflow-y-auto">
      {top}
      {inner}
    </div>
  );
  if (mode === 'diff') {
    if (props.isLoading) return <PaneSkeleton />;
    if (props.diffError !== null) return <ErrorState error={props.diffError} onRetry={props.onRetry} />;
    if (!change) {
      const isUnchanged = view.against === 'previous' && file.ofPhase !== null;
      return unfolded(<EmptyState title={t(isUnchanged ? 'unchangedSince' : 'unchanged')} />);
    }
    const reason = unopenedReason(change);
    if (reason !== null && !(reason === 'large' && isOpened)) {
      return unfolded(
        <Unopened taskId={task.id} change={change} reason={reason} onOpen={() => setIsOpened(true)} />,
      );
    }
  } else {
    if (content.isError) {
      return unfolded(<ErrorState error={content.error} onRetry={() => void content.refetch()} />);
    }
    if (!content.data) return <PaneSkeleton />;
    if (text === null) return unfolded(<EmptyState title={t('binary')} />);
  }
  if (mode === 'rendered' && text !== null) {
    return <RenderedDocument text={text} top={top} noted={noted} chosen={chosen} onTake={take} note={note} />;
  }
  const isCut =
    mode === 'source' && (content.data?.truncated === true || (content.data?.content?.length ?? 0) > SHOWN);
  return (
    <LineTable
      key={`${path} ${mode} ${view.against}`}
      label={t(mode === 'diff' ? 'diffOf' : 'linesOf', { path })}
      rows={placed}
      look={mode === 'source' ? 'source' : view.look}
      top={
        <>
          {top}
          {isCut && <p className="px-3 py-2 text-sm text-fg-2">{t('cut')}</p>}
          {mode === 'source' && text === '' && <p className="px-3 py-2 text-fg-3">{t('emptyFile')}</p>}
        </>
      }
      chosen={chosen ?? (target === null ? null : { from: target, to: target })}
      target={target}
      onTake={take}
      note={note}
    />
  );
}

function PaneSkeleton() {
  return (
    <div aria-busy="true" className="space-y-3 px-6 py-6">
      <Skeleton className="h-5 w-1/2" />
      <Skeleton className="h-4 w-11/12" />
      <Skeleton className="h-4 w-4/5" />
      <Skeleton className="h-4 w-2/3" />
    </div>
  );
}
