import {
  dependencyListSchema,
  dependencySchema,
  type DependencyDto,
  type FileContent,
  inboxSchema,
  questionSchema,
  type QuestionDto,
} from '@ccs/contract';
import type { AskReceipt } from '@ccs/core/ports/agent-runner';
import type { DependencyAsk, QuestionAsk } from '@ccs/core/task/model/asks';
import type { QuestionId, TaskId } from '@ccs/core/vocabulary/ids';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { statusesOf } from '../testing/api-client.ts';
import { BLOCKED, type HandRun } from '../testing/hand-runner.ts';
import { type HandServer, startHandServer } from '../testing/hand-server.ts';
import { waitFor } from '../testing/wait-for.ts';

let server: HandServer;
let api: HandServer['api'];
const logLines: string[] = [];
beforeAll(async () => {
  server = await startHandServer({ logLines });
  api = server.api;
});
afterAll(() => server.dispose());

const QUESTION: QuestionAsk = {
  category: 'business',
  question: 'How will the product earn money?',
  options: ['Paid subscription', 'Freemium'],
  multiSelect: false,
  default: 'Freemium',
  required: true,
  source: 'text',
  toolUseId: null,
  deferred: false,
};
const KEY: DependencyAsk = {
  type: 'api_key',
  name: 'OPENAI_API_KEY',
  description: 'needed to call the OpenAI API',
  required: true,
  permission: null,
  source: 'text',
  toolUseId: null,
  deferred: false,
};
const PERMISSION: DependencyAsk = {
  ...KEY,
  type: 'permission',
  name: 'Bash',
  description: 'run a command',
  permission: {
    tool: 'Bash',
    summary: 'npm publish',
    callKey: 'call-1',
    ruleKey: 'rule-1',
    rule: 'every npm publish',
  },
};

const idOf = (receipt: AskReceipt): string => {
  if (receipt.kind !== 'waiting') throw new Error(`the agent was told: ${JSON.stringify(receipt)}`);
  return receipt.id;
};
/** A task whose agent has asked for this and is gone. */
async function blockedOn(ask: DependencyAsk): Promise<{ task: TaskId; dependency: string; run: HandRun }> {
  const { id, run } = await server.startTask();
  const dependency = idOf(await run.reporter.requestDependency(ask));
  run.end(BLOCKED);
  await waitFor('the block', async () => (await api.task(id)).agentStatus === 'waiting_dependency');
  return { task: id, dependency, run };
}
async function blockedOnQuestion(): Promise<{ task: TaskId; question: string; run: HandRun }> {
  const { id, run } = await server.startTask();
  const question = idOf(await run.reporter.askQuestion(QUESTION));
  run.end(BLOCKED);
  await waitFor('the block', async () => (await api.task(id)).agentStatus === 'waiting_question');
  return { task: id, question, run };
}
/** Which of these values the server keeps for a task: it takes those out of the files that it shows. */
async function keptOf(id: TaskId, values: readonly string[]): Promise<string[]> {
  const { workspacePath } = await api.task(id);
  await mkdir(workspacePath, { recursive: true });
  await writeFile(path.join(workspacePath, 'values.txt'), values.join('\n'));
  const url = `/api/tasks/${id}/files/content?path=values.txt`;
  const { content } = await api.ok<FileContent>('GET', url);
  return values.filter((value) => !content?.includes(value));
}
const provide = (id: string, body: object) => api.call('POST', `/api/dependencies/${id}/provide`, body);
const provideProblem = (id: string, body: object) =>
  api.problem('POST', `/api/dependencies/${id}/provide`, body);

