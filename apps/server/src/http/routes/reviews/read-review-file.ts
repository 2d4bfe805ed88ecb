import { fileContentSchema, reviewFileQuerySchema } from '@ccs/contract';
import type { App, HttpDeps } from '../../http-deps.ts';
import { HttpProblem } from '../../problems.ts';
import { problemResponses } from '../problem-responses.ts';
import { openReviewFiles } from './review-files.ts';
import { findReview, reviewParams } from './review-params.ts';

export function readReviewFile(app: App, deps: HttpDeps): void {
  app.get(
    '/reviews/:id/files/content',
    {
      schema: {
        operationId: 'readReviewFile',
        tags: ['reviews'],
        summary: 'A file as it is under review, whatever the workspace holds now; at most 2 MiB',
        params: reviewParams,
        querystring: reviewFileQuerySchema,
        response: { 200: fileContentSchema, ...problemResponses },
      },
    },
    async (request) => {
      const review = await findReview(deps, request.params.id);
      const { path } = request.query;
      const file = await (await openReviewFiles(deps, review.taskId)).read(review.commit, path);
      if (!file) throw new HttpProblem('file_not_found', path);
      const { content, binary, sizeBytes, truncated } = file;
      const encoding = binary ? ('binary' as const) : ('utf8' as const);
      return { path, sizeBytes, encoding, content, truncated };
    },
  );
}
