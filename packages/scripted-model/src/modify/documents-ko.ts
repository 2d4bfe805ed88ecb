import { type ChangeDocuments, type ChangeRun, type Facts, LANGUAGES, listed, partsOf } from './documents.ts';
import { unlisted } from './unlisted-ko.ts';

function result({ change, denied, look }: Facts, run: ChangeRun): string {
  if (run.denied) return '사람이 명령을 허락하지 않아 여기서 테스트를 실행하지 않았습니다.';
  if (!change.command) return '여기서 테스트를 실행하지 않았고, 쓴 글을 읽어 확인했습니다.';
  if (!run.ok) return '테스트 명령이 정상으로 끝나지 않았습니다. 출력을 아래에 옮겼습니다.';
  if (denied.length > 0)
    return '프로젝트의 테스트가 통과했습니다. 다만 계획한 것이 모두 들어 있지는 않습니다.';
  return look.listed
    ? '새 테스트를 포함해 프로젝트의 테스트가 통과했습니다.'
    : '프로젝트의 테스트 명령이 정상으로 끝났습니다. 어떤 테스트가 실행되었는지는 출력에 있습니다.';
}

function recommendation({ change, denied }: Facts, run: ChangeRun): string {
  if (denied.length > 0) return '변경이 완전하지 않으므로 이대로 합치지 않기를 권합니다.';
  if (run.denied) return '합치기 전에 이 명령을 실행하십시오. 여기에는 테스트가 통과한다는 근거가 없습니다.';
  if (run.ok && !change.idea.suits)
    return '해가 없는 변경이지만 요청한 것은 아닙니다. 변경이 어떻게 진행되는지 보려는 경우에만 합치기를 권합니다. 합친 뒤에는 같은 명령을 한 번 더 실행해 보십시오.';
  return run.ok
    ? '합쳐도 됩니다. 파일을 더할 뿐 기존 동작을 바꾸지 않습니다. 합친 뒤에는 같은 명령을 한 번 더 실행해 보기를 권합니다.'
    : '합치기 전에 위의 출력을 읽고, 변경 전에도 있던 실패인지 확인하십시오. 원인을 모르는 채로 합치지 않기를 권합니다.';
}

/** The documents of a change, in Korean. */
export const ko: ChangeDocuments = {
  structure: (facts) => (facts.look.listed ? structure(facts) : unlisted(facts)),
  impact: ({ look, change, request }) => `# 변경의 영향

## 바뀌는 것
요청은 “${request}”입니다. 보여 주고 시험할 수 있는 가장 작은 걸음은 함수 \`${change.idea.name}\` 하나입니다. 하는 일: ${change.idea.what.ko}. ${change.idea.suits ? '' : '이 데모는 요청한 것을 직접 만들지 못하며, 이 함수로 변경이 어떻게 진행되는지만 보여 줍니다. '}이 함수는 입력만 보고 결과를 내며 파일이나 네트워크를 건드리지 않습니다.

| 파일 | 일어나는 일 |
| --- | --- |
| \`${change.code.path}\` | 새로 생김 |
${change.test ? `| \`${change.test.path}\` | 새로 생김, 위 함수의 테스트 |\n` : ''}
## 그대로인 것
${look.name}에 이미 있는 파일의 동작은 모두 그대로입니다. 있는 것의 이름을 바꾸거나 옮기거나 지우지 않고, 공개된 인터페이스를 바꾸지 않으며, 의존성도 더하지 않습니다. 새 함수를 쓰지 않는 사람에게는 아무 차이가 없습니다. 설정과 빌드 방법도 그대로입니다.

## 위험
| 위험 | 크기 | 대응 |
| --- | --- | --- |
| 이름이 이미 쓰임 | 낮음 | ${look.listed ? '파일 목록에서' : '이름을 열어 보아'} 확인하고 비어 있는 이름을 고름 |
| 새 테스트가 실행되지 않음 | 낮음 | ${look.listed ? '기존 테스트 옆에 같은 형식으로 둠' : '테스트가 흔히 있는 곳에 두고, 실행된 것은 보고서에 옮김'} |
| 드문 입력에서 틀림 | 중간 | 그런 입력 몇 가지를 테스트에 넣음 |
| 바란 것보다 많음 | 낮음 | 파일 하나의 함수 하나라 쉽게 뺄 수 있음 |
| 다른 코드와 부딪힘 | 낮음 | 기존 코드는 새 파일을 가져오지 않음 |
`,
  changePlan: ({ change, request }) => `# 변경 계획

