import type { Failure } from '@ccs/core/vocabulary/failures';
import { classify } from './classify.ts';
import type { ConversationEnd } from './conversation.ts';
import type { ErrorTraces } from './message-reader.ts';
import { messageOf } from './message-of.ts';
import type { Redact } from './redactor.ts';
import type { AgentProcess } from './spawn-agent.ts';

/** The failure in which a conversation ended that neither completed nor waits for a person. */
export function judge(
  end: Exclude<ConversationEnd, { kind: 'completed' | 'blocked' }>,
  traces: Readonly<ErrorTraces>,
  agent: AgentProcess | null,
  redact: Redact,
): Failure {
  if (end.kind === 'incomplete') {
    const { missing } = end.shortfall;
    const details =
      missing.length > 0
        ? `Missing:\n${missing.map((line) => `- ${line}`).join('\n')}`
        : 'All outputs are on disk, but the agent never said that the phase is complete.';
    return { code: 'phase_incomplete', details };
  }
  const result = end.kind === 'error_result' ? end.result : null;
  return classify({
    spawnError: agent?.spawnError() ?? null,
    result: result && {
      text: redact(result.subtype === 'success' ? result.result : result.errors.join('\n')),
      apiErrorStatus: (result.subtype === 'success' && result.api_error_status) || null,
      terminalReason: result.terminal_reason ?? null,
    },
    ...traces,
    exit: agent?.exit() ?? null,
    stderrTail: agent?.stderrTail() ?? '',
    thrown: end.kind === 'cut' && end.thrown !== null ? redact(messageOf(end.thrown)) : null,
  });
}
