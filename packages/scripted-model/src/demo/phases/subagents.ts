import type { Conversation } from '../../conversation/conversation.ts';
import { readBrief } from '../../conversation/phase-prompt.ts';
import type { Call, Script } from '../../scenario/script.ts';
import { type Project, projectOf } from '../project/project.ts';

type Role = 'market researcher' | 'reviewer';

/** The call that starts a subagent. Its prompt carries the brief, as a subagent sees nothing else of the conversation. */
export function agentCall(project: Project, role: Role, description: string): Call {
  const inert = (text: string): string => text.replaceAll('<', '‹').replaceAll('>', '›');
  const prompt = [
    `Role: ${role}`,
    `Language: ${project.language}`,
    `<task_title>${inert(project.title)}</task_title>`,
    `<task_prompt>${inert(project.prompt)}</task_prompt>`,
    role === 'reviewer'
      ? 'Look at the finished project in this folder and report in a few lines what is good and what is weak.'
      : 'Name what people use today for this and where it falls short. Report in a few lines.',
  ].join('\n');
  const subagent_type = 'general-purpose';
  return { name: 'Agent', input: { description, prompt, subagent_type, run_in_background: false } };
}

/** What a subagent does, from its own prompt. */
export function subagent(conversation: Conversation): Script {
  const texts = conversation.userTexts.map((message) => message.text);
  const project = projectOf(readBrief(texts));
  const isReviewer = texts.some((text) => text.startsWith('Role: reviewer'));
  return isReviewer ? review(project) : research(project);
}

function research({ alternatives, language, personas }: Project): Script {
  const list = alternatives.map(({ name, gap }) => `- ${name}: ${gap}`).join('\n');
  const [p1, p2] = personas;
  const closing =
    language === 'ko'
      ? `지금 쓰이는 방법과 아쉬운 점입니다.\n${list}\n결론: ${p1.role}, ${p2.role} 모두 한눈에 보이는 요약을 원하며, 가입을 요구하지 않는 점이 차이를 만듭니다.`
      : `What people use today, and where it falls short:\n${list}\nConclusion: ${p1.role} and ${p2.role} both look for an overview at a glance; asking for no account makes the difference.`;
  return { moves: [], closing };
}

function review({ language }: Project): Script {
  const command = 'wc -l src/*.js public/* test/*.js | tail -n 1';
  const look = { name: 'Bash', input: { command, description: 'Count the lines of the project' } };
  const korean = language === 'ko';
  return {
    moves: [
      { say: korean ? '프로젝트의 크기부터 보겠습니다.' : 'First, the size of the project.', calls: [look] },
    ],
    closing: korean
      ? '좋은 점: 규칙이 입출력 없는 파일에 모여 있고, 저장은 원자적이며, 사용자 글이 HTML로 해석되지 않습니다. 아쉬운 점: 목록 전체를 메모리에 두므로 수만 건이 넘으면 저장소를 바꿔야 합니다.'
      : 'Good: the rules live in files without input or output, writes are atomic, and text from users never becomes HTML. Weak: the whole list is in memory, so beyond some ten thousand entries the store must change.',
  };
}