describe('questions', () => {
  it('block a task, are in the inbox, and the answer reaches the next agent', async () => {
    const { task, question, run } = await blockedOnQuestion();
    expect(await api.task(task)).toMatchObject({ blockedBy: 'question', blockedDetail: QUESTION.question });
    const item = inboxSchema
      .parse(await api.ok('GET', '/api/inbox'))
      .items.find((each) => each.task.id === task);
    expect(item).toMatchObject({ reasons: ['question'], questions: [{ id: question }], review: null });
    const status = await api.ok<{ blockedReason: string }>('GET', `/api/tasks/${task}/status`);
    expect(status.blockedReason).toContain(QUESTION.question);

    const answer = await api.ok('POST', `/api/questions/${question}/answer`, { answer: ' In ads \u0007 ' });
    expect(questionSchema.parse(answer)).toMatchObject({
      status: 'answered',
      answer: 'In ads',
      resolvedBy: 'user',
      deliveredAt: null,
    });
    const next = await server.nextAfter(run);
    expect(next.run.input).toMatchObject([{ kind: 'answer', id: question, answer: 'In ads' }]);
    await next.reporter.delivered([question as QuestionId]);
    const { items } = await api.ok<{ items: QuestionDto[] }>('GET', `/api/tasks/${task}/questions`);
    expect(items[0]).toMatchObject({ deliveredAt: expect.any(String) });
    const inbox = inboxSchema.parse(await api.ok('GET', '/api/inbox'));
    expect(inbox.items.some((each) => each.task.id === task)).toBe(false);
  });

  it('are answered once, by whoever is first', async () => {
    const { question } = await blockedOnQuestion();
    const url = `/api/questions/${question}/answer`;
    const both = await Promise.all(['A', 'B'].map((answer) => api.call('POST', url, { answer })));
    expect(statusesOf(both)).toEqual([200, 409]);
    expect(await api.problem('POST', url, { answer: 'C' })).toBe('409 question_closed');
  });

  it('that a task withdrew by its end take no answer', async () => {
    const { task, question } = await blockedOnQuestion();
    await api.ok('POST', `/api/tasks/${task}/cancel`);
    expect(await api.problem('POST', `/api/questions/${question}/answer`, { answer: 'late' })).toBe(
      '409 question_closed',
    );
    const { items } = await api.ok<{ items: QuestionDto[] }>('GET', `/api/tasks/${task}/questions`);
    expect(items).toMatchObject([{ status: 'withdrawn', answer: null }]);
  });

  it.each([
    ['no answer', {}],
    ['an empty answer', { answer: '' }],
    ['a blank answer', { answer: ' \u0000 ' }],
    ['a number', { answer: 7 }],
    ['an answer that is too long', { answer: 'x'.repeat(10_001) }],
  ])('refuse %s', async (_, body) => {
    const missing = '/api/questions/question_00000000000000000000000000/answer';
    expect(await api.problem('POST', missing, body)).toBe('400 validation_failed');
    expect(await api.problem('POST', missing, { answer: 'x' })).toBe('404 question_not_found');
  });
});

