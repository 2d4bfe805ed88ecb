import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { taskPath } from './page-actions.ts';
import type { Installation } from './server.ts';
import { makeRepository } from './repository.ts';
import { DEMO, tasksOf } from './tasks.ts';

/** A page in one state. */
export interface Scene {
  readonly name: string;
  readonly path: string;
  /** Present once everything is there, in both languages. */
  readonly ready: string;
  /** What is done on the page before it is looked at. */
  readonly act?: (page: Page) => Promise<void>;
}

/** The pages that are there before any task. */
export const EMPTY_SCENES: readonly Scene[] = [
  { name: 'home-empty', path: '/', ready: 'h1' },
  { name: 'new', path: '/new/', ready: 'h1' },
  {
    name: 'new-refused',
    path: '/new/',
    ready: '#title',
    act: (page) => page.keyboard.press('Control+Enter').then(() => page.locator('#title-error').waitFor()),
  },
  {
    name: 'new-change',
    path: '/new/',
    ready: '#title',
    act: (page) => page.locator('form input[type=radio]').nth(1).check({ force: true }),
  },
  { name: 'inbox-empty', path: '/inbox/', ready: 'main a' },
  { name: 'not-found', path: '/nowhere', ready: 'main' },
  {
    name: 'shortcuts',
    path: '/',
    ready: 'h1',
    act: (page) => page.keyboard.press('?').then(() => page.getByRole('dialog').waitFor()),
  },
];

/** Brings tasks into every state they can rest in, and says where to look at them. Restarts the server. */
export async function prepareScenes(installation: Installation, language: 'en' | 'ko'): Promise<Scene[]> {
  const tasks = tasksOf(installation);
  const prompt = PROMPTS[language];
  const create = (title: string, more: object = {}) =>
    tasks.create({ ...DEMO, language, title, prompt, ...more });

  const noClaude = join(installation.folder, 'no-claude-here');
  await installation.restart({ env: { CCS_CLAUDE_EXECUTABLE: noClaude } });
  const failed = await create(TITLES[language][0]);
  await tasks.when(failed.id, 'failed', ({ status }) => status === 'failed');
  await installation.restart();

  const project = join(installation.folder, 'greeting');
  await makeRepository(project);
  const completed = await create(TITLES[language][1], { autoApprove: true });
  const workspace = { kind: 'folder', path: project };
  const changed = await create(TITLES[language][7], { type: 'modify_app', workspace, autoApprove: true });
  const talk = await create(TITLES[language][8], { type: 'custom' });
  const asking = await create(TITLES[language][9], { autoAccept: false });
  const needing = await create(TITLES[language][10], { gates: { '1': 'auto', '2': 'auto' } });
  const reviewed = await create(TITLES[language][2]);
  const paused = await create(TITLES[language][3]);
  await tasks.when(paused.id, 'at its third step', ({ currentStep }) => (currentStep ?? 0) >= 3);
  await tasks.operate(paused.id, 'pause');
  const cancelled = await create(TITLES[language][4]);
  await tasks.when(cancelled.id, 'at its second step', ({ currentStep }) => (currentStep ?? 0) >= 2);
  await tasks.operate(cancelled.id, 'cancel');
  const draft = await create(TITLES[language][5], { execute: false });
  const unsigned = await create(TITLES[language][1], { provider: 'claude', execute: false });
  await tasks.when(talk.id, 'answered', ({ status }) => status === 'completed');
  await tasks.when(changed.id, 'completed', ({ status }) => status === 'completed');
  await tasks.when(asking.id, 'parked', ({ blockedBy }) => blockedBy === 'dependency');
  await tasks.when(needing.id, 'parked', ({ blockedBy }) => blockedBy === 'dependency');
  await tasks.when(reviewed.id, 'in review', ({ status }) => status === 'review');
  const [first] = await tasks.reviews(reviewed.id);
  const remark = { path: 'docs/planning/01_idea.md', startLine: 3, kind: 'change_request', body: prompt };
  await installation.server.send('PATCH', `/api/reviews/${first?.id}/request-changes`, {
    summary: prompt,
    feedback: [remark, { path: 'docs/planning/02_market.md', kind: 'comment', body: prompt }],
  });
  await tasks.when(reviewed.id, 'in review again', ({ status }) => status === 'review');
  const review = (await tasks.reviews(reviewed.id)).at(-1);
  await tasks.skipDependency(completed.id);
  await tasks.when(completed.id, 'completed', ({ status }) => status === 'completed');
  const interrupted = await create(TITLES[language][6]);
  await tasks.when(interrupted.id, 'at its fourth step', ({ currentStep }) => (currentStep ?? 0) >= 4);
  await installation.restart({ signal: 'SIGKILL' });

  const log = '[role=log] [data-index] time';
  return [
    { name: 'home', path: '/', ready: 'section[aria-labelledby=needs-you] a' },
    { name: 'inbox', path: '/inbox/', ready: 'article form' },
    { name: 'review', path: reviewPath(review?.id), ready: 'details[open]' },
    {
      name: 'review-document',
      path: reviewPath(review?.id, 'docs/planning/02_market.md'),
      ready: 'section h2 code',
      act: (page) => page.locator('article').first().waitFor(),
    },
    {
      name: 'review-diff',
      path: reviewPath(review?.id, 'docs/planning/01_idea.md'),
      ready: '[role=table] [role=row]',
    },
    {
      name: 'review-request',
      path: reviewPath(review?.id),
      ready: 'details[open]',
      act: async (page) => {
        await page.keyboard.press('r');
        await page.getByRole('dialog').waitFor();
      },
    },
    { name: 'task-permission', path: taskPath(asking.id), ready: 'section pre' },
    { name: 'task-key', path: taskPath(needing.id), ready: 'input[type=password]' },
    { name: 'task-questions', path: taskPath(needing.id, 'questions'), ready: '[role=tabpanel] li' },
    { name: 'task-changes', path: taskPath(changed.id, 'changes'), ready: '[role=table] [role=row]' },
    { name: 'conversation', path: taskPath(talk.id), ready: '[role=log] .prose' },
    { name: 'task-draft', path: taskPath(draft.id), ready: 'main h2' },
    { name: 'task-draft-signed-out', path: taskPath(unsigned.id), ready: 'main h2' },
    { name: 'task-review', path: taskPath(reviewed.id), ready: 'article h1' },
    { name: 'task-review-log', path: taskPath(reviewed.id, 'log'), ready: log },
    { name: 'task-paused', path: taskPath(paused.id), ready: log },
    { name: 'task-interrupted', path: taskPath(interrupted.id), ready: log },
    { name: 'task-failed', path: taskPath(failed.id), ready: '[role=alert] h2' },
    { name: 'task-cancelled', path: taskPath(cancelled.id), ready: log },
    { name: 'task-completed', path: taskPath(completed.id), ready: log },
    {
      name: 'task-log-open',
      path: taskPath(completed.id, 'log'),
      ready: log,
      act: (page) => page.getByRole('log').getByRole('button', { expanded: false }).last().click(),
    },
    { name: 'task-documents', path: taskPath(completed.id, 'documents'), ready: 'article h1' },
    {
      name: 'task-files',
      path: taskPath(completed.id, 'files'),
      ready: '[role=tabpanel] nav li',
      act: (page) => page.getByRole('button', { name: 'package.json' }).click(),
    },
    { name: 'task-files-list', path: taskPath(completed.id, 'files'), ready: '[role=tabpanel] nav li' },
    { name: 'task-reviews', path: taskPath(completed.id, 'reviews'), ready: '[role=tabpanel] li' },
    { name: 'task-history', path: taskPath(completed.id, 'history'), ready: '[role=tabpanel] li' },
    {
      name: 'task-delete',
      path: taskPath(completed.id, 'history'),
      ready: '[role=tabpanel] li',
      act: async (page) => {
        await page.locator('[aria-haspopup=menu]').last().click();
        await page.getByRole('menuitem').last().click();
        await page.getByRole('dialog').waitFor();
      },
    },
  ];
}

