import type { Kind } from './kit.ts';

/** A colour that the app can have. */
export interface Colour {
  en: string;
  ko: string;
  /** In degrees, for `oklch`. */
  hue: string;
  /** The two ends of the icon. */
  icon: [string, string];
  /** How people call it. */
  words: RegExp;
}

const GREEN: Colour = {
  en: 'Green',
  ko: '초록',
  hue: '162',
  icon: ['#12946b', '#0b6d7c'],
  words: /green|초록|녹색|그린/i,
};
const BLUE: Colour = {
  en: 'Blue',
  ko: '파랑',
  hue: '262',
  icon: ['#3b6fe0', '#5b3fc4'],
  words: /blue|파랑|파란|푸른|블루/i,
};
const VIOLET: Colour = {
  en: 'Violet',
  ko: '보라',
  hue: '282',
  icon: ['#5a5fd8', '#7a3fb0'],
  words: /violet|purple|보라|퍼플/i,
};
const ORANGE: Colour = {
  en: 'Orange',
  ko: '주황',
  hue: '75',
  icon: ['#c98a12', '#a8541c'],
  words: /orange|amber|yellow|주황|노랑|노란|오렌지/i,
};
const TEAL: Colour = {
  en: 'Teal',
  ko: '청록',
  hue: '215',
  icon: ['#0b87a8', '#155e9c'],
  words: /teal|cyan|turquoise|청록|하늘/i,
};
const PINK: Colour = {
  en: 'Pink',
  ko: '분홍',
  hue: '330',
  icon: ['#c43a86', '#8a3cc0'],
  words: /pink|rose|magenta|분홍|핑크/i,
};

/** All of them. An answer that names several gets the first of this list. */
export const COLOURS: readonly Colour[] = [GREEN, BLUE, VIOLET, ORANGE, TEAL, PINK];

const OWN: Record<Kind, Colour> = {
  habits: GREEN,
  tasks: BLUE,
  notes: ORANGE,
  expenses: TEAL,
  bookmarks: PINK,
  entries: VIOLET,
};

/** The colour of a kind of app when nobody chooses. */
export function ownColour(kind: Kind): Colour {
  return OWN[kind];
}
