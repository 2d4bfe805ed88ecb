import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addressProblem, withoutCredentials } from './git-address.ts';

test.each([
  'https://github.com/a/b.git',
  'http://localhost:3000/a',
  'https://user:token@host/a',
  'ssh://git@host:22/a.git',
  'SSH://host/a',
  'git@github.com:a/b.git',
  'file:///srv/git/a b.git',
  'file://localhost/srv/a.git',
])('git may be given %s', (url) => {
  expect(addressProblem(url, null)).toBeNull();
});

test.each([
  '',
  '-u',
  '--upload-pack=touch x',
  'ext::sh -c touch% x',
  'fd::7',
  'host:path',
  'git://host/a',
  'ftp://host/a',
  '/srv/git/a.git',
  './a',
  'C:\\a',
  'ssh://-oProxyCommand=x/a',
  'ssh://git@-oProxyCommand=x/a',
  'git@-oProxyCommand=x:a',
  '-x@host:a',
  'git@host::a',
  'https://',
  'https:///a',
  'file://host/a',
  'file:///a\nb',
  ' https://host/a',
  'transport::https://host/a',
])('git is never given %j', (url) => {
  expect(addressProblem(url, null)).not.toBeNull();
});

test.each(['main', 'feature/a-b', 'v1.0', '한글'])('a branch can be called %s', (ref) => {
  expect(addressProblem('https://host/a', ref)).toBeNull();
});

test.each(['', '-b', '--x', 'a b', 'a..b', 'a~1', 'a:b', 'a\0', 'a/', 'a.lock', '@{1}', 'a\\b', '/a'])(
  'a branch cannot be called %j',
  (ref) => {
    expect(addressProblem('https://host/a', ref)).not.toBeNull();
  },
);

test('names and passwords of addresses do not stay in a text', () => {
  expect(withoutCredentials("fatal: unable to access 'https://me:t0k@n@host/a': no. http://x@y/")).toBe(
    "fatal: unable to access 'https://host/a': no. http://y/",
  );
  expect(withoutCredentials('ssh://git@host/a and git@host:a and ssh://me:pw@host/a')).toBe(
    'ssh://git@host/a and git@host:a and ssh://host/a',
  );
});

test('whatever the password', () => {
  const secret = fc.stringMatching(/^[^/?#\s]{1,40}$/).map((text) => `!${text}!`);
  fc.assert(
    fc.property(secret, (password) => {
      expect(withoutCredentials(`git: https://me:${password}@host/a failed`)).toBe(
        'git: https://host/a failed',
      );
    }),
  );
});
