import type { FeatureIdea, Field } from './kit.ts';
import { cut } from './text.ts';

/** One thing that the request asks for, in its own words. */
export interface Wish {
  id: string;
  text: string;
  /** The feature that answers it, or undefined when version 1 does not. */
  feature?: string;
  /** True when that feature is only a beginning of what is wished for. */
  partly?: boolean;
  /** Something that every app of the demo has, when the wish is about that. */
  builtIn?: string;
}

const BUILT_IN = [
  {
    words: /dark|theme|light mode|다크|어두운|테마/i,
    en: 'built in: light and dark',
    ko: '기본 제공: 밝은 화면과 어두운 화면',
  },
  { words: /search|find|검색|찾/i, en: 'built in: search', ko: '기본 제공: 검색' },
  {
    words: /mobile|phone|responsive|모바일|휴대|반응형/i,
    en: 'built in: works on a phone',
    ko: '기본 제공: 휴대전화에서도 사용',
  },
  {
    words: /tag|label|filter|categor|태그|라벨|분류|필터/i,
    en: 'built in: labels and filters',
    ko: '기본 제공: 라벨과 골라 보기',
  },
  {
    words: /offline|local|privat|no account|오프라인|로컬|개인/i,
    en: 'built in: runs locally',
    ko: '기본 제공: 내 컴퓨터에서 실행',
  },
  {
    words: /access|keyboard|접근성|키보드/i,
    en: 'built in: keyboard and screen reader',
    ko: '기본 제공: 키보드와 화면 낭독기',
  },
  {
    words: /sav|persist|저장|보관/i,
    en: 'built in: everything is kept on disk',
    ko: '기본 제공: 모두 디스크에 저장',
  },
];

const FIELD = { en: 'a field of its own: {label}', ko: '입력 칸: {label}' };
const MOST = 5;
const TOO_COMMON = new Set(
  'with and the for that which should must can could want need app application web have has make build create please user users simple each every from into when will where them their this list label labels name number show press able should 있는 하는 앱을 만들어 주세요 싶어요'.split(
    ' ',
  ),
);

/** Split a request into its wishes and find for each the feature that shares the most words with it. */
export function wishesOf(
  prompt: string,
  features: (FeatureIdea & { id: string })[],
  extras: { field: Field; words: RegExp }[],
  language: 'en' | 'ko',
): Wish[] {
  const parts = prompt
    .split(
      /[.;!?。]\s+|[,，]\s*|\s[-–•*]\s|\s(?:and|그리고)\s|(?<=\b(?:app|tracker|list|manager|planner|board|site|tool|habits|tasks|notes))\swith\s/i,
    )
    .map((part) => part.replace(/^[\s\-–•*,.;:]+|[\s,.;:]+$/g, ''))
    .filter((part) => [...part].length >= (language === 'ko' ? 2 : 4));
  const texts = [...new Set(parts)].slice(0, MOST);
  return (texts.length > 0 ? texts : [prompt]).map((text, index) => {
    const wish = { id: `W${index + 1}`, text: cut(text, 90) };
    const best = features
      .map((feature) => ({ id: feature.id, score: shared(text, `${feature.name} ${feature.detail}`) }))
      .reduce((a, b) => (b.score > a.score ? b : a), { id: '', score: 0 });
    const asked = extras.find(({ words }) => words.test(text))?.field.label;
    if (asked !== undefined && index > 0)
      return { ...wish, builtIn: FIELD[language].replace('{label}', asked) };
    const builtIn = BUILT_IN.find(({ words }) => words.test(text))?.[language];
    if (builtIn !== undefined && best.score < 2) return { ...wish, builtIn };
    return best.score > 0
      ? { ...wish, feature: best.id }
      : index === 0
        ? { ...wish, feature: 'F1', partly: true }
        : wish;
  });
}

function shared(a: string, b: string): number {
  const stems = stemsOf(b);
  return [...stemsOf(a)].filter((stem) => stems.has(stem)).length;
}

/** The first letters of each word stand for it: `streaks` and `streak`, `기록을` and `기록` are the same. */
function stemsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const telling = words.filter((word) => !TOO_COMMON.has(word));
  const stems = telling.map((word) => (/[가-힣]/.test(word) ? word.slice(0, 2) : word.slice(0, 5)));
  return new Set(stems.filter((stem) => stem.length >= (/[가-힣]/.test(stem) ? 2 : 4)));
}
