import fc from 'fast-check';
import { execFileSync } from 'node:child_process';
import { mkdir, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { markBase } from '../../workspace/source/base-commit.ts';
import { type CheckBench, openCheckBench } from '../../testing/check-bench.ts';
import { findCredentials } from './find-credentials.ts';

/** Made up, and put together here so that nobody's scanner finds it in this file. */
const made = (...parts: readonly string[]): string => parts.join('_');
const token = made('ghp', 'wWPw5k4aXcaT4fNP0UcnZwJUVFk6LO0pINUx');

let bench: CheckBench;
beforeEach(async () => {
  bench = await openCheckBench();
});
afterEach(() => bench.close());

describe('env_ignored', () => {
  const check = { kind: 'env_ignored' } as const;
  test.each([
    ['.env\n', 'pass'],
    ['node_modules\n.env*\n', 'pass'],
    ['/.env\n', 'pass'],
    ['', 'fail'],
    ['# .env\n', 'fail'],
    ['.env\n!.env\n', 'fail'],
    ['config/.env\n', 'fail'],
    ['.env.local\n', 'fail'],
  ])('.gitignore %j: %s', async (content, verdict) => {
    await bench.put('.gitignore', content);
    expect(await bench.check(check)).toMatchObject({ verdict });
  });

  test('a rule that does not travel with the project does not count', async () => {
    await bench.put('.git/info/exclude', '.env\n');
    expect(await bench.check(check)).toMatchObject({ verdict: 'fail' });
    await bench.put('.gitignore', 'x\n.env\n');
    expect(await bench.check(check)).toMatchObject({
      verdict: 'pass',
      reason: 'Git ignores .env by .gitignore:2.',
    });
  });

  test('a file that is committed is not ignored', async () => {
    await bench.put('.env', 'A=1');
    bench.git('add', '.env');
    await bench.put('.gitignore', '.env\n');
    expect(await bench.check(check, { language: 'ko' })).toMatchObject({ verdict: 'fail' });
  });
});

describe('no_secrets', () => {
  const check = { kind: 'no_secrets' } as const;
  const environment = { API_KEY: 'q7-Zeta+/of=the 9th', PORT: '8080', MODE: 'development' };

  test.each([
    ['plain', 'x\nconst key = "q7-Zeta+/of=the 9th";\n', 2],
    ['base64', `x\n\n${Buffer.from('user:q7-Zeta+/of=the 9th').toString('base64')}`, 3],
    ['URL-encoded', `u=${encodeURIComponent('q7-Zeta+/of=the 9th')}`, 1],
    ['hexadecimal', Buffer.from('q7-Zeta+/of=the 9th').toString('hex'), 1],
  ])('finds a value of the task: %s', async (_, content, line) => {
    await bench.put('src/a.js', content);
    const result = await bench.check(check, { environment });
    expect(result).toMatchObject({
      verdict: 'fail',
      evidence: [{ path: 'src/a.js', line, text: 'a value given to this task' }],
    });
    expect(JSON.stringify(result)).not.toContain('Zeta');
  });

  test('does not look at what git ignores, nor for ports and plain words', async () => {
    await bench.put('.gitignore', '.env\nsecrets/\n');
    await bench.put('.env', 'API_KEY=q7-Zeta+/of=the 9th');
    await bench.put('secrets/deep/x.txt', 'q7-Zeta+/of=the 9th');
    await bench.put('src/a.js', 'listen(8080, "development")');
    expect(await bench.check(check, { environment })).toMatchObject({ verdict: 'pass' });
    bench.git('add', '-f', '.env');
    expect(await bench.check(check, { environment })).toMatchObject({
      verdict: 'fail',
      evidence: [{ path: '.env' }],
    });
  });

  test('finds credentials of known kinds, whatever the file says about checking it', async () => {
    await bench.put('a.js', `// secretlint-disable\nconst t = '${token}';\n`);
    const result = await bench.check(check);
    expect(result).toMatchObject({
      verdict: 'fail',
      evidence: [{ path: 'a.js', line: 2, text: 'GitHub Token' }],
    });
    expect(JSON.stringify(result)).not.toContain(token.slice(4, 20));
  });

  test('of a project that was brought along only the files of the task count', async () => {
    await bench.put('old.js', token);
    bench.git('add', '.');
    bench.git('commit', '-qm', 'theirs');
    await markBase(bench.workspace, 'HEAD', process.env['PATH']);
    const source = { kind: 'folder', path: bench.workspace } as const;
    expect(await bench.check(check, { source })).toMatchObject({
      verdict: 'pass',
      reason: 'No credential in 0 files.',
    });
    await bench.put('new.js', token);
    await bench.put('old.js', `${token} `);
    const { evidence } = await bench.check(check, { source });
    expect(evidence.map(({ path }) => path)).toEqual(['new.js', 'old.js']);
  });
});

describe('credentials', () => {
  const random = 'q8ZrT2mVx0LkWp5sYb1NcH7d';
  test.each([
    ['AWS secret', `aws_secret_access_key = '${made('wJalrXUtnFEMI/K7MDENG/bPxRfiCYzzzzzzzKEY')}'`],
    ['Stripe', made('sk', 'live', '4eC39HqLyjWDarjtT1zdp7dc')],
    ['Google', ['AIza', 'SyD-9tSrke72PouQMnMX-a7eZSW0jkFMBWY'].join('')],
    ['Slack', ['xoxb', '23984754863', '2348975623103', 'aBcDeFgHiJkLmNoPqRsTuVwX'].join('-')],
    ['a database elsewhere', 'postgres://app:s3cr3tpw@db.example.com:5432/x'],
    ['a random value of a secret', `const jwtSecret = '${random}';`],
    ['the same in JSON', `{"api_key": "${random}"}`],
  ])('%s is one', async (_, text) => {
    expect(await findCredentials('a.js', `\n${text}\n`)).toMatchObject([{ line: 2 }]);
  });

  test.each([
    ['a database on this machine', 'postgres://postgres:postgres@localhost:5432/x'],
    ['a database beside it', 'DATABASE_URL=postgres://app:app@db:5432/app'],
    ['an example', 'https://user:password@example.com/'],
    ['a variable', 'postgres://app:$DB_PASSWORD@db.example.com/x'],
    ['words', "const tokenName = 'the-name-of-the-token-in-the-cookie';"],
    ['a name in the environment', 'const secret = process.env.JWT_SECRET_OF_THE_SERVER_2;'],
    ['a hash of a package', '"integrity": "sha512-D1a/6U3JT2hhs+OpocAf1j+2t79ExrFqNm8j7pilhCQqpJ9Q=="'],
  ])('%s is none', async (_, text) => {
    expect(await findCredentials('a.js', text)).toEqual([]);
  });
});

test('any text may be searched for credentials, and hostile ones take no time', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 400 }), async (text) => {
      expect(Array.isArray(await findCredentials('a.md', text))).toBe(true);
    }),
  );
  const started = Date.now();
  for (const piece of ['secret', 'token: ', 'token="', 'sk_live_', 'a-', '://a:', 'AIza', "api_key='aA1"]) {
    await findCredentials('a.js', piece.repeat(1_000_000 / piece.length));
  }
  expect(Date.now() - started).toBeLessThan(20_000);
});

