import { CRITERION_VERDICTS, REWORK_RESULTS, VERDICTS } from '@ccs/core/vocabulary/quality';
import { z } from 'zod';
import { idSchema, localizedTextSchema, timestampSchema } from './common.ts';
import { failureSchema, taskIdSchema } from './tasks.ts';

export const criterionResultSchema = z
  .object({
    key: z.string(),
    name: localizedTextSchema,
    verdict: z.enum(CRITERION_VERDICTS),
    checkedBy: z.enum(['program', 'verifier']),
    reason: z.string(),
    evidence: z.array(
      z.object({
        path: z.string().meta({ description: 'Relative to the workspace' }),
        line: z.number().int().nullable(),
        text: z.string(),
      }),
    ),
    advice: z.string().nullable(),
  })
  .meta({ id: 'CriterionResult' });
export type CriterionResultDto = z.infer<typeof criterionResultSchema>;

export const verificationSchema = z
  .object({
    id: idSchema('verification'),
    taskId: taskIdSchema,
    phase: z.number().int(),
    runId: idSchema('run'),
    verdict: z.enum(VERDICTS).meta({
      description: '`inconclusive`: the verifier itself failed; neither a pass nor a fail',
    }),
    criteria: z.array(criterionResultSchema),
    tests: z
      .object({
        command: z.string(),
        exitCode: z.number().int().nullable(),
        passed: z.boolean(),
        durationMs: z.number().int(),
        outputTail: z.string(),
      })
      .nullable()
      .meta({ description: "The platform's own run of the project's tests" }),
    failure: failureSchema.nullable(),
    createdAt: timestampSchema,
  })
  .meta({ id: 'Verification' });
export type VerificationDto = z.infer<typeof verificationSchema>;

export const reworkAttemptSchema = z
  .object({
    phase: z.number().int(),
    attemptNumber: z.number().int(),
    verificationId: idSchema('verification'),
    failedCriteria: z.array(z.string()),
    reworkPrompt: z.string(),
    startedAt: timestampSchema,
    completedAt: timestampSchema.nullable(),
    result: z.enum(REWORK_RESULTS).nullable().meta({ description: 'null while it goes on' }),
  })
  .meta({ id: 'ReworkAttempt' });
export type ReworkAttemptDto = z.infer<typeof reworkAttemptSchema>;

export const verificationListSchema = z
  .object({ items: z.array(verificationSchema), reworkAttempts: z.array(reworkAttemptSchema) })
  .meta({ id: 'VerificationList' });
export type VerificationList = z.infer<typeof verificationListSchema>;
