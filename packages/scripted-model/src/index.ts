export { demoScenario } from './demo/demo-scenario.ts';
export type { Scenario } from './scenario/scenario.ts';
export {
  type RecordedRequest,
  type ScriptedModel,
  type ScriptedModelOptions,
  startScriptedModel,
} from './server/start-scripted-model.ts';
