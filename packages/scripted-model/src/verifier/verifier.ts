import type { Conversation } from '../conversation/conversation.ts';
import { readLines } from '../conversation/read-result.ts';
import { ANSWER_TOOL, type Verification } from '../conversation/verifier-prompt.ts';
import { type Call, resultOf, type Script } from '../scenario/script.ts';
import { judge, type ReadFile } from './judge.ts';

const MOST_FILES = 3;

/** Where the demo's plan may contradict itself: the verifier looks there first. */
const TELLING = ['docs/planning/06_product.md', 'docs/planning/09_roadmap.md'];

/** A verifier: reads some files of the phase, then answers for every criterion it was asked for. */
export function verifier(verification: Verification, conversation: Conversation): Script {
  const { paths, brief, keys } = verification;
  const calls = choose(paths).map(readCall);
  const files = calls.flatMap((call): ReadFile[] => {
    const result = resultOf(call, conversation, 0);
    const lines = result === undefined || result.isError ? [] : readLines(result.text);
    return lines.length === 0 ? [] : [{ path: String(call.input['file_path']), lines }];
  });
  const criteria = keys.map((key) => judge(key, files, verification));
  const korean = brief.language === 'ko';
  return {
    moves: [
      { say: korean ? '판정하기 전에 파일을 읽겠습니다.' : 'I read the files before I judge.', calls },
      {
        say: korean ? '기준마다 판정합니다.' : 'I judge each criterion.',
        calls: [{ name: ANSWER_TOOL, input: { criteria } }],
      },
    ],
    closing: korean ? '판정을 마쳤습니다.' : 'The verdicts are given.',
  };
}

function choose(paths: string[]): string[] {
  const telling = TELLING.filter((path) => paths.includes(path));
  const others = (paths.length > 0 ? paths : ['README.md', 'package.json']).filter(
    (path) => !telling.includes(path) && !path.endsWith('/'),
  );
  return [...telling, ...others].slice(0, MOST_FILES);
}

function readCall(path: string): Call {
  return { name: 'Read', input: { file_path: path } };
}
