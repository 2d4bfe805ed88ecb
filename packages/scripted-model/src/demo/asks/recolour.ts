import { type Call, lastWritten, type Move } from '../../scenario/script.ts';
import { appFiles } from '../app-files.ts';
import { writeDocument } from '../documents/write-document.ts';
import type { PhaseContext } from '../phases/phase-context.ts';
import { ownColour } from '../project/colours.ts';
import { chosenColour } from './colour.ts';

const SCREENS = 'docs/design/01_screens.md';
const FILES = [SCREENS, 'public/base.css', 'public/icon.svg'];

const SAY = {
  en: 'The answer about the colour came after these files were written: I change them.',
  ko: '색에 대한 답이 파일을 쓴 뒤에 왔으므로 그 부분을 고칩니다.',
};

/** What is done when the colour is chosen after files with the default were written: only the lines that name it change. */
export function recolour({ conversation, project }: PhaseContext): Move[] {
  const chosen = chosenColour(conversation);
  const own = ownColour(project.kind);
  if (!chosen || chosen.colour === own) return [];
  const wanted = filesOf(project);
  const before = filesOf({ ...project, colour: own });
  const edits = FILES.flatMap((path): Call[] => {
    const written = lastWritten(path, conversation);
    const change = changedLines(before[path] ?? '', wanted[path] ?? '');
    if (written === undefined || !written.includes(change.from)) return [];
    return [{ name: 'Edit', input: { file_path: path, old_string: change.from, new_string: change.to } }];
  });
  if (edits.length === 0) return [];
  const reads = edits.map(({ input }) => ({ name: 'Read', input: { file_path: input['file_path'] } }));
  const say = SAY[project.language];
  return [
    { say, calls: reads, from: chosen.at },
    { say, calls: edits, from: chosen.at },
  ];
}

function filesOf(project: PhaseContext['project']): Record<string, string> {
  const files = Object.assign({}, ...appFiles(project)) as Record<string, string>;
  return { ...files, [SCREENS]: writeDocument(project, 'design/01_screens') };
}

/** The first to the last line that differ between two texts of the same number of lines. */
export function changedLines(a: string, b: string): { from: string; to: string } {
  const [before, after] = [a.split('\n'), b.split('\n')];
  const differs = (_: string, index: number): boolean => before[index] !== after[index];
  const first = before.findIndex(differs);
  const last = before.findLastIndex(differs);
  return { from: before.slice(first, last + 1).join('\n'), to: after.slice(first, last + 1).join('\n') };
}
