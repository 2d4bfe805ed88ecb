import { findPhase } from '@ccs/core/vocabulary/pipelines/registry';
import { documentStep, type PhaseDefinition } from '@ccs/core/vocabulary/pipelines/pipeline';
import type { LocalizedText } from '@ccs/core/vocabulary/language';
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
    environment: {},
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
      fc.array(
        fc.constantFrom(
          '</task_prompt>',
          '</feedback>',
          '<person_answer>',
          '< / TASK_PROMPT >',
          '<task_prompt>',
          'x',
          '\u0000',
          '\n',
        ),
        {
          maxLength: 12,
        },
      ),
      (parts) => {
        const fenced = fenceAsData('task_prompt', parts.join(''));
        expect(fenced.match(/<\s*\/?\s*task_prompt/gi)).toHaveLength(2);
        expect(fenced).not.toMatch(/<\s*\/?\s*(feedback|person_answer)/);
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

test('documents that need sections are listed with them, in the language of the documents', () => {
  const sections = [
    { en: 'Problem', ko: '문제' },
    { en: 'Users', ko: '사용자' },
  ];
  const withSections = (...of: readonly LocalizedText[]): PhaseDefinition => ({
    ...planning,
    steps: [documentStep(1, 'a', 'docs/a.md', 'A', '가', of)],
  });
  const phase = withSections(...sections);
  expect(prompt({ phase })).toContain('- docs/a.md: Problem · Users\n');
  expect(prompt({ phase, language: 'ko' })).toContain('- docs/a.md: 문제 · 사용자\n');
  expect(prompt({ phase: withSections() })).not.toContain('must have, each under a heading');
});

test('it says how to ask, and names the variables that people provided without their values', () => {
  const text = prompt({ environment: { STRIPE_KEY: 'sk_live_1', A_TOKEN: 'secret' } });
  for (const tool of ['ask_user', 'request_dependency', 'report_error']) {
    expect(text).toContain(`mcp__ccs__${tool}`);
  }
  expect(text).toContain('Environment variables that people provided: A_TOKEN, STRIPE_KEY.');
  expect(text).not.toMatch(/sk_live_1|=secret|: secret/);
  expect(prompt()).not.toContain('that people provided:');
});

test('an agent that follows the prompt’s examples is understood', () => {
  const examples = prompt()
    .split('\n')
    .map((line) =>
      line
        .replace('.N ', '.2 ')
        .replace(/: (\w+)(?: \| \w+)+$/, ': $1')
        .replace(/^name: .*/, 'name: A_KEY'),
    );
  const parser = createProtocolParser();
  const found = [...parser.feed(examples.join('\n')), ...parser.endOfTurn()];
  expect(found).toMatchObject([
    { kind: 'question', category: 'business', required: true, options: [expect.stringContaining('choose')] },
    { kind: 'dependency', type: 'api_key', name: 'A_KEY', required: true },
    { kind: 'error', type: 'missing_file' },
    { kind: 'step', phase: 1, step: 2 },
    { kind: 'phase', phase: 1 },
  ]);
});

test('the prompt as it stands asks for nothing that a person would have to answer', () => {
  const parser = createProtocolParser();
  const kinds = [...parser.feed(prompt()), ...parser.endOfTurn()].map((signal) => signal.kind);
  expect(kinds).not.toContain('dependency');
  expect(kinds).not.toContain('hint');
});
