interface BuiltIn {
  /** Words of a wish that it answers. */
  words: RegExp;
  en: string;
  ko: string;
  /** Some kits have a feature for the same, which then speaks for it. */
  inFeature?: boolean;
}

/** What every app of the demo has. */
export const BUILT_INS: BuiltIn[] = [
  {
    words: /\bdark\b|light (?:mode|theme)|다크|어두운/i,
    en: 'built in: light and dark',
    ko: '기본 제공: 밝은 화면과 어두운 화면',
  },
  {
    words: /\bsearch|\bfind\b(?! out)|검색|찾(?:고|을|아 ?보|기)/i,
    en: 'built in: search',
    ko: '기본 제공: 검색',
    inFeature: true,
  },
  {
    words: /mobile|\bon (?:my |the |a |your )?phones?\b|responsive|모바일|휴대전화|휴대폰|스마트폰|반응형/i,
    en: 'built in: the page fits a phone',
    ko: '기본 제공: 휴대전화 화면에 맞음',
  },
  {
    words: /\blabels?\b|\bfilter|categor|라벨|분류|필터/i,
    en: 'built in: labels and filters',
    ko: '기본 제공: 라벨과 골라 보기',
    inFeature: true,
  },
  {
    words:
      /offline|\blocal(?:ly)?\b|privacy|no (?:account|sign-?in|login)|오프라인|로컬|(?:계정|로그인|가입) ?없이/i,
    en: 'built in: runs on your own computer',
    ko: '기본 제공: 내 컴퓨터에서 실행',
  },
  {
    words: /accessib|keyboard|screen ?reader|접근성|키보드|낭독/i,
    en: 'built in: keyboard and screen reader',
    ko: '기본 제공: 키보드와 화면 낭독기',
  },
  {
    words: /\bsaved\b|persist|저장|보관/i,
    en: 'built in: everything is kept on disk',
    ko: '기본 제공: 모두 디스크에 저장',
    inFeature: true,
  },
];

const BEYOND_ENGLISH = [
  String.raw`\bsync|smart-?\s?watch|\b(?:my|apple) watch\b|remind|notif|\balerts?\b|\bpush\b|e-?mail|\bcloud|\bnative\b|\bimport(?:s|ed|ing)?\b|\bexport|\bcsv\b|\bpdf\b`,
  String.raw`\bshar(?:e|ed|ing)\b(?! of)|collaborat|multi-?user|friends?\b|other people|several (?:users|devices)`,
  String.raw`(?<!\bno |without (?:an? )?)(?:\baccounts?\b|\blog-? ?in\b|\bsign-? ?(?:in|up)\b)`,
  String.raw`photo|image|picture|camera|\bscan|voice|\bmaps?\b|predict|forecast|suggest|recommend|automatic|\bai\b`,
  String.raw`recurr|repeat|subtask|\bdrag|markdown|\byear|annual|quarter|\bmonths\b|\bincome\b|salary|\blimits?\b|saving money|structured|\bparse`,
  String.raw`offline.*\bphone|\bphone.*offline`,
];
const BEYOND_KOREAN = [
  '알림|알려|푸시|리마인|동기화|연동|공유|협업|친구|내보내|가져오|엑셀|이메일|클라우드|사진|카메라|음성|지도|예측|추천|자동',
  '반복|붙여 ?넣|연간|연도별|분기|수입|급여|한도|(?:로그인|계정|회원|가입)(?! ?없이)',
  '오프라인.*(?:휴대|모바일|스마트폰)|(?:휴대|모바일|스마트폰).*오프라인',
];

/** Words that turn a wish into one that version 1 does not meet, whatever else it mentions. */
export const BEYOND = new RegExp([...BEYOND_ENGLISH, ...BEYOND_KOREAN].join('|'), 'i');
