import type { Clock } from '@ccs/core/kernel/clock';
import type { DependencyAsk, QuestionAsk } from '@ccs/core/task/model/asks';
import { afterEach, expect, it } from 'vitest';
import { BLOCKED } from '../testing/hand-runner.ts';
import { type HandServer, startHandServer } from '../testing/hand-server.ts';
import { waitFor } from '../testing/wait-for.ts';
import { AskTimer } from './ask-timer.ts';

const origin = { source: 'text', toolUseId: null, deferred: false } as const;
const optionalQuestion: QuestionAsk = {
  ...origin,
  category: 'choice',
  question: 'Which colour?',
  options: ['Blue', 'Green'],
  multiSelect: false,
  default: 'Blue',
  required: false,
};
const optionalKey: DependencyAsk = {
  ...origin,
  type: 'api_key',
  name: 'WEATHER_API_KEY',
  description: 'real weather instead of an example',
  required: false,
  permission: null,
};

let server: HandServer | undefined;
afterEach(() => server?.dispose());

it('settles what is optional when its time has come, and the task goes on with it', async () => {
  server = await startHandServer();
  const { commands, readModels } = server;
  const { id, run } = await server.startTask({ questionTimeoutMinutes: 30 });
  await run.reporter.askQuestion(optionalQuestion);
  await run.reporter.askQuestion({ ...optionalQuestion, question: 'Which name?', required: true });
  await run.reporter.requestDependency(optionalKey);
  const [question] = await readModels.listQuestions(id);
  await run.reporter.askQuestion({ ...optionalQuestion, question: 'Which font?', default: null });
  run.end(BLOCKED);

  const clock: Clock = { now: () => question?.expiresAt ?? '' };
  const errors: unknown[] = [];
  const timer = new AskTimer({ readModels, commands, clock, onError: (error) => errors.push(error) });
  timer.start();
  await waitFor('the question to expire', async () => {
    const [first] = await readModels.listQuestions(id);
    return first?.status === 'expired';
  });
  expect(await readModels.listDependencies(id)).toMatchObject([{ status: 'pending' }]);

  const later = new AskTimer({
    readModels,
    commands,
    clock: { now: () => new Date(Date.now() + 31 * 60_000).toISOString() },
    onError: (error) => errors.push(error),
  });
  later.start();
  await waitFor('the dependency to be skipped', async () => {
    const [first] = await readModels.listDependencies(id);
    return first?.status === 'skipped';
  });
  expect((await readModels.listQuestions(id)).map((each) => each.status)).toEqual([
    'expired',
    'pending',
    'pending',
  ]);
  expect(await readModels.nextAskExpiry()).toBeNull();
  const required = (await readModels.listQuestions(id))[1];
  await server.api.ok('POST', `/api/questions/${required?.questionId}/answer`, { answer: 'Streaks' });
  const next = await server.nextAfter(run);
  expect(next.run.input).toMatchObject([
    { kind: 'answer', answer: 'Blue', expired: true },
    { kind: 'answer', answer: 'Streaks', expired: false },
    { kind: 'dependency', name: 'WEATHER_API_KEY', status: 'skipped' },
  ]);
  await timer.close();
  await later.close();
  expect(errors).toEqual([]);
});
