import type { Kit } from '../kit.ts';

export const tasks: Kit = {
  kind: 'tasks',
  words: /to-?dos?\b|tasks?\b|checklists?\b|deadlines?\b|kanban|할\s?일|체크리스트|마감|업무/gi,
  flags: ['done'],
  marks: false,
  proofs: ['action', 'value', 'order', 'action'],
  asks: [
    /\b(?:add|enter|capture|jot|write|type)(?:s|ing)?\b.*\b(?:tasks?|to-?dos?|items?|things?)\b|(?:할 ?일|업무).*(?:추가|등록|적|입력|기록)/i,
    /\bdue\b|deadline|overdue|기한|마감|지연/i,
    /priorit|urgent|important|우선순위|중요|긴급/i,
    /\b(?:un)?done\b|\b(?:complet|finish)(?:e|ed|es|ing|ion)?\b|\btick|\bcheck(?:s|ed|ing)?\b.* off\b|완료|끝낸|체크(?!리스트)/i,
  ],
  icon: 'M11 13h4M19 13h10M11 20h4M19 20h10M11 27h4M19 27h10',
  en: {
    one: 'task',
    many: 'tasks',
    tagline: 'Know what is next, and what can wait.',
    problem: 'tasks live in heads, chats and sticky notes, and the one that matters is found too late',
    metric: 'the share of tasks that are done on or before their day',
    alternatives: [
      { name: 'Sticky notes', gap: 'have no order and no dates' },
      { name: 'Team project tools', gap: 'ask for boards and roles before the first task' },
      { name: 'Calendar', gap: 'shows when, but not what is more important' },
    ],
    features: [
      {
        name: 'Add a task in seconds',
        detail: 'Only the name is required; day, priority and notes can follow.',
      },
      {
        name: 'Due days and overdue warnings',
        detail: 'A task is overdue the day after its day and then stands out.',
      },
      { name: 'Priorities', detail: 'High, normal and low decide the order within a day.' },
      { name: 'Done and undone', detail: 'A press completes a task; another press brings it back.' },
    ],
    personas: [
      {
        name: 'Sara',
        role: 'a freelance designer',
        goal: 'see what must be handed in this week',
        pain: 'deadlines of four clients in four places',
      },
      {
        name: 'David',
        role: 'a father of two',
        goal: 'keep the household going without asking twice',
        pain: 'notes that are lost in the kitchen',
      },
    ],
    fields: [
      { key: 'name', label: 'Task', type: 'text', required: true, max: 120, hint: 'Send the offer' },
      { key: 'due', label: 'Due', type: 'date' },
      {
        key: 'priority',
        label: 'Priority',
        type: 'select',
        default: 'normal',
        options: [
          { value: 'high', label: 'High' },
          { value: 'normal', label: 'Normal' },
          { value: 'low', label: 'Low' },
        ],
      },
      { key: 'tags', label: 'Tags', type: 'tags', max: 30, hint: 'work, home', asLabel: true },
      { key: 'notes', label: 'Notes', type: 'textarea', max: 1000 },
    ],
    insights: { open: 'Open', overdue: 'Overdue', week: 'Due in 7 days', done: 'Done' },
    samples: [
      { name: 'Send the offer', priority: 'high', tags: 'work', notes: 'With the new price list.' },
      { name: 'Book the dentist', priority: 'normal', tags: 'home' },
      { name: 'Sort the photos', priority: 'low', tags: 'home, evening' },
    ],
  },
  ko: {
    one: '할 일',
    many: '할 일',
    tagline: '다음에 할 일과 미뤄도 될 일이 한눈에.',
    problem: '할 일이 머릿속, 대화방, 메모지에 흩어져 정작 중요한 일을 너무 늦게 발견합니다',
    metric: '기한 안에 끝낸 할 일의 비율',
    alternatives: [
      { name: '메모지', gap: '순서도 날짜도 없음' },
      { name: '팀 협업 도구', gap: '첫 할 일을 적기 전에 보드와 역할부터 요구함' },
      { name: '달력', gap: '언제인지는 보이지만 무엇이 중요한지는 보이지 않음' },
    ],
    features: [
      {
        name: '몇 초 만에 할 일 추가',
        detail: '이름만 필수이고 기한, 우선순위, 메모는 나중에 채울 수 있습니다.',
      },
      { name: '기한과 지연 표시', detail: '기한 다음 날부터 지연으로 표시되어 눈에 띕니다.' },
      { name: '우선순위', detail: '높음, 보통, 낮음이 같은 날 안의 순서를 정합니다.' },
      { name: '완료와 되돌리기', detail: '한 번 누르면 완료, 다시 누르면 되돌립니다.' },
    ],
    personas: [
      {
        name: '서연',
        role: '프리랜서 디자이너',
        goal: '이번 주에 넘겨야 할 것을 한눈에 보기',
        pain: '네 고객의 마감이 네 군데에 흩어져 있음',
      },
      {
        name: '도윤',
        role: '두 아이의 아빠',
        goal: '두 번 묻지 않고 집안일 챙기기',
        pain: '부엌에서 사라지는 메모',
      },
    ],
    fields: [
      { key: 'name', label: '할 일', type: 'text', required: true, max: 120, hint: '견적서 보내기' },
      { key: 'due', label: '기한', type: 'date' },
      {
        key: 'priority',
        label: '우선순위',
        type: 'select',
        default: 'normal',
        options: [
          { value: 'high', label: '높음' },
          { value: 'normal', label: '보통' },
          { value: 'low', label: '낮음' },
        ],
      },
      { key: 'tags', label: '태그', type: 'tags', max: 30, hint: '일, 집', asLabel: true },
      { key: 'notes', label: '메모', type: 'textarea', max: 1000 },
    ],
    insights: { open: '남은 일', overdue: '지연', week: '7일 안', done: '완료' },
    samples: [
      { name: '견적서 보내기', priority: 'high', tags: '일', notes: '새 가격표와 함께.' },
      { name: '치과 예약', priority: 'normal', tags: '집' },
      { name: '사진 정리', priority: 'low', tags: '집, 저녁' },
    ],
  },
};
