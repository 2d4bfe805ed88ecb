import type { PendingInput } from '@ccs/core/task/model/pending-input';
import { setTimeout as sleep } from 'node:timers/promises';
import { chatPrompt } from '../prompt/chat-prompt.ts';
import { inputPrompt } from '../prompt/input-prompt.ts';
import type { Conversation, Role, Work } from './hold-conversation.ts';
import { takeSignal } from './take-signal.ts';
import { withNotes } from './phase-role.ts';

/** A turn that is not broken off by then goes on, and hears what is said when it can. */
const INTERRUPT_MS = 5_000;
const GO_ON = 'Your last turn was cut short. Go on from where you were.';

/** A free conversation: it goes on until everything that was said is answered, or a person is needed. */
export function createChatRole(
  { run, desk }: Work,
  { asking, talk, delivery, interrupt }: Conversation,
  options: {
    readonly resumed: boolean;
    /** A turn is over: what it changed may be kept. */
    readonly onTurn: () => void;
  },
): Role {
  const { resumed, onTurn } = options;
  /** What people said for after the turn. */
  const later: PendingInput[] = [];
  let interrupting = 0;

  const say = (input: readonly PendingInput[]): void => talk.say(inputPrompt({ phase: null, input }, []));
  const breakIn = async (input: PendingInput): Promise<void> => {
    interrupting += 1;
    // A turn that is just over cannot be broken off; what is said then is heard next.
    await Promise.race([interrupt().catch(() => undefined), sleep(INTERRUPT_MS, undefined, { ref: false })]);
    say([input]);
    interrupting -= 1;
  };

  return {
    tools: { completion: null, proposeResolution: null },
    async take(facts) {
      for (const fact of facts) {
        if (fact.kind !== 'signal') continue;
        const { signal } = fact;
        if (signal.kind !== 'step' && signal.kind !== 'phase') await takeSignal(signal, asking, desk.log);
      }
    },
    async opening() {
      const input = delivery.unsaid;
      const said = input.length > 0 ? inputPrompt({ phase: null, input }, []) : '';
      if (resumed) return said || GO_ON;
      return said === '' ? chatPrompt(run) : `${chatPrompt(run)}\n\n${said}`;
    },
    hear(input) {
      if (input.kind === 'message' && input.delivery === 'interrupt') void breakIn(input);
      else if (input.kind === 'message') later.push(input);
      else say([input]);
    },
    isInterrupting: () => interrupting > 0,
    async turnEnded(result) {
      onTurn();
      if (asking.isWaiting) return { kind: 'blocked' };
      if (result.is_error) return { kind: 'error_result', result };
      await asking.askForHints();
      if (asking.isWaiting) return { kind: 'blocked' };
      const input = later.splice(0);
      const notes = asking.takeNotes();
      if (input.length === 0 && notes.length === 0) return { kind: 'completed' };
      talk.say(withNotes(inputPrompt({ phase: null, input }, []), notes));
      return null;
    },
    async cutOff() {
      return asking.isWaiting ? { kind: 'blocked' } : null;
    },
  };
}
