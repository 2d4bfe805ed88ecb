import { FEEDBACK_KINDS, FEEDBACK_STATES } from '@ccs/core/vocabulary/quality';
import { REVIEW_STATUSES } from '@ccs/core/vocabulary/statuses';
import { z } from 'zod';
import { cleanText, idSchema, integerParam, listOf, timestampSchema } from './common.ts';
import { outputFileSchema } from './phases.ts';
import { taskIdSchema } from './tasks.ts';

const line = z.number().int().min(1).max(10_000_000);
const filePath = z.string().min(1).max(1000);

/** What a person said about a file of a review. */
export const feedbackSchema = z
  .object({
    id: idSchema('feedback'),
    reviewId: idSchema('review'),
    path: z.string(),
    startLine: z.number().int().nullable().meta({ description: 'As given; null = the whole file' }),
    endLine: z.number().int().nullable(),
    kind: z.enum(FEEDBACK_KINDS),
    body: z.string(),
    state: z.enum(FEEDBACK_STATES),
    round: z.number().int().meta({ description: 'The round in which it was given' }),
    excerpt: z.string().nullable().meta({ description: 'The lines that it is about, as they were' }),
    proposal: z.string().nullable().meta({ description: 'How the agent says it dealt with it' }),
    anchor: z
      .object({
        startLine: z.number().int().nullable(),
        endLine: z.number().int().nullable(),
        stale: z.boolean().meta({ description: 'Those lines are not in this round any more' }),
      })
      .meta({ description: 'Where it belongs in the review that was asked for' }),
    createdAt: timestampSchema,
    createdBy: z.string(),
  })
  .meta({ id: 'Feedback' });
export type FeedbackDto = z.infer<typeof feedbackSchema>;

/** One round of review of one phase, with its feedback and what is still open from earlier rounds. */
export const reviewSchema = z
  .object({
    id: idSchema('review'),
    taskId: taskIdSchema,
    phase: z.number().int(),
    round: z.number().int(),
    status: z.enum(REVIEW_STATUSES),
    files: z.array(outputFileSchema),
    feedback: z.array(feedbackSchema),
    verificationId: idSchema('verification').nullable(),
    baseCommit: z.string().nullable().meta({ description: 'The workspace commit before the phase' }),
    commit: z.string().nullable().meta({ description: 'The workspace commit under review' }),
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

export const feedbackBodySchema = z
  .strictObject({
    path: filePath,
    startLine: line.optional(),
    endLine: line.optional(),
    kind: z.enum(FEEDBACK_KINDS),
    body: cleanText(1, 10_000),
  })
  .refine(
    ({ startLine, endLine }) => endLine === undefined || (startLine !== undefined && endLine >= startLine),
    { path: ['endLine'], message: 'must not be before startLine' },
  )
  .meta({ id: 'FeedbackBody' });
export type FeedbackBody = z.input<typeof feedbackBodySchema>;

export const requestChangesBodySchema = z
  .strictObject({
    summary: cleanText(1, 10_000).optional(),
    feedback: z.array(feedbackBodySchema).max(200).default([]),
  })
  .meta({ id: 'RequestChangesBody' });
export type RequestChangesBody = z.input<typeof requestChangesBodySchema>;

export const setFeedbackStateBodySchema = z
  .strictObject({ state: z.enum(FEEDBACK_STATES) })
  .meta({ id: 'SetFeedbackStateBody' });

/** One changed file of a diff. Lines are in the unified format; null when the file is binary or too large. */
export const fileDiffSchema = z
  .object({
    path: z.string(),
    oldPath: z.string().nullable().meta({ description: 'Before a rename' }),
    status: z.enum(['added', 'modified', 'deleted', 'renamed']),
    additions: z.number().int(),
    deletions: z.number().int(),
    binary: z.boolean(),
    tooLarge: z.boolean().meta({ description: 'More than 512 KiB of changes: ask for the patch instead' }),
    patch: z.string().nullable().meta({ description: 'The unified diff of this file, from its first @@ on' }),
  })
  .meta({ id: 'FileDiff' });
export type FileDiffDto = z.infer<typeof fileDiffSchema>;
export const diffSchema = z
  .object({
    base: z.string().nullable(),
    head: z.string().nullable(),
    files: z.array(fileDiffSchema),
    truncated: z.boolean().meta({ description: 'More than 1,000 files changed; these are the first' }),
  })
  .meta({ id: 'Diff' });
export type DiffDto = z.infer<typeof diffSchema>;

/** `GET /api/tasks/{id}/diff`: of one phase, or of the whole work. */
export const taskDiffQuerySchema = z.object({ phase: integerParam(1, 99).optional() });

/** `GET /api/reviews/{id}/diff`: against what the round is compared. */
export const reviewDiffQuerySchema = z.object({
  against: z
    .enum(['phase', 'previous'])
    .default('phase')
    .meta({ description: '`phase`: what the phase changed; `previous`: what changed since the last round' }),
  path: filePath.optional().meta({ description: 'Only this file' }),
});

export const reviewFileQuerySchema = z.object({ path: filePath });
