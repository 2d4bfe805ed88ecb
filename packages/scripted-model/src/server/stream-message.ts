import type { ServerResponse } from 'node:http';
import { setTimeout as rest } from 'node:timers/promises';
import type { Block, Delivery, MessageReply } from '../scenario/scenario.ts';
import type { Usage } from './usage.ts';

const TEXT_CHUNK = 160;
const JSON_CHUNK = 4096;

/** What frames the content of a message: its id, its model and what it cost. */
export interface Envelope {
  id: string;
  model: string;
  usage: Usage;
}

/** Stream a message as the Messages API does (server-sent events), in the way its delivery says. */
export async function streamMessage(
  response: ServerResponse,
  reply: MessageReply,
  envelope: Envelope,
  pace: Delivery,
): Promise<void> {
  const delivery = { ...pace, ...reply.delivery };
  const { id, model, usage } = envelope;
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
  const send = (type: string, data: object): void => {
    response.write(`event: ${type}\ndata: ${JSON.stringify({ type, ...data })}\n\n`);
  };
  const started = { ...usage, output_tokens: 1 };
  const blank = { type: 'message', role: 'assistant', content: [], stop_reason: null, stop_sequence: null };
  send('message_start', { message: { id, model, ...blank, usage: started } });
  for (const [index, block] of reply.content.entries()) {
    const breakAt = delivery.breakAt?.block === index ? delivery.breakAt : undefined;
    if (breakAt && !breakAt.inside) return breakOff(response, breakAt);
    send('content_block_start', { index, content_block: opening(block) });
    const deltas = deltasOf(block, breakAt ? halved(block, delivery) : delivery);
    for (const [n, delta] of deltas.entries()) {
      if (breakAt && n >= deltas.length / 2) return breakOff(response, breakAt);
      if (delivery.delayMs) await rest(delivery.delayMs);
      if (response.destroyed) return;
      send('content_block_delta', { index, delta });
      if (response.writableNeedDrain) await drained(response);
    }
    send('content_block_stop', { index });
  }
  const end = { stop_reason: reply.stopReason, stop_sequence: null };
  if (delivery.breakAt && delivery.breakAt.block >= reply.content.length) {
    return breakOff(response, delivery.breakAt);
  }
  send('message_delta', { delta: end, usage: { output_tokens: usage.output_tokens } });
  send('message_stop', {});
  response.end();
}

function opening(block: Block): object {
  return block.type === 'text'
    ? { type: 'text', text: '' }
    : { type: 'tool_use', id: block.id, name: block.name, input: {} };
}

function deltasOf(block: Block, delivery: Delivery): object[] {
  return block.type === 'text'
    ? chunks(block.text, delivery.textChunk ?? TEXT_CHUNK).map((text) => ({ type: 'text_delta', text }))
    : chunks(JSON.stringify(block.input), delivery.jsonChunk ?? JSON_CHUNK).map((partial_json) => ({
        type: 'input_json_delta',
        partial_json,
      }));
}

/** A block that breaks off inside needs at least two deltas. */
function halved(block: Block, delivery: Delivery): Delivery {
  const length = block.type === 'text' ? block.text.length : JSON.stringify(block.input).length;
  const half = Math.ceil(length / 2);
  const textChunk = Math.min(half, delivery.textChunk ?? TEXT_CHUNK);
  return { ...delivery, textChunk, jsonChunk: Math.min(half, delivery.jsonChunk ?? JSON_CHUNK) };
}

/** Cut a text into pieces of `size` UTF-16 units, never between the halves of a surrogate pair. */
function chunks(text: string, size: number): string[] {
  const pieces: string[] = [];
  for (let from = 0; from < text.length; ) {
    let to = Math.min(text.length, from + Math.max(1, size));
    if (/[\ud800-\udbff]/.test(text.charAt(to - 1)) && to < text.length) to += 1;
    pieces.push(text.slice(from, to));
    from = to;
  }
  return pieces;
}

function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const go = (): void => {
      response.off('drain', go);
      response.off('close', go);
      resolve();
    };
    response.on('drain', go);
    response.on('close', go);
  });
}

async function breakOff(response: ServerResponse, at: NonNullable<Delivery['breakAt']>): Promise<void> {
  if (at.how === 'silence') await silence(response, at.silenceMs ?? 600_000);
  // What was said before must arrive: wait until the socket has taken it, then hang up without the end of the message.
  await new Promise<void>((resolve) => response.write(': cut\n\n', () => resolve()));
  response.socket?.destroy();
}

/** Say nothing for `ms` milliseconds, or until the other side hangs up. */
export function silence(response: ServerResponse, ms: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    response.once('close', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
