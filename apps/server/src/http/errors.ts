import type { Problem } from '@ccs/contract';
import { DomainError, type DomainErrorDetails } from '@ccs/core/kernel/domain-error';
import { GitReadError, MergeRefusedError, RevisionError, UploadRefusedError } from '@ccs/agent';
import { InvalidCursorError } from '@ccs/storage';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { WorkspaceFileError } from '../runtime/workspace-files.ts';
import type { App } from './http-deps.ts';
import { HTTP_PROBLEMS, HttpProblem, type HttpProblemCode } from './problems.ts';

type Particulars = Pick<Problem, 'detail' | 'errors' | 'allowed'>;

/** Every error leaves as problem details (RFC 9457) with a stable code. */
export function registerErrors(app: App): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const [code, particulars] = classify(error);
    if (code === 'internal_error') request.log.error({ err: error, url: request.url }, 'request failed');
    return sendProblem(request, reply, code, particulars);
  });
}

export function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  code: HttpProblemCode,
  particulars: Particulars,
): FastifyReply {
  const [status, title, whatToDo] = HTTP_PROBLEMS[code];
  const problem: Problem = {
    type: `/api/problems/${code}`,
    title,
    status,
    code,
    whatToDo,
    instance: request.url.split('?')[0],
    ...particulars,
  };
  return reply.status(status).type('application/problem+json').serializer(JSON.stringify).send(problem);
}

function classify(error: FastifyError): readonly [HttpProblemCode, Particulars] {
  if (error instanceof HttpProblem) return [error.code, error.detail ? { detail: error.detail } : {}];
  if (error instanceof DomainError) return [error.details.code, describeDomainError(error.details)];
  if (error instanceof WorkspaceFileError) return [error.code, {}];
  if (error instanceof RevisionError) return ['path_outside_workspace', {}];
  if (error instanceof UploadRefusedError) return ['upload_refused', { detail: error.message }];
  if (error instanceof MergeRefusedError) return ['merge_refused', { detail: error.message }];
  if (error instanceof GitReadError) return ['workspace_unreadable', {}];
  if (error instanceof InvalidCursorError) return ['invalid_cursor', {}];
  if (hasZodFastifySchemaValidationErrors(error)) {
    const errors = error.validation.map((issue) => ({
      path: `${error.validationContext ?? 'request'}${issue.instancePath.replaceAll('/', '.')}`,
      message: issue.message ?? 'is not valid',
    }));
    return [
      'validation_failed',
      { errors, detail: errors.map((each) => `${each.path}: ${each.message}`).join('; ') },
    ];
  }
  switch (error.code) {
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
      return ['invalid_json', {}];
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return ['payload_too_large', {}];
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return ['unsupported_media_type', {}];
    default:
      return error.statusCode !== undefined && error.statusCode < 500
        ? ['bad_request', { detail: error.message }]
        : ['internal_error', {}];
  }
}

function describeDomainError(details: DomainErrorDetails): Particulars {
  switch (details.code) {
    case 'illegal_transition':
      return { detail: `${details.operation} while ${details.status}`, allowed: [...details.allowed] };
    case 'task_type_unavailable':
      return { detail: details.type, allowed: [...details.available] };
    case 'task_not_found':
    case 'version_conflict':
      return { detail: details.taskId };
    case 'review_not_found':
    case 'changes_empty':
      return { detail: details.reviewId };
    case 'question_not_found':
      return { detail: details.questionId };
    case 'question_closed':
      return { detail: `${details.questionId} is ${details.status}` };
    case 'dependency_not_found':
      return { detail: details.dependencyId };
    case 'dependency_closed':
      return { detail: `${details.dependencyId} is ${details.status}` };
    case 'provision_mismatch':
      return { detail: `${details.given} for a ${details.type}`, allowed: [...details.allowed] };
    case 'feedback_not_found':
      return { detail: details.feedbackId };
    case 'merge_refused':
      return { detail: details.reason };
    case 'too_many_asks':
      return {};
    case 'review_closed':
      return { detail: `${details.reviewId} is ${details.status}` };
  }
}
