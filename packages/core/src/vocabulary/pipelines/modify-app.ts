import { changeCriteria, changeDocumentCriteria, testingCriteria } from './criteria.ts';
import { changeSections } from './document-sections.ts';
import { documentStep, type Pipeline } from './pipeline.ts';

const FOLDER = 'docs/changes/{taskId}';

/** The folder of the documents that a change writes about itself, in the project. */
export const changeDocumentsFolder = (taskId: string) => FOLDER.replace('{taskId}', taskId);

/** Change an existing project (platform specification B1): four phases, 8 steps, documents in a folder per task. */
export const modifyApp: Pipeline = {
  type: 'modify_app',
  phases: [
    {
      number: 1,
      key: 'analysis',
      name: { en: 'Analysis', ko: '분석' },
      goal: 'Understand the project as it is and what the requested change touches. Change no code yet.',
      dependsOn: [],
      steps: [
        documentStep(
          1,
          'structure',
          `${FOLDER}/01_structure.md`,
          'Structure',
          '구조',
          changeSections.structure,
        ),
        documentStep(2, 'impact', `${FOLDER}/02_impact.md`, 'Impact', '영향', changeSections.impact),
      ],
      criteria: changeDocumentCriteria,
    },
    {
      number: 2,
      key: 'planning',
      name: { en: 'Planning', ko: '계획' },
      goal: 'Plan the smallest change that does what was asked, and how it will be tested. Change no code yet.',
      dependsOn: [1],
      steps: [
        documentStep(
          1,
          'change_plan',
          `${FOLDER}/03_change_plan.md`,
          'Change plan',
          '변경 계획',
          changeSections.changePlan,
        ),
        documentStep(
          2,
          'test_plan',
          `${FOLDER}/04_test_plan.md`,
          'Test plan',
          '테스트 계획',
          changeSections.testPlan,
        ),
      ],
      criteria: changeDocumentCriteria,
    },
    {
      number: 3,
      key: 'implementation',
      name: { en: 'Implementation', ko: '구현' },
      goal: "Make the planned change in the project's own style, with tests for it.",
      dependsOn: [2],
      steps: [
        { number: 1, key: 'change', name: { en: 'Change', ko: '변경' }, outputs: [] },
        { number: 2, key: 'tests', name: { en: 'Tests', ko: '테스트 작성' }, outputs: [] },
      ],
      criteria: changeCriteria,
    },
    {
      number: 4,
      key: 'testing',
      name: { en: 'Testing', ko: '테스트' },
      goal: "Run the project's tests and the changed behaviour, and report what really happened.",
      dependsOn: [3],
      steps: [
        { number: 1, key: 'run', name: { en: 'Test run', ko: '테스트 실행' }, outputs: [] },
        documentStep(
          2,
          'report',
          `${FOLDER}/05_test_report.md`,
          'Test report',
          '테스트 보고서',
          changeSections.report,
        ),
      ],
      criteria: testingCriteria,
    },
  ],
};
