import type { TestRun } from '../demo/phases/test-run.ts';
import type { Change } from './plan-change.ts';
import type { ProjectLook } from './project-look.ts';

/** What the documents of a change are written from. */
export interface Facts {
  /** What the person asked for, on one line. */
  request: string;
  look: ProjectLook;
  change: Change;
  /** The files of the change that a person did not allow to be written. */
  denied: string[];
}

/** A run of the tests of a project. */
export interface ChangeRun extends TestRun {
  /** True when a person did not allow the command. */
  denied: boolean;
}

/** The documents of a change in one language. */
export interface ChangeDocuments {
  structure(facts: Facts): string;
  impact(facts: Facts): string;
  changePlan(facts: Facts): string;
  testPlan(facts: Facts): string;
  report(facts: Facts, run: ChangeRun): string;
}

/** The languages by the names that people write. */
export const LANGUAGES: Record<ProjectLook['language'], string> = {
  javascript: 'JavaScript',
  typescript: 'TypeScript',
  python: 'Python',
  unknown: '',
};

/** The folders at the top of a project with the number of listed files in each, the largest first. */
export function partsOf({ files }: ProjectLook): { name: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const file of files) {
    const folder = file.includes('/') ? `${file.split('/')[0]}/` : './';
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count)
    .slice(0, 8);
}

/** A list of paths as code, cut after some. */
export function listed(paths: string[], most = 5): string {
  const shown = paths.slice(0, most).map((path) => `\`${path}\``);
  return paths.length > most ? `${shown.join(', ')} (+${paths.length - most})` : shown.join(', ');
}
