import {
  ASK_SOURCES,
  DEPENDENCY_STATUSES,
  DEPENDENCY_TYPES,
  MAX_SECRET_BYTES,
  PERMISSION_SCOPES,
  QUESTION_CATEGORIES,
  QUESTION_STATUSES,
  utf8Length,
} from '@ccs/core/vocabulary/asks';
import { z } from 'zod';
import { cleanText, idSchema, listOf, timestampSchema } from './common.ts';
import { taskIdSchema } from './tasks.ts';

export const questionSchema = z
  .object({
    id: idSchema('question'),
    taskId: taskIdSchema,
    phase: z.number().int().meta({ description: '0 in a conversation' }),
    category: z.enum(QUESTION_CATEGORIES),
    question: z.string(),
    options: z.array(z.string()),
    multiSelect: z.boolean().meta({ description: 'Several options may be chosen; joined by ", "' }),
    default: z.string().nullable().meta({ description: 'What the agent recommends' }),
    required: z.boolean().meta({ description: 'Work stops until it is answered' }),
    source: z.enum(ASK_SOURCES),
    status: z.enum(QUESTION_STATUSES),
    answer: z.string().nullable(),
    createdAt: timestampSchema,
    expiresAt: timestampSchema.nullable().meta({ description: 'When the default answers it' }),
    resolvedAt: timestampSchema.nullable(),
    resolvedBy: z.string().nullable(),
    deliveredAt: timestampSchema.nullable().meta({ description: 'When the agent got the answer' }),
  })
  .meta({ id: 'Question' });
export type QuestionDto = z.infer<typeof questionSchema>;
export const questionListSchema = listOf(questionSchema).meta({ id: 'QuestionList' });

export const answerQuestionBodySchema = z
  .strictObject({ answer: cleanText(1, 10_000) })
  .meta({ id: 'AnswerQuestionBody' });
export type AnswerQuestionBody = z.input<typeof answerQuestionBodySchema>;

export const dependencySchema = z
  .object({
    id: idSchema('dependency'),
    taskId: taskIdSchema,
    phase: z.number().int(),
    type: z.enum(DEPENDENCY_TYPES),
    name: z.string(),
    description: z.string(),
    required: z.boolean().meta({ description: 'One that is not required may be skipped' }),
    source: z.enum(ASK_SOURCES),
    permission: z
      .object({
        tool: z.string(),
        summary: z.string().meta({ description: 'The call: one line, or the whole command of a shell' }),
        rule: z.string().meta({ description: 'What "allow for this task" would allow' }),
      })
      .nullable()
      .meta({ description: 'The tool call that waits; null for other dependencies' }),
    status: z.enum(DEPENDENCY_STATUSES),
    scope: z.enum(PERMISSION_SCOPES).nullable(),
    filePath: z.string().nullable().meta({ description: 'Where an upload went, relative to the workspace' }),
    provisions: z
      .array(z.enum(['value', 'file', 'allow', 'deny', 'skip']))
      .meta({ description: 'What it can be met with' }),
    createdAt: timestampSchema,
    expiresAt: timestampSchema.nullable().meta({ description: 'When an optional one is skipped by itself' }),
    resolvedAt: timestampSchema.nullable(),
    resolvedBy: z.string().nullable(),
    deliveredAt: timestampSchema.nullable(),
  })
  .meta({ id: 'Dependency', description: 'Carries names; a value that was provided is never given out' });
export type DependencyDto = z.infer<typeof dependencySchema>;
export const dependencyListSchema = listOf(dependencySchema).meta({ id: 'DependencyList' });

/** The largest upload: 10 MiB before base64. */
export const MAX_UPLOAD_BYTES = 10 * 1024 * 1024;

export const provideDependencyBodySchema = z
  .union(
    [
      z.strictObject({
        value: z
          .string()
          .min(1, 'must not be empty')
          .refine((value) => utf8Length(value) <= MAX_SECRET_BYTES, 'must have at most 64 KiB')
          .refine((value) => value.trim() !== '', 'must not be blank')
          .refine((value) => !value.includes('\0'), 'must not contain a NUL character'),
      }),
      z.strictObject({
        decision: z.enum(['allow', 'deny']),
        scope: z.enum(PERMISSION_SCOPES).default('once').meta({ description: 'Read for a permission only' }),
      }),
      z.strictObject({
        file: z.strictObject({
          name: z.string().min(1).max(255),
          content: z.base64().meta({ description: 'The bytes, base64; at most 10 MiB' }),
        }),
      }),
      z.strictObject({ skip: z.literal(true) }),
    ],
    'must be {value}, {decision}, {file} or {skip: true}, with a value of the right type',
  )
  .meta({ id: 'ProvideDependencyBody' });
export type ProvideDependencyBody = z.input<typeof provideDependencyBodySchema>;