const reviewPath = (id: string | undefined, file?: string) =>
  `/review/?id=${id}${file === undefined ? '' : `&file=${encodeURIComponent(file)}`}`;

const TITLES = {
  en: [
    'Podcast notes',
    'Habit tracker with streaks',
    'Split the bill',
    'Recipe box',
    'Plant watering calendar',
    'Reading list for a book club with shared notes and votes on the next book',
    'Household expenses',
    'Greet people in the evening, too',
    'What could a small shop automate?',
    'Vocabulary trainer',
    'Bookmarks with reminders',
  ],
  ko: [
    '팟캐스트 메모',
    '연속 기록 습관 트래커',
    '여행 경비 나누기',
    '우리 집 레시피',
    '화분 물 주기 달력',
    '함께 읽는 책과 다음에 읽을 책을 투표로 고르는 독서 모임 목록',
    '가계부',
    '저녁 인사도 하기',
    '작은 가게에서 무엇을 자동화할 수 있을까?',
    '단어장',
    '알림이 있는 북마크',
  ],
} as const;

const PROMPTS = {
  en: 'A habit tracker with streaks. I tick off my habits each day and look back over the last month.',
  ko: '연속 기록을 보여 주는 습관 트래커. 매일 습관을 체크하고 지난 한 달을 돌아봅니다.',
};

/** Opens a scene and waits until it is complete. */
export async function openScene(page: Page, scene: Scene): Promise<void> {
  await page.goto(scene.path);
  await page.locator(scene.ready).first().waitFor({ state: 'attached', timeout: 20_000 });
  await scene.act?.(page);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
}
