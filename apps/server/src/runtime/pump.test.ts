import { expect, it } from 'vitest';
import { Pump } from './pump.ts';

/** Lets everything that is ready run. */
const breathe = () => new Promise((resolve) => setImmediate(resolve));

const unexpected = (error: unknown): void => expect.unreachable(String(error));

it('forgets no wake-up, at whatever moment of its work it comes', async () => {
  for (let moment = 0; moment < 20; moment += 1) {
    let done = 0;
    const pump = new Pump(async () => {
      for (let step = 0; step < 5; step += 1) await Promise.resolve();
      done += 1;
    }, unexpected);
    pump.wake();
    for (let tick = 0; tick < moment; tick += 1) await Promise.resolve();
    const before = done;
    pump.wake();
    await breathe();
    expect(done, `woken after ${moment} ticks`).toBeGreaterThan(before);
  }
});

it('never works twice at once, tries again after an error, and ends', async () => {
  let atOnce = 0;
  let calls = 0;
  const errors: unknown[] = [];
  let succeeded: () => void = () => undefined;
  const success = new Promise<void>((resolve) => {
    succeeded = resolve;
  });
  const pump = new Pump(
    async () => {
      atOnce += 1;
      expect(atOnce).toBe(1);
      await breathe();
      atOnce -= 1;
      calls += 1;
      if (calls === 1) throw new Error('once');
      succeeded();
    },
    (error) => errors.push(error),
  );
  pump.wake();
  pump.wake();
  await success;
  expect(errors).toHaveLength(1);
  await pump.close();
  pump.wake();
  await breathe();
  expect(calls).toBe(2);
});
