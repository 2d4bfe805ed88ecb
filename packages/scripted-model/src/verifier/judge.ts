import type { Verification } from '../conversation/verifier-prompt.ts';
import { judgeReport } from './judge-report.ts';
import { type Evidence, linesLike, type ReadFile } from './read-file.ts';

/** The answer on one criterion, in the shape that the platform asks for. */
export interface Verdict {
  key: string;
  verdict: 'pass' | 'fail';
  reason: string;
  evidence: Evidence[];
  advice: string | null;
}

type Texts = Record<'en' | 'ko', string>;

const REASONS: Record<string, Texts> = {
  documents_agree: {
    en: 'Product, people, features and numbers are the same in the documents that I read, and they answer the request.',
    ko: '읽은 문서들에서 제품, 사람, 기능, 숫자가 같고 요청에 답합니다.',
  },
  screens_concrete: {
    en: 'Each screen says what it shows, what can be done there and where that leads.',
    ko: '화면마다 보이는 것, 할 수 있는 것, 그다음이 적혀 있습니다.',
  },
  data_model_defined: {
    en: 'The entity, its fields with types and the derived values are defined.',
    ko: '개체와 칸의 종류, 계산한 값이 정의되어 있습니다.',
  },
  api_complete: {
    en: 'Every route has its input, output and errors, and the screens need no other.',
    ko: '모든 경로에 입력, 출력, 오류가 있고 화면에 더 필요한 것이 없습니다.',
  },
  architecture_clear: {
    en: 'The parts, their responsibilities and the direction of calls are clear.',
    ko: '부분과 맡은 일, 호출 방향이 분명합니다.',
  },
  structure_right: {
    en: 'The code has the designed parts, and they are implemented.',
    ko: '설계한 부분이 코드에 있고 실제로 구현되어 있습니다.',
  },
  fits_project: {
    en: 'What the documents say of the project does not contradict the files that I read.',
    ko: '문서가 말하는 프로젝트가 읽은 파일과 어긋나지 않습니다.',
  },
  change_complete: {
    en: 'The planned change is made, and the files that I read hold nothing unrelated.',
    ko: '계획한 변경이 이루어졌고 읽은 파일에 관계없는 것이 없습니다.',
  },
};

const HOLDS: Texts = { en: 'It holds in the files that I read.', ko: '읽은 파일에서 지켜지고 있습니다.' };

/** The verdict on a criterion, from what was read. */
export function judge(key: string, files: ReadFile[], verification: Verification): Verdict {
  const { language } = verification.brief;
  if (key === 'change_complete' && verification.changesNothing) return unchanged(key, verification);
  if (files.length === 0) return unreadable(key, verification);
  if (key === 'documents_agree') return contradiction(key, files, language) ?? pass(key, files, language);
  if (key === 'report_matches') {
    const report = judgeReport(files, verification);
    return report.verdict === 'fail' ? { key, ...report } : { ...pass(key, files, language), ...report };
  }
  return pass(key, files, language);
}

function pass(key: string, files: ReadFile[], language: 'en' | 'ko'): Verdict {
  const evidence = files.flatMap(({ path, lines }) => {
    const index = lines.findIndex((line) => /^(?:[\p{L}\p{N}]|[-*/] ?\S).{20,}/u.test(line));
    return index === -1 ? [] : [{ path, line: index + 1, text: (lines[index] ?? '').slice(0, 200) }];
  });
  return { key, verdict: 'pass', reason: (REASONS[key] ?? HOLDS)[language], evidence, advice: null };
}

const ROADMAP_PROMISE = /^\| M\d .*(?:accounts and sharing|계정과 공유)/;
const LEFT_OUT = /(?:Out, on purpose|일부러 뺀 것):.*(?:accounts|계정)/;

/** The roadmap promises for version 1 what the product definition leaves out. */
function contradiction(key: string, files: ReadFile[], language: 'en' | 'ko'): Verdict | undefined {
  const evidence = [ROADMAP_PROMISE, LEFT_OUT].flatMap((pattern) => linesLike(pattern, files));
  if (evidence.length < 2) return undefined;
  const korean = language === 'ko';
  return {
    key,
    verdict: 'fail',
    reason: korean
      ? '로드맵은 버전 1에 계정과 공유를 넣었지만 제품 정의는 일부러 뺐습니다.'
      : 'The roadmap puts accounts and sharing into version 1, but the product definition leaves them out on purpose.',
    evidence,
    advice: korean
      ? '로드맵의 M3에서 계정과 공유를 빼서 제품 정의와 맞추세요.'
      : 'Take accounts and sharing out of M3 in the roadmap, so that it agrees with the product definition.',
  };
}

function unreadable(key: string, { paths, brief }: Verification): Verdict {
  const korean = brief.language === 'ko';
  return {
    key,
    verdict: 'fail',
    reason: korean ? '판정할 파일을 읽을 수 없었습니다.' : 'None of the files to judge could be read.',
    evidence: paths.slice(0, 1).map((path) => ({ path, line: null, text: '' })),
    advice: korean ? '파일이 있는지 확인하세요.' : 'Check that the files are there.',
  };
}

function unchanged(key: string, { paths, brief }: Verification): Verdict {
  const korean = brief.language === 'ko';
  return {
    key,
    verdict: 'fail',
    reason: korean ? '이 단계에서 바뀐 파일이 없습니다.' : 'No file was changed in this phase.',
    evidence: [{ path: paths[0] ?? 'README.md', line: null, text: '' }],
    advice: korean ? '계획한 변경을 하세요.' : 'Make the change that was planned.',
  };
}
