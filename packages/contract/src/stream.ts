import { STREAM_EVENT_TYPES } from '@ccs/core/vocabulary/stream';
import { z } from 'zod';
import { eventSchema } from './events.ts';
import { logLineSchema } from './logs.ts';
import { taskIdSchema, taskSchema } from './tasks.ts';

/**
 * The place of a frame in a task's stream, and the SSE `id`: `<version>-<seq>`, the newest event and the newest log
 * line that a client has after this frame. Frames are ordered by it; a client that reconnects with it as
 * `Last-Event-ID` gets exactly what it missed.
 */
export const streamCursorSchema = z
  .string()
  .regex(/^\d{1,15}-\d{1,15}$/)
  .meta({ description: '<event version>-<log seq>' });

/**
 * The data of one frame. A `log` frame carries a log line, or, for life cycle events that have no frame type of
 * their own, an event; every other type carries the event that caused it.
 */
export const streamFrameSchema = z
  .object({
    type: z.enum(STREAM_EVENT_TYPES),
    taskId: taskIdSchema,
    cursor: streamCursorSchema,
    line: logLineSchema.optional(),
    event: eventSchema.optional(),
  })
  .meta({ id: 'StreamFrame' });
export type StreamFrame = z.infer<typeof streamFrameSchema>;

export const taskStreamQuerySchema = z.object({
  from: z
    .union([z.literal('now'), streamCursorSchema])
    .optional()
    .meta({ description: '`now`: only what happens from now on; a cursor: what comes after it' }),
});

/**
 * The browser's one stream: `?topics=tasks,task:<id>@<cursor>`. Topic `tasks` sends every changed task (SSE event
 * `task`, data TaskChanged); topic `task:<id>` sends the frames of that task (SSE event `frame`, data StreamFrame),
 * from the cursor on, or live without one. `ready` comes first, heartbeat comments follow every 15 s.
 */
export const browserStreamQuerySchema = z.object({
  topics: z
    .string()
    .max(4000)
    .transform((text) => text.split(',').filter((part) => part !== ''))
    .pipe(
      z.array(z.string().regex(/^(tasks|task:task_[0-9a-hjkmnp-tv-z]{26}(@\d{1,15}-\d{1,15})?)$/)).max(50),
    ),
});

/** A task that was created or changed, or (`task` null) deleted. */
export const taskChangedSchema = z
  .object({ taskId: taskIdSchema, task: taskSchema.nullable() })
  .meta({ id: 'TaskChanged' });
export type TaskChanged = z.infer<typeof taskChangedSchema>;
