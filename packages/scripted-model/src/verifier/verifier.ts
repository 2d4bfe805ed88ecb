import type { Conversation } from '../conversation/conversation.ts';
import { readLines } from '../conversation/read-result.ts';
import { ANSWER_TOOL, type Verification } from '../conversation/verifier-prompt.ts';
import { type Call, resultOf, type Script } from '../scenario/script.ts';
import { judge } from './judge.ts';
import type { ReadFile } from './read-file.ts';

const MOST_FILES = 3;
const TEXT = /\.(?:md|[cm]?[jt]sx?|py|go|rs|java|rb|json|html|css|txt)$/;

/** Where a verifier looks first, by criterion. The demo's plan may contradict itself in two of them. */
const TELLING: Record<string, RegExp> = {
  documents_agree: /\/(?:06_product|09_roadmap)\.md$/,
  screens_concrete: /\/01_screens\.md$/,
  data_model_defined: /\/02_data_model\.md$/,
  api_complete: /\/04_api\.md$/,
  architecture_clear: /\/05_architecture\.md$/,
  structure_right: /^src\/(?:server|entries|store)\.[jt]s$/,
  report_matches: /_test_report\.md$/,
};

/** A verifier: reads some files of the phase, then answers for every criterion it was asked for. */
export function verifier(verification: Verification, conversation: Conversation): Script {
  const { paths, brief, keys } = verification;
  const calls = filesFor(keys, paths).map(readCall);
  const files = calls.flatMap((call): ReadFile[] => {
    const result = resultOf(call, conversation, 0);
    const lines = result === undefined || result.isError ? [] : readLines(result.text);
    return lines.length === 0 ? [] : [{ path: String(call.input['file_path']), lines }];
  });
  const criteria = keys.map((key) => {
    const own = files.filter(({ path }) => TELLING[key]?.test(path));
    return judge(key, own.length > 0 ? own : files, verification);
  });
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

function filesFor(keys: string[], paths: string[]): string[] {
  const known = paths.length > 0 ? paths : ['README.md', 'package.json'];
  const telling = known.filter((path) => keys.some((key) => TELLING[key]?.test(path)));
  const others = known.filter((path) => !telling.includes(path) && TEXT.test(path));
  return [...telling, ...others].slice(0, Math.max(telling.length, MOST_FILES));
}

function readCall(path: string): Call {
  return { name: 'Read', input: { file_path: path } };
}