describe('tests_exist', () => {
  const check = { kind: 'tests_exist' } as const;
  test.each([
    ['test/a.test.js', "test('adds', () => {});"],
    ['tests/test_a.py', 'def test_adds():\n    assert True'],
    ['a_test.go', 'func TestAdds(t *testing.T) {}'],
    ['tests/a.rs', '#[test]\nfn adds() {}'],
    ['src/ATest.java', '@Test void adds() {}'],
  ])('%s is one', async (path, content) => {
    await bench.put(path, content);
    expect(await bench.check(check)).toMatchObject({
      verdict: 'pass',
      reason: `There are tests, as in ${path}.`,
    });
  });

  test.each([
    ['src/a.js', "test('adds')"],
    ['tests/__init__.py', ''],
    ['test/data.json', '{}'],
    ['node_modules/x/a.test.js', "test('adds')"],
  ])('%s is none', async (path, content) => {
    await bench.put(path, content);
    expect(await bench.check(check)).toMatchObject({ verdict: 'fail' });
  });
});

describe('tests_pass', () => {
  test.each([null, { kind: 'folder', path: '/p' } as const])(
    'without the program that runs them nothing is said: %j',
    async (source) => {
      const tests = { missingProgram: 'mvn' };
      const result = await bench.check({ kind: 'tests_pass' }, { tests, source });
      expect(result).toMatchObject({
        verdict: 'not_checked',
        reason: expect.stringContaining('`mvn` is not'),
      });
    },
  );

  const check = { kind: 'tests_pass' } as const;
  const tests = { command: 'npm test', exitCode: 0, passed: true, durationMs: 1, outputTail: 'ok' };
  const source = { kind: 'folder', path: '/x' } as const;

  test('the exit code decides', async () => {
    expect(await bench.check(check, { tests })).toMatchObject({ verdict: 'pass' });
    const failed = { ...tests, exitCode: 1, passed: false, outputTail: 'not ok 3' };
    const result = await bench.check(check, { tests: failed });
    expect(result).toMatchObject({ verdict: 'fail', reason: '`npm test` exited with 1.' });
    expect(result.advice).toContain('not ok 3');
    const hung = { ...failed, exitCode: null };
    expect(await bench.check(check, { tests: hung, source })).toMatchObject({ verdict: 'fail' });
  });

  test('without a test command a project made here fails, one brought along is not checked', async () => {
    expect(await bench.check(check)).toMatchObject({ verdict: 'fail' });
    expect(await bench.check(check, { source })).toMatchObject({ verdict: 'not_checked' });
  });
});

test('links that lead outside and pipes are neither followed nor waited for', async () => {
  const outside = await openCheckBench();
  try {
    await outside.put('secret.md', token);
    await symlink(join(outside.workspace, 'secret.md'), join(bench.workspace, 'a.md'));
    await symlink(outside.workspace, join(bench.workspace, 'folder'));
    await mkdir(join(bench.workspace, 'test'));
    execFileSync('mkfifo', [join(bench.workspace, 'test', 'pipe.test.js'), join(bench.workspace, 'b.md')]);
    expect(await bench.check({ kind: 'no_secrets' })).toMatchObject({ verdict: 'pass' });
    expect(await bench.check({ kind: 'tests_exist' })).toMatchObject({ verdict: 'fail', evidence: [] });
    const outputs = ['a.md', 'b.md', 'folder/secret.md', '../x.md'].map(
      (path) => ({ kind: 'file', path }) as const,
    );
    expect(await bench.check({ kind: 'min_length', characters: 1 }, { outputs })).toMatchObject({
      verdict: 'not_checked',
    });
  } finally {
    await rm(outside.workspace, { recursive: true, force: true });
  }
});
