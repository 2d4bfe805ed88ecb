import type { Actor, Timestamp } from '../../kernel/event.ts';
import type { FeedbackId, ReviewId, VerificationId } from '../../vocabulary/ids.ts';
import type { FeedbackState } from '../../vocabulary/quality.ts';
import type { ReviewStatus } from '../../vocabulary/statuses.ts';
import type { FeedbackText, OutputFile, PhaseCommits, RecordedTaskEvent } from './events.ts';

/** What a person said about a file of a review. It stays open over later rounds until a person resolves it. */
export interface Feedback extends FeedbackText {
  readonly feedbackId: FeedbackId;
  readonly reviewId: ReviewId;
  readonly round: number;
  readonly state: FeedbackState;
  /** How the agent says that it dealt with it; null = it has not said so. */
  readonly proposal: string | null;
  readonly createdAt: Timestamp;
  readonly createdBy: Actor;
}

/** One round of review of one phase. */
export interface ReviewState extends PhaseCommits {
  readonly reviewId: ReviewId;
  readonly phase: number;
  readonly round: number;
  readonly status: ReviewStatus;
  readonly files: readonly OutputFile[];
  readonly verificationId: VerificationId | null;
  readonly feedback: readonly Feedback[];
  readonly createdAt: Timestamp;
  readonly resolvedAt: Timestamp | null;
  readonly resolvedBy: Actor | null;
  /** What was said with the approval or with the request for changes. */
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
          feedback: [],
          createdAt: event.timestamp,
          resolvedAt: null,
          resolvedBy: null,
          note: null,
        },
      ];
    case 'ReviewApproved':
      return resolve(reviews, event, 'approved', event.payload.note ?? null);
    case 'ReviewChangesRequested':
      return resolve(reviews, event, 'changes_requested', event.payload.summary);
    case 'FeedbackAdded': {
      const { reviewId } = event.payload;
      return reviews.map((review) =>
        review.reviewId === reviewId
          ? {
              ...review,
              status: review.status === 'pending' ? 'in_review' : review.status,
              feedback: [
                ...review.feedback,
                {
                  ...event.payload,
                  round: review.round,
                  state: 'open',
                  proposal: null,
                  createdAt: event.timestamp,
                  createdBy: event.userId,
                },
              ],
            }
          : review,
      );
    }
    case 'FeedbackResolutionProposed':
      return updateFeedback(reviews, event.payload.feedbackId, { proposal: event.payload.note });
    case 'FeedbackStateChanged':
      return updateFeedback(reviews, event.payload.feedbackId, { state: event.payload.state });
    default:
      return reviews;
  }
}

/** The feedback of this id, in whatever round it was given. */
export function findFeedback(reviews: Reviews, feedbackId: FeedbackId): Feedback | undefined {
  return reviews.flatMap((review) => review.feedback).find((each) => each.feedbackId === feedbackId);
}

/** The newest round of review of a phase. */
export function latestReview(reviews: Reviews, phase: number): ReviewState | undefined {
  return reviews.findLast((review) => review.phase === phase);
}

function resolve(
  reviews: Reviews,
  event: Extract<RecordedTaskEvent, { type: 'ReviewApproved' | 'ReviewChangesRequested' }>,
  status: ReviewStatus,
  note: string | null,
): Reviews {
  const { reviewId } = event.payload;
  return reviews.map((review) =>
    review.reviewId === reviewId
      ? { ...review, status, note, resolvedAt: event.timestamp, resolvedBy: event.userId }
      : review,
  );
}

function updateFeedback(reviews: Reviews, feedbackId: FeedbackId, change: Partial<Feedback>): Reviews {
  return reviews.map((review) =>
    review.feedback.some((each) => each.feedbackId === feedbackId)
      ? {
          ...review,
          feedback: review.feedback.map((each) =>
            each.feedbackId === feedbackId ? { ...each, ...change } : each,
          ),
        }
      : review,
  );
}
