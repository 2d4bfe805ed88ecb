import { expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { isSupportedNode } from './node-version.mjs';

test.each([
  ['18.20.8', false],
  ['20.18.3', false],
  ['20.19.0', true],
  ['22.0.0', true],
  ['24.21.0', true],
])('Node %s is supported: %s', (version, supported) => {
  expect(isSupportedNode(version)).toBe(supported);
});

test('package.json names the same floor', () => {
  expect(manifest.engines.node).toBe('>=20.19');
});
