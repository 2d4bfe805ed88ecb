'use client';

import type { TaskDto } from '@ccs/contract';
import { useTranslations } from 'next-intl';
import { Composer } from './composer.tsx';
import { useAddFeedback } from './add-feedback.ts';
import { feedbackOf } from './draft.ts';
import { FeedbackCard } from './feedback-card.tsx';
import { RemarkCard } from './remark-card.tsx';
import type { FileNotes, LineNotes } from './review-files.ts';
import type { Desk } from './use-desk.ts';

interface Props {
  readonly desk: Desk;
  readonly task: TaskDto;
  readonly notes: LineNotes | undefined;
  /** Something is being written here. */
  readonly isWriting: boolean;
  readonly lineCount: number | null;
  readonly hasExcerpt?: boolean;
}

/** What is said at one place, what is not sent yet, and what is being written there. */
export function Notes({ desk, task, notes, isWriting, lineCount, hasExcerpt = false }: Props) {
  const { review, draft } = desk;
  const add = useAddFeedback(review.id, task.id);
  return (
    <div className="space-y-2 py-1 text-base leading-5.5 empty:hidden [&_article]:mx-2">
      {notes?.feedback.map((each) => (
        <FeedbackCard
          key={each.id}
          feedback={each}
          taskId={task.id}
          review={review}
          hasExcerpt={hasExcerpt}
          canResolve={desk.canResolve}
        />
      ))}
      {notes?.drafts.map((each) => (
        <RemarkCard
          key={each.id}
          remark={each}
          onEdit={desk.canWrite ? () => desk.edit(each) : null}
          onRemove={() => desk.remove(each.id)}
        />
      ))}
      {isWriting && draft.writing && (
        <Composer
          key={draft.writing.id}
          remark={draft.writing}
          lineCount={lineCount}
          onChange={desk.type}
          onKeep={desk.keep}
          onClose={desk.drop}
          onPost={(remark) => add.mutate(feedbackOf(remark), { onSuccess: desk.drop })}
          isPosting={add.isPending}
          error={add.error}
        />
      )}
    </div>
  );
}

/** What is said of the whole file, and what is said of lines that are not there any more. */
export function FileTop({
  notes,
  ...props
}: Omit<Props, 'notes' | 'hasExcerpt' | 'lineCount'> & { readonly notes: FileNotes }) {
  const t = useTranslations('review');
  const stale = notes.general.filter((each) => each.anchor.stale);
  const whole = notes.general.filter((each) => !each.anchor.stale);
  return (
    <>
      {stale.length > 0 && (
        <section aria-label={t('staleTitle')} className="border-b border-line bg-sunken pt-2 pb-1">
          <h3 className="px-3 text-sm text-fg-2">{t('staleTitle')}</h3>
          <Notes
            {...props}
            notes={{ feedback: stale, drafts: [] }}
            isWriting={false}
            lineCount={null}
            hasExcerpt
          />
        </section>
      )}
      <Notes {...props} notes={{ feedback: whole, drafts: notes.generalDrafts }} lineCount={null} />
    </>
  );
}
