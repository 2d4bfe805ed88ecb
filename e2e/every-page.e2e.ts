import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { EMPTY_SCENES, openScene, prepareScenes, type Scene } from './stage/scenes.ts';
import { setStage, type WindowOptions } from './stage/stage.ts';

const stage = setStage();
let scenes: readonly Scene[] = [];
const WINDOWS = [
  ['at a desk, in English', { width: 1280, height: 800, locale: 'en-US' }],
  ['on a phone, in Korean', { width: 375, height: 740, locale: 'ko-KR', touch: true }],
  ['on a phone, in English', { width: 375, height: 740, locale: 'en-US', touch: true }],
] as const satisfies [string, WindowOptions][];

describe.each(WINDOWS)('every page %s', (_, options) => {
  test('before there is any task', async () => {
    stage.problems.expect(/status of 404/);
    expect(await faultsOf(EMPTY_SCENES, options)).toEqual([]);
  });
});

describe.each(WINDOWS)('every page of tasks %s', (_, options) => {
  beforeAll(async () => {
    if (scenes.length === 0) scenes = await prepareScenes(stage.installation, 'ko');
  });

  test('in every state', async () => {
    expect(await faultsOf(scenes, options)).toEqual([]);
  });
});

async function faultsOf(all: readonly Scene[], options: WindowOptions): Promise<string[]> {
  const page = await stage.open('/', options);
  const faults: string[] = [];
  for (const scene of all) {
    await openScene(page, scene);
    const found = [
      ...(await overflow(page)),
      ...(options.touch ? await smallTargets(page) : []),
      ...(await barriers(page, [])),
    ];
    await setTheme(page, 'dark');
    found.push(...(await barriers(page, ['color-contrast'])).map((fault) => `dark: ${fault}`));
    await setTheme(page, 'light');
    faults.push(...found.map((fault) => `${scene.name}: ${fault}`));
  }
  return faults;
}

/** Switches at once: a colour on its way to another one has no contrast to speak of. */
async function setTheme(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.addStyleTag({ content: '*, ::before, ::after { transition-property: none !important }' });
  await page.emulateMedia({ colorScheme });
  await page.locator(colorScheme === 'dark' ? 'html.dark' : 'html:not(.dark)').waitFor();
}

/** A page that can be scrolled sideways. */
function overflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth > clientWidth ? [`${scrollWidth - clientWidth} px wider than the window`] : [];
  });
}

/** What a finger would miss: smaller than 44 px. Links within a text are as tall as the text. */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const LEAST = 44 - 0.5;
    const all = document.querySelectorAll<HTMLElement>(
      'button, a[href], select, summary, textarea, input:not([type=radio], [type=checkbox]), [role=menuitem], [role=switch]',
    );
    // A label is part of the target: pressing it is pressing what it names.
    const area = (element: HTMLElement) => {
      const labels =
        element instanceof HTMLButtonElement || element instanceof HTMLInputElement ? element.labels : null;
      const boxes = [element, ...(labels ?? [])].map((each) => each.getBoundingClientRect());
      const [left, top] = [
        Math.min(...boxes.map((box) => box.left)),
        Math.min(...boxes.map((box) => box.top)),
      ];
      const [right, bottom] = [
        Math.max(...boxes.map((box) => box.right)),
        Math.max(...boxes.map((box) => box.bottom)),
      ];
      return { width: right - left, height: bottom - top };
    };
    return [...all]
      .filter(
        (element) =>
          element.checkVisibility() && !element.closest('.prose, .sr-only, [inert], [aria-hidden=true]'),
      )
      .filter((element) => element.getBoundingClientRect().width > 1)
      .filter((element) => area(element).width < LEAST || area(element).height < LEAST)
      .map((element) => {
        const { width, height } = area(element);
        const name = element.getAttribute('aria-label') ?? element.textContent?.trim().slice(0, 40) ?? '';
        return `${element.tagName.toLowerCase()} "${name}" is ${width.toFixed(0)} x ${height.toFixed(0)}`;
      });
  });
}

const LEVELS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds; only by these rules when some are given. */
async function barriers(page: Page, rules: readonly string[]): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(
    async ([levels, only]) => {
      const { violations } = await window.axe.run(document, {
        runOnly: only.length > 0 ? { type: 'rule', values: [...only] } : { type: 'tag', values: [...levels] },
        resultTypes: ['violations'],
        // Measured above, and stricter; axe also counts what a sticky bar covers until one scrolls.
        ...(only.length > 0 ? {} : { rules: { 'target-size': { enabled: false } } }),
      });
      return violations.flatMap(({ id, nodes }) =>
        nodes.slice(0, 3).map((node) => `${id}: ${node.target.join(' ')} ${node.any[0]?.message ?? ''}`),
      );
    },
    [LEVELS, rules] as const,
  );
}

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}
