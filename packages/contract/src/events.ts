import { z } from 'zod';
import { integerParam, listOf, timestampSchema } from './common.ts';
import { taskIdSchema } from './tasks.ts';

/** A domain event of one task, as it is stored. */
export const eventSchema = z
  .object({
    id: z.string(),
    position: z.number().int().meta({ description: 'Global order' }),
    taskId: taskIdSchema,
    version: z.number().int().meta({ description: '1-based, dense within the task' }),
    type: z.string(),
    payload: z.record(z.string(), z.unknown()),
    timestamp: timestampSchema,
    userId: z.string().nullable(),
  })
  .meta({ id: 'Event' });
export type EventDto = z.infer<typeof eventSchema>;

export const listEventsQuerySchema = z.object({
  after: integerParam(0, Number.MAX_SAFE_INTEGER)
    .default(0)
    .meta({ description: 'Only events with a version above this' }),
  limit: integerParam(1, 1000).default(200),
});
export const eventListSchema = listOf(eventSchema).meta({ id: 'EventList' });
