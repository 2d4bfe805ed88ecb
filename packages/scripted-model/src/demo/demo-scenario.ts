import { chat } from '../chat/chat.ts';
import { readChat } from '../conversation/chat-prompt.ts';
import { readPhase } from '../conversation/phase-prompt.ts';
import { readVerification } from '../conversation/verifier-prompt.ts';
import { isModifyApp, modifyApp } from '../modify/modify-app.ts';
import type { MessageReply, Scenario, ScenarioRequest } from '../scenario/scenario.ts';
import { nextMessage } from '../scenario/script.ts';
import { verifier } from '../verifier/verifier.ts';
import { createApp } from './create-app.ts';
import { subagent } from './phases/subagents.ts';

/**
 * The demo: plays the four phases of `create_app` and builds a finished web app of the user's own title and prompt, in
 * the language that the phase prompt names, in about 35 requests. It asks one question that nobody must answer and for
 * one variable that can be skipped, contradicts itself once so that the verifier (which it plays, too) finds something,
 * and does what reviews ask for. It also plays `modify_app` on any project, and free conversations.
 */
export function demoScenario(): Scenario {
  return { name: 'demo', reply };
}

function reply({ conversation }: ScenarioRequest): MessageReply {
  if (conversation.agentId !== undefined) {
    return nextMessage(subagent(conversation), conversation, { since: 0 });
  }
  const verification = readVerification(conversation);
  if (verification) return nextMessage(verifier(verification, conversation), conversation, { since: 0 });
  const sayings = readChat(conversation);
  if (sayings.length > 0) return nextMessage(chat(sayings, conversation), conversation, { since: 0 });
  const position = readPhase(conversation);
  const played = position && (isModifyApp(position) ? modifyApp : createApp)(position, conversation);
  if (played) return nextMessage(played.script, conversation, played.span);
  const closing = outsideThePlay(conversation.userTexts);
  return nextMessage({ moves: [], closing }, conversation, { since: 0 });
}

function outsideThePlay(userTexts: { text: string }[]): string {
  const korean = /[가-힣]/.test(userTexts.at(-1)?.text ?? '');
  return korean
    ? '저는 정해진 각본을 연기하는 데모 모델입니다. 플랫폼이 시작한 작업만 알아듣습니다. 다른 일을 하려면 Claude Code에 로그인해 주세요.'
    : 'I am the demo’s scripted model: I only know the tasks that the platform starts. For anything else, sign in to Claude Code.';
}
