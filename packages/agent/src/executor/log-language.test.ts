import { FAILURES } from '@ccs/core/vocabulary/failures';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { type Bench, openBench, type Recorder } from '../testing/bench.ts';
import { call, inOrder, refuse, say, write } from '../testing/play.ts';
import { makeRepository } from '../testing/repositories.ts';
import { failureWords } from './failure-words.ts';

let bench: Bench | undefined;
afterEach(async () => {
  await bench?.close();
});

const HANGUL = /[가-힣]/;
const ofPlatform = ({ lines }: Recorder) =>
  lines.filter(({ kind }) => ['system', 'result', 'error'].includes(kind)).map(({ text }) => text);

test('every line of the platform is in the language of the task; the agent is spoken to in English', async () => {
  bench = await openBench(
    inOrder(
      say('=== PHASE 7 COMPLETE ===\n[USER_QUESTION]\ncategory: x\nquestion: Rain?\n[/USER_QUESTION]\n'),
      say(write('docs/planning/01_idea.md'), write('docs/planning/02_market.md')),
      say(call('mcp__ccs__complete_phase', { phase: 1 })),
      say('Done.'),
    ),
  );
  const project = join(bench.root, 'project');
  await makeRepository(project, { 'a.txt': 'one\n' });
  const source = { kind: 'folder', path: project } as const;
  const { outcome, recorder } = await bench.run({ language: 'ko', source });
  expect(outcome).toBe('completed');
  const said = ofPlatform(recorder);
  expect(said.filter((text) => !HANGUL.test(text))).toEqual([]);
  for (const part of [
    '작업 브랜치: ccs/workspace',
    ', 모델 ',
    '7단계의 표시를 무시함',
    '[USER_QUESTION] 블록',
    '응답 완료',
  ]) {
    expect(said.join('\n')).toContain(part);
  }
  expect(recorder.texts('prompt')[1]).toContain('The block [USER_QUESTION] could not be understood');
});

test('the log of an English task has no Korean; a retry and a failure are said in both languages', async () => {
  for (const language of ['en', 'ko'] as const) {
    bench = await openBench(inOrder(refuse(529, 'overloaded_error', 'Overloaded')), { maxRetries: 1 });
    const { outcome, recorder } = await bench.run({ language });
    expect(outcome).toBe('failed');
    const said = ofPlatform(recorder);
    const retry = language === 'en' ? 'attempt 1 of 1' : '1회 중 1회째';
    expect(said).toContainEqual(expect.stringContaining(retry));
    expect(said).toContainEqual(expect.stringContaining(failureWords('agent_overloaded', language).meaning));
    expect(said.some((text) => HANGUL.test(text))).toBe(language === 'ko');
    await bench.close();
  }
});

test('each failure has words in Korean', () => {
  for (const code of Object.keys(FAILURES) as (keyof typeof FAILURES)[]) {
    const { meaning, whatToDo } = failureWords(code, 'ko');
    expect([code, HANGUL.test(meaning), HANGUL.test(whatToDo)]).toEqual([code, true, true]);
    expect(failureWords(code, 'en')).toEqual(FAILURES[code]);
  }
});
