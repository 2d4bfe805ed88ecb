import { inboxSchema, questionListSchema, type TaskDto, taskSchema } from '@ccs/contract';
import { availableDatabases, openTestDatabase } from '@ccs/storage/testing';
import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type ServerProcess, startServerProcess } from './testing/server-process.ts';
import { testEnvironment } from './testing/test-server.ts';
import { waitFor } from './testing/wait-for.ts';

const cleanUps: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).toReversed()) await cleanUp();
});

/** A conversation with the real Claude Code whose agent asks something that it must know. */
class Asking {
  readonly env: Record<string, string>;
  readonly id: string;
  server: ServerProcess;

  private constructor(env: Record<string, string>, server: ServerProcess, id: string) {
    this.env = env;
    this.server = server;
    this.id = id;
  }

  static async start(database: 'sqlite' | 'postgres'): Promise<Asking> {
    const { folder, env } = await testEnvironment();
    cleanUps.push(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }));
    if (database === 'postgres') {
      const postgres = await openTestDatabase('postgres');
      cleanUps.push(() => postgres.dispose());
      env['DATABASE_URL'] = postgres.options.databaseUrl ?? '';
    }
    const server = await startServerProcess(env);
    const task = {
      type: 'custom',
      title: 'Ask',
      prompt: 'Ask me something',
      provider: 'demo',
      execute: true,
    };
    const { id } = (await server.send('POST', '/api/tasks', task)) as TaskDto;
    const asking = new Asking(env, server, id);
    cleanUps.push(() => asking.server.end('SIGKILL'));
    return asking;
  }

  async kill(): Promise<void> {
    await this.server.end('SIGKILL');
    this.server = await startServerProcess(this.env);
  }

  async task(): Promise<TaskDto> {
    return taskSchema.parse(await this.server.get(`/api/tasks/${this.id}`));
  }

  async question() {
    return questionListSchema.parse(await this.server.get(`/api/tasks/${this.id}/questions`)).items[0];
  }

  /** How often the agent was told the answer: messages of people in its session's transcript that have the mark. */
  async timesTold(): Promise<number> {
    const question = await this.question();
    const folder = path.join(this.env['CCS_DATA_DIR'] ?? '', 'agents', this.id, 'claude', 'projects');
    const files = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.jsonl'));
    const texts = await Promise.all(files.map((name) => readFile(path.join(folder, name), 'utf8')));
    return texts
      .flatMap((text) => text.split('\n'))
      .filter((line) => line.startsWith('{'))
      .flatMap((line) => {
        try {
          return [JSON.parse(line) as { type: string; message?: unknown }];
        } catch {
          // Cut off by a kill.
          return [];
        }
      })
      .filter(
        (entry) =>
          entry.type === 'user' && JSON.stringify(entry.message).includes(`[answer ${question?.id}]`),
      ).length;
  }
}

const parked = (asking: Asking) =>
  waitFor('the question', async () => (await asking.task()).blockedBy === 'question');

/** When the server is killed after the answer was stored. */
const MOMENTS: Record<string, (asking: Asking) => Promise<unknown>> = {
  'at once': async () => undefined,
  'when the agent runs': (asking) =>
    waitFor('the agent', async () => (await asking.task()).agentStatus === 'running'),
  'when the agent was told and nobody has noted it': (asking) =>
    waitFor('the mark in the transcript', async () => (await asking.timesTold()) > 0),
};

describe.each(availableDatabases())('kill -9 between an answer and its delivery (%s)', (database) => {
  it.each(Object.entries(MOMENTS))(
    '%s: the agent is told once, and the work goes on by itself',
    async (_, moment) => {
      const asking = await Asking.start(database);
      await parked(asking);
      await asking.kill();
      expect(await asking.task()).toMatchObject({ status: 'in_progress', agentStatus: 'waiting_question' });
      const inbox = inboxSchema.parse(await asking.server.get('/api/inbox'));
      expect(inbox.items.map((item) => [item.task.id, item.reasons])).toEqual([[asking.id, ['question']]]);

      const question = await asking.question();
      const answer = question?.options[0] ?? 'Blue';
      await asking.server.send('POST', `/api/questions/${question?.id}/answer`, { answer });
      await moment(asking);
      await asking.kill();

      await waitFor('the end', async () => {
        const task = await asking.task();
        // Once it was told, a person decides whether an agent that died goes on; before that, the platform may be faster.
        if (task.blockedBy === 'interrupted' && (await asking.timesTold()) > 0) {
          await asking.server.send('POST', `/api/tasks/${asking.id}/resume`).catch(() => undefined);
        }
        return task.status === 'completed';
      });
      expect(await asking.timesTold()).toBe(1);
      expect(await asking.question()).toMatchObject({
        status: 'answered',
        answer,
        deliveredAt: expect.any(String),
      });
    },
  );
});
