import { problemKindSchema } from '@ccs/contract';
import { z } from 'zod';
import type { App } from '../../http-deps.ts';
import { HTTP_PROBLEMS, type HttpProblemCode } from '../../problems.ts';
import { problemResponses } from '../problem-responses.ts';

const CODES = Object.keys(HTTP_PROBLEMS) as [HttpProblemCode, ...HttpProblemCode[]];

/** What the `type` of a problem leads to. */
export function getProblem(app: App): void {
  app.get(
    '/problems/:code',
    {
      schema: {
        operationId: 'getProblem',
        tags: ['system'],
        summary: 'What a problem code means and what to do about it',
        params: z.object({ code: z.enum(CODES) }),
        response: { 200: problemKindSchema, ...problemResponses },
      },
    },
    (request) => {
      const { code } = request.params;
      const [status, title, whatToDo] = HTTP_PROBLEMS[code];
      return { code, status, title, whatToDo };
    },
  );
}
