/** Lines, and texts inside JSON, that are shorter say too little to be searched for by themselves. */
const MIN_PART_LENGTH = 8;
const MIN_LENGTH = 4;
const MAX_DEPTH = 5;

/**
 * The texts that give a value away: itself, also without white space around it; its lines; when it is JSON, the texts in it
 * with their own lines (a private key inside an account file). Lines and texts of fewer than 8 characters are left out.
 */
export function secretParts(value: string): readonly string[] {
  const wholes = [value, value.replace(/[\r\n]+$/, ''), value.trim()];
  const inner = [value, ...jsonTexts(value)].flatMap((text) => [text, ...linesOf(text)]);
  return [
    ...new Set([
      ...wholes.filter(({ length }) => length >= MIN_LENGTH),
      ...inner.filter(({ length }) => length >= MIN_PART_LENGTH),
    ]),
  ];
}

/** All texts in a value that is JSON, however deep, also in JSON inside JSON; none when it is not. */
export function jsonTexts(value: string, depth = 0): readonly string[] {
  if (depth > MAX_DEPTH || !/^\s*[[{"]/.test(value)) return [];
  const texts: string[] = [];
  try {
    JSON.parse(value, (_, each: unknown) => {
      if (typeof each === 'string') texts.push(each, ...jsonTexts(each, depth + 1));
      return each;
    });
  } catch {
    // It only begins like JSON.
  }
  return texts;
}

function linesOf(text: string): readonly string[] {
  return /[\r\n]/.test(text) ? text.split(/[\r\n]+/).map((line) => line.trim()) : [];
}
