import type { Field } from './kit.ts';

interface ExtraField {
  /** Words of a request that ask for the field. */
  words: RegExp;
  labels: { en: string; ko: string };
  field: Omit<Field, 'label'>;
}

const STARS = [5, 4, 3, 2, 1].map((count) => ({ value: String(count), label: '★'.repeat(count) }));

const EXTRA_FIELDS: ExtraField[] = [
  {
    words: /\brat(?:e|ing)|\bstars?\b|scores?\b|별점|평점|점수/i,
    labels: { en: 'Rating', ko: '별점' },
    field: { key: 'rating', type: 'select', default: '3', options: STARS },
  },
  {
    words: /\bprices?\b|\bcosts?\b|가격|비용|금액/i,
    labels: { en: 'Price', ko: '가격' },
    field: { key: 'price', type: 'number', min: 0, money: true },
  },
  {
    words: /\bstock\b|quantit|inventor|how many|재고|수량|개수/i,
    labels: { en: 'Quantity', ko: '수량' },
    field: { key: 'quantity', type: 'number', min: 0 },
  },
  {
    words: /\bplaces?\b|locations?\b|\bcit(?:y|ies)\b|\brooms?\b|장소|위치|도시|회의실/i,
    labels: { en: 'Place', ko: '장소' },
    field: { key: 'place', type: 'text', max: 80 },
  },
  {
    words: /authors?\b|writers?\b|저자|작가/i,
    labels: { en: 'Author', ko: '저자' },
    field: { key: 'author', type: 'text', max: 80 },
  },
  {
    words: /ingredients?\b|재료/i,
    labels: { en: 'Ingredients', ko: '재료' },
    field: { key: 'ingredients', type: 'tags', max: 30 },
  },
  {
    words: /weights?\b|무게|중량/i,
    labels: { en: 'Weight', ko: '무게' },
    field: { key: 'weight', type: 'number', min: 0 },
  },
  {
    words: /suppliers?\b|공급|거래처/i,
    labels: { en: 'Supplier', ko: '거래처' },
    field: { key: 'supplier', type: 'text', max: 80 },
  },
];

const MOST = 3;

/** Fields of a general app that the request itself asks for, at most three, each with the words that asked. */
export function extraFields(request: string, language: 'en' | 'ko'): { field: Field; words: RegExp }[] {
  return EXTRA_FIELDS.filter(({ words }) => words.test(request))
    .slice(0, MOST)
    .map(({ words, labels, field }) => ({ words, field: { ...field, label: labels[language] } }));
}
