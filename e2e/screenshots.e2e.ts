import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, test } from 'vitest';
import { EMPTY_SCENES, openScene, prepareScenes, type Scene } from './stage/scenes.ts';
import { taskPath } from './stage/page-actions.ts';
import { setStage } from './stage/stage.ts';
import { DEMO, tasksOf } from './stage/tasks.ts';

/** A folder for pictures of every page and state. Not set: none are taken. */
const FOLDER = process.env['E2E_SCREENSHOTS'];
const SIZES = [
  [1280, 800],
  [375, 740],
] as const;

describe.runIf(FOLDER).each(['en', 'ko'] as const)('pictures (%s)', (language) => {
  const stage = setStage();

  async function shoot(scenes: readonly Scene[]): Promise<void> {
    for (const [width, height] of SIZES) {
      for (const theme of ['light', 'dark'] as const) {
        const locale = language === 'ko' ? 'ko-KR' : 'en-US';
        const page = await stage.open('/', { width, height, theme, locale, touch: width < 700 });
        for (const scene of scenes) {
          await openScene(page, scene);
          await isOnline(page);
          await page.screenshot({
            path: join(FOLDER ?? '', `${scene.name}-${language}-${width}-${theme}.png`),
          });
        }
        await page.context().close();
      }
    }
  }

  /** Connected, as a page is for nearly all of its life. A dialog hides the header from roles, not from view. */
  const isOnline = (page: Page) =>
    page
      .locator('header')
      .getByText(language === 'en' ? 'Live' : '실시간', { exact: true })
      .waitFor({ state: 'attached' });

  test('of all states', { timeout: 900_000 }, async () => {
    await mkdir(FOLDER ?? '', { recursive: true });
    stage.problems.expect(/status of 404/);
    await shoot(EMPTY_SCENES);
    await shoot(await prepareScenes(stage.installation, language));
    const tasks = tasksOf(stage.installation);
    const { id } = await tasks.create({ ...DEMO, language });
    await tasks.when(id, 'at its third step', ({ currentStep }) => (currentStep ?? 0) >= 3);
    await shoot([{ name: 'task-running', path: taskPath(id, 'log'), ready: '[role=log] [data-index] time' }]);
  });
});
