/** Everything that the HTTP edge itself refuses: status, what it means, what to do. */
export const HTTP_PROBLEMS = {
  validation_failed: [
    400,
    'The request does not have the required form.',
    'Correct the fields listed in `errors`.',
  ],
  invalid_json: [400, 'The request body is not valid JSON.', 'Send a JSON object.'],
  invalid_cursor: [
    400,
    'The cursor is not one that this server gave out.',
    'Leave it out to start from the beginning.',
  ],
  path_outside_workspace: [
    400,
    'The path leads outside the workspace.',
    'Use a path relative to the workspace.',
  ],
  not_a_file: [400, 'The path is not a file.', 'Ask for one of the files that the folder lists.'],
  not_a_directory: [400, 'The path is not a folder.', 'Ask for its content instead.'],
  host_not_allowed: [
    403,
    'The Host header is not a name of this server.',
    'Use http://localhost, or add the name to CCS_ALLOWED_HOSTS.',
  ],
  origin_not_allowed: [403, 'A page of another origin made this request.', 'Use the pages of this server.'],
  route_not_found: [404, 'There is nothing at this address.', 'See /api/docs for what there is.'],
  task_not_found: [404, 'There is no such task.', 'It may have been deleted; list the tasks.'],
  review_not_found: [404, 'There is no such review.', "List the task's reviews."],
  question_not_found: [404, 'There is no such question.', "List the task's questions."],
  dependency_not_found: [404, 'There is no such dependency.', "List the task's dependencies."],
  feedback_not_found: [404, 'There is no such feedback.', "Read the task's reviews."],
  file_not_found: [404, 'There is no such file in the workspace.', 'List the folder that it should be in.'],
  illegal_transition: [
    409,
    'The task is not in a state that allows this.',
    'Do one of the operations in `allowed`.',
  ],
  question_closed: [
    409,
    'The question does not wait for an answer any more.',
    'Read it to see how it was resolved.',
  ],
  dependency_closed: [
    409,
    'The dependency is not waited for any more; what was sent has not been kept.',
    'Read it to see how it was resolved.',
  ],
  too_many_asks: [409, 'Too many requests of this task wait already.', 'Answer some of them first.'],
  merge_refused: [
    409,
    'The work cannot be merged as things are; nothing was changed.',
    'Do what the detail says, or take the work as a patch.',
  ],
  workspace_unreadable: [
    409,
    'The history of the workspace cannot be read.',
    'Look whether its folder is still there and whole.',
  ],
  review_closed: [409, 'The review is not open any more.', "Look at the task's newest review."],
  version_conflict: [409, 'Too many changes to this task at the same time.', 'Try again.'],
  payload_too_large: [
    413,
    'The request body is too large.',
    'Send at most 1 MiB; a file to be uploaded, at most 10 MiB.',
  ],
  unsupported_media_type: [415, 'The request body is not JSON.', 'Send content-type: application/json.'],
  task_type_unavailable: [
    422,
    'This version cannot run tasks of this type yet.',
    'Use one of the types in `allowed`.',
  ],
  workspace_source_invalid: [
    422,
    'The project to be changed cannot be used.',
    'Read the detail, and name another folder, task or repository.',
  ],
  provision_mismatch: [422, 'The dependency cannot be met with this.', 'Send one of what is in `allowed`.'],
  upload_refused: [
    422,
    'The file cannot be stored under this name.',
    'Give it another name, or deny the dependency.',
  ],
  secret_name_refused: [
    422,
    'The agent must not be given a variable of this name.',
    'Deny the dependency, and tell the agent to use another name.',
  ],
  feedback_target_invalid: [
    422,
    'The feedback is about lines that this review does not have.',
    'Name lines of the file as the review shows it, or leave them out.',
  ],
  changes_empty: [
    422,
    'The request for changes says nothing that is to be changed.',
    'Add a summary or feedback.',
  ],
  bad_request: [400, 'The request could not be understood.', 'Correct the request.'],
  internal_error: [500, 'The server failed. This is a defect.', 'Try again; if it happens again, report it.'],
} as const satisfies Record<string, readonly [number, string, string]>;

export type HttpProblemCode = keyof typeof HTTP_PROBLEMS;

/** A request that the edge refuses. */
export class HttpProblem extends Error {
  readonly code: HttpProblemCode;
  readonly detail: string | undefined;

  constructor(code: HttpProblemCode, detail?: string) {
    super(code);
    this.code = code;
    this.detail = detail;
  }
}
