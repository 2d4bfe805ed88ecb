import {
  AGENT_STATUSES,
  BLOCKED_BY,
  MODEL_PROVIDERS,
  QUEUE_PRIORITIES,
  TASK_OPERATIONS,
  TASK_STATUSES,
} from '@ccs/core/vocabulary/statuses';
import { GATE_POLICIES } from '@ccs/core/vocabulary/quality';
import { LANGUAGES } from '@ccs/core/vocabulary/language';
import { TASK_TYPES } from '@ccs/core/vocabulary/task-types';
import { z } from 'zod';
import { cleanText, idSchema, integerParam, pageOf, timestampSchema } from './common.ts';

export const taskIdSchema = idSchema('task');

export const failureSchema = z
  .object({
    code: z.string(),
    message: z.string().meta({ description: 'What it means' }),
    whatToDo: z.string(),
    details: z.string().nullable(),
  })
  .meta({ id: 'Failure' });
export type FailureDto = z.infer<typeof failureSchema>;

export const usageSchema = z
  .object({
    inputTokens: z.number().int(),
    outputTokens: z.number().int(),
    cacheCreationInputTokens: z.number().int(),
    cacheReadInputTokens: z.number().int(),
    totalCost: z.number().meta({ description: 'US dollars; an estimate under a subscription' }),
  })
  .meta({ id: 'Usage' });
export type UsageDto = z.infer<typeof usageSchema>;

/** Why nothing goes on. `interrupted`: the server or agent died in mid-run; resume continues. */
export const blockedBySchema = z.enum(BLOCKED_BY);

/** Gate policies by phase number; phases that are absent follow `autoApprove`. */
export const gatesSchema = z
  .record(z.string().regex(/^[1-9]\d?$/, 'must be the number of a phase'), z.enum(GATE_POLICIES))
  .meta({
    description: 'Who opens the gate after a phase, by phase number: `manual`, `auto_if_verified` or `auto`',
  });

/** What a modify_app task works on. */
export const workspaceSourceSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('task'), taskId: taskIdSchema }),
    z.strictObject({
      kind: z.literal('folder'),
      path: z.string().min(1).max(4000).meta({ description: 'Absolute path on the server' }),
    }),
    z.strictObject({
      kind: z.literal('git'),
      url: z.string().min(1).max(2000),
      ref: z.string().min(1).max(250).optional().meta({ description: 'Branch or tag; else the default' }),
    }),
  ])
  .meta({ id: 'WorkspaceSource' });
export type WorkspaceSourceBody = z.infer<typeof workspaceSourceSchema>;

export const taskSchema = z
  .object({
    id: taskIdSchema,
    type: z.enum(TASK_TYPES),
    title: z.string(),
    prompt: z.string(),
    language: z.enum(LANGUAGES),
    provider: z
      .enum(MODEL_PROVIDERS)
      .meta({ description: '`demo`: the scripted model answers, no account is used' }),
    status: z.enum(TASK_STATUSES),
    agentStatus: z.enum(AGENT_STATUSES),
    blockedBy: blockedBySchema.nullable(),
    blockedDetail: z
      .string()
      .nullable()
      .meta({ description: 'The name of the dependency, or the question, that it waits for' }),
    progress: z.number().int().min(0).max(100),
    currentPhase: z.number().int().nullable(),
    currentStep: z.number().int().nullable(),
    currentAction: z
      .string()
      .nullable()
      .meta({ description: 'What the running agent did last, in one line' }),
    workspacePath: z.string(),
    autoApprove: z.boolean(),
    gates: gatesSchema,
    autoAccept: z.boolean().meta({ description: 'false: tools that change things ask for permission' }),
    questionTimeoutMinutes: z
      .number()
      .int()
      .meta({ description: 'When an optional question is answered by its default; 0 = never' }),
    workspace: z
      .object({
        kind: z.enum(['task', 'folder', 'git']),
        location: z.string().meta({ description: 'The task, folder or address' }),
        merged: z.object({ into: z.string(), commit: z.string() }).nullable(),
      })
      .nullable()
      .meta({ description: 'What a modify_app task changes; null for other types' }),
    priority: z.enum(QUEUE_PRIORITIES),
    dependsOn: z.array(taskIdSchema),
    createdAt: timestampSchema,
    updatedAt: timestampSchema,
    startedAt: timestampSchema.nullable(),
    completedAt: timestampSchema.nullable(),
    failure: failureSchema.nullable(),
    usage: usageSchema,
    workedMs: z.number().int().meta({
      description:
        'How long agents worked on it in the runs that have ended, in milliseconds; waiting for a person is not counted',
    }),
    workingSince: timestampSchema.nullable().meta({
      description: 'Since when an agent works on it now, to be added to `workedMs`; null while none does',
    }),
    allowedOperations: z.array(z.enum(TASK_OPERATIONS)).meta({ description: 'What is legal now' }),
    version: z.number().int().meta({ description: 'Version of the event stream that this shows' }),
  })
  .meta({ id: 'Task' });
