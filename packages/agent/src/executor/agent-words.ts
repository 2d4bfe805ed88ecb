import type { LocalizedText } from '@ccs/core/vocabulary/language';

/*
 * What a task's log says of the agent at work.
 */

/** Claude Code has started. @param model null = the scripted model of the demo */
export function startWords(version: string, model: string | null): LocalizedText {
  return {
    en: `Claude Code ${version} with ${model ?? 'the scripted model'}`,
    ko: `Claude Code ${version}, ${model === null ? '준비된 대본으로 답함' : `모델 ${model}`}`,
  };
}

/** @param seconds how long the turn took */
export function turnWords(seconds: string, isError: boolean): LocalizedText {
  return isError
    ? { en: `The turn failed after ${seconds} s`, ko: `응답 실패 (${seconds}초)` }
    : { en: `The turn ended after ${seconds} s`, ko: `응답 완료 (${seconds}초)` };
}

/** Claude Code tries a request to the API again. */
export function retryWords(retry: {
  readonly why: string;
  readonly attempt: number;
  readonly maxRetries: number;
  readonly delayMs: number;
}): LocalizedText {
  const { why, attempt, maxRetries } = retry;
  const delay = Math.round(retry.delayMs);
  return {
    en: `The API failed (${why}); attempt ${attempt} of ${maxRetries} in ${delay} ms`,
    ko: `API 오류(${why}): ${delay}ms 뒤 다시 시도 (${maxRetries}회 중 ${attempt}회째)`,
  };
}

/** Claude Code has summarized the conversation to make room. */
export function compactWords(trigger: 'auto' | 'manual', tokensBefore: number): LocalizedText {
  const how = trigger === 'auto' ? '자동' : '수동';
  return {
    en: `The conversation was compacted (${trigger}, ${tokensBefore} tokens before)`,
    ko: `대화를 압축함 (${how}, 압축 전 ${tokensBefore}토큰)`,
  };
}

/** The agent claimed something of a phase that is not being worked on. */
export function strayMarkerWords(claimed: number, current: number): LocalizedText {
  return {
    en: `Ignored a marker of phase ${claimed}: phase ${current} is being worked on`,
    ko: `${claimed}단계의 표시를 무시함: 지금은 ${current}단계를 진행 중`,
  };
}

/** @param problem what is wrong with the block, in English: the agent is told so */
export function malformedBlockWords(block: string, problem: string): LocalizedText {
  return {
    en: `The block [${block}] could not be understood: ${problem}`,
    ko: `[${block}] 블록을 이해할 수 없음: ${problem}`,
  };
}
