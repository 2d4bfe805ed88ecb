import { rmSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { findChromium } from '../browser/find-chromium.ts';
import { PageProblems } from '../browser/problems.ts';
import { install, type Installation } from './server.ts';

const ARGS = [
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--disable-background-networking',
];
/** A condition that isn't met by then never will be, however busy the machine is. */
const PATIENCE_MS = 60_000;

/** How a window is set up. */
export interface WindowOptions {
  readonly width?: number;
  readonly height?: number;
  readonly locale?: 'en-US' | 'ko-KR' | 'fr-FR';
  readonly theme?: 'light' | 'dark';
  /** A finger instead of a mouse. */
  readonly touch?: boolean;
  /** The site, when it isn't the server of the stage. */
  readonly origin?: string;
}

/** A real server and a real browser. */
export interface Stage {
  readonly installation: Installation;
  readonly server: Installation['server'];
  readonly problems: PageProblems;
  /** A window of a browser profile of its own, which ends with the test. */
  openWindow(options?: WindowOptions): Promise<BrowserContext>;
  /** A tab with this page, in a window of its own. */
  open(path: string, options?: WindowOptions): Promise<Page>;
}

async function startBrowser(): Promise<Browser> {
  const { program, env, temporary } = await findChromium();
  const browser = await chromium.launch({
    executablePath: program,
    args: ARGS,
    env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', ...env },
  });
  if (temporary !== undefined) {
    browser.once('disconnected', () => rmSync(temporary, { recursive: true, force: true }));
  }
  return browser;
}

/**
 * Sets the stage for the tests of a file: one server with data of its own, one browser. After each test its windows
 * are closed, and it fails if a page wrote an error to the console, threw, or went anywhere but to the server.
 */
export function setStage(env: Readonly<Record<string, string>> = {}): Stage {
  let installation: Installation | undefined;
  let browser: Browser | undefined;
  const problems = new PageProblems();
  const windows: BrowserContext[] = [];
  beforeAll(async () => {
    // One after the other: what stands when the next fails is taken down all the same.
    browser = await startBrowser();
    installation = await install(env);
  });
  afterAll(async () => {
    await browser?.close();
    await installation?.dispose();
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await describe(windows, installation);
    for (const window of windows.splice(0)) await window.close();
    expect(problems.take(), 'errors of the pages').toEqual([]);
  });
  const present = <T>(part: T | undefined): T => {
    if (part === undefined) throw new Error('the stage is not set yet');
    return part;
  };
  const openWindow = async (options: WindowOptions = {}) => {
    const { width = 1280, height = 800, locale = 'en-US', theme = 'light', touch = false } = options;
    const { origin = present(installation).server.url } = options;
    const window = await present(browser).newContext({
      baseURL: origin,
      viewport: { width, height },
      locale,
      colorScheme: theme,
      hasTouch: touch,
      isMobile: touch,
      reducedMotion: 'reduce',
    });
    window.setDefaultTimeout(PATIENCE_MS);
    problems.watch(window, origin);
    windows.push(window);
    return window;
  };
  return {
    get installation() {
      return present(installation);
    },
    get server() {
      return present(installation).server;
    },
    problems,
    openWindow,
    async open(path, options) {
      const window = await openWindow(options);
      const page = await window.newPage();
      await page.goto(path);
      return page;
    },
  };
}

/** What a person needs to know about a test that failed. */
async function describe(windows: readonly BrowserContext[], installation?: Installation): Promise<void> {
  for (const page of windows.flatMap((window) => window.pages())) {
    const shown = await page
      .locator('body')
      .ariaSnapshot({ timeout: 2000 })
      .catch(() => '(no answer)');
    console.error(`--- ${page.url()}\n${shown.slice(0, 4000)}`);
  }
  console.error(`--- server\n${installation?.output().slice(-2000) ?? ''}`);
}
