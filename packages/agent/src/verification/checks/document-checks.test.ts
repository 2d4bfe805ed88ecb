import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type CheckBench, file, openCheckBench } from '../../testing/check-bench.ts';
import { readDocument } from '../markdown/read-document.ts';
import { contentLength } from './min-length.ts';

let bench: CheckBench;
beforeEach(async () => {
  bench = await openCheckBench();
});
afterEach(() => bench.close());

const DOC = 'docs/a.md';
const outputs = [file(DOC, [{ en: 'Risks', ko: '위험' }])];

describe('outputs_exist', () => {
  test('names what is missing or empty', async () => {
    await bench.put('docs/a.md', 'x');
    await bench.put('docs/b.md', '');
    const wanted = [
      file('docs/a.md'),
      file('docs/b.md'),
      file('docs/c.md'),
      { kind: 'any', patterns: ['**/*.test.*'], label: 'automated tests' } as const,
    ];
    expect(await bench.check({ kind: 'outputs_exist' }, { outputs: wanted })).toMatchObject({
      verdict: 'fail',
      checkedBy: 'program',
      reason: '3 of 4 outputs are missing or empty: docs/b.md, docs/c.md, automated tests.',
      evidence: [{ path: 'docs/b.md' }, { path: 'docs/c.md' }],
    });
    for (const path of ['docs/b.md', 'docs/c.md', 'x.test.js']) await bench.put(path, 'x');
    const result = await bench.check({ kind: 'outputs_exist' }, { outputs: wanted, language: 'ko' });
    expect(result).toMatchObject({ verdict: 'pass', reason: '산출물 4개가 모두 있습니다.', advice: null });
  });
});

describe('min_length', () => {
  const check = { kind: 'min_length', characters: 500 } as const;
  test.each([
    ['499 Korean characters', '가'.repeat(499), 'fail'],
    ['500 Korean characters', '가'.repeat(500), 'pass'],
    ['500 typed as 1,500 letters', '각'.normalize('NFD').repeat(499), 'fail'],
    ['500 of white space', `# a${' \n'.repeat(500)}`, 'fail'],
    ['a long comment', `<!-- ${'x'.repeat(900)} -->\nshort`, 'fail'],
    ['long front matter', `---\nx: ${'y'.repeat(900)}\n---\nshort`, 'fail'],
    ['rules and bars', `${'|---|---|\n'.repeat(100)}${'- \n'.repeat(100)}`, 'fail'],
    ['code blocks count', `\`\`\`\n${'code '.repeat(120)}\n\`\`\``, 'pass'],
  ])('%s: %s', async (_, text, verdict) => {
    await bench.put(DOC, text);
    expect(await bench.check(check, { outputs })).toMatchObject({ verdict });
  });

  test('says how long each short document is, and nothing without documents', async () => {
    expect(await bench.check(check, { outputs })).toMatchObject({ verdict: 'not_checked' });
    await bench.put(DOC, '짧다');
    expect(await bench.check(check, { outputs, language: 'ko' })).toMatchObject({
      verdict: 'fail',
      evidence: [{ path: DOC, line: null, text: '2자' }],
    });
  });

  test('counts what a reader reads', () => {
    expect(contentLength(readDocument('# Ti**t**le\n\n- one\n- two\n'))).toBe('Title'.length + 2 + 6);
  });
});

describe('sections', () => {
  const check = { kind: 'sections' } as const;
  test.each([
    ['English', '# T\nx\n## The RISKS we see\ntext'],
    ['Korean', '# T\nx\n### 3. 시장의 **위험**\n- a'],
    ['Korean, decomposed', `# T\nx\n## ${'위험'.normalize('NFD')}\n- a`],
    ['content in a sub-section', '# T\n## Risks\n### First\ntext'],
    ['underlined', 'T\n===\nx\n\nRisks\n-----\ntext'],
    ['a code block is content', '# Risks\n```\nx\n```'],
  ])('are there: %s', async (_, text) => {
    await bench.put(DOC, text);
    expect(await bench.check(check, { outputs })).toMatchObject({ verdict: 'pass' });
  });

  test.each([
    ['missing', '# T\ntext about risks', [null]],
    ['in a code block', '# T\n```\n# Risks\n```\nx', [null]],
    ['empty at the end', '# T\nx\n## Risks\n', [null, 3]],
    ['empty in between', '# T\nx\n## Risks\n\n<!-- later -->\n\n## More\nx', [null, 3]],
    ['another one is empty', '# Risks\nx\n## A\n## B\nx\n### C\n---\n', [3, 6]],
  ])('are not: %s', async (_, text, lines) => {
    await bench.put(DOC, text);
    const result = await bench.check(check, { outputs });
    expect(result.verdict).toBe('fail');
    expect(result.evidence.map(({ line }) => line)).toEqual(lines);
  });

  test('of many only ten are shown, the number is told', async () => {
    await bench.put(DOC, `# Risks\nx\n${`## ${'A'.repeat(900)}\n`.repeat(40)}`);
    const result = await bench.check(check, { outputs });
    expect(result.reason).toContain('40');
    expect(result.evidence).toHaveLength(10);
    expect(result.evidence[0]?.text.length).toBe(300);
  });
});

test('no_placeholders looks at text, headings and comments, not at code, quotes or front matter', async () => {
  const check = { kind: 'no_placeholders' } as const;
  await bench.put(DOC, '---\nx: TODO\n---\n# A\n> TODO: as the request says\n```\nTODO\n```\n`TODO`\n');
  expect(await bench.check(check, { outputs })).toMatchObject({ verdict: 'pass' });
  await bench.put(DOC, '# A\n\n출시일: 미정\n<!--\nTODO: more\n-->\n## TBD\n');
  const result = await bench.check(check, { outputs, language: 'ko' });
  expect(result).toMatchObject({ verdict: 'fail', reason: expect.stringContaining('3') });
  expect(result.evidence).toEqual([
    { path: DOC, line: 3, text: '출시일: 미정' },
    { path: DOC, line: 5, text: 'TODO: more' },
    { path: DOC, line: 7, text: 'TBD' },
  ]);
});
