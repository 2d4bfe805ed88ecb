import { GATE_POLICIES } from '@ccs/core/vocabulary/quality';
import { PROGRESS_STATUSES, RUN_OUTCOMES, RUN_PURPOSES, STEP_EVIDENCE } from '@ccs/core/vocabulary/statuses';
import { z } from 'zod';
import { idSchema, listOf, localizedTextSchema, timestampSchema } from './common.ts';
import { failureSchema, taskIdSchema, usageSchema } from './tasks.ts';

export const stepSchema = z.object({
  number: z.number().int(),
  key: z.string(),
  name: z.string().meta({ description: 'In English' }),
  localizedName: localizedTextSchema,
  status: z.enum(PROGRESS_STATUSES),
  evidence: z.enum(STEP_EVIDENCE).nullable(),
  outputs: z.array(z.string()).meta({ description: 'Paths this step must write' }),
  startedAt: timestampSchema.nullable(),
  completedAt: timestampSchema.nullable(),
});

export const outputFileSchema = z
  .object({
    path: z.string(),
    kind: z.enum(['document', 'code', 'test', 'config', 'asset']),
    sizeBytes: z.number().int(),
  })
  .meta({ id: 'OutputFile' });
export type OutputFileDto = z.infer<typeof outputFileSchema>;

export const phaseSchema = z
  .object({
    number: z.number().int(),
    key: z.string(),
    name: z.string().meta({ description: 'In English' }),
    localizedName: localizedTextSchema,
    status: z.enum(PROGRESS_STATUSES),
    startedAt: timestampSchema.nullable(),
    completedAt: timestampSchema.nullable(),
    attempts: z.number().int(),
    workedMs: z.number().int().meta({
      description: 'How long agents worked on it and verified it in runs that have ended, in milliseconds',
    }),
    workingSince: timestampSchema
      .nullable()
      .meta({ description: 'Since when an agent works on it now, to be added to `workedMs`' }),
    outputs: z.array(outputFileSchema).meta({ description: 'What it produced, once it is complete' }),
    gate: z.enum(GATE_POLICIES),
    reworkFor: z
      .enum(['verification', 'review'])
      .nullable()
      .meta({ description: 'Why it is worked on again; null = it is not' }),
    criteria: z
      .array(z.object({ key: z.string(), name: localizedTextSchema }))
      .meta({ description: 'What its verification checks' }),
    steps: z.array(stepSchema),
  })
  .meta({ id: 'Phase' });
export type PhaseDto = z.infer<typeof phaseSchema>;
export const phaseListSchema = listOf(phaseSchema).meta({ id: 'PhaseList' });

export const runSchema = z
  .object({
    id: idSchema('run'),
    taskId: taskIdSchema,
    purpose: z.enum(RUN_PURPOSES),
    phase: z.number().int(),
    status: z.enum(['requested', 'started', 'ended']),
    outcome: z.enum(RUN_OUTCOMES).nullable(),
    failure: failureSchema.nullable(),
    usage: usageSchema.nullable(),
    requestedAt: timestampSchema,
    startedAt: timestampSchema.nullable(),
    endedAt: timestampSchema.nullable(),
  })
  .meta({ id: 'Run' });
export type RunDto = z.infer<typeof runSchema>;
export const runListSchema = listOf(runSchema).meta({ id: 'RunList' });
