import type { PhaseDto } from '@ccs/contract';
import { expect, test } from 'vitest';
import { documentsOf } from './documents-of.ts';

function stepOf(number: number, status: 'pending' | 'in_progress' | 'completed', outputs: string[]) {
  const localizedName = { en: `Step ${number}`, ko: `${number}단계` };
  return {
    number,
    key: `s${number}`,
    name: localizedName.en,
    localizedName,
    status,
    evidence: null,
    outputs,
    startedAt: null,
    completedAt: null,
  };
}

test('lists what steps have written or are writing, and documents that no step promised', () => {
  const phase: PhaseDto = {
    number: 1,
    key: 'planning',
    name: 'Planning',
    localizedName: { en: 'Planning', ko: '기획' },
    status: 'in_progress',
    startedAt: null,
    completedAt: null,
    attempts: 1,
    workedMs: 0,
    workingSince: null,
    gate: 'manual',
    reworkFor: null,
    criteria: [],
    outputs: [
      { path: 'docs/01.md', kind: 'document', sizeBytes: 1 },
      { path: 'NOTES.md', kind: 'document', sizeBytes: 1 },
      { path: 'src/app.js', kind: 'code', sizeBytes: 1 },
    ],
    steps: [
      stepOf(1, 'completed', ['docs/01.md']),
      stepOf(2, 'in_progress', ['docs/02.md']),
      stepOf(3, 'pending', ['docs/03.md']),
    ],
  };
  expect(documentsOf([phase]).map(({ path, isBeingWritten }) => [path, isBeingWritten])).toEqual([
    ['docs/01.md', false],
    ['docs/02.md', true],
    ['NOTES.md', false],
  ]);
});
