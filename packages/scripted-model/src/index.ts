export { demoScenario } from './demo/demo-scenario.ts';
export { type ApiFault, failing } from './faults/api-faults.ts';
export {
  askingInSubagent,
  dependencyRequest,
  permissionNeeded,
  questionBlocks,
  questionCalls,
  userQuestions,
} from './faults/asks.ts';
export { type Leak, leaking, printedVariable } from './faults/leaks.ts';
export {
  claimingWithoutFiles,
  crlf,
  delivered,
  endingEarly,
  failedTools,
  fenced,
  hugeOutput,
  hugeText,
  indented,
  neverClaiming,
  preceded,
  reworded,
} from './faults/turn-faults.ts';
export { misjudging, type VerifierFault, type WhichVerifications } from './faults/verifier-faults.ts';
export type { When, WhichTurns } from './faults/when.ts';
export type { Delivery, Reply, Scenario, ScenarioRequest } from './scenario/scenario.ts';
export { type Call, type Move, nextMessage, type Script } from './scenario/script.ts';
export {
  type RecordedRequest,
  type ScriptedModel,
  type ScriptedModelOptions,
  startScriptedModel,
} from './server/start-scripted-model.ts';
