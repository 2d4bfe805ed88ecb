/*
 * Sentences that say that an environment variable is needed now (platform specification D1). NAME stands for its name.
 * They are tight on purpose: a request stops the work until a person answers.
 */

const EN_NOUN = '(?:(?:secret |private |access )?(?:API )?(?:key|token)|env(?:ironment)? ?var(?:iable)?)';
const EN_OPENING = '(?:(?:to (?:continue|proceed|go on|finish)[^,.]{0,60}|now|next|first|also|so),? )?';
const EN_NEED =
  "(?:(?:(?:I|we)(?:'ll| will)?(?: also| still| now)? )?need|(?:it|this|the)(?: [\\w-]+){0,3} (?:needs|requires)|(?:I|we) require|requires)";
const EN_ASK = '(?:please |I need you to |can you |could you )(?:set|provide|add|supply|enter|give me)';
const EN_PURPOSE = '(?: (?:to|for|before|so that|in order to) [^.!?]{1,120})?';

/** English forms; the noun is in the group `noun` where there is one. */
const ENGLISH = [
  `${EN_NEED} (?:(?:the|an|a|your) )?(?<noun>${EN_NOUN})(?: for| named| called|:)? NAME`,
  `${EN_NEED} (?:(?:the|an|a|your) )?NAME(?: (?<noun>${EN_NOUN}))?`,
  `${EN_ASK} (?:(?:the|an|a|your) )?(?<noun>${EN_NOUN})(?: for| named| called|:)? NAME`,
  `${EN_ASK} (?:(?:the|an|a|your) )?NAME(?: (?<noun>${EN_NOUN}))?`,
  `(?:(?:the|an|a|your) )?NAME(?: (?<noun>${EN_NOUN}))? is (?:required|needed)`,
  `(?:(?:the|an|a|your) )?(?<noun>${EN_NOUN})(?: for| named| called|:)? NAME is (?:required|needed)`,
].map((form) => new RegExp(`^${EN_OPENING}${form}${EN_PURPOSE}$`, 'i'));

const KO_NOUN = '(?:환경 ?변수|(?:API|비밀|액세스|접근) ?(?:키|토큰)|API ?key|키|토큰)';
const KO_PARTICLE = '(?:이\\(가\\)|을\\(를\\)|가|이|를|을|은|는)?';
const KO_OPENING = '(?:[^.!?]{0,60}(?:려면|위해|위해서|위해서는)(?:는)?,? |먼저,? |다음으로,? |지금 )?';
const KO_NEED =
  '(?:(?:꼭|반드시|추가로|먼저) )?(?:필요(?:합니다|해요|해|하다|함|로 합니다)|있어야 (?:합니다|해요|해)|(?:(?:설정|입력|제공|추가|등록)(?:해 ?(?:주세요|주십시오|줘|줘요|야 (?:합니다|해요|해)))|알려 ?(?:주세요|주십시오|줘)))';

/** Korean forms. */
const KOREAN = [
  `NAME(?:의|용|에 대한|라는|이라는)? ?(?<noun>${KO_NOUN})?(?: ?값)?${KO_PARTICLE} ${KO_NEED}`,
  `(?<noun>${KO_NOUN}) ?(?:: ?)?NAME(?: ?값)?${KO_PARTICLE} ${KO_NEED}`,
].map((form) => new RegExp(`^${KO_OPENING}${form}$`, 'i'));

export const NEED_PATTERNS: readonly RegExp[] = [...ENGLISH, ...KOREAN];

/** Every form has one of these; a line without them is not looked at any closer. */
export const NEED_WORD = /need|requir|please|(?:can|could) you|필요|있어야|주세요|주십시오|줘|야 ?[합해]/i;

/** Words of sentences that deny, suppose, look back or look ahead. */
export const NOT_NOW =
  /\b(?:not|no|never|without|already|if|unless|when|once|later|optional(?:ly)?|was|were|had|has been|would|might|may|production)\b|n't\b|[?？]|않|없|아니|아닙|불필요|이미|만약|경우|나중|추후|선택|다면|라면|(?:배포|운영)할? ?때|했(?:습|다|어|던)|었(?:습|다|어|던)|였(?:습|다|어|던)|됐|될 수|수도/i;
