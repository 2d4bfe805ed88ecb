import type { InputId } from '@ccs/core/task/model/events';
import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { hasMark, inputMark } from '../prompt/input-mark.ts';
import { NOT_HELD_BACK } from './tool-call.ts';

/** The transcript of a Claude session anywhere under the configuration folder; null while it has none. */
export async function findTranscript(configDir: string, sessionId: string): Promise<string | null> {
  const projects = join(configDir, 'projects');
  const folders = await readdir(projects).catch(() => []);
  for (const folder of folders) {
    const path = join(projects, folder, `${sessionId}.jsonl`);
    const found = await stat(path).catch(() => null);
    if (found && found.size > 0) return path;
  }
  return null;
}

/** What Claude Code writes as the result of a call that a dead process had begun: nobody knows what became of it. */
const CUT_OFF = /^\[Tool (?:call interrupted|result missing)/;
const CHUNK_BYTES = 1024 * 1024;

/** A call that waits for the session to be resumed. */
export interface HeldBackCall {
  readonly toolUseId: string;
  readonly tool: string;
}

interface Line {
  readonly type?: unknown;
  readonly isSidechain?: unknown;
  readonly message?: { readonly content?: unknown };
  readonly attachment?: {
    readonly type?: unknown;
    readonly toolUseID?: unknown;
    readonly toolName?: unknown;
    readonly prompt?: unknown;
  };
}

interface Block {
  readonly type?: unknown;
  readonly text?: unknown;
  readonly tool_use_id?: unknown;
  readonly content?: unknown;
}

/**
 * What the transcript of a session shows of the platform's side: which inputs it holds, which calls have a result, which
 * call is held back. Only what Claude Code has put into the conversation counts, not what waits in its queue. Reads on
 * where it stopped.
 */
export class Transcript {
  readonly #find: () => Promise<string | null>;
  #path: string | null = null;
  #offset = 0;
  #rest = Buffer.alloc(0);
  readonly #said: string[] = [];
  readonly #results = new Set<string>();
  readonly #deferred = new Map<string, HeldBackCall>();

  constructor(find: () => Promise<string | null>) {
    this.#find = find;
  }

  /** Whether an input is in the conversation. */
  holds(id: InputId): boolean {
    const mark = inputMark(id);
    return this.#said.some((text) => text.includes(mark));
  }

  /** Whether a call that was held back has been made, or refused, when the session was resumed. */
  isSettled(toolUseId: string): boolean {
    return this.#deferred.has(toolUseId) && this.#results.has(toolUseId);
  }

  /** The call that Claude Code holds back and makes when the session is resumed; null when there is none. */
  get heldBack(): HeldBackCall | null {
    const last = [...this.#deferred.values()].at(-1);
    return last && !this.#results.has(last.toolUseId) ? last : null;
  }

  /** Reads what was written since the last time. */
  async refresh(): Promise<void> {
    this.#path ??= await this.#find();
    if (this.#path === null) return;
    const file = await open(this.#path, 'r').catch(() => null);
    if (!file) return;
    try {
      const buffer = Buffer.alloc(CHUNK_BYTES);
      for (;;) {
        const { bytesRead } = await file.read(buffer, 0, buffer.length, this.#offset);
        if (bytesRead === 0) return;
        this.#offset += bytesRead;
        this.#take(buffer.subarray(0, bytesRead));
      }
    } finally {
      await file.close();
    }
  }

  #take(bytes: Buffer): void {
    const end = bytes.lastIndexOf(0x0a);
    if (end < 0) {
      this.#rest = Buffer.concat([this.#rest, bytes]);
      return;
    }
    const whole = Buffer.concat([this.#rest, bytes.subarray(0, end)]).toString('utf8');
    this.#rest = Buffer.from(bytes.subarray(end + 1));
    for (const line of whole.split('\n')) if (TELLING.test(line)) this.#read(line);
  }

  #read(text: string): void {
    const line = parse(text);
    if (line.isSidechain === true) return;
    const { attachment } = line;
    if (line.type === 'attachment') {
      if (attachment?.type === 'queued_command') this.#say(attachment.prompt);
      if (attachment?.type === 'hook_deferred_tool') {
        const toolUseId = String(attachment.toolUseID);
        this.#deferred.set(toolUseId, { toolUseId, tool: String(attachment.toolName) });
      }
    } else if (line.type === 'user') this.#readUser(line.message?.content);
  }

  #readUser(content: unknown): void {
    if (!Array.isArray(content)) return this.#say(content);
    for (const block of content as Block[]) {
      if (block.type === 'text') this.#say(block.text);
      else if (block.type === 'tool_result') {
        const isCut = typeof block.content === 'string' && isGivenUp(block.content);
        // Such a call is not made any more.
        if (isCut) this.#deferred.delete(String(block.tool_use_id));
        else this.#results.add(String(block.tool_use_id));
      }
    }
  }

  #say(content: unknown): void {
    if (typeof content === 'string') {
      if (hasMark(content)) this.#said.push(content);
    } else if (Array.isArray(content)) {
      for (const block of content as Block[]) if (block.type === 'text') this.#say(block.text);
    }
  }
}

/** Whether the result of a call that was held back tells nothing of what a person decided. */
function isGivenUp(result: string): boolean {
  return CUT_OFF.test(result) || result.includes(NOT_HELD_BACK);
}

/** Most of a transcript is of no interest here, and long. */
const TELLING = /"type":"user"|"queued_command"|"hook_deferred_tool"/;

function parse(text: string): Line {
  try {
    const line: unknown = JSON.parse(text);
    return typeof line === 'object' && line !== null ? line : {};
  } catch {
    return {};
  }
}
