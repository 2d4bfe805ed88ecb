import type { Project } from './project/project.ts';

/** What the agent says between its tool calls, in the user's language. */
export function narrationOf({ title, one, many, kind, language, personas, wishes }: Project) {
  const wish = wishes[0]?.text ?? title;
  const [p1, p2] = personas;
  if (language === 'ko') {
    return {
      planning: [
        `“${title}” 요청을 읽었습니다. 핵심은 “${wish}”입니다. 먼저 아이디어를 한 쪽으로 정리하겠습니다.`,
        '아이디어가 섰으니, 지금 사람들이 무엇을 쓰고 있는지 시장을 살펴보겠습니다.',
        `누구를 위한 것인지 분명히 하겠습니다. ${p1.name} 님과 ${p2.name} 님, 두 사람이면 충분합니다.`,
        `${p1.name}의 첫 방문부터 둘째 주까지의 여정을 따라가 보겠습니다.`,
        '비용과 수익을 솔직하게 적겠습니다. 버전 1은 무료이고 내 컴퓨터에서 돌아갑니다.',
        '이제 제품을 한 문장과 범위로 정의하겠습니다.',
        '기능마다 무엇이 되어야 완성인지 적겠습니다.',
        '기술은 적을수록 좋습니다. 의존성 없이 가능한지 검토하겠습니다.',
        '마지막으로 순서를 정하고 위험을 적겠습니다.',
      ],
      research: '시장 조사를 보조 에이전트에게 맡기겠습니다.',
      design: [
        '승인된 기획을 바탕으로 화면부터 설계하겠습니다. 한 페이지와 대화상자 하나면 됩니다.',
        `“${one}” 데이터 모델과 계산 규칙을 정하겠습니다. 계산한 값은 저장하지 않습니다.`,
        '사용자가 일을 끝내는 흐름과, 실패했을 때의 흐름을 적겠습니다.',
        'API를 경로, 예시, 오류까지 빠짐없이 적겠습니다.',
        '마지막으로 파일마다 맡을 일과 호출 방향을 정하겠습니다.',
      ],
      development: [
        '설계대로 만들겠습니다. 먼저 프로젝트와, 모두가 함께 읽는 모델 파일입니다.',
        '데이터 계층: 새 파일에 쓰고 디스크에 내린 뒤 이름을 바꾸어, 반쪽짜리 파일이 생기지 않게 합니다.',
        `규칙과 서버를 만들겠습니다. ${kind === 'habits' ? '연속 기록은 오늘이 비었으면 어제까지 셉니다.' : '숫자의 규칙은 입출력 없는 한 파일에 둡니다.'}`,
        '화면을 만들겠습니다. 밝은 화면과 어두운 화면, 키보드, 좁은 화면을 모두 지원합니다.',
        '테스트와 사용자 여정 스크립트를 쓰겠습니다. 실제 파일과 실제 서버를 씁니다.',
        '실행과 배포 방법을 README에 적고 컨테이너 파일을 더하겠습니다.',
      ],
      smoke: '모든 파일이 문법에 맞는지, 테스트가 지금 통과하는지 바로 확인하겠습니다.',
      testing: [
        '무엇을 어떻게 확인할지 테스트 계획부터 쓰겠습니다.',
        '자동 테스트를 실제로 실행하겠습니다.',
        '실제 서버를 빈 포트에 띄워 사용자 여정을 처음부터 끝까지 따라가겠습니다.',
        '다른 눈으로 한 번 더 보도록 검토를 보조 에이전트에게 맡기겠습니다.',
        '실행한 명령과 실제 결과를 보고서에 옮기겠습니다.',
      ],
      done: { completed: '완료', documents: '생성된 문서', files: '생성된 파일' },
    };
  }
  return {
    planning: [
      `I have read the request for “${title}”. Its core is: “${wish}”. First the idea, on one page.`,
      'The idea stands. Now a look at what people use today.',
      `Who is it for? Two people are enough to decide by: ${p1.name} and ${p2.name}.`,
      `I follow ${p1.name} from the first visit to the second week.`,
      'Cost and income, honestly: version 1 is free and runs on the user’s own machine.',
      'Now the product in one sentence, with a clear scope.',
      'For each feature I write down when it counts as finished.',
      'The less technology the better. I check whether it works without any dependency.',
      'Last, the order of work and the risks.',
    ],
    research: 'I give the market research to a subagent, so that it looks at the idea with fresh eyes.',
    design: [
      'The plan is approved. I begin with the screens: one page and one dialog are enough.',
      `The data model of a ${one}, and the rules behind every number. Derived values are never stored.`,
      'How a user gets things done, and what happens when something fails.',
      'The API: every route, an example, every error.',
      'Last, what each file is responsible for and who may call whom.',
    ],
    development: [
      'I build what was designed. First the project and the one description that all parts share.',
      'The data layer: write to a new file, flush, rename, so that half a file can never exist.',
      `Rules and server. ${kind === 'habits' ? 'A streak counts up to yesterday while today is still open.' : 'The rules behind the numbers live in one file without input or output.'}`,
      `The page for the ${many}: light and dark, usable by keyboard, down to 375 px.`,
      'Tests, and a script that walks the user journey. Real files, a real server, no stand-ins.',
      'How to run and deploy it: the README and a container file.',
    ],
    smoke: 'Before I claim anything I run the tests once.',
    testing: [
      'First the plan: what is checked, and how.',
      'Now the automated tests, for real.',
      'I start the real server on a free port and walk the user journey from beginning to end.',
      'A second pair of eyes: I ask a subagent for a review.',
      'The report quotes the commands and what they really printed.',
    ],
    done: { completed: 'Completed', documents: 'Documents', files: 'Files' },
  };
}

export type Narration = ReturnType<typeof narrationOf>;
