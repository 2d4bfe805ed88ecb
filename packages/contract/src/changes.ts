import { z } from 'zod';

const DOCUMENTS = 'With what the task wrote about its change, in `docs/changes/<task id>/`';

/** `POST /api/tasks/{id}/merge`. */
export const mergeBodySchema = z
  .strictObject({
    squash: z.boolean().default(true).meta({
      description:
        "true: one commit in the task's name; false: a merge commit with every commit of the work. Not for plain folders",
    }),
    documents: z.boolean().default(false).meta({ description: DOCUMENTS }),
  })
  .meta({ id: 'MergeBody' });
export type MergeBody = z.input<typeof mergeBodySchema>;

/** `GET /api/tasks/{id}/merge`: what a merge would do. */
export const mergePlanSchema = z
  .object({
    into: z.string().nullable().meta({
      description:
        'The branch that is checked out, or the folder when it is no repository; null while no branch is checked out',
    }),
    workBranch: z.string().nullable().meta({
      description: 'The branch in that repository that the agent works on; null for a plain folder',
    }),
    files: z.number().int().meta({ description: 'Changed files without the documents' }),
    documents: z.number().int().meta({ description: 'Changed documents about the change itself' }),
  })
  .meta({ id: 'MergePlan' });
export type MergePlanDto = z.infer<typeof mergePlanSchema>;

/** `GET /api/tasks/{id}/patch`. */
export const patchQuerySchema = z.object({
  documents: z
    .enum(['true', 'false'])
    .default('true')
    .transform((value) => value === 'true')
    .meta({ description: DOCUMENTS }),
});
