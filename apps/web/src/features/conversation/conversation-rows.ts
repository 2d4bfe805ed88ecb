import type { LogLineDto, MessageDto } from '@ccs/contract';

/** One row of a conversation: words of the person or the agent, an error, or the tools used in between. */
export type ConversationRow =
  | { readonly kind: 'prompt'; readonly key: string; readonly text: string }
  | { readonly kind: 'message'; readonly key: string; readonly message: MessageDto }
  | { readonly kind: 'answer' | 'error'; readonly key: string; readonly line: LogLineDto }
  | { readonly kind: 'tools'; readonly key: string; readonly calls: readonly LogLineDto[] };

/** What is loaded of a conversation, oldest first. */
export interface Loaded {
  readonly prompt: string;
  /** Log lines of CONVERSATION_KINDS. */
  readonly lines: readonly LogLineDto[];
  readonly messages: readonly MessageDto[];
  /** The lines reach back to the first one. */
  readonly isWhole: boolean;
}

/** The kinds of log lines that a conversation is made of. */
export const CONVERSATION_KINDS = ['prompt', 'text', 'tool_use', 'tool_result', 'error'] as const;

/**
 * A conversation as rows. A message stands where the agent got it: before the prompt in the log that carries its words,
 * else by the time of its delivery; one that was not delivered yet stands last. What was delivered before the loaded
 * lines begin is left out.
 */
export function conversationRows({ prompt, lines, messages, isWhole }: Loaded): readonly ConversationRow[] {
  const rows: ConversationRow[] = isWhole ? [{ kind: 'prompt', key: 'prompt', text: prompt }] : [];
  let calls: LogLineDto[] = [];
  const placed = placeMessages(lines, messages, isWhole);
  const flush = () => {
    const [first] = calls;
    if (first) rows.push({ kind: 'tools', key: `tools-${first.seq}`, calls });
    calls = [];
  };
  const say = (at: number) => {
    for (const message of placed.get(at) ?? []) {
      flush();
      rows.push({ kind: 'message', key: message.id, message });
    }
  };
  for (const [index, line] of lines.entries()) {
    say(index);
    if (line.kind === 'tool_use') calls.push(line);
    if (line.kind !== 'error' && (line.kind !== 'text' || line.parentToolUseId !== undefined)) continue;
    flush();
    rows.push({ kind: line.kind === 'text' ? 'answer' : 'error', key: `line-${line.seq}`, line });
  }
  flush();
  say(lines.length);
  return rows;
}

/** The messages by the index of the line that each stands before. */
function placeMessages(
  lines: readonly LogLineDto[],
  messages: readonly MessageDto[],
  isWhole: boolean,
): ReadonlyMap<number, readonly MessageDto[]> {
  const placed = new Map<number, MessageDto[]>();
  let from = 0;
  for (const message of messages) {
    const at = placeOf(message, lines, from);
    if (at === 0 && !isWhole && lines.length > 0) continue;
    from = at;
    placed.set(at, [...(placed.get(at) ?? []), message]);
  }
  return placed;
}

/** Never before `from`: messages keep their order. */
function placeOf(
  { text, sentAt, deliveredAt }: MessageDto,
  lines: readonly LogLineDto[],
  from: number,
): number {
  if (deliveredAt === null) return lines.length;
  const words = text.trim();
  const delivered = Math.max(from, firstAt(lines, deliveredAt));
  for (let index = Math.max(from, firstAt(lines, sentAt)); index <= delivered; index += 1) {
    const line = lines[index];
    if (line?.kind === 'prompt' && line.text.includes(words)) return index;
  }
  return delivered;
}

/** The index of the first line at or after a time, by halving. */
function firstAt(lines: readonly LogLineDto[], time: string): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.at ?? '') < time) low = middle + 1;
    else high = middle;
  }
  return low;
}
