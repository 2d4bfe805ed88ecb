/**
 * Why a run of an agent failed: a stable code, what it means and what the person can do. The web translates by
 * code; API clients get these English texts.
 */
export const FAILURES = {
  agent_not_signed_in: {
    meaning: 'Claude Code has no credentials, so it could not start working.',
    whatToDo:
      'Sign in with `npm run login` in the server folder, or set ANTHROPIC_API_KEY and restart the server. Then retry.',
  },
  agent_authentication_failed: {
    meaning: 'The API refused the credentials that Claude Code used.',
    whatToDo: 'Check the API key or sign in again with `npm run login` in the server folder. Then retry.',
  },
  agent_rate_limited: {
    meaning: 'The API refused further requests because a usage limit is reached.',
    whatToDo: 'Wait until the limit resets, then retry: the conversation and the files are kept.',
  },
  agent_overloaded: {
    meaning: 'The API was overloaded and did not recover while Claude Code retried.',
    whatToDo: 'Retry in a few minutes: the conversation and the files are kept.',
  },
  agent_api_error: {
    meaning: 'The API answered with an error that Claude Code could not get past.',
    whatToDo: 'Read the details, then retry: the conversation and the files are kept.',
  },
  agent_connection_failed: {
    meaning: 'Claude Code could not reach the API.',
    whatToDo: 'Check the network and ANTHROPIC_BASE_URL, then retry.',
  },
  agent_credit_exhausted: {
    meaning: 'The account has no credit left.',
    whatToDo: 'Add credit to the account, then retry.',
  },
  agent_context_exceeded: {
    meaning: 'The conversation grew larger than the model accepts.',
    whatToDo: 'Retry; if it fails again, split the task into smaller ones.',
  },
  agent_model_not_found: {
    meaning: 'The configured model does not exist or this account may not use it.',
    whatToDo: 'Correct ANTHROPIC_MODEL, restart the server and retry.',
  },
  agent_binary_missing: {
    meaning: 'The Claude Code program could not be started.',
    whatToDo:
      'Run `claude-code-server doctor`; reinstalling with `npm ci --include=optional` brings it back.',
  },
  agent_exited: {
    meaning: 'The Claude Code process ended before it finished its turn.',
    whatToDo: 'Read the last lines of the log, then retry: the conversation and the files are kept.',
  },
  agent_turn_failed: {
    meaning: 'Claude Code ended its turn with an error.',
    whatToDo: 'Read the details, then retry.',
  },
  phase_incomplete: {
    meaning: 'The agent ended its turn several times without producing everything that the phase requires.',
    whatToDo: 'Look at what is missing in the details, then retry, or change the prompt.',
  },
  verifier_no_verdict: {
    meaning: 'The verifier ended without a verdict that can be read. The work was neither passed nor failed.',
    whatToDo: 'Look at the files yourself and decide, or request changes to have the phase verified again.',
  },
  workspace_source_unavailable: {
    meaning: 'The project to be changed could not be brought into the workspace.',
    whatToDo: 'Read the details; check the folder or the address and branch, then retry.',
  },
  workspace_unavailable: {
    meaning: 'The workspace folder could not be created or written.',
    whatToDo: 'Check that the output folder exists, is writable and has free space. Then retry.',
  },
  git_missing: {
    meaning: 'The `git` program was not found; every workspace is a git repository.',
    whatToDo: 'Install git and make sure it is on the PATH of the server. Then retry.',
  },
  cancelled: {
    meaning: 'A person cancelled the task.',
    whatToDo: 'Execute it again to continue from where it was.',
  },
  internal_error: {
    meaning: 'The platform itself failed while it ran this task. This is a defect.',
    whatToDo: 'Retry; if it happens again, report it with the details.',
  },
} as const satisfies Record<string, { meaning: string; whatToDo: string }>;

export type FailureCode = keyof typeof FAILURES;

/** A failure as it is recorded: the code, and particulars of this case (never secrets). */
export interface Failure {
  readonly code: FailureCode;
  readonly details?: string;
}
