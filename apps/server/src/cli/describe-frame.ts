import type { StreamFrame } from '@ccs/contract';
import { findPhase } from '@ccs/core/vocabulary/pipelines/registry';

const SHOWN_LINES = new Set(['tool_use', 'error', 'system']);

/** One line for the terminal, or null for what is not worth one. */
export function describeFrame(frame: StreamFrame): string | null {
  if (frame.line) {
    const { kind, text, parentToolUseId } = frame.line;
    return SHOWN_LINES.has(kind)
      ? `    ${parentToolUseId ? '  ' : ''}${printable(text.split('\n')[0] ?? '')}`
      : null;
  }
  if (!frame.event) return null;
  const { type, payload } = frame.event;
  const phase = findPhase('create_app', Number(payload['phase']));
  const step = phase?.steps.find((candidate) => candidate.number === payload['step']);
  switch (type) {
    case 'PhaseStarted':
      return `Phase ${phase?.number} · ${phase?.name.en}`;
    case 'StepCompleted':
      return `  ✓ ${phase?.number}.${step?.number} ${step?.name.en}`;
    case 'ReviewApproved':
      return `  Review approved\n`;
    case 'VerificationCompleted':
      return describeVerdict(payload);
    case 'ReworkStarted':
      return `  Rework ${String(payload['attempt'])} of 3`;
    case 'TaskCompleted':
      return 'Task completed';
    case 'TaskFailed':
      return 'Task failed';
    default:
      return null;
  }
}

/** Without what would steer the terminal: the text is an agent's. */
export function printable(text: string): string {
  return text.replace(/[^\P{Cc}\n]/gu, '');
}

function describeVerdict({ verdict, criteria }: Readonly<Record<string, unknown>>): string {
  const failed = (criteria as readonly { key: string; verdict: string; reason: string }[]).filter(
    (each) => each.verdict === 'fail',
  );
  const lines = failed.map((each) => `\n    ✗ ${each.key}: ${printable(each.reason)}`);
  return `  Verification ${String(verdict)}${lines.join('')}`;
}
