export type { Block, MessageReply, Reply, Scenario } from '../../../scripted-model/src/scenario/scenario.ts';
export {
  startScriptedModel,
  type ScriptedModel,
} from '../../../scripted-model/src/server/start-scripted-model.ts';
