import { envNameProblem } from '@ccs/core/vocabulary/env-names';
import { NEED_PATTERNS, NEED_WORD, NOT_NOW } from './hint-patterns.ts';
import type { ProtocolSignal } from './signal.ts';

type Hint = Extract<ProtocolSignal, { kind: 'hint' }>;

/** Longer lines are no plain sentences. */
const MAX_LINE_LENGTH = 600;
const NAME = /(?<![A-Za-z0-9_])[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+(?![A-Za-z0-9_])/;
const NAMES = new RegExp(NAME, 'g');
/** A name may stand in quotes or be marked as code; it is still the name. */
const MARKED_NAME = new RegExp(`(\\*\\*\`|\`|\\*\\*|"|')(${NAME.source})(?:\`\\*\\*|\\1)`, 'g');
/** Other inline code is no speech. */
const INLINE_CODE = /(`+)(?:(?!\1).)*\1/g;
const SENTENCE_END = /(?<=[.!?。])\s+/;
/** Quotes, lists, headings and tables describe; they do not ask. */
const NO_SPEECH = /^\s*(?:[>#|]|[-*+•]\s|\d{1,3}[.)]\s)/;
const CREDENTIAL = /(?:^|_)(?:KEY|TOKEN|SECRET|PASSWORD)$/;
const CREDENTIAL_OR_ADDRESS = /(?:^|_)(?:KEY|TOKEN|SECRET|PASSWORD|URL|URI|DSN|ID)$/;
const ENVIRONMENT_NOUN = /env|환경/i;

/**
 * The sentences of this line that ask for an environment variable in plain words, Korean or English, without the marks of
 * Markdown around the name.
 */
export function findHints(line: string): readonly Hint[] {
  // Nearly every line ends here: without an underscore there is no name.
  if (!line.includes('_')) return [];
  if (line.length > MAX_LINE_LENGTH || !NEED_WORD.test(line)) return [];
  if (NO_SPEECH.test(line) || !NAME.test(line)) return [];
  const speech = line.replace(MARKED_NAME, '$2').replace(INLINE_CODE, ' ');
  return speech.split(SENTENCE_END).flatMap((sentence) => readSentence(sentence.trim()) ?? []);
}

function readSentence(sentence: string): Hint | null {
  const names = new Set(sentence.match(NAMES));
  const [name] = names;
  if (name === undefined || names.size > 1 || NOT_NOW.test(sentence)) return null;
  if (envNameProblem(name) !== null) return null;
  const plain = sentence
    .replace(NAMES, 'NAME')
    .replace(/\*\*/g, '')
    .replace(/\s+/g, ' ')
    .replace(/[\s.!。:]+$/, '');
  for (const pattern of NEED_PATTERNS) {
    const match = pattern.exec(plain);
    if (!match) continue;
    const noun = match.groups?.['noun'];
    // Without a noun only the name tells that it is not a constant of some program.
    if (noun === undefined && !CREDENTIAL_OR_ADDRESS.test(name)) return null;
    const isVariable = noun === undefined ? !CREDENTIAL.test(name) : ENVIRONMENT_NOUN.test(noun);
    return { kind: 'hint', name, type: isVariable ? 'env_variable' : 'api_key', sentence };
  }
  return null;
}
