import type { ProtocolSignal } from '../protocol/signal.ts';
import { malformedBlockWords } from './agent-words.ts';
import type { Asking } from './asking.ts';
import type { RunLog } from './run-log.ts';

/** What an agent asks and reports in its text. */
export type AskingSignal = Exclude<ProtocolSignal, { kind: 'step' | 'phase' }>;

const FROM_TEXT = { source: 'text', toolUseId: null, deferred: false } as const;

/** Passes on what the agent said in its text; what became of it, the agent is told at the end of its turn. */
export async function takeSignal(signal: AskingSignal, asking: Asking, log: RunLog): Promise<void> {
  switch (signal.kind) {
    case 'dependency': {
      const { type, name, description, required } = signal;
      const ask = { ...FROM_TEXT, type, name, description, required, permission: null };
      return asking.tell(await asking.dependency(ask), name);
    }
    case 'question': {
      const { kind: _, ...question } = signal;
      const receipt = await asking.question({ ...FROM_TEXT, ...question, multiSelect: false });
      return asking.tell(receipt, signal.question);
    }
    case 'error': {
      const { type, message, details } = signal;
      return asking.error({ type, message, details });
    }
    case 'malformed': {
      const words = malformedBlockWords(signal.block, signal.problem);
      // The agent is spoken to in English.
      const message = words.en;
      log('error', words, { data: { event: 'malformed_block', block: signal.block } });
      asking.note(`${message} Write it again correctly if it still matters.`);
      return asking.error({ type: 'validation_error', message, details: null });
    }
    case 'hint': {
      const { name, type, sentence } = signal;
      return asking.hint({ name, type, sentence });
    }
  }
}
