import type { Kit } from '../kit.ts';

export const bookmarks: Kit = {
  kind: 'bookmarks',
  words:
    /bookmarks?\b|reading list|read[- ]later|links?\b|articles?\b|북마크|즐겨찾기|읽을거리|나중에 읽|링크/gi,
  flags: ['done'],
  marks: false,
  proofs: ['action', 'order', 'view', 'value'],
  asks: [
    /\b(?:save|keep|add|collect|store|bookmark)(?:s|d|ed|ing)?\b.*\b(?:links?|articles?|pages?|bookmarks?|urls?|sites?|addresses)\b|(?:링크|주소|글|기사|북마크).*(?:저장|모으|모아|추가|보관|담)/i,
    /\bunread\b|\b(?:mark|have|already|as)\b.*\bread\b|읽음|읽었|안 ?읽|읽지/i,
    /\btags?\b|\blabels?\b|categor|\bfilter|태그|라벨|분류|필터/i,
    /how (?:many|much)|\bcount|progress|statistic|몇|얼마나|읽은 (?:수|양)|통계/i,
  ],
  icon: 'M13 10h14v20l-7-6-7 6Z',
  en: {
    one: 'bookmark',
    many: 'bookmarks',
    tagline: 'Keep what is worth reading, and read it.',
    problem: 'links pile up in tabs and chats until the browser is closed and they are gone',
    metric: 'the share of saved links that are read within a month',
    alternatives: [
      { name: 'Open tabs', gap: 'are lost with the next crash' },
      { name: 'Browser bookmarks', gap: 'know neither read nor unread' },
      { name: 'Read-later services', gap: 'may close, and take the list with them' },
    ],
    features: [
      {
        name: 'Save a link',
        detail: 'Only the title is required; with an address the title becomes a link and the site is shown.',
      },
      { name: 'Read and unread', detail: 'Unread links stand first; a press marks one as read.' },
      { name: 'Tags', detail: 'Tags become filter buttons above the list.' },
      {
        name: 'A count of what was read',
        detail: 'Unread, read this month, sites and the share that is done.',
      },
    ],
    personas: [
      {
        name: 'Ines',
        role: 'a science teacher',
        goal: 'collect articles for lessons by topic',
        pain: 'two hundred open tabs',
      },
      {
        name: 'Pavel',
        role: 'a software developer',
        goal: 'read one long text each evening',
        pain: 'forgets what he wanted to read',
      },
    ],
    fields: [
      { key: 'name', label: 'Title', type: 'text', required: true, max: 160, hint: 'How rivers move' },
      { key: 'url', label: 'Address', type: 'url', max: 2000, hint: 'https://…' },
      { key: 'tags', label: 'Tags', type: 'tags', max: 30, hint: 'science, long', asLabel: true },
      { key: 'note', label: 'Why I saved it', type: 'textarea', max: 1000 },
    ],
    insights: { unread: 'Unread', month: 'Read this month', sites: 'Sites', done: 'Read' },
    samples: [
      {
        name: 'How rivers move',
        url: 'https://example.org/rivers',
        tags: 'science',
        note: 'For the lesson in May.',
      },
      { name: 'A short history of maps', url: 'https://example.com/maps', tags: 'history, long' },
      { name: 'Writing plainly', url: 'https://example.net/plain', tags: 'writing' },
    ],
  },
  ko: {
    one: '북마크',
    many: '북마크',
    tagline: '읽을 만한 것을 모으고, 정말로 읽기.',
    problem: '링크가 탭과 대화방에 쌓이다가 브라우저를 닫는 순간 사라집니다',
    metric: '저장한 링크 가운데 한 달 안에 읽은 비율',
    alternatives: [
      { name: '열어 둔 탭', gap: '한 번의 오류로 모두 사라짐' },
      { name: '브라우저 즐겨찾기', gap: '읽었는지 알 수 없음' },
      { name: '나중에 읽기 서비스', gap: '서비스가 끝나면 목록도 사라짐' },
    ],
    features: [
      {
        name: '링크 저장',
        detail: '제목만 필수이며, 주소를 적으면 제목이 링크가 되고 사이트 이름이 함께 보입니다.',
      },
      { name: '읽음 표시', detail: '읽지 않은 링크가 먼저 오고, 한 번 누르면 읽음이 됩니다.' },
      { name: '태그', detail: '태그가 목록 위의 단추가 되어 골라 볼 수 있습니다.' },
      { name: '읽은 양 보기', detail: '남은 링크, 이번 달 읽은 수, 사이트 수, 완료 비율을 보여 줍니다.' },
    ],
    personas: [
      {
        name: '지우',
        role: '과학 교사',
        goal: '수업에 쓸 글을 주제별로 모으기',
        pain: '열려 있는 탭 이백 개',
      },
      {
        name: '민재',
        role: '소프트웨어 개발자',
        goal: '저녁마다 긴 글 하나 읽기',
        pain: '무엇을 읽으려 했는지 잊음',
      },
    ],
    fields: [
      { key: 'name', label: '제목', type: 'text', required: true, max: 160, hint: '강은 어떻게 움직이는가' },
      { key: 'url', label: '주소', type: 'url', max: 2000, hint: 'https://…' },
      { key: 'tags', label: '태그', type: 'tags', max: 30, hint: '과학, 긴 글', asLabel: true },
      { key: 'note', label: '저장한 이유', type: 'textarea', max: 1000 },
    ],
    insights: { unread: '읽을 것', month: '이번 달 읽음', sites: '사이트', done: '읽음' },
    samples: [
      {
        name: '강은 어떻게 움직이는가',
        url: 'https://example.org/rivers',
        tags: '과학',
        note: '5월 수업에 쓸 글.',
      },
      { name: '지도의 짧은 역사', url: 'https://example.com/maps', tags: '역사, 긴 글' },
      { name: '쉽게 쓰기', url: 'https://example.net/plain', tags: '글쓰기' },
    ],
  },
};