describe('dependencies', () => {
  it('given a value make an environment variable of the next agent, and the value is seen nowhere', async () => {
    const value = 'sk-test-4f9a8b7c6d5e4f3a2b1c';
    const { task, dependency, run } = await blockedOn(KEY);
    const seen = api.answers.length;
    expect(dependencySchema.parse((await provide(dependency, { value })).json())).toMatchObject({
      status: 'provided',
      name: KEY.name,
      provisions: ['value', 'deny'],
    });
    const next = await server.nextAfter(run);
    expect(next.run.environment).toEqual({ OPENAI_API_KEY: value });
    await next.reporter.log([{ at: new Date().toISOString(), kind: 'text', text: 'going on' }]);
    for (const name of [
      '',
      '/dependencies',
      '/events',
      '/logs',
      '/status',
      '/runs',
      '/phases',
      '/questions',
    ]) {
      await api.ok('GET', `/api/tasks/${task}${name}`);
    }
    await api.ok('GET', '/api/inbox');
    await provideProblem(dependency, { value });
    await provideProblem(dependency, { value, more: value });
    await api.call('POST', `/api/dependencies/${dependency}/provide`, `{"value": "${value}"`);
    expect(api.answers.slice(seen).join('\n')).not.toContain(value);
    for (const file of await readdir(server.config.dataDirectory, { recursive: true, withFileTypes: true })) {
      if (!file.isFile()) continue;
      const content = await readFile(path.join(file.parentPath, file.name), 'latin1');
      expect(content.includes(value), file.name).toBe(false);
    }
  });

  it('can be given a value again when the server failed to store that, and no log has it', async () => {
    const value = 'sk-test-that-was-not-stored-at-first';
    const { run, dependency } = await blockedOn(KEY);
    vi.spyOn(server.eventStore, 'append').mockRejectedValueOnce(new Error('disk full'));
    expect(await provideProblem(dependency, { value })).toBe('500 internal_error');
    expect((await provide(dependency, { value })).json()).toMatchObject({ status: 'provided' });
    expect((await server.nextAfter(run)).run.environment).toEqual({ OPENAI_API_KEY: value });
    expect(logLines.join('\n')).toContain('disk full');
    expect(logLines.join('\n')).not.toContain(value);
  });

  it('are met once, by whoever is first, and the other value is gone', async () => {
    const { task, dependency, run } = await blockedOn(KEY);
    const values = ['value-of-the-first-person', 'value-of-the-second-person'];
    const both = await Promise.all(values.map((value) => provide(dependency, { value })));
    expect(statusesOf(both)).toEqual([200, 409]);
    const kept = values[both.findIndex((each) => each.statusCode === 200)];
    const next = await server.nextAfter(run);
    expect(next.run.environment).toEqual({ OPENAI_API_KEY: kept });
    expect(await keptOf(task, values)).toEqual([kept]);
    expect(await provideProblem(dependency, { value: 'third' })).toBe('409 dependency_closed');
  });

  it.each([
    ['an empty value', { value: '' }, '400 validation_failed', 'must not be empty'],
    ['a blank value', { value: ' \n ' }, '400 validation_failed', 'must not be blank'],
    ['a value with a NUL', { value: 'a\0b' }, '400 validation_failed', 'NUL'],
    ['a value of 1 MB', { value: 'x'.repeat(1024 * 1024) }, '400 validation_failed', '64 KiB'],
    ['a body of 20 MB', { value: 'x'.repeat(20 * 1024 * 1024) }, '413 payload_too_large', ''],
    ['a number', { value: 7 }, '400 validation_failed', '{value}'],
    ['nothing', {}, '400 validation_failed', '{skip: true}'],
    ['two answers', { value: 'a', skip: true }, '400 validation_failed', ''],
  ])('refuse %s, and say why', async (_, body, expected, reason) => {
    const { dependency } = await blockedOn(KEY);
    expect(await provideProblem(dependency, body)).toBe(expected);
    expect((await provide(dependency, body)).json().detail ?? '').toContain(reason);
    expect((await provide(dependency, { decision: 'deny' })).json()).toMatchObject({ status: 'denied' });
  });

  it('refuse what does not meet them, and say what does', async () => {
    const { dependency } = await blockedOn(KEY);
    for (const body of [{ skip: true }, { decision: 'allow' }, { file: { name: 'a.txt', content: '' } }]) {
      expect(await provideProblem(dependency, body)).toBe('422 provision_mismatch');
      expect((await provide(dependency, body)).json().allowed).toEqual(['value', 'deny']);
    }
    const optional = await blockedOn({ ...KEY, required: false });
    expect((await provide(optional.dependency, { skip: true })).json()).toMatchObject({ status: 'skipped' });
  });

  it('refuse values for variables that would turn the agent against us', async () => {
    const { task, dependency } = await blockedOn({ ...KEY, type: 'env_variable', name: 'LD_PRELOAD' });
    expect(await provideProblem(dependency, { value: '/lib/evil-library.so' })).toBe(
      '422 secret_name_refused',
    );
    expect(await keptOf(task, ['/lib/evil-library.so'])).toEqual([]);
  });

  it('are permissions, too: for once, for the task, or denied', async () => {
    const { task, dependency, run } = await blockedOn(PERMISSION);
    const item = inboxSchema
      .parse(await api.ok('GET', '/api/inbox'))
      .items.find((each) => each.task.id === task);
    expect(item).toMatchObject({
      reasons: ['permission'],
      dependencies: [{ permission: { tool: 'Bash', summary: 'npm publish', rule: 'every npm publish' } }],
    });
    expect(JSON.stringify(item)).not.toContain('call-1');
    expect(await provideProblem(dependency, { value: 'yes' })).toBe('422 provision_mismatch');
    expect((await provide(dependency, { decision: 'allow', scope: 'task' })).json()).toMatchObject({
      status: 'provided',
      scope: 'task',
    });
    const next = await server.nextAfter(run);
    expect(next.run.grants).toEqual([{ scope: 'task', callKey: 'call-1', ruleKey: 'rule-1' }]);
    const { items } = dependencyListSchema.parse(await api.ok('GET', `/api/tasks/${task}/dependencies`));
    expect(items.map((each: DependencyDto) => each.id)).toEqual([dependency]);
  });
});
