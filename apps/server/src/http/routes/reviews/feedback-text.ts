import { excerptAt } from '@ccs/agent';
import type { feedbackBodySchema } from '@ccs/contract';
import type { FeedbackText } from '@ccs/core/task/model/events';
import type { ReviewView } from '@ccs/core/task/view/task-views';
import type { z } from 'zod';
import { HttpProblem } from '../../problems.ts';
import type { ReviewFiles } from './review-files.ts';

type FeedbackBody = z.output<typeof feedbackBodySchema>;

/**
 * What a person said, with the lines that it is about. A file that the phase deleted can be spoken of as a whole.
 * @throws HttpProblem file_not_found, feedback_target_invalid; RevisionError when the path is none
 */
export async function toFeedbackText(
  review: ReviewView,
  files: ReviewFiles,
  { path, startLine, endLine = startLine, kind, body }: FeedbackBody,
): Promise<FeedbackText> {
  const file = await files.read(review.commit, path);
  if (startLine === undefined || endLine === undefined) {
    const isKnown = file !== null || (await files.read(review.baseCommit, path)) !== null;
    if (!isKnown) throw new HttpProblem('file_not_found', path);
    return { path, startLine: null, endLine: null, kind, body, excerpt: null };
  }
  if (file === null) throw new HttpProblem('file_not_found', path);
  if (file.content === null) throw new HttpProblem('feedback_target_invalid', `${path} is not text`);
  const excerpt = excerptAt(file.content, startLine, endLine);
  if (excerpt === null || excerptAt(file.content, endLine, endLine) === null) {
    throw new HttpProblem(
      'feedback_target_invalid',
      `${path} does not have lines ${startLine} to ${endLine}`,
    );
  }
  return { path, startLine, endLine, kind, body, excerpt };
}
