import { z } from 'zod';
import { dependencySchema, questionSchema } from './asks.ts';
import { timestampSchema } from './common.ts';
import { reviewSchema } from './reviews.ts';
import { taskSchema } from './tasks.ts';

/** One task that needs a person, with everything of it that waits. */
export const inboxItemSchema = z
  .object({
    task: taskSchema,
    reasons: z
      .array(z.enum(['question', 'dependency', 'permission', 'review', 'failed', 'interrupted']))
      .meta({ description: 'Why it is here, the most pressing first' }),
    questions: z.array(questionSchema),
    dependencies: z.array(dependencySchema),
    review: reviewSchema.omit({ feedback: true }).nullable(),
    since: timestampSchema,
  })
  .meta({ id: 'InboxItem' });
export type InboxItemDto = z.infer<typeof inboxItemSchema>;

export const inboxSchema = z
  .object({ items: z.array(inboxItemSchema).meta({ description: 'The longest waiting first, at most 200' }) })
  .meta({ id: 'Inbox' });
export type InboxDto = z.infer<typeof inboxSchema>;
