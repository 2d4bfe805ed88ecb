import { type Facts, listed } from './documents.ts';

/** The structure of a project whose files could not be listed: what was seen without the list, and what is not known. */
export function unlisted({ look, change, request }: Facts): string {
  return `# ${look.name}의 구조

## 개요
파일 목록을 보는 것이 허락되지 않았거나 실패했으므로 파일이 몇 개인지 여기서는 알 수 없습니다. 이번 요청은 다음과 같습니다: “${request}”. 읽는 동안 아무것도 바꾸지 않았고, 다른 방법으로 목록을 얻으려고 하지도 않았습니다.

## 구성
${look.files.length > 0 ? `흔한 이름으로 열어 보아 있는 것을 확인한 파일: ${listed(look.files)}.` : '대부분의 프로젝트에 있는 파일을 흔한 이름으로는 찾지 못했습니다.'} 폴더와 다른 소스와 다른 문서는 보지 못했으므로 이 문서는 그것에 대해 말하지 않습니다. 보지 못한 것을 짐작해서 채우지 않았습니다.

## 관례
소스 파일을 읽지 못해 프로젝트의 방식을 알 수 없습니다. 새 코드는 흔히 쓰는 단순한 방식을 따릅니다. 들여쓰기는 두 칸, 따옴표는 작은따옴표이고, 공개 함수는 하는 일을 주석으로 밝힙니다. 의존성은 더하지 않습니다.

## 테스트
어느 파일이 테스트인지는 목록 없이 알 수 없습니다. ${change.command ? `읽은 내용에 따르면 \`${change.command}\` 명령으로 실행합니다.` : '읽은 내용에는 테스트를 실행하는 방법이 없습니다.'} 그 명령이 새 테스트를 찾는지는 실행해 보아야 알 수 있습니다. 실행한 결과는 보고서에 그대로 옮깁니다.

## 변경에 주는 뜻
새 코드는 따로 된 파일에 두고, 이름은 먼저 열어 보아 비어 있는 것을 확인한 뒤에 씁니다. 옆에 어떤 파일이 있는지 보지 못했으므로 검토하는 사람은 놓인 위치를 눈여겨보아야 합니다.
`;
}
