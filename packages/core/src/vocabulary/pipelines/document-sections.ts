import type { LocalizedText } from '../language.ts';

/*
 * The sections that each document must have: what a reader of that kind of document looks for first. A heading that
 * contains one of the two names is enough, so the names are short.
 */

function sections(...names: readonly (readonly [en: string, ko: string])[]): readonly LocalizedText[] {
  return names.map(([en, ko]) => ({ en, ko }));
}

/** By step of `create_app`, planning. */
export const planningSections = {
  idea: sections(
    ['Problem', '문제'],
    ['What makes it different', '다른 점'],
    ['How we know that it works', '잘되고 있는지 아는 법'],
    ['Not part of', '하지 않을 것'],
  ),
  market: sections(
    ['Who looks for this', '누가 찾는가'],
    ['What people use today', '지금 쓰는 방법'],
    ['Risks', '위험'],
    ['Position', '자리매김'],
  ),
  persona: sections(['need', '필요한 것'], ['Who it is not for', '대상이 아닌 사람']),
  userJourney: sections(
    ['Stages', '단계'],
    ['The moment that matters', '가장 중요한 순간'],
    ['What could go wrong', '생길 수 있는 문제'],
  ),
  businessModel: sections(['Value', '가치'], ['Cost', '비용'], ['Ways to earn', '수익'], ['Risks', '위험']),
  product: sections(
    ['Goals', '목표'],
    ['Scope', '범위'],
    ['Principles', '원칙'],
    ['Definition of done', '완성의 기준'],
  ),
  features: sections(
    ['Overview', '한눈에 보기'],
    ['Features in detail', '기능 설명'],
    ['Rules for input', '입력 규칙'],
  ),
  tech: sections(['Decision', '결정'], ['Security', '보안'], ['Limits', '한계'], ['Result', '결과']),
  roadmap: sections(
    ['Milestones', '이정표'],
    ['Order and reasons', '순서와 이유'],
    ['After version 1', '버전 1 다음'],
    ['Risks', '위험'],
  ),
} as const;

/** By step of `create_app`, design. */
export const designSections = {
  screens: sections(['Main', '기본'], ['States', '상태'], ['Access', '접근성']),
  dataModel: sections(['Entity', '개체'], ['Storage', '저장'], ['Changes to come', '앞으로의 변경']),
  taskFlow: sections(['Flow 1', '흐름 1'], ['States', '상태'], ['When something fails', '실패했을 때']),
  api: sections(['Routes', '경로'], ['Errors', '오류']),
  architecture: sections(
    ['Overview', '전체 모습'],
    ['Parts', '부분'],
    ['Decisions', '결정'],
    ['Operation', '운영'],
  ),
} as const;

/** By step of `create_app`, testing. */
export const testingSections = {
  testPlan: sections(
    ['Goal', '목표'],
    ['Levels', '수준'],
    ['Difficult input', '까다로운 입력'],
    ['When we are done', '끝나는 조건'],
  ),
  testReport: sections(
    ['Result', '결과'],
    ['Automated tests', '자동 테스트'],
    ['What was not tested', '시험하지 않은 것'],
    ['Recommendation', '권고'],
  ),
} as const;

/** By step of `modify_app`. */
export const changeSections = {
  structure: sections(['Overview', '개요'], ['Parts', '구성'], ['Conventions', '관례'], ['Tests', '테스트']),
  impact: sections(['What changes', '바뀌는 것'], ['What stays', '그대로인 것'], ['Risks', '위험']),
  changePlan: sections(['Goal', '목표'], ['Steps', '순서'], ['Not part of', '하지 않을 것']),
  testPlan: sections(['Goal', '목표'], ['Test cases', '테스트 항목'], ['How to run', '실행 방법']),
  report: sections(
    ['Result', '결과'],
    ['What was run', '실행한 것'],
    ['What was not tested', '시험하지 않은 것'],
  ),
} as const;
