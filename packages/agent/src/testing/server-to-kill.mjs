// A process that runs a phase and waits to be killed; started by stopping.test.ts with the built package.
import { createAgentRunner } from '../../dist/index.js';

const { options, run } = JSON.parse(process.argv[2]);
const nothing = () => undefined;
const runner = createAgentRunner({
  ...options,
  demoModelUrl: () => Promise.reject(new Error('not the demo')),
  logger: { info: nothing, warn: nothing, error: nothing },
});
const reporter = { log: () => Promise.resolve(), stepCompleted: () => Promise.resolve() };
const inbox = { autoAccept: run.autoAccept, listen: nothing };
await runner.runPhase(run, reporter, inbox, new AbortController().signal);
