import type { Criterion } from './criterion.ts';

/*
 * What must be true of a phase, by kind of phase (platform specification G).
 */

const outputsExist: Criterion = {
  key: 'outputs_exist',
  name: { en: 'Every output of the phase exists', ko: '단계의 모든 산출물이 있음' },
  check: { kind: 'outputs_exist' },
};
const minLength: Criterion = {
  key: 'min_length',
  name: { en: 'Every document has at least 500 characters', ko: '모든 문서가 500자 이상' },
  check: { kind: 'min_length', characters: 500 },
};
const sections: Criterion = {
  key: 'sections',
  name: { en: 'No section is missing or empty', ko: '빠지거나 빈 절이 없음' },
  check: { kind: 'sections' },
};
const noPlaceholders: Criterion = {
  key: 'no_placeholders',
  name: { en: 'No placeholder is left', ko: '자리 표시자가 남아 있지 않음' },
  check: { kind: 'no_placeholders' },
};
const envIgnored: Criterion = {
  key: 'env_ignored',
  name: { en: '`.env` is in .gitignore', ko: '`.env`가 .gitignore에 있음' },
  check: { kind: 'env_ignored' },
};
const noSecrets: Criterion = {
  key: 'no_secrets',
  name: { en: 'No credential is written into a file', ko: '파일에 자격 증명이 적혀 있지 않음' },
  check: { kind: 'no_secrets' },
};
const testsExist: Criterion = {
  key: 'tests_exist',
  name: { en: 'Automated tests are written', ko: '자동화된 테스트가 있음' },
  check: { kind: 'tests_exist' },
};
const testsPass: Criterion = {
  key: 'tests_pass',
  name: { en: "The project's tests pass when the platform runs them", ko: '플랫폼이 실행한 테스트가 통과함' },
  check: { kind: 'tests_pass' },
};

const documents = [outputsExist, minLength, sections, noPlaceholders] as const;

/** Planning documents (1): all there, complete, and in agreement. */
export const planningCriteria: readonly Criterion[] = [
  ...documents,
  {
    key: 'documents_agree',
    name: { en: 'The documents agree with each other', ko: '문서들이 서로 일치함' },
    check: {
      kind: 'verifier',
      instruction:
        'The documents agree with each other and with the request: the same product, users, names, features, numbers and decisions everywhere.',
    },
  },
];

/** Design documents (2): concrete enough to build from. */
export const designCriteria: readonly Criterion[] = [
  ...documents,
  {
    key: 'screens_concrete',
    name: { en: 'Screens are concrete', ko: '화면이 구체적임' },
    check: {
      kind: 'verifier',
      instruction: 'Each screen says what it shows, what can be done there and where that leads.',
    },
  },
  {
    key: 'data_model_defined',
    name: { en: 'The data model is defined', ko: '데이터 모델이 정의됨' },
    check: {
      kind: 'verifier',
      instruction: 'Entities, their fields with types, and their relations are defined.',
    },
  },
  {
    key: 'api_complete',
    name: { en: 'The API specification is complete', ko: 'API 명세가 완전함' },
    check: {
      kind: 'verifier',
      instruction:
        'Every operation that the screens need is specified with input, output and errors; when the product needs no API, the document says so and why.',
    },
  },
  {
    key: 'architecture_clear',
    name: { en: 'The architecture is clear', ko: '아키텍처가 분명함' },
    check: {
      kind: 'verifier',
      instruction: 'The parts, what each is responsible for, and how data flows between them are clear.',
    },
  },
];

/** A code project (3): the structure that was designed, tested, without secrets. */
export const developmentCriteria: readonly Criterion[] = [
  outputsExist,
  testsExist,
  testsPass,
  envIgnored,
  noSecrets,
  {
    key: 'structure_right',
    name: { en: 'The structure follows the design', ko: '구조가 설계를 따름' },
    check: {
      kind: 'verifier',
      instruction:
        'The code has the structure that the design documents describe, and the features that were specified are really implemented, not stubbed.',
    },
  },
];

/** Testing (4): the tests pass here, and the report says what really happened. */
export const testingCriteria: readonly Criterion[] = [
  ...documents,
  testsPass,
  noSecrets,
  {
    key: 'report_matches',
    name: { en: 'The report matches the run', ko: '보고서가 실제 실행과 일치함' },
    check: {
      kind: 'verifier',
      instruction:
        "The test report agrees with the platform's own run of the tests, which is given to you: the same command, the same outcome, no claim that the run contradicts.",
    },
  },
];

/** Analysis and plan of a change. */
export const changeDocumentCriteria: readonly Criterion[] = [
  ...documents,
  {
    key: 'fits_project',
    name: { en: 'The documents fit the project', ko: '문서가 프로젝트와 맞음' },
    check: {
      kind: 'verifier',
      instruction:
        'What the documents say about the project is true of its files, and they answer the request: nothing invented, nothing important left out.',
    },
  },
];

/** A change that was made. */
export const changeCriteria: readonly Criterion[] = [
  testsPass,
  noSecrets,
  {
    key: 'change_complete',
    name: { en: 'The change does what was asked', ko: '요청한 변경이 이루어짐' },
    check: {
      kind: 'verifier',
      instruction:
        'The change does what the request and the plan ask for, has tests where the project has tests, and touches nothing unrelated.',
    },
  },
];
