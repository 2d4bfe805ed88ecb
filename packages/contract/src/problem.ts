import { z } from 'zod';

/** One kind of problem: what the `type` of a problem leads to. */
export const problemKindSchema = z
  .object({ code: z.string(), status: z.number().int(), title: z.string(), whatToDo: z.string() })
  .meta({ id: 'ProblemKind' });

/** Every error on the wire: RFC 9457 problem details with a stable `code` and what to do about it. */
export const problemSchema = z
  .object({
    type: z.string().meta({ description: 'URI reference of the kind of problem' }),
    title: z.string().meta({ description: 'What it means' }),
    status: z.number().int(),
    code: z.string().meta({ description: 'Stable identifier' }),
    detail: z.string().optional().meta({ description: 'Particulars of this case' }),
    whatToDo: z.string(),
    instance: z.string().optional(),
    /** For `validation_failed`: where and what. */
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    /** For `illegal_transition`: the operations that are legal now. */
    allowed: z.array(z.string()).optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof problemSchema>;
