import { readAnswers } from '../../conversation/answers.ts';
import type { Call, Move } from '../../scenario/script.ts';
import { outcome, type PhaseContext } from '../phases/phase-context.ts';
import { mayAsk } from './offered.ts';

/** The variable that the demo's app can do without. */
const WEBHOOK = 'REMINDER_WEBHOOK_URL';

const TOOL = 'mcp__ccs__request_dependency';

const TEXTS = {
  en: {
    ask: `The app can send a reminder once a day, if you have an incoming webhook for it. I ask for the address; the app works without it.`,
    description:
      'Address of an incoming webhook (Slack, Mattermost or your own) for one reminder a day. Skip it to do without reminders; it can be set later.',
    wait: 'I wait for the address, or for the word that there is none.',
    provided: 'The address of the reminders is set; the app reads it from the environment.',
    absent: 'Without an address: the app sends no reminders until one is set.',
  },
  ko: {
    ask: '받을 웹훅이 있으면 앱이 하루에 한 번 리마인더를 보낼 수 있습니다. 주소를 요청합니다. 없어도 앱은 동작합니다.',
    description:
      '하루 한 번 리마인더를 받을 웹훅 주소(Slack, Mattermost 또는 직접 만든 것). 리마인더가 필요 없으면 건너뛰세요. 나중에 설정할 수 있습니다.',
    wait: '주소를 받거나 없다는 답을 들을 때까지 기다립니다.',
    provided: '리마인더 주소가 설정되었습니다. 앱은 환경 변수에서 읽습니다.',
    absent: '주소 없이 갑니다. 설정하기 전까지 앱은 리마인더를 보내지 않습니다.',
  },
};

/** How far the request for the webhook's address has come. */
export type WebhookState =
  /** Nothing to ask, or settled: `say` tells what that means for the work. */
  | { kind: 'settled'; say: string; moves: Move[] }
  /** To be asked by the typed tool: a message of its own. */
  | { kind: 'call'; moves: Move[] }
  /** The turn ends with these words. */
  | { kind: 'stop'; moves: Move[]; closing: string };

/** What the development phase does about the webhook now. */
export function askForWebhook(context: PhaseContext): WebhookState {
  const { conversation, position, project } = context;
  const texts = TEXTS[project.language];
  const status = readAnswers(conversation).findLast(
    ({ kind, text }) => kind === 'dependency' && text.includes(WEBHOOK),
  )?.status;
  const isSet = position.prompts.some(({ text }) => providedIn(text).includes(WEBHOOK));
  const settled = (moves: Move[] = []): WebhookState => {
    if (isSet || status === 'provided') return { kind: 'settled', say: texts.provided, moves };
    return { kind: 'settled', say: status ? texts.absent : '', moves };
  };
  if (!mayAsk(context) || isSet) return settled();

  const call: Call = { name: TOOL, input: request(texts.description) };
  const moves = conversation.hasTool(TOOL) ? [{ say: texts.ask, calls: [call] }] : [];
  const asked = moves.length > 0 ? callAt(context) : textAt(context);
  if (status !== undefined) return settled(asked === undefined ? [] : moves);
  if (asked === undefined) {
    if (moves.length > 0) return { kind: 'call', moves };
    return { kind: 'stop', moves, closing: `${texts.ask}\n\n${block(texts.description)}` };
  }
  const result = outcome(call, context);
  const isSettled = result !== undefined && (result.isError || /\bprovided before\b/.test(result.text));
  const wentOn = position.prompts.some(({ at }) => at > asked);
  if (isSettled || wentOn) return settled(moves);
  return { kind: 'stop', moves, closing: texts.wait };
}

function request(description: string): Record<string, unknown> {
  return { type: 'env_variable', name: WEBHOOK, description, required: false };
}

function block(description: string): string {
  return [
    '[DEPENDENCY_REQUEST]',
    'type: env_variable',
    `name: ${WEBHOOK}`,
    `description: ${description}`,
    'required: false',
    '[/DEPENDENCY_REQUEST]',
  ].join('\n');
}

function callAt({ conversation, position }: PhaseContext): number | undefined {
  return conversation.toolCalls.find(({ name, at }) => name === TOOL && at >= position.since)?.at;
}

function textAt({ conversation, position }: PhaseContext): number | undefined {
  return conversation.said.find(
    ({ text, at }) => at >= position.since && text.includes('[DEPENDENCY_REQUEST]') && text.includes(WEBHOOK),
  )?.at;
}

/** Names after `Environment variables that people provided:`. */
function providedIn(text: string): string[] {
  const line = /^Environment variables that people provided: (.*)\.$/m.exec(text)?.[1] ?? '';
  return line.split(', ');
}
