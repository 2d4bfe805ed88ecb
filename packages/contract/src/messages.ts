import { MESSAGE_DELIVERIES } from '@ccs/core/vocabulary/asks';
import { z } from 'zod';
import { cleanText, idSchema, listOf, timestampSchema } from './common.ts';
import { taskIdSchema } from './tasks.ts';

/** What a person said in a conversation after its prompt. */
export const messageSchema = z
  .object({
    id: idSchema('message'),
    taskId: taskIdSchema,
    text: z.string(),
    delivery: z.enum(MESSAGE_DELIVERIES),
    sentAt: timestampSchema,
    sentBy: z.string(),
    deliveredAt: timestampSchema.nullable().meta({ description: 'null while the agent has not got it' }),
  })
  .meta({ id: 'Message' });
export type MessageDto = z.infer<typeof messageSchema>;
export const messageListSchema = listOf(messageSchema).meta({ id: 'MessageList' });

export const sendMessageBodySchema = z
  .strictObject({
    text: cleanText(1, 50_000),
    delivery: z
      .enum(MESSAGE_DELIVERIES)
      .default('after_turn')
      .meta({ description: '`interrupt` stops what the agent is doing now' }),
  })
  .meta({ id: 'SendMessageBody' });
export type SendMessageBody = z.input<typeof sendMessageBodySchema>;
