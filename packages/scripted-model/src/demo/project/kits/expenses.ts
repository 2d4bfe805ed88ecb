import type { Kit } from '../kit.ts';

export const expenses: Kit = {
  kind: 'expenses',
  words: /expenses?\b|budgets?\b|spending|money|finances?\b|가계부|지출|예산|소비|용돈/gi,
  flags: [],
  marks: false,
  icon: 'M11 14h18v14H11ZM11 19h18M24 24h2',
  colours: ['#0b87a8', '#155e9c'],
  en: {
    one: 'expense',
    many: 'expenses',
    tagline: 'See where the month went while it is still going.',
    problem: 'the account says that money is gone, but not what it went for',
    metric: 'the share of days with at least one expense written down',
    alternatives: [
      { name: 'Bank statement', gap: 'comes late and knows shops, not purposes' },
      { name: 'Spreadsheet', gap: 'is not opened on the phone at the till' },
      { name: 'Bank-linked apps', gap: 'want the keys to the account' },
    ],
    features: [
      { name: 'Write down an expense', detail: 'Amount, what for, category and day; today is filled in.' },
      {
        name: 'Totals of the month',
        detail: 'This month, the month before and the average per day, exact to the cent.',
      },
      { name: 'Shares by category', detail: 'Bars show which category takes how much of the month.' },
      { name: 'Filter by category', detail: 'One press shows only the expenses of a category.' },
    ],
    personas: [
      {
        name: 'Clara',
        role: 'a trainee with a first flat',
        goal: 'not be surprised on the 25th',
        pain: 'small sums that nobody counts',
      },
      {
        name: 'Marek',
        role: 'a self-employed carpenter',
        goal: 'tell private from business spending',
        pain: 'receipts in three pockets',
      },
    ],
    fields: [
      { key: 'name', label: 'What for', type: 'text', required: true, max: 100, hint: 'Vegetables' },
      { key: 'amount', label: 'Amount', type: 'number', required: true, min: 0, money: true, hint: '12.50' },
      {
        key: 'category',
        label: 'Category',
        type: 'select',
        default: 'food',
        asLabel: true,
        options: [
          { value: 'food', label: 'Food' },
          { value: 'home', label: 'Home' },
          { value: 'travel', label: 'Travel' },
          { value: 'health', label: 'Health' },
          { value: 'leisure', label: 'Leisure' },
          { value: 'other', label: 'Other' },
        ],
      },
      { key: 'date', label: 'Day', type: 'date', required: true },
    ],
    insights: {
      month: 'This month',
      previous: 'Month before',
      average: 'Per day',
      count: 'Expenses this month',
    },
    samples: [
      { name: 'Vegetables', amount: 18.4, category: 'food' },
      { name: 'Train ticket', amount: 42, category: 'travel' },
      { name: 'Light bulbs', amount: 9.95, category: 'home' },
    ],
  },
  ko: {
    one: '지출',
    many: '지출',
    tagline: '한 달이 끝나기 전에 돈의 흐름을 보기.',
    problem: '통장은 돈이 나갔다는 것만 알려 줄 뿐, 무엇에 썼는지는 알려 주지 않습니다',
    metric: '지출을 하나 이상 적은 날의 비율',
    alternatives: [
      { name: '은행 명세서', gap: '늦게 오고, 가게는 알지만 목적은 모름' },
      { name: '스프레드시트', gap: '계산대 앞에서 휴대전화로 열지 않음' },
      { name: '계좌 연동 앱', gap: '계좌의 열쇠를 요구함' },
    ],
    features: [
      { name: '지출 적기', detail: '금액, 내용, 분류, 날짜를 적고 오늘 날짜가 미리 채워집니다.' },
      { name: '월별 합계', detail: '이번 달, 지난달, 하루 평균을 정확히 계산합니다.' },
      { name: '분류별 비중', detail: '어느 분류가 이번 달에서 얼마를 차지하는지 막대로 보여 줍니다.' },
      { name: '분류로 골라 보기', detail: '한 번 누르면 그 분류의 지출만 보입니다.' },
    ],
    personas: [
      {
        name: '유진',
        role: '첫 자취를 시작한 사회 초년생',
        goal: '25일에 놀라지 않기',
        pain: '아무도 세지 않는 작은 금액',
      },
      {
        name: '현우',
        role: '혼자 일하는 목수',
        goal: '개인 지출과 일의 지출 나누기',
        pain: '주머니마다 흩어진 영수증',
      },
    ],
    fields: [
      { key: 'name', label: '내용', type: 'text', required: true, max: 100, hint: '채소' },
      { key: 'amount', label: '금액', type: 'number', required: true, min: 0, money: true, hint: '12500' },
      {
        key: 'category',
        label: '분류',
        type: 'select',
        default: 'food',
        asLabel: true,
        options: [
          { value: 'food', label: '식비' },
          { value: 'home', label: '생활' },
          { value: 'travel', label: '교통' },
          { value: 'health', label: '건강' },
          { value: 'leisure', label: '여가' },
          { value: 'other', label: '기타' },
        ],
      },
      { key: 'date', label: '날짜', type: 'date', required: true },
    ],
    insights: { month: '이번 달', previous: '지난달', average: '하루 평균', count: '이번 달 건수' },
    samples: [
      { name: '채소', amount: 18400, category: 'food' },
      { name: '기차표', amount: 42000, category: 'travel' },
      { name: '전구', amount: 9900, category: 'home' },
    ],
  },
};
