import { taskIdSchema } from '@ccs/contract';
import type { TaskId } from '@ccs/core/vocabulary/ids';
import { z } from 'zod';

export const taskParams = z.object({ id: taskIdSchema.transform((id) => id as TaskId) });
