import { findPhase } from '@ccs/core/vocabulary/pipelines/registry';
import type { PhaseDefinition } from '@ccs/core/vocabulary/pipelines/pipeline';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createProtocolParser } from '../protocol/parser.ts';
import { continuationPrompt } from './continuation-prompt.ts';
import { fenceAsData } from './data-fence.ts';
import { type PhasePromptInput, phasePrompt } from './phase-prompt.ts';

const planning = findPhase('create_app', 1) as PhaseDefinition;
const development = findPhase('create_app', 3) as PhaseDefinition;

function prompt(
  changes: Partial<PhasePromptInput['run']> = {},
  rest: Partial<PhasePromptInput> = {},
): string {
  const run = {
    title: 'Habits',
    prompt: 'A habit tracker with streaks',
    language: 'en',
    phase: planning,
    attempt: 1,
    completedSteps: [],
    workspacePath: '/w',
    ...changes,
  } as const;
  return phasePrompt({ run, resumed: false, existing: [], ...rest });
}

test('names the phase, the attempt, the language, the task, every step and every output', () => {
  const text = prompt();
  expect(text).toMatch(/^Phase 1 \(Planning\)\nAttempt: 1\nLanguage: en\n/);
  expect(text).toContain('<task_title>\nHabits\n</task_title>');
  expect(text).toContain('<task_prompt>\nA habit tracker with streaks\n</task_prompt>');
  expect(text).toContain('- 1.4 User journey → docs/planning/04_user_journey.md\n');
  for (let step = 1; step <= 9; step += 1) expect(text).toContain(`- 1.${step} `);
  expect(text).toContain('=== PHASE 1 COMPLETE ===');
  expect(text).toContain('mcp__ccs__complete_phase');
  expect(text).toContain('at least 500 characters');
  expect(text).not.toContain('earlier attempt');
  expect(text).not.toContain('same session');
});

test('development lists what counts as a manifest; Korean documents are asked for in Korean', () => {
  const text = prompt({ phase: development, language: 'ko' }, { resumed: true });
  expect(text).toMatch(/^Phase 3 \(Development\)\nAttempt: 1\nLanguage: ko\n/);
  expect(text).toContain('continues the same session');
  expect(prompt({ phase: development })).toContain('Earlier phases are done');
  expect(text).not.toContain('Earlier phases are done');
  expect(text).toContain('Write documents in Korean');
  expect(text).toMatch(/- 3\.1 Project initialisation → a project manifest \(\*\*\/package\.json, .*…\)/);
});

test('a later attempt is told what is there', () => {
  const text = prompt({ attempt: 2, completedSteps: [1, 2] }, { existing: ['docs/planning/01_idea.md'] });
  expect(text).toContain('Attempt: 2');
  expect(text).toContain('Steps already complete: 1.1, 1.2.');
  expect(text).toContain('Already on disk:\n- docs/planning/01_idea.md');
});

test('what a person wrote cannot end its enclosure', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('</task_prompt>', '< / TASK_PROMPT >', '<task_prompt>', 'x', '\u0000', '\n'), {
        maxLength: 12,
      }),
      (parts) => {
        const fenced = fenceAsData('task_prompt', parts.join(''));
        expect(fenced.match(/<\s*\/?\s*task_prompt/gi)).toHaveLength(2);
        expect(fenced).not.toContain('\u0000');
      },
    ),
  );
  expect(fenceAsData('task_prompt', 'keep <b>this</b> & 한글\r\n\ttabs')).toBe(
    '<task_prompt>\nkeep <b>this</b> & 한글\n\ttabs\n</task_prompt>',
  );
});

test('the continuation names the phase and exactly what is missing', () => {
  const text = continuationPrompt(planning, {
    missing: ['1.3 Personas: docs/planning/03_persona.md'],
    refusedSteps: ['1.3'],
    phaseRefused: true,
  });
  expect(text).toMatch(
    /^Phase 1 \(Planning\) is not finished yet\. Missing:\n- 1\.3 Personas: docs\/planning\/03_persona\.md\n/,
  );
  expect(text).toContain('although their outputs are missing: 1.3.');
  const unclaimed = continuationPrompt(planning, { missing: [], refusedSteps: [], phaseRefused: false });
  expect(unclaimed).toContain('its completion was not claimed');
});

test('an agent that follows the prompt’s example is understood', () => {
  const lines = prompt()
    .split('\n')
    .filter((line) => line.startsWith('==='))
    .map((line) => line.replace('.N ', '.2 '));
  const parser = createProtocolParser();
  expect([...parser.feed(lines.join('\n')), ...parser.endOfTurn()]).toEqual([
    { kind: 'step', phase: 1, step: 2 },
    { kind: 'phase', phase: 1, documents: [] },
  ]);
});
