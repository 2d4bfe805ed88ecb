import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readConversation } from '../conversation/conversation.ts';
import { isRecord, type MessagesRequest } from '../conversation/wire.ts';
import { createCounters } from '../scenario/counters.ts';
import type { Delivery, MessageReply, Scenario } from '../scenario/scenario.ts';
import { type Envelope, silence, streamMessage } from './stream-message.ts';
import { tokensOf, usageOf } from './usage.ts';

/** What to play and where. */
export interface ScriptedModelOptions {
  scenario: Scenario;
  /** Port on 127.0.0.1; 0 (the default) lets the system choose. */
  port?: number;
  /** Milliseconds before each delta, for a demo that can be watched. Default 0. */
  pace?: number;
  /** How many requests to remember for tests. Default 0. */
  record?: number;
}

/** A request that was answered, as tests want to see it. */
export interface RecordedRequest {
  sessionId: string;
  agentId: string | undefined;
  body: MessagesRequest;
  /** What the scenario answered: `message`, `http_error` or `silence`. */
  answer: string;
}

/** A running scripted model. */
export interface ScriptedModel {
  /** For `ANTHROPIC_BASE_URL`. */
  url: string;
  /** The latest requests, oldest first, at most `record` of them. */
  requests: readonly RecordedRequest[];
  /** Stop listening and cut all connections. */
  close(): Promise<void>;
}

const MAX_BODY_BYTES = 64 * 1024 * 1024;

/** Start a Messages API on loopback that plays a scenario. Rejects when the port is taken. */
export async function startScriptedModel(options: ScriptedModelOptions): Promise<ScriptedModel> {
  const requests: RecordedRequest[] = [];
  const counters = createCounters();
  const pace: Delivery = options.pace ? { delayMs: options.pace, textChunk: 24, jsonChunk: 512 } : {};
  let served = 0;

  const answerMessage = async (request: IncomingMessage, response: ServerResponse, raw: string) => {
    const body = parse(raw);
    if (body === undefined)
      return fail(response, 400, 'invalid_request_error', 'The body is not a JSON object.');
    const agentId = header(request, 'x-claude-code-agent-id');
    const sessionId = header(request, 'x-claude-code-session-id') ?? '';
    const conversation = readConversation(body, agentId);
    const reply = options.scenario.reply({ conversation, sessionId, counters });
    requests.push({ sessionId, agentId, body, answer: reply.kind });
    if (requests.length > (options.record ?? 0)) requests.shift();
    if (reply.kind === 'http_error') {
      return fail(response, reply.status, reply.type, reply.message, reply.headers);
    }
    if (reply.kind === 'silence') {
      await silence(response, reply.ms);
      return void response.destroy();
    }
    const newest = Array.isArray(body.messages) ? JSON.stringify(body.messages.at(-1) ?? '').length : 0;
    served += 1;
    const envelope: Envelope = {
      id: `msg_scripted_${Date.now().toString(36)}_${served}`,
      model: conversation.model,
      usage: usageOf(raw.length, newest, reply.content),
    };
    return body.stream === true
      ? streamMessage(response, reply, envelope, pace)
      : json(response, 200, whole(reply, envelope));
  };

  const server = createServer((request, response) => {
    const path = (request.url ?? '').split('?')[0];
    response.on('error', () => undefined);
    readBody(request)
      .then((raw) => {
        if (request.method !== 'POST') return notFound(response, path);
        if (path === '/v1/messages') return answerMessage(request, response, raw);
        if (path === '/v1/messages/count_tokens')
          return json(response, 200, { input_tokens: tokensOf(raw.length) });
        return notFound(response, path);
      })
      .catch((error: unknown) => {
        if (response.headersSent) response.destroy();
        else fail(response, 500, 'api_error', error instanceof Error ? error.message : String(error));
      });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function whole(reply: MessageReply, { id, model, usage }: Envelope): object {
  const { content, stopReason } = reply;
  const frame = { id, type: 'message', role: 'assistant', model };
  return { ...frame, content, stop_reason: stopReason, stop_sequence: null, usage };
}

function parse(raw: string): MessagesRequest | undefined {
  try {
    const body: unknown = JSON.parse(raw);
    return isRecord(body) ? body : undefined;
  } catch {
    return undefined;
  }
}

function header(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > MAX_BODY_BYTES) throw new Error('The request is too large.');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function json(
  response: ServerResponse,
  status: number,
  body: object,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}

function fail(
  response: ServerResponse,
  status: number,
  type: string,
  message: string,
  headers?: Record<string, string>,
): void {
  json(response, status, { type: 'error', error: { type, message } }, headers);
}

function notFound(response: ServerResponse, path: string | undefined): void {
  fail(response, 404, 'not_found_error', `Nothing is served at ${path}.`);
}
