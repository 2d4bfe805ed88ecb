import type { DocWords } from './doc-words.ts';

const doneField = { key: 'done', typeName: '예/아니요', rule: '설정한 시각을 `doneAt`에 함께 저장' };
const doneMoves = [
  { from: '있음', action: '완료 표시', to: '완료' },
  { from: '완료', action: '다시 누르기', to: '있음' },
];

/** Words of the Korean documents. */
export const ko: DocWords = {
  types: {
    text: '한 줄 글',
    textarea: '여러 줄 글',
    number: '숫자',
    date: '날짜',
    select: '선택',
    tags: '라벨 목록',
    url: '웹 주소',
  },
  required: '예',
  optional: '아니요',
  requiredText: ', 필수',
  rules: {
    text: '앞뒤 공백 제거, 필수이면 비울 수 없음',
    textarea: '줄바꿈을 그대로 보존',
    number: '소수 둘째 자리까지, 0 이상',
    date: '실제로 있는 날짜',
    select: '정해진 값 가운데 하나',
    tags: '최대 12개, 중복 없음',
    url: 'http 또는 https만 허용',
  },
  upTo: (max) => `최대 ${max}자`,
  oneOf: (labels) => `다음 가운데 하나: ${labels}`,
  partly: (answer) => `일부: ${answer}; 나머지는 로드맵 참고`,
  notYet: '버전 1에는 없음, 로드맵 참고',
  must: '필수',
  should: '권장',
  accepted: {
    action: '키보드, 마우스, 터치로 모두 쓸 수 있고, 화면이 알리기 전에 디스크에 저장되어 있다.',
    value: '데이터가 없을 때를 포함해 시험한 모든 경우에 숫자가 문서의 규칙을 따른다.',
    view: '새로 고치지 않아도 맞는 내용이 보이고, 서버를 다시 켠 뒤에도 같다.',
    order: '목록과 API의 순서가 같고, 입력한 순서에 좌우되지 않는다.',
  },
  checkedBy: {
    action: 'test/api.test.js, 여정 점검',
    value: 'test/insights.test.js, 여정 점검',
    view: 'test/api.test.js, 여정 점검',
    order: 'test/insights.test.js',
  },
  later: [
    { version: '1.1', idea: 'CSV 내보내기와 가져오기', needs: '입력 칸에 대한 의견' },
    { version: '1.2', idea: '최근 열두 달 보기', needs: '몇 달치 데이터' },
    { version: '2.0', idea: '로그인과 여러 기기 사용', needs: '호스팅 제공' },
  ],
  laterWish: (text) => `요청에서: ${text}`,
  afterVersion1: '버전 1의 사용 경험',
  markRoutes: { set: '하루 표시, 미래 날짜는 거절', clear: '하루 표시 지우기' },
  kinds: {
    habits: {
      rowAction: '누를 수 있는 일곱 날과 그 옆의 연속 기록, 최고 기록, 그 아래 최근 30일',
      dailyAction:
        '오늘의 동그라미를 누르면 `PUT /api/habits/{id}/days/{day}`, 다시 누르면 `DELETE` 요청이 간다.',
      derived: [
        { name: '현재 연속 기록', rule: '오늘까지, 오늘이 아직 비었다면 어제까지 이어진 날수' },
        { name: '최고 기록', rule: '지금까지 가장 길게 이어진 날수' },
        { name: '최근 30일', rule: '오늘과 앞선 29일이 각각 표시되었는지' },
        { name: '이번 주 표시', rule: '오늘과 앞선 엿새 가운데 표시된 날' },
      ],
      extraFields: [{ key: 'days', typeName: '날짜 목록', rule: '날마다 한 번, 차례대로, 미래 날짜 없음' }],
      transitions: [
        { from: '오늘 남음', action: '오늘 표시', to: '오늘 완료' },
        { from: '오늘 완료', action: '표시 지우기', to: '오늘 남음' },
      ],
    },
    tasks: {
      rowAction: '왼쪽 동그라미로 완료하고, 지난 기한은 눈에 띄게 표시',
      dailyAction: '동그라미를 누르면 `{"done": true}`를 담은 `PATCH` 요청이 가고, 다시 누르면 되돌린다.',
      derived: [
        { name: '지연', rule: '완료하지 않았고 기한이 오늘보다 앞섬' },
        { name: '오늘 기한', rule: '완료하지 않았고 기한이 오늘' },
        { name: '순서', rule: '남은 일 먼저, 그다음 기한, 그다음 우선순위' },
      ],
      extraFields: [doneField],
      transitions: doneMoves,
    },
    notes: {
      rowAction: '핀을 누르면 맨 위에 고정',
      dailyAction: '핀을 누르면 `{"pinned": true}`를 담은 `PATCH` 요청이 가고, 다시 누르면 고정이 풀린다.',
      derived: [
        { name: '단어 수', rule: '본문을 공백과 줄바꿈으로 나눈 조각의 수' },
        { name: '순서', rule: '고정 먼저, 그다음 마지막으로 고친 것' },
      ],
      extraFields: [{ key: 'pinned', typeName: '예/아니요', rule: '핀으로 설정' }],
      transitions: [
        { from: '있음', action: '고정', to: '고정됨' },
        { from: '고정됨', action: '다시 누르기', to: '있음' },
      ],
    },
    expenses: {
      rowAction: '금액은 오른쪽에 맞추어 표시',
      dailyAction: '내용, 금액, 분류 세 칸으로 지출을 더한다. 날짜는 미리 채워져 있다.',
      derived: [
        { name: '이번 달 합계', rule: '금액을 가장 작은 단위의 정수로 더해 반올림 오차가 없음' },
        { name: '하루 평균', rule: '이번 달 합계를 오늘 날짜의 일 수로 나눔' },
        { name: '분류 비중', rule: '분류의 합을 이번 달 합계로 나눔' },
      ],
      extraFields: [],
      transitions: [{ from: '이번 달', action: '달이 바뀜', to: '지난달' }],
    },
    bookmarks: {
      rowAction: '제목이 링크이고, 왼쪽 동그라미로 읽음 표시',
      dailyAction: '동그라미를 누르면 `{"done": true}`를 담은 `PATCH` 요청이 가고 읽은 시각이 남는다.',
      derived: [
        { name: '사이트', rule: '주소의 호스트에서 `www.`를 뺀 것' },
        { name: '이번 달 읽음', rule: '읽은 시각이 이번 달인 것' },
        { name: '순서', rule: '읽지 않은 것 먼저, 그다음 최신순' },
      ],
      extraFields: [doneField],
      transitions: doneMoves,
    },
    entries: {
      rowAction: '왼쪽 동그라미로 완료 표시',
      dailyAction: '동그라미를 누르면 `{"done": true}`를 담은 `PATCH` 요청이 가고, 다시 누르면 되돌린다.',
      derived: [
        { name: '최근', rule: '오늘 또는 앞선 엿새 안에 추가함' },
        { name: '순서', rule: '남은 것 먼저, 그다음 최신 날짜' },
      ],
      extraFields: [doneField],
      transitions: doneMoves,
    },
  },
};
