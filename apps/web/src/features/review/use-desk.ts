'use client';

import type { ReviewDto, TaskDto } from '@ccs/contract';
import { useMemo } from 'react';
import { useStoredState } from '../../lib/stored-state.ts';
import {
  beginWriting,
  draftKey,
  endWriting,
  storedDrafts,
  worthKeeping,
  withoutRemark,
  withRemark,
  type Draft,
  type Place,
  type Remark,
} from './draft.ts';

/** Where a person works on a review: what they have written, and how they go on. */
export interface Desk {
  readonly review: ReviewDto;
  /** The review is open, and theirs to decide. */
  readonly canWrite: boolean;
  /** What is said can be resolved: it is the newest round. */
  readonly canResolve: boolean;
  readonly draft: Draft;
  begin(place: Place): void;
  type(remark: Remark): void;
  /** Into the request for changes. */
  keep(remark: Remark): void;
  edit(remark: Remark): void;
  remove(id: string): void;
  /** Stops writing and throws away what is typed. */
  drop(): void;
  /** Stops writing and keeps what is typed as a remark. */
  end(): void;
  summarize(summary: string): void;
  /** Everything is sent or thrown away. */
  clear(): void;
}

export function useDesk(review: ReviewDto, rounds: readonly ReviewDto[], task: TaskDto): Desk {
  const [draft, change] = useStoredState(storedDrafts, draftKey(review.id));
  const isOpen = review.status === 'pending' || review.status === 'in_review';
  const canWrite = isOpen && task.allowedOperations.includes('request_changes');
  const canResolve = rounds.every((each) => each.round <= review.round);
  return useMemo(() => {
    const update = (next: (before: Draft) => Draft) => change((before) => worthKeeping(next(before)));
    return {
      review,
      canWrite,
      canResolve,
      draft,
      begin: (place) => update((before) => beginWriting(before, place, newId())),
      type: (writing) => update((before) => ({ ...before, writing })),
      keep: (remark) => update((before) => withRemark(before, remark)),
      edit: (remark) =>
        update((before) => ({ ...withoutRemark(endWriting(before), remark.id), writing: remark })),
      remove: (id) => update((before) => withoutRemark(before, id)),
      drop: () => update((before) => ({ ...before, writing: null })),
      end: () => update(endWriting),
      summarize: (summary) => update((before) => ({ ...before, summary })),
      clear: () => change(() => null),
    };
  }, [review, canWrite, canResolve, draft, change]);
}

/** An id among the remarks of one browser; `crypto.randomUUID` is missing on plain http. */
function newId(): string {
  return `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 8)}`;
}
