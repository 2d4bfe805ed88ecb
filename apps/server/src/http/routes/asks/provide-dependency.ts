import { dependencySchema, MAX_UPLOAD_BYTES, provideDependencyBodySchema } from '@ccs/contract';
import { toDependencyDto } from '../../dto/ask-dto.ts';
import type { App, HttpDeps } from '../../http-deps.ts';
import { Turns } from '../../turns.ts';
import { problemResponses } from '../problem-responses.ts';
import { dependencyParams, findDependency } from './ask-params.ts';
import { storeFile, storeSecret, storeWord } from './store-provision.ts';

/** An upload in base64, and the JSON around it. */
const BODY_LIMIT_BYTES = Math.ceil(MAX_UPLOAD_BYTES / 3) * 4 + 4096;

export function provideDependency(app: App, deps: HttpDeps): void {
  const turns = new Turns();
  app.post(
    '/dependencies/:id/provide',
    {
      bodyLimit: BODY_LIMIT_BYTES,
      schema: {
        operationId: 'provideDependency',
        tags: ['asks'],
        summary: 'Provide, allow, deny or skip what the agent needs, once; the task goes on by itself',
        description:
          'A value is encrypted, becomes an environment variable of the agent under the name of the dependency, and is ' +
          'never given out again. A file goes into the workspace. `provisions` of the dependency says what it takes.',
        params: dependencyParams,
        body: provideDependencyBodySchema,
        response: { 200: dependencySchema, ...problemResponses },
      },
    },
    async (request) => {
      const { id } = request.params;
      const { body } = request;
      // One at a time, so that the file of whoever comes second never replaces the first one's.
      await turns.take(id, async () => {
        const dependency = await findDependency(deps, id);
        if ('value' in body) return storeSecret(deps, dependency, body.value);
        if ('file' in body) return storeFile(deps, dependency, body.file);
        if ('skip' in body) return storeWord(deps, dependency, { kind: 'skip' });
        const { decision, scope } = body;
        return storeWord(deps, dependency, decision === 'deny' ? { kind: 'deny' } : { kind: 'allow', scope });
      });
      return toDependencyDto(await findDependency(deps, id));
    },
  );
}