## 목표
${change.idea.suits ? `“${request}”에 작지만 완결된 첫걸음으로 답합니다.` : `요청 “${request}” 전체는 이 데모가 직접 만들 수 있는 것보다 큽니다. 작지만 완결된 변경으로 진행 방법을 보입니다.`} 설명이 달린 \`${change.idea.name}\` 함수와 그것을 증명하는 테스트입니다. 함수가 하는 일: ${change.idea.what.ko}. 기존 테스트와 새 테스트가 함께 통과하면 끝난 것입니다. 통과하지 못하면 끝난 것으로 치지 않습니다.

## 순서
1. 구조 문서에 적은 방식대로 \`${change.code.path}\`를 쓰고, 하는 일과 돌려주는 것을 주석으로 밝힙니다.
${change.test ? `2. \`${change.test.path}\`에 경우 ${change.idea.cases.length}가지를 씁니다. 보통의 입력과 드문 입력을 함께 다룹니다.\n` : '2. 이 프로젝트를 모르는 사람의 눈으로 글을 한 번 더 읽습니다.\n'}3. ${change.command ? `\`${change.command}\`를 실행하고 드러난 것을 고칩니다.` : '다른 것이 바뀌지 않았는지 확인합니다.'}
4. 전체 차이를 한 번 봅니다. 여기에 적은 파일만 들어 있어야 합니다.

## 하지 않을 것
- 기존 코드에서 새 함수를 쓰는 일. 따로 검토할 결정입니다.
- 요청이 말하지 않은 파일의 서식, 이름, 정리.
- 새 의존성, 새 설정, 버전 번호 변경.

## 되돌리는 방법
모든 것은 따로 만든 브랜치에 있습니다. 브랜치를 합치지 않거나 위의 파일을 지우면 변경이 완전히 사라집니다. 데이터나 설정에 남는 흔적은 없습니다.
`,
  testPlan: ({ change, look }) => `# 테스트 계획

## 목표
\`${change.idea.name}\` 함수가 주석대로 동작하는지, 비어 있거나 드문 입력에서도 그런지 보입니다. 그리고 ${look.name}에서 전에 되던 것이 지금도 되는지 확인합니다. 두 가지가 모두 확인되어야 다음으로 넘어갑니다.

## 테스트 항목
| 번호 | 부르는 방법 | 확인하는 것 |
| --- | --- | --- |
${change.idea.cases.map(({ call }, index) => `| T${index + 1} | \`${call.replaceAll('|', '/')}\` | 적어 둔 값과 같은지 |`).join('\n')}
| T${change.idea.cases.length + 1} | 전부터 있던 것 | ${look.tests.length > 0 ? `기존 테스트 파일 ${look.tests.length}개` : '기존 파일이 바뀌지 않았는지'} |

모든 항목은 진짜 함수를 진짜 값으로 부릅니다. 대역은 쓰지 않습니다. 기대하는 값은 테스트에 그대로 적혀 있어 읽는 사람이 손으로 확인할 수 있습니다.

## 실행 방법
${change.command ? `프로젝트 폴더에서 \`${change.command}\`를 실행합니다. 종료 코드가 0이어야 합니다.` : '데모가 테스트를 실행할 수 있는 명령을 모르므로 글을 읽고 요청과 견줍니다.'} ${change.installs ? '패키지가 없으면 먼저 설치합니다.' : '따로 설치할 것은 없습니다.'} 실행한 결과는 고치지 않고 그대로 보고서에 옮깁니다.

## 끝나는 조건
명령이 실패 없이 끝나고, 새 항목이 실제로 실행된 것 가운데 있으며, 보고서가 출력을 그대로 인용합니다. 하나라도 빠지면 원인을 찾아 고친 뒤 처음부터 다시 실행합니다.
`,
  report: (facts, run) => `# 테스트 보고서

## 결과
**${result(facts, run)}**

## 실행한 것
| 명령 | 종료 코드 |
| --- | --- |
| \`${facts.change.command ?? 'git status --short'}\` | ${run.exit} |

\`\`\`text
${run.output}
\`\`\`

${run.denied ? '실행된 것이 없으므로 테스트에 대해 아무것도 주장하지 않습니다. 위는 명령에 대한 답입니다.' : RAN} ${facts.denied.length > 0 ? `사람이 허락하지 않아 쓰지 못한 파일: ${listed(facts.denied)}. ` : facts.change.test ? `새 테스트는 \`${facts.change.test.path}\`이고 \`${facts.change.idea.name}\` 함수를 ${facts.change.idea.cases.length}가지 입력으로 부릅니다. ` : ''}${facts.look.listed ? `${facts.look.name}에는 전에 테스트 파일이 ${facts.look.tests.length}개 있었습니다.` : '파일 목록을 얻지 못해 전에 테스트 파일이 몇 개였는지는 모릅니다.'}

