import { readPhase } from '../conversation/phase-prompt.ts';
import type { Scenario, ScenarioRequest } from '../scenario/scenario.ts';
import { nextMessage, type Script } from '../scenario/script.ts';
import { narrationOf } from './narration.ts';
import { design } from './phases/design.ts';
import { development } from './phases/development.ts';
import type { PhaseContext } from './phases/phase-context.ts';
import { planning } from './phases/planning.ts';
import { subagent } from './phases/subagents.ts';
import { testing } from './phases/testing.ts';
import { projectOf } from './project/project.ts';

const PHASES: ((context: PhaseContext) => Script)[] = [planning, design, development, testing];

/**
 * The demo: plays the four phases of `create_app` and builds a finished web app of the user's own title and prompt, in
 * the language that the phase prompt names. About 35 requests for all four phases.
 */
export function demoScenario(): Scenario {
  return { name: 'demo', reply };
}

function reply({ conversation }: ScenarioRequest) {
  if (conversation.agentId !== undefined)
    return nextMessage(subagent(conversation), conversation, { since: 0 });
  const position = readPhase(conversation);
  const phase = position && PHASES[position.phase - 1];
  if (!position || !phase)
    return nextMessage({ moves: [], closing: outsideThePlay(conversation.userTexts) }, conversation, {
      since: 0,
    });
  const project = projectOf(position.brief);
  const context = { project, narration: narrationOf(project), conversation, position };
  return nextMessage(phase(context), conversation, position);
}

function outsideThePlay(userTexts: { text: string }[]): string {
  const korean = /[가-힣]/.test(userTexts.at(-1)?.text ?? '');
  return korean
    ? '저는 정해진 각본을 연기하는 데모 모델입니다. 네 단계로 앱을 만드는 각본만 알고 있습니다. 자유로운 대화를 하려면 Claude Code에 로그인해 주세요.'
    : 'I am the demo’s scripted model: I only know how to build an app in four phases. For anything else, sign in to Claude Code.';
}
