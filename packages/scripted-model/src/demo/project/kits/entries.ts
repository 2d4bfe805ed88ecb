import type { Kit } from '../kit.ts';

/** The fallback: a record of any kind of thing. `{one}` and `{many}` become the thing that the request is about. */
export const entries: Kit = {
  kind: 'entries',
  words: /(?!)/g,
  flags: ['done'],
  marks: false,
  proofs: ['action', 'view', 'order', 'value'],
  asks: [
    /\bone after another\b|\badd\w* .*quick|\bquick\w* add|이어서/i,
    /\btags?\b|\blabels?\b|categor|\bfilter|태그|라벨|분류|필터/i,
    /\b(?:un)?done\b|\b(?:complet|finish)(?:e|ed|es|ing|ion)?\b|\btick|\bcheck(?:s|ed|ing)?\b.* off\b|완료|끝낸/i,
    /overview|summary|statistic|dashboard|요약|통계/i,
  ],
  icon: 'M12 12h7v7h-7ZM22 12h7v7h-7ZM12 22h7v7h-7ZM22 22h7v7h-7Z',
  en: {
    one: 'entry',
    many: 'entries',
    tagline: 'All {many} in one place, easy to add and easy to find.',
    problem: '{many} are kept in lists, chats and heads, and nobody has the whole picture',
    metric: 'how many {many} are up to date at the end of a week',
    alternatives: [
      { name: 'Spreadsheet', gap: 'is hard to use on a phone and easy to break' },
      { name: 'Chat group', gap: 'shows what is new, not what is true' },
      { name: 'Large all-purpose tools', gap: 'must be set up for days before they help' },
    ],
    features: [
      {
        name: 'Add one {one} after another',
        detail: 'Only the name is required, the form is ready for the next one at once.',
      },
      { name: 'Tags and filters', detail: 'Tags become buttons that narrow the list.' },
      {
        name: 'Open and done',
        detail: 'A press marks a {one} as done and moves it down; another brings it back.',
      },
      { name: 'Overview in four numbers', detail: 'All, new this week, tags in use and done.' },
    ],
    personas: [
      {
        name: 'Lena',
        role: 'the one who keeps things in order',
        goal: 'know at any time what is there and what is open',
        pain: 'asks three people to learn one thing',
      },
      {
        name: 'Samuel',
        role: 'someone who looks something up once a week',
        goal: 'find the right {one} on the phone in seconds',
        pain: 'cannot tell which list is the current one',
      },
    ],
    fields: [
      { key: 'name', label: 'Name', type: 'text', required: true, max: 120 },
      { key: 'date', label: 'Day', type: 'date' },
      { key: 'tags', label: 'Tags', type: 'tags', max: 30, hint: 'new, important', asLabel: true },
      { key: 'details', label: 'Details', type: 'textarea', max: 2000 },
    ],
    insights: { all: 'All', week: 'New this week', tags: 'Tags', done: 'Done' },
    samples: [
      { name: 'First {one}', tags: 'new', details: 'To see how the list looks.' },
      { name: 'Second {one}', tags: 'new, important', details: 'Two tags make it easy to find.' },
      { name: 'A {one} for later', tags: 'later' },
    ],
  },
  ko: {
    one: '항목',
    many: '항목',
    tagline: '모든 {many}을(를) 한곳에서 쉽게 더하고 쉽게 찾기.',
    problem: '{many} 정보가 목록과 대화방과 머릿속에 흩어져 전체를 아는 사람이 없습니다',
    metric: '한 주가 끝날 때 최신 상태인 {many}의 수',
    alternatives: [
      { name: '스프레드시트', gap: '휴대전화에서 쓰기 어렵고 쉽게 망가짐' },
      { name: '대화방', gap: '새 소식은 보이지만 현재 상태는 보이지 않음' },
      { name: '대형 만능 도구', gap: '도움이 되기까지 며칠의 설정이 필요함' },
    ],
    features: [
      { name: '{one} 이어서 추가', detail: '이름만 필수이며, 저장하면 바로 다음 입력을 받을 수 있습니다.' },
      { name: '태그와 골라 보기', detail: '태그가 단추가 되어 목록을 좁혀 줍니다.' },
      {
        name: '진행과 완료',
        detail: '한 번 누르면 완료로 표시되어 아래로 내려가고, 다시 누르면 돌아옵니다.',
      },
      { name: '네 가지 숫자 요약', detail: '전체, 이번 주에 새로 더한 것, 쓰이는 태그, 완료를 보여 줍니다.' },
    ],
    personas: [
      {
        name: '하은',
        role: '정리를 맡은 사람',
        goal: '무엇이 있고 무엇이 남았는지 언제든 알기',
        pain: '하나를 알려고 세 사람에게 물어봄',
      },
      {
        name: '성민',
        role: '일주일에 한 번 찾아보는 사람',
        goal: '휴대전화로 몇 초 만에 원하는 {one} 찾기',
        pain: '어느 목록이 최신인지 알 수 없음',
      },
    ],
    fields: [
      { key: 'name', label: '이름', type: 'text', required: true, max: 120 },
      { key: 'date', label: '날짜', type: 'date' },
      { key: 'tags', label: '태그', type: 'tags', max: 30, hint: '새것, 중요', asLabel: true },
      { key: 'details', label: '자세히', type: 'textarea', max: 2000 },
    ],
    insights: { all: '전체', week: '이번 주', tags: '태그', done: '완료' },
    samples: [
      { name: '첫 번째 {one}', tags: '새것', details: '목록이 어떻게 보이는지 보기 위해.' },
      { name: '두 번째 {one}', tags: '새것, 중요', details: '태그가 둘이면 찾기 쉽습니다.' },
      { name: '나중에 볼 {one}', tags: '나중' },
    ],
  },
};
