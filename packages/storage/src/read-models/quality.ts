import type { ReadModels } from '@ccs/core/ports/read-models';
import type { ReviewView } from '@ccs/core/task/view/task-views';
import type { ReviewId, TaskId } from '@ccs/core/vocabulary/ids';
import type { Kysely } from 'kysely';
import { readSnapshot } from '../dialects/read-snapshot.ts';
import type { FeedbackRow, ReviewRow } from '../schema/quality-tables.ts';
import type { Tables } from '../schema/tables.ts';
import { toReviewView, toReworkView, toVerificationView } from './quality-views.ts';

type Quality = Pick<
  ReadModels,
  'listReviews' | 'findReview' | 'findFeedback' | 'listVerifications' | 'listReworks'
>;

/** Queries of reviews, feedback, verifications and rework attempts. */
export function qualityQueries(db: Kysely<Tables>): Quality {
  return {
    listReviews: (taskId) =>
      readSnapshot(db, async (snapshot) => {
        const reviews = snapshot.selectFrom('reviews').selectAll().where('task_id', '=', taskId);
        const feedback = snapshot.selectFrom('feedback').selectAll().where('task_id', '=', taskId);
        return toReviewViews(
          await reviews.orderBy('ordinal').execute(),
          await feedback.orderBy('ordinal').execute(),
        );
      }),

    findReview: (reviewId) =>
      readSnapshot(db, async (snapshot) => {
        const review = await snapshot
          .selectFrom('reviews')
          .selectAll()
          .where('review_id', '=', reviewId)
          .executeTakeFirst();
        if (!review) return null;
        const feedback = snapshot
          .selectFrom('feedback')
          .selectAll()
          .where('task_id', '=', review.task_id)
          .where('review_id', '=', reviewId);
        return toReviewView(review, await feedback.orderBy('ordinal').execute());
      }),

    async findFeedback(feedbackId) {
      const row = await db
        .selectFrom('feedback')
        .select(['task_id', 'review_id'])
        .where('feedback_id', '=', feedbackId)
        .executeTakeFirst();
      return row ? { taskId: row.task_id as TaskId, reviewId: row.review_id as ReviewId } : null;
    },

    async listVerifications(taskId) {
      const select = db.selectFrom('verifications').selectAll().where('task_id', '=', taskId);
      return (await select.orderBy('ordinal').execute()).map(toVerificationView);
    },

    async listReworks(taskId) {
      const select = db.selectFrom('rework_attempts').selectAll().where('task_id', '=', taskId);
      return (await select.orderBy('ordinal').execute()).map(toReworkView);
    },
  };
}

/** Reviews with their feedback; both in the order of their ordinals. */
export function toReviewViews(
  reviews: readonly ReviewRow[],
  feedback: readonly FeedbackRow[],
): readonly ReviewView[] {
  return reviews.map((review) =>
    toReviewView(
      review,
      feedback.filter((row) => row.review_id === review.review_id),
    ),
  );
}
