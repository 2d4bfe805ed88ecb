import { doRandomStep } from '@ccs/core/testing/random-commands';
import { countingIds, TaskScenario } from '@ccs/core/testing/task-scenario';
import { openDatabase } from '../../open-database.ts';
import { acquireOwnership } from '../../ownership.ts';
import { createRandomTask, goForward } from '@ccs/core/testing/go-forward';
import { appendInput } from '../stored-task.ts';

/*
 * A server that does nothing but append, until it is killed. Arguments: data folder, database URL or nothing, and
 * the number its ids begin with. Writes a line `<task id> <version>` for every append that was confirmed.
 */
const [dataDir = '', databaseUrl = '', firstId = '1'] = process.argv.slice(2);
const options = { dataDir, ...(databaseUrl === '' ? {} : { databaseUrl }) };
await acquireOwnership(options);
const { eventStore } = await openDatabase(options);
const ids = countingIds(Number(firstId));
for (let seed = Number(firstId); ; ) {
  const scenario = new TaskScenario(ids);
  for (let step = 0; step < 40; step += 1) {
    seed = (seed * 48_271) % 2_147_483_647;
    const stored = scenario.events.length;
    const random = seed / 2_147_483_647;
    if (step === 0) createRandomTask(scenario, random);
    else if (step % 4 === 0) doRandomStep(scenario, { command: seed, random, settle: true });
    else goForward(scenario, random);
    if (scenario.events.length === stored) continue;
    const result = await eventStore.append(appendInput(scenario.events, stored));
    if (result.kind !== 'appended') throw new Error(result.kind);
    process.stdout.write(`${scenario.taskId} ${scenario.events.length}\n`);
  }
}
