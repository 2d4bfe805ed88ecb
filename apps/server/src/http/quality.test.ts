import { type PhaseDto, phaseListSchema, verificationListSchema } from '@ccs/contract';
import type { TaskId } from '@ccs/core/vocabulary/ids';
import { NO_USAGE } from '@ccs/core/task/model/usage';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { COMPLETED, type HandVerification, verified } from '../testing/hand-runner.ts';
import { type HandServer, startHandServer } from '../testing/hand-server.ts';
import { waitFor } from '../testing/wait-for.ts';

let server: HandServer;
let api: HandServer['api'];
beforeAll(async () => {
  server = await startHandServer({ verifiesByHand: true });
  api = server.api;
});
afterAll(() => server.dispose());

const verifierOf = (id: TaskId, nth: number): Promise<HandVerification> =>
  waitFor(`verification ${nth}`, () => {
    const verifiers = server.runner.verifications.filter((each) => each.run.taskId === id);
    return verifiers[nth - 1];
  });
const phaseOf = async (id: TaskId): Promise<PhaseDto | undefined> =>
  phaseListSchema.parse(await api.ok('GET', `/api/tasks/${id}/phases`)).items[0];

it('a phase that fails its verification is mended, and each report and attempt is kept', async () => {
  const { id, run } = await server.startTask();
  expect((await phaseOf(id))?.criteria.map((each) => each.key)).toContain('documents_agree');
  run.end(COMPLETED);
  const first = await verifierOf(id, 1);
  expect((await api.task(id)).agentStatus).toBe('verifying');
  first.end(verified(first.run.phase, ['sections']));
  const rework = await server.nextAfter(run);
  expect(rework.run.rework).toMatchObject({ kind: 'verification', attempt: 1 });
  expect(await phaseOf(id)).toMatchObject({ status: 'in_progress', reworkFor: 'verification' });
  rework.end(COMPLETED);
  const second = await verifierOf(id, 2);
  second.end(verified(second.run.phase));
  await waitFor('the review', async () => (await api.task(id)).status === 'review');

  const list = verificationListSchema.parse(await api.ok('GET', `/api/tasks/${id}/verifications`));
  expect(list.items.map((each) => each.verdict)).toEqual(['failed', 'passed']);
  expect(list.items[0]?.criteria.find((each) => each.key === 'sections')).toMatchObject({
    verdict: 'fail',
    name: { en: 'No section is missing or empty' },
    advice: 'Mend it.',
  });
  expect(list.reworkAttempts).toMatchObject([
    { attemptNumber: 1, failedCriteria: ['sections'], result: 'success', phase: 1 },
  ]);
  const review = await api.ok<{ verificationId: string }>('POST', `/api/tasks/${id}/reviews`, {});
  expect(review.verificationId).toBe(list.items[1]?.id);
});

it('a verifier that says nothing three times leaves the verdict to a person, and says why', async () => {
  const { id, run } = await server.startTask({ autoApprove: false, gates: { 1: 'auto_if_verified' } });
  expect((await phaseOf(id))?.gate).toBe('auto_if_verified');
  run.end(COMPLETED);
  for (const nth of [1, 2, 3]) {
    const verifier = await verifierOf(id, nth);
    verifier.end({ outcome: 'failed', failure: { code: 'verifier_no_verdict' }, usage: NO_USAGE });
  }
  await waitFor('the review', async () => (await api.task(id)).status === 'review');
  const { items } = verificationListSchema.parse(await api.ok('GET', `/api/tasks/${id}/verifications`));
  expect(items.map((each) => each.verdict)).toEqual(['inconclusive', 'inconclusive', 'inconclusive']);
  expect(items[0]?.failure).toMatchObject({ code: 'verifier_no_verdict' });
  expect(items[0]?.failure?.whatToDo).toContain('decide');
});
