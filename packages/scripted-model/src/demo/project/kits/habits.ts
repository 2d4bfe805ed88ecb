import type { Kit } from '../kit.ts';

export const habits: Kit = {
  kind: 'habits',
  words: /habits?\b|streaks?\b|routines?\b|습관|연속|루틴/gi,
  flags: [],
  marks: true,
  proofs: ['action', 'value', 'value', 'order'],
  asks: [
    /\b(?:mark|tick)(?:s|ed|ing)?\b|\b(?:check|log|track|record)(?:s|ed|ing)?\b.*\b(?:habits?|daily|(?:each|every) day|today)\b|체크|(?:매일|하루|오늘|날마다).*(?:표시|기록)/i,
    /streak|in a row|consecutive|\bchains?\b|연속|스트릭|끊기지|며칠째|이어 ?가|이어진/i,
    /\bweek(?:ly)?\b|\bmonth(?:ly)?\b|\b30 days\b|look(?:ing)? back|overview|summary|statistic|progress|주간|일주일|한 ?주|이번 ?주|한 ?달|이번 ?달|지난 ?달|월별|월간|30일|돌아보|돌아봅|요약|통계/i,
    /\b(?:open|unfinished|remaining)\b.*\b(?:first|top)\b|what(?:’s|'s| is) (?:left|still)|남은|아직|안 한/i,
  ],
  icon: 'M11 21l6 6 12-14',
  en: {
    one: 'habit',
    many: 'habits',
    tagline: 'Small things, every day, without breaking the chain.',
    problem: 'good intentions fade after a week, because nobody sees how far they have already come',
    metric: 'the share of habits that are marked on a given day',
    alternatives: [
      { name: 'Paper calendar', gap: 'counts nothing and stays at home' },
      { name: 'General to-do list', gap: 'a habit never ends, so its list never empties' },
      { name: 'Fitness apps', gap: 'cover sport only and want an account' },
    ],
    features: [
      {
        name: 'Mark a day with one press',
        detail: 'Each habit shows its last seven days; a press sets or clears a day.',
      },
      {
        name: 'Current and best streak',
        detail: 'Days in a row up to today, or yesterday while today is open.',
      },
      {
        name: 'Look back over week and month',
        detail: 'Today, streaks and week in four numbers; the last 30 days below each habit.',
      },
      { name: 'Open habits first', detail: 'What is still to do today stands on top of the list.' },
    ],
    personas: [
      {
        name: 'Mina',
        role: 'a nurse who works shifts',
        goal: 'keep three habits alive through changing hours',
        pain: 'reminders at fixed times come at the wrong moment',
      },
      {
        name: 'Jonas',
        role: 'a student in his first year',
        goal: 'read every day and see the chain grow',
        pain: 'gives up after one missed day because the record is gone',
      },
    ],
    fields: [
      { key: 'name', label: 'Habit', type: 'text', required: true, max: 80, hint: 'Read ten pages' },
      { key: 'area', label: 'Area', type: 'tags', max: 30, hint: 'health, mind', asLabel: true },
      {
        key: 'why',
        label: 'Why it matters',
        type: 'textarea',
        max: 400,
        hint: 'A reason to look at on a slow day',
      },
    ],
    insights: { today: 'Done today', streak: 'Longest live streak', best: 'Record', week: 'Marks this week' },
    samples: [
      { name: 'Read ten pages', area: 'mind', why: 'A book a month adds up.' },
      { name: 'Walk for half an hour', area: 'health', why: 'Daylight before noon.' },
      { name: 'Write three lines', area: 'mind, evening', why: 'To close the day.' },
    ],
  },
  ko: {
    one: '습관',
    many: '습관',
    tagline: '작은 일을 매일, 끊기지 않게.',
    problem: '좋은 다짐은 일주일이면 흐려집니다. 지금까지 얼마나 해 왔는지가 눈에 보이지 않기 때문입니다',
    metric: '하루에 표시된 습관의 비율',
    alternatives: [
      { name: '종이 달력', gap: '세어 주지 않고 집 밖에서는 볼 수 없음' },
      { name: '일반 할 일 목록', gap: '습관은 끝이 없어 목록이 비지 않음' },
      { name: '운동 앱', gap: '운동만 다루고 가입을 요구함' },
    ],
    features: [
      {
        name: '한 번 눌러 하루 표시',
        detail: '습관마다 최근 7일이 보이고, 누르면 그날이 표시되거나 지워집니다.',
      },
      {
        name: '현재 연속 기록과 최고 기록',
        detail: '오늘까지, 오늘이 아직 남았다면 어제까지 이어진 날수를 셉니다.',
      },
      {
        name: '한 주와 한 달 돌아보기',
        detail: '오늘, 연속, 최고 기록, 이번 주는 네 가지 숫자로, 최근 30일은 습관마다 보입니다.',
      },
      { name: '남은 습관 먼저', detail: '오늘 아직 하지 않은 습관이 목록 위에 놓입니다.' },
    ],
    personas: [
      {
        name: '미나',
        role: '교대 근무를 하는 간호사',
        goal: '근무가 바뀌어도 세 가지 습관을 이어 가기',
        pain: '정해진 시각의 알림이 엉뚱한 때에 울림',
      },
      {
        name: '준호',
        role: '대학 신입생',
        goal: '매일 읽고 기록이 늘어나는 것을 보기',
        pain: '하루 빠지면 기록이 사라져 포기함',
      },
    ],
    fields: [
      { key: 'name', label: '습관', type: 'text', required: true, max: 80, hint: '책 열 쪽 읽기' },
      { key: 'area', label: '분야', type: 'tags', max: 30, hint: '건강, 마음', asLabel: true },
      { key: 'why', label: '하려는 이유', type: 'textarea', max: 400, hint: '느슨해진 날 다시 볼 한마디' },
    ],
    insights: { today: '오늘 완료', streak: '가장 긴 연속', best: '최고 기록', week: '이번 주 표시' },
    samples: [
      { name: '책 열 쪽 읽기', area: '마음', why: '한 달이면 한 권입니다.' },
      { name: '30분 걷기', area: '건강', why: '오전의 햇빛을 위해.' },
      { name: '세 줄 일기', area: '마음, 저녁', why: '하루를 닫는 시간.' },
    ],
  },
};
