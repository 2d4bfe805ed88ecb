import { expect, test } from 'vitest';
import { lockfileDefects } from './lockfile.mjs';

const native = { optionalDependencies: { 'tool-darwin': '1.0.0', 'tool-linux': '1.0.0' } };

test('complete: every optional package is locked, beside or above', () => {
  const packages = {
    '': {},
    'packages/core': {},
    'node_modules/@ccs/core': { resolved: 'packages/core', link: true },
    'node_modules/tool': native,
    'node_modules/tool-darwin': { optional: true },
    'node_modules/tool/node_modules/tool-linux': { optional: true },
  };
  expect(lockfileDefects({ packages })).toEqual([]);
});

test('a platform package that was left out is named', () => {
  const packages = { 'node_modules/tool': native, 'node_modules/tool-linux': {} };
  expect(lockfileDefects({ packages })).toEqual([
    "node_modules/tool names tool-darwin as optional, but it isn't locked",
  ]);
});

test.each(['https://registry.internal.example/a.tgz', 'file:../elsewhere', 'git+ssh://git@host/a.git'])(
  'an address that is no public registry is named: %s',
  (resolved) => {
    expect(lockfileDefects({ packages: { 'node_modules/a': { resolved } } })).toHaveLength(1);
  },
);

test('the public registry is fine', () => {
  const resolved = 'https://registry.npmjs.org/a/-/a-1.0.0.tgz';
  expect(lockfileDefects({ packages: { 'node_modules/a': { resolved } } })).toEqual([]);
});