export type TaskDto = z.infer<typeof taskSchema>;
export type TaskOperation = TaskDto['allowedOperations'][number];

export const createTaskBodySchema = z
  .strictObject({
    type: z.enum(TASK_TYPES),
    title: cleanText(1, 200),
    prompt: cleanText(1, 50_000),
    autoApprove: z.boolean().default(false),
    priority: z.enum(QUEUE_PRIORITIES).default('normal'),
    dependsOn: z.array(taskIdSchema).max(0, 'dependencies between tasks are not available yet').default([]),
    execute: z.boolean().default(false).meta({ description: 'Queue it at once' }),
    language: z.enum(LANGUAGES).default('en').meta({ description: 'Language of the documents' }),
    provider: z.enum(MODEL_PROVIDERS).default('claude'),
    gates: gatesSchema.default({}),
    autoAccept: z.boolean().default(true),
    questionTimeoutMinutes: z
      .number()
      .int()
      .min(0)
      .max(43_200)
      .optional()
      .meta({ description: 'Minutes; 0 = never. Without it, the server decides' }),
    workspace: workspaceSourceSchema.optional().meta({ description: 'Required for modify_app, only there' }),
  })
  .refine((body) => (body.type === 'modify_app') === (body.workspace !== undefined), {
    path: ['workspace'],
    message: 'a modify_app task needs one, other types have none',
  })
  .meta({ id: 'CreateTaskBody' });
export type CreateTaskBody = z.input<typeof createTaskBodySchema>;

export const editTaskBodySchema = z
  .strictObject({
    title: cleanText(1, 200).optional(),
    prompt: cleanText(1, 50_000).optional(),
    autoApprove: z.boolean().optional(),
    gates: gatesSchema.optional(),
    autoAccept: z.boolean().optional(),
    priority: z.enum(QUEUE_PRIORITIES).optional(),
  })
  .refine((body) => Object.keys(body).length > 0, 'give at least one field to change')
  .meta({ id: 'EditTaskBody' });
export type EditTaskBody = z.input<typeof editTaskBodySchema>;

export const listTasksQuerySchema = z.object({
  status: z.enum(TASK_STATUSES).optional(),
  type: z.enum(TASK_TYPES).optional(),
  q: z.string().max(200).optional(),
  limit: integerParam(1, 200).default(50),
  cursor: z.string().max(200).optional(),
});

export const taskPageSchema = pageOf(taskSchema).meta({ id: 'TaskPage' });
export type TaskPage = z.infer<typeof taskPageSchema>;

export const taskCountsSchema = z
  .object({
    total: z.number().int(),
    byStatus: z.record(z.enum(TASK_STATUSES), z.number().int()),
  })
  .meta({ id: 'TaskCounts' });
export type TaskCounts = z.infer<typeof taskCountsSchema>;

export const deleteTaskQuerySchema = z.object({
  removeFiles: z
    .enum(['true', 'false'])
    .default('false')
    .transform((value) => value === 'true'),
});

/** The agent status view of the platform specification, F. */
export const agentStatusViewSchema = z
  .object({
    taskId: taskIdSchema,
    status: z.enum(AGENT_STATUSES),
    currentAction: z.string().optional(),
    currentPhase: z.number().int().optional(),
    currentStep: z.number().int().optional(),
    progress: z.number().int(),
    blockedBy: blockedBySchema.optional(),
    blockedReason: z.string().optional(),
    currentDocument: z.string().optional(),
    stepProgress: z
      .object({ current: z.number().int(), total: z.number().int(), completedSteps: z.array(z.string()) })
      .optional(),
    recentActions: z.array(z.string()).max(5).optional(),
    tokensUsed: z.number().int().optional(),
    lastUpdate: timestampSchema,
  })
  .meta({ id: 'AgentStatusView' });
export type AgentStatusView = z.infer<typeof agentStatusViewSchema>;
