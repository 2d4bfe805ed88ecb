import { afterEach, describe, expect, test } from 'vitest';
import { phasePrompt } from '../testing/phase-prompts.ts';
import { demoScenario } from '../demo/demo-scenario.ts';
import { type ApiFault, failing } from '../faults/api-faults.ts';
import { delivered } from '../faults/turn-faults.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { type ScriptedModel, startScriptedModel } from './start-scripted-model.ts';

let model: ScriptedModel | undefined;
afterEach(() => model?.close());

const body = {
  model: 'claude-sonnet-5-5',
  messages: [
    { role: 'user', content: phasePrompt(1, { title: 'Habits 🦊', prompt: 'streaks', language: 'en' }) },
  ],
};

async function ask(scenario: Scenario, extra: object, path = '/v1/messages?beta=true') {
  model ??= await startScriptedModel({ scenario, record: 2 });
  const headers = { 'content-type': 'application/json', 'x-claude-code-session-id': 's1' };
  return fetch(model.url + path, { method: 'POST', headers, body: JSON.stringify({ ...body, ...extra }) });
}
afterEach(() => {
  model = undefined;
});

interface StreamEvent {
  type: string;
  index?: number;
  content_block?: { type: string; name?: string };
  delta?: { type?: string; text?: string; partial_json?: string; stop_reason?: string };
  usage?: { output_tokens: number };
}

/** The events of a stream, checked for the frame of the SSE format. */
function eventsOf(text: string): StreamEvent[] {
  return text
    .split('\n\n')
    .filter((frame) => frame !== '')
    .map((frame) => {
      const [event = '', data = ''] = frame.split('\n');
      const parsed = JSON.parse(data.replace(/^data: /, '')) as StreamEvent;
      expect(event).toBe(`event: ${parsed.type}`);
      return parsed;
    });
}

describe('the Messages API', () => {
  test('streams a message as events in their order', async () => {
    const response = await ask(demoScenario(), { stream: true });
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    const events = eventsOf(await response.text());
    expect(events[0]?.type).toBe('message_start');
    expect(events.at(-1)?.type).toBe('message_stop');
    expect(events.at(-2)).toMatchObject({ type: 'message_delta', delta: { stop_reason: 'tool_use' } });
    expect(events.at(-2)?.usage?.output_tokens).toBeGreaterThan(100);
    const starts = events.filter((event) => event.type === 'content_block_start');
    expect(starts.map((event) => event.content_block?.type)).toEqual(['text', 'tool_use']);
    const input = events.flatMap((event) => event.delta?.partial_json ?? []).join('');
    expect(JSON.parse(input)).toMatchObject({ file_path: 'docs/planning/01_idea.md' });
  });

  test.each([1, 2, 7])('loses nothing in deltas of %i characters', async (size) => {
    const response = await ask(delivered(demoScenario(), { textChunk: size, jsonChunk: size }), {
      stream: true,
    });
    const events = eventsOf(await response.text());
    const whole = (await (await ask(demoScenario(), { stream: false })).json()) as {
      content: { text?: string; input?: object }[];
    };
    expect(events.flatMap((event) => event.delta?.text ?? []).join('')).toBe(whole.content[0]?.text);
    expect(JSON.parse(events.flatMap((event) => event.delta?.partial_json ?? []).join(''))).toEqual(
      whole.content[1]?.input,
    );
  });

  test('answers whole when no stream is asked for, and counts tokens', async () => {
    expect(await (await ask(demoScenario(), {})).json()).toMatchObject({
      type: 'message',
      role: 'assistant',
      stop_reason: 'tool_use',
    });
    const counted = await ask(demoScenario(), {}, '/v1/messages/count_tokens');
    expect(((await counted.json()) as { input_tokens: number }).input_tokens).toBeGreaterThan(10);
  });

  test('refuses the rest in the API’s error shape', async () => {
    const elsewhere = await ask(demoScenario(), {}, '/v1/models');
    expect(elsewhere.status).toBe(404);
    expect(await elsewhere.json()).toMatchObject({ type: 'error', error: { type: 'not_found_error' } });
    const bad = await fetch(`${model?.url}/v1/messages`, { method: 'POST', body: '{"half' });
    expect(bad.status).toBe(400);
    expect(await bad.json()).toMatchObject({ type: 'error', error: { type: 'invalid_request_error' } });
    expect((await fetch(`${model?.url}/v1/messages`)).status).toBe(404);
  });

  test('remembers only the latest requests', async () => {
    for (let n = 0; n < 4; n += 1) await ask(demoScenario(), { n });
    expect(model?.requests.map((request) => (request.body as { n?: number }).n)).toEqual([2, 3]);
    expect(model?.requests[0]).toMatchObject({ sessionId: 's1', answer: 'message' });
  });
});

describe('faults of the API', () => {
  const statuses: [ApiFault, number, string, string | null][] = [
    [{ kind: 'rate_limit' }, 429, 'rate_limit_error', null],
    [{ kind: 'rate_limit_retry_after', seconds: 7 }, 429, 'rate_limit_error', '7'],
    [{ kind: 'overloaded' }, 529, 'overloaded_error', null],
    [{ kind: 'server_error' }, 500, 'api_error', null],
  ];
  test.each(statuses)(
    '%o strikes as often as it should, then the scenario goes on',
    async (fault, status, type, retryAfter) => {
      const scenario = failing(demoScenario(), fault, { after: 1, times: 2 });
      const answers: number[] = [];
      for (let n = 0; n < 4; n += 1) {
        const response = await ask(scenario, {});
        answers.push(response.status);
        if (response.status === 200) continue;
        expect(await response.json()).toMatchObject({ type: 'error', error: { type } });
        expect(response.headers.get('retry-after')).toBe(retryAfter);
      }
      expect(answers).toEqual([200, status, status, 200]);
    },
  );

  test('a usage limit names its end', async () => {
    const response = await ask(failing(demoScenario(), { kind: 'usage_limit', resetAt: 1_900_000_000 }), {});
    expect(response.status).toBe(429);
    expect(response.headers.get('anthropic-ratelimit-unified-status')).toBe('rejected');
    expect(response.headers.get('anthropic-ratelimit-unified-reset')).toBe('1900000000');
  });

  test('a cut inside a block loses the connection after some of the text', async () => {
    const response = await ask(failing(demoScenario(), { kind: 'cut', where: 'inside_block' }), {
      stream: true,
    });
    const decoder = new TextDecoder();
    let received = '';
    await expect(async () => {
      for await (const part of response.body ?? []) received += decoder.decode(part);
    }).rejects.toThrow(/terminated|closed/);
    expect(received).toContain('text_delta');
    expect(received).not.toContain('content_block_stop');
  });

  test('a cut between blocks leaves the first one whole', async () => {
    const response = await ask(failing(demoScenario(), { kind: 'cut', where: 'between_blocks' }), {
      stream: true,
    });
    const decoder = new TextDecoder();
    let received = '';
    await expect(async () => {
      for await (const part of response.body ?? []) received += decoder.decode(part);
    }).rejects.toThrow(/terminated|closed/);
    expect(received).toContain('content_block_stop');
    expect(received).not.toContain('tool_use');
  });

  test('silence holds the connection without a byte until the other side gives up', async () => {
    const scenario = failing(demoScenario(), { kind: 'silence', where: 'before_headers', ms: 60_000 });
    model = await startScriptedModel({ scenario });
    const signal = AbortSignal.timeout(200);
    const asked = fetch(`${model.url}/v1/messages`, { method: 'POST', body: JSON.stringify(body), signal });
    await expect(asked).rejects.toThrow(/timeout|aborted/i);
  });
});
