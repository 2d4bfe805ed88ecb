import { LOG_KINDS } from '@ccs/core/vocabulary/stream';
import { z } from 'zod';
import { integerParam, timestampSchema } from './common.ts';

/** One line of a task's log. */
export const logLineSchema = z
  .object({
    seq: z.number().int().meta({ description: '1-based, dense within the task' }),
    afterVersion: z.number().int().meta({ description: 'Events up to this version came before the line' }),
    at: timestampSchema,
    kind: z.enum(LOG_KINDS),
    text: z.string(),
    phase: z.number().int().optional(),
    runId: z.string().optional(),
    tool: z.string().optional(),
    toolUseId: z.string().optional(),
    isError: z.boolean().optional(),
    parentToolUseId: z.string().optional().meta({ description: 'Written by the subagent of this tool call' }),
    data: z.unknown().optional(),
  })
  .meta({ id: 'LogLine' });
export type LogLineDto = z.infer<typeof logLineSchema>;

export const listLogsQuerySchema = z.object({
  after: integerParam(0, Number.MAX_SAFE_INTEGER).default(0),
  limit: integerParam(1, 2000).default(500),
  kind: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(z.enum(LOG_KINDS)))
    .optional()
    .meta({ description: 'Comma-separated kinds' }),
});

export const logPageSchema = z
  .object({
    items: z.array(logLineSchema),
    lastSeq: z.number().int().meta({ description: 'Newest line of the task' }),
    cursor: z.string().meta({
      description: 'Stream cursor at the newest line: give it to the live stream to continue from here',
    }),
  })
  .meta({ id: 'LogPage' });
export type LogPage = z.infer<typeof logPageSchema>;