## 시험하지 않은 것
${run.denied ? '- 변경이 든 프로젝트. 명령이 허락되지 않았습니다.\n' : ''}- 지금 쓴 것과 다른 버전의 실행 환경과 다른 운영체제. 여기서는 한 가지 환경에서만 실행했습니다.
- 속도. 짧은 입력으로만 불렀고, 이 변경에서 속도에 기대는 것은 없습니다.
- 앞으로 이 함수를 쓸 코드. 아직 없으므로 확인할 것도 없습니다.
- 여러 사람이 같은 파일을 함께 고칠 때의 충돌. 합칠 때 git이 알려 줍니다.

## 권고
${recommendation(facts, run)}
`,
};

function structure({ look, change, request }: Facts): string {
  return `# ${look.name}의 구조

## 개요
버전 관리에 있는 파일은 ${look.count}개${look.language === 'unknown' ? '입니다' : `이고 주로 ${LANGUAGES[look.language]}${look.language === 'python' ? '으로' : '로'} 작성되어 있습니다`}. 이번 요청은 다음과 같습니다: “${request}”. 읽는 동안 아무것도 바꾸지 않았습니다. 아래 목록은 \`git ls-files\`에서, 나머지는 파일의 실제 내용에서 가져왔습니다. 추측한 내용은 넣지 않았습니다.

## 구성
| 폴더 | 나열된 파일 |
| --- | --- |
${partsOf(look)
  .map(({ name, count }) => `| \`${name}\` | ${count} |`)
  .join('\n')}

${look.source ? `코드의 예로 \`${look.source.path}\` (${look.source.lines.length}줄) 파일을 읽었습니다.` : '데모가 쓸 수 있는 언어의 소스 파일은 찾지 못했습니다.'} 폴더 이름과 파일 수는 변경이 어디에 놓여야 하는지 정하는 데 쓰였습니다.

## 관례
${look.source ? `새 코드는 \`${look.source.path}\`를 따릅니다. 들여쓰기, 따옴표, 세미콜론, 가져오는 방법이 같습니다.` : '문서는 이 프로젝트의 다른 문서처럼 마크다운으로 씁니다.'} 파일 이름은 옆 파일들과 같은 방식으로 짓고, 공개 함수는 하는 일을 주석으로 밝힙니다. 의존성은 더하지 않습니다. 이미 있는 이름과 겹치지 않는 이름을 고릅니다.

## 테스트
${look.tests.length > 0 ? `테스트 파일은 ${look.tests.length}개입니다. 예: ${listed(look.tests, 3)}.` : '테스트 파일은 찾지 못했습니다.'} ${change.command ? `\`${change.command}\` 명령으로 실행합니다.` : '데모가 테스트를 실행할 수 있는 명령은 찾지 못했습니다.'} 새 테스트도 따로 설정하지 않고 같은 방식으로 실행되어야 합니다.

## 변경에 주는 뜻
새 코드는 지금 있는 코드 옆에, 따로 된 파일에 두는 것이 맞습니다. 그래야 차이를 읽는 사람이 무엇이 새것인지 바로 알 수 있습니다. 기존 파일을 건드리지 않으면 검토할 것도 되돌릴 것도 적습니다. 검토하는 사람은 계획에 적힌 파일만 알면 됩니다. 이름과 위치는 옆 파일을 보고 정했으므로 처음 보는 사람도 찾을 수 있습니다. 확인하지 못한 것은 이 문서에 적지 않았습니다.
`;
}

const RAN =
  '작업 폴더에서, 이번 변경의 브랜치에서, 실제 파일로 실행했습니다. 숫자와 출력은 실행한 그대로이며 고치지 않았습니다. 종료 코드는 명령이 스스로 알린 값입니다. 같은 명령을 같은 폴더에서 다시 실행하면 누구나 같은 결과를 확인할 수 있습니다. 실행하는 동안 서버나 다른 프로세스를 띄워 두지 않았고, 실패를 감추려고 건너뛴 테스트도 없습니다.';
