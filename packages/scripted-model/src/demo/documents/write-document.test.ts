import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readRun, reportValues } from '../phases/test-run.ts';
import { projectOf } from '../project/project.ts';
import { writeDocument } from './write-document.ts';

const NAMES = [
  ...['01_idea', '02_market', '03_persona', '04_user_journey', '05_business_model', '06_product'].map(
    (name) => `planning/${name}`,
  ),
  ...['07_features', '08_tech', '09_roadmap'].map((name) => `planning/${name}`),
  ...['01_screens', '02_data_model', '03_task_flow', '04_api', '05_architecture'].map(
    (name) => `design/${name}`,
  ),
  'testing/01_test_plan',
  'testing/04_test_report',
];
const PLACEHOLDER = /\b(?:TODO|TBD|FIXME)\b|lorem ipsum|\[(?:\.{3}|…)\]|\{\{[#/{]?\w|undefined|to be filled/i;
const report = reportValues(readRun(undefined), readRun(undefined), { language: 'en', denied: false });

describe('the documents', () => {
  const requests: [string, string, 'en' | 'ko'][] = [
    ['Daily habits', 'A habit tracker with streaks, weekly overview and dark mode', 'en'],
    ['습관 트래커', '연속 기록과 주간 요약이 있는 습관 앱을 만들어 주세요', 'ko'],
    ['TODO', 'todo list with TBD and lorem ipsum and [...]', 'en'],
    ['x', '', 'ko'],
    ['Plant care', 'Track my plants', 'en'],
    ['가계부', '지출을 분류별로 기록', 'ko'],
    ['Notes', 'notes', 'en'],
    ['Links', 'bookmarks', 'ko'],
  ];

  test.each(requests)(
    '%s / %s: between 900 and 3000 characters, nothing left open',
    (title, prompt, language) => {
      const project = projectOf({ title, prompt, language });
      for (const name of NAMES) {
        const text = writeDocument(project, name, report);
        expect(text.length, name).toBeGreaterThan(900);
        expect(text.length, name).toBeLessThan(3000);
        expect(text, name).not.toMatch(PLACEHOLDER);
        expect(text, name).not.toMatch(/\n\n\n/);
        expect(text.match(/^## /gm)?.length, name).toBeGreaterThanOrEqual(4);
      }
    },
  );

  test.each([
    ...['Daily habits', 'Tasks', 'Notes', 'Expenses', 'Bookmarks', 'Recipes'].map(
      (title) => [title, 'en'] as const,
    ),
    ...['습관', '할 일', '메모', '가계부', '북마크', '식물 관리'].map((title) => [title, 'ko'] as const),
  ])('%s (%s): no backslash is left where Markdown would print it', (title, language) => {
    const project = projectOf({ title, prompt: '', language });
    for (const name of NAMES) {
      const outsideFences = writeDocument(project, name, report).replace(/^```[\s\S]*?^```$/gm, '');
      expect(outsideFences, name).not.toContain('\\');
    }
  });

  test('say where the app opens', () => {
    for (const language of ['en', 'ko'] as const) {
      const project = projectOf({ title: 'Notes', prompt: '', language });
      const text = writeDocument(project, 'testing/04_test_report', report);
      expect(text).toContain('http://127.0.0.1:3000');
      expect(text).toContain('PORT=4000 npm start');
    }
  });

  test('put what is not or only partly met on the roadmap', () => {
    const prompt = 'A habit tracker that plays music, sync with my watch, look back over the last month';
    const project = projectOf({ title: 'Habits', prompt, language: 'en' });
    const idea = writeDocument(project, 'planning/01_idea');
    expect(idea).toContain('| in part: the app as a whole; the rest is on the roadmap |');
    expect(idea).toContain('| sync with my watch | not in version 1; see the roadmap |');
    const roadmap = writeDocument(project, 'planning/09_roadmap');
    expect(roadmap).toContain('from the request: A habit tracker that plays music');
    expect(roadmap).toContain('from the request: sync with my watch');
    expect(roadmap).not.toContain('from the request: look back');
  });

  test('stay sound for any request', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.string({ unit: 'binary', maxLength: 900 }),
        fc.constantFrom('en' as const, 'ko' as const),
        (title, prompt, language) => {
          const project = projectOf({ title, prompt, language });
          for (const name of NAMES) {
            const text = writeDocument(project, name, report);
            expect(text.length).toBeGreaterThan(500);
            expect(text.split('\n')[0]).toMatch(/^# \S/);
            expect(text).not.toMatch(/[\u0000-\u0008\u202a-\u202e]/);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  test('a title cannot end a table cell, start a tag or emphasise', () => {
    const project = projectOf({ title: 'a | b <img src=x> *c* `d` [e](f)', prompt: 'g | h', language: 'en' });
    const text = writeDocument(project, 'planning/01_idea');
    expect(text).toContain('a \\| b &lt;img src=x&gt; \\*c\\* \\`d\\` \\[e\\](f)');
  });

  test('tell the same features and personas everywhere', () => {
    const project = projectOf({ title: 'Daily habits', prompt: 'habits', language: 'en' });
    for (const name of ['planning/06_product', 'planning/07_features', 'testing/01_test_plan']) {
      for (const feature of project.features) expect(writeDocument(project, name)).toContain(feature.name);
    }
    for (const name of ['planning/02_market', 'planning/03_persona', 'design/03_task_flow']) {
      for (const persona of project.personas) expect(writeDocument(project, name)).toContain(persona.name);
    }
  });
});
