import { verificationListSchema } from '@ccs/contract';
import { toReworkDto, toVerificationDto } from '../../dto/verification-dto.ts';
import type { App, HttpDeps } from '../../http-deps.ts';
import { problemResponses } from '../problem-responses.ts';
import { findTask } from '../tasks/find-task.ts';
import { taskParams } from '../tasks/task-params.ts';

export function listVerifications(app: App, deps: HttpDeps): void {
  app.get(
    '/tasks/:id/verifications',
    {
      schema: {
        operationId: 'listVerifications',
        tags: ['reviews'],
        summary: 'Every verification and every attempt to mend what failed, oldest first',
        params: taskParams,
        response: { 200: verificationListSchema, ...problemResponses },
      },
    },
    async (request) => {
      const task = await findTask(deps, request.params.id);
      const [verifications, reworks] = await Promise.all([
        deps.readModels.listVerifications(task.taskId),
        deps.readModels.listReworks(task.taskId),
      ]);
      return {
        items: verifications.map((each) => toVerificationDto(task, each)),
        reworkAttempts: reworks.map(toReworkDto),
      };
    },
  );
}
