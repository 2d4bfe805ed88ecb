import type { Actor, Timestamp } from '../../kernel/event.ts';
import type { ReviewId } from '../../vocabulary/ids.ts';
import type { ReviewStatus } from '../../vocabulary/statuses.ts';
import type { OutputFile, RecordedTaskEvent } from './events.ts';

/** One round of review of one phase. */
export interface ReviewState {
  readonly reviewId: ReviewId;
  readonly phase: number;
  readonly round: number;
  readonly status: ReviewStatus;
  readonly files: readonly OutputFile[];
  readonly createdAt: Timestamp;
  readonly resolvedAt: Timestamp | null;
  readonly resolvedBy: Actor | null;
  readonly note: string | null;
}

export type Reviews = readonly ReviewState[];

export function evolveReviews(reviews: Reviews, event: RecordedTaskEvent): Reviews {
  switch (event.type) {
    case 'ReviewCreated':
      return [
        ...reviews,
        {
          ...event.payload,
          status: 'pending',
          createdAt: event.timestamp,
          resolvedAt: null,
          resolvedBy: null,
          note: null,
        },
      ];
    case 'ReviewApproved':
      return reviews.map((review) =>
        review.reviewId === event.payload.reviewId
          ? {
              ...review,
              status: 'approved',
              resolvedAt: event.timestamp,
              resolvedBy: event.userId,
              note: event.payload.note ?? null,
            }
          : review,
      );
    default:
      return reviews;
  }
}
