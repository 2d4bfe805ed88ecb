import { REVIEW_STATUSES } from '@ccs/core/vocabulary/statuses';
import { z } from 'zod';
import { cleanText, idSchema, listOf, timestampSchema } from './common.ts';
import { outputFileSchema, taskIdSchema } from './tasks.ts';

/** One round of review of one phase. Feedback comes with rework, in a later version; the list is empty now. */
export const reviewSchema = z
  .object({
    id: idSchema('review'),
    taskId: taskIdSchema,
    phase: z.number().int(),
    round: z.number().int(),
    status: z.enum(REVIEW_STATUSES),
    files: z.array(outputFileSchema),
    feedback: z.array(z.never()),
    note: z.string().nullable(),
    createdAt: timestampSchema,
    resolvedAt: timestampSchema.nullable(),
    resolvedBy: z.string().nullable(),
  })
  .meta({ id: 'Review' });
export type ReviewDto = z.infer<typeof reviewSchema>;
export const reviewListSchema = listOf(reviewSchema).meta({ id: 'ReviewList' });

export const approveReviewBodySchema = z
  .strictObject({ note: cleanText(0, 5000).optional() })
  .meta({ id: 'ApproveReviewBody' });
