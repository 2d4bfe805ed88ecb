import type { Kit } from '../kit.ts';

export const notes: Kit = {
  kind: 'notes',
  words: /notes?\b|notebook|journal|diary|memos?\b|wiki|메모|노트|일기|필기/gi,
  flags: ['pinned'],
  marks: false,
  proofs: ['action', 'view', 'order', 'view'],
  asks: [
    /\bwrit(?:e|ing)\b|\bjot|\btake notes\b|\btyp(?:e|ing)\b|쓰(?:고|는|기)|적(?:고|는|을|어|기)|기록|작성|입력/i,
    /\btags?\b|\blabels?\b|categor|\bfilter|태그|라벨|분류|필터/i,
    /\bpin(?:s|ned|ning)?\b|on top|고정/i,
    /search|\bfind\b|look up|검색|찾/i,
  ],
  icon: 'M12 10h16v20H12ZM17 17h7M17 23h5',
  en: {
    one: 'note',
    many: 'notes',
    tagline: 'Write it down once, find it again.',
    problem: 'thoughts are written down everywhere and found nowhere',
    metric: 'how often a search ends with an opened note',
    alternatives: [
      { name: 'Text files', gap: 'are found only by those who remember the name' },
      { name: 'Messages to oneself', gap: 'scroll away within a day' },
      { name: 'Large note suites', gap: 'are slow to open and want an account' },
    ],
    features: [
      { name: 'Write without ceremony', detail: 'A title and a body, saved with one press; lines are kept.' },
      { name: 'Tags', detail: 'Any number of tags per note become filter buttons above the list.' },
      { name: 'Pinned notes', detail: 'What is needed daily stays on top.' },
      { name: 'Full text search', detail: 'Search looks at title, body and tags, word by word.' },
    ],
    personas: [
      {
        name: 'Elif',
        role: 'a doctoral student',
        goal: 'find the quote from last spring in seconds',
        pain: 'three note apps, none of them complete',
      },
      {
        name: 'Tom',
        role: 'a site manager',
        goal: 'write on the phone, read at the desk',
        pain: 'paper that does not survive the rain',
      },
    ],
    fields: [
      { key: 'name', label: 'Title', type: 'text', required: true, max: 120, hint: 'Ideas for the workshop' },
      { key: 'tags', label: 'Tags', type: 'tags', max: 30, hint: 'ideas, work', asLabel: true },
      { key: 'body', label: 'Text', type: 'textarea', max: 20000 },
    ],
    insights: { all: 'Notes', pinned: 'Pinned', week: 'New this week', words: 'Words' },
    samples: [
      {
        name: 'Ideas for the workshop',
        tags: 'ideas, work',
        body: 'Start with a story.\nThen the exercise in pairs.',
      },
      { name: 'Tomato soup', tags: 'recipes', body: 'Roast the tomatoes first, with garlic.' },
      { name: 'Books to ask for', tags: 'ideas', body: 'The one about maps, and the one about bees.' },
    ],
  },
  ko: {
    one: '메모',
    many: '메모',
    tagline: '한 번 적고, 언제든 다시 찾기.',
    problem: '생각은 여기저기 적어 두지만 정작 필요할 때는 찾을 수 없습니다',
    metric: '검색이 메모 열람으로 이어지는 비율',
    alternatives: [
      { name: '텍스트 파일', gap: '이름을 기억하는 사람만 찾을 수 있음' },
      { name: '나에게 보낸 메시지', gap: '하루면 위로 밀려남' },
      { name: '대형 노트 앱', gap: '여는 데 느리고 계정을 요구함' },
    ],
    features: [
      { name: '바로 적기', detail: '제목과 본문을 한 번에 저장하고 줄바꿈을 그대로 둡니다.' },
      { name: '태그', detail: '메모마다 태그를 여러 개 달고, 목록 위의 단추로 골라 봅니다.' },
      { name: '고정 메모', detail: '매일 보는 메모는 맨 위에 머무릅니다.' },
      { name: '전체 검색', detail: '제목, 본문, 태그를 단어별로 찾습니다.' },
    ],
    personas: [
      {
        name: '은서',
        role: '박사 과정 학생',
        goal: '지난봄의 인용문을 몇 초 만에 찾기',
        pain: '메모 앱이 셋인데 온전한 것은 없음',
      },
      { name: '태호', role: '현장 소장', goal: '휴대전화로 적고 사무실에서 읽기', pain: '비에 젖는 종이' },
    ],
    fields: [
      { key: 'name', label: '제목', type: 'text', required: true, max: 120, hint: '워크숍 아이디어' },
      { key: 'tags', label: '태그', type: 'tags', max: 30, hint: '아이디어, 일', asLabel: true },
      { key: 'body', label: '내용', type: 'textarea', max: 20000 },
    ],
    insights: { all: '메모', pinned: '고정', week: '이번 주 새 메모', words: '단어' },
    samples: [
      { name: '워크숍 아이디어', tags: '아이디어, 일', body: '이야기로 시작하기.\n그다음 둘씩 연습.' },
      { name: '토마토 수프', tags: '요리', body: '토마토를 마늘과 함께 먼저 굽기.' },
      { name: '빌릴 책', tags: '아이디어', body: '지도에 관한 책과 벌에 관한 책.' },
    ],
  },
};
