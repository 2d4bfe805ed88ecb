import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRedactor, createStreamRedactor } from './redactor.ts';

const SECRET = 'sk-t/es+t "K€y" 한\\1';
const redact = createRedactor([SECRET]);
const bytes = Buffer.from(SECRET);
const upperHex = (text: string) => text.replace(/%[0-9a-f]{2}/g, (code) => code.toUpperCase());

test.each<[string, string]>([
  ['plain', SECRET],
  ['URL-encoded', encodeURIComponent(SECRET)],
  ['URL-encoded, lower case', encodeURIComponent(SECRET).toLowerCase().replace('k%e2%82%acy', 'K%e2%82%acy')],
  ['URL-encoded, every byte', upperHex(bytes.toString('hex').replace(/../g, '%$&'))],
  ['as a form', new URLSearchParams({ a: SECRET }).toString().slice(2)],
  ['JSON', JSON.stringify(SECRET).slice(1, -1)],
  ['JSON in JSON', JSON.stringify(JSON.stringify(SECRET)).slice(3, -3)],
  [
    'ASCII JSON',
    JSON.stringify(SECRET)
      .slice(1, -1)
      .replace(/[^ -~]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`),
  ],
  ['hex', bytes.toString('hex')],
  ['upper-case hex', bytes.toString('hex').toUpperCase()],
])('redacts it %s', (_, written) => {
  expect(redact(`before ${written} after`)).toBe('before [redacted] after');
});

test('redacts base64 wherever it stands in what was encoded, with either alphabet, broken into lines', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 60 }),
      fc.uint8Array({ maxLength: 9 }),
      fc.nat(40),
      (before, after, width) => {
        const whole = Buffer.concat([before, bytes, after]);
        for (const encoded of [whole.toString('base64'), whole.toString('base64url')]) {
          const broken = width < 8 ? encoded : encoded.replace(new RegExp(`.{${width}}`, 'g'), '$&\n');
          const left = redact(broken);
          expect(left).toContain('[redacted]');
          // What is left says at most the bits that the neighbours share.
          const rest = left.replaceAll('[redacted]', '').replaceAll('\n', '').length;
          expect(encoded.replace(/=/g, '').length - rest).toBeGreaterThanOrEqual(
            Math.floor((bytes.length * 8) / 6) - 3,
          );
        }
      },
    ),
  );
});

test('each line of a value of several lines, and the whole of a very long one', () => {
  const pem =
    '-----BEGIN KEY-----\nMIIBVgIBADANBgkqhkiG9w0BAQ\nEFAASCAUAwggE8AgEAAkEAq\nshort\n-----END KEY-----\n';
  const lines = createRedactor([pem]);
  expect(lines(`x\n${pem}y`)).toBe('x\n[redacted]y');
  expect(lines(JSON.stringify({ pem }))).toBe('{"pem":"[redacted]"}');
  expect(lines('  EFAASCAUAwggE8AgEAAkEAq;')).toBe('  [redacted];');
  expect(lines('short')).toBe('short');
  const long = Array.from({ length: 65_536 }, (_, index) => 'abcdefghijklm'[(index * index) % 13]).join('');
  const whole = createRedactor([long]);
  for (const written of [long, Buffer.from(long).toString('base64'), Buffer.from(long).toString('hex')]) {
    expect(whole(`a ${written} b`).length).toBeLessThan(30);
  }
});

test('values of fewer than four characters stay; nothing else is touched', () => {
  expect(createRedactor(['abc', ''])('abc')).toBe('abc');
  expect(createRedactor([])('x')).toBe('x');
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), (text) => {
      expect(createRedactor(['no-such-secret-7319'])(text)).toBe(text);
    }),
  );
});

test('a text that arrives in pieces is cut only where no secret is', () => {
  const { redact: take, safeEnd } = createStreamRedactor([SECRET, 'another-secret-value']);
  const part = fc.oneof(
    fc.constantFrom(SECRET, 'another-secret-value', encodeURIComponent(SECRET), bytes.toString('base64')),
    fc.string({ maxLength: 10 }),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), fc.array(fc.nat(60), { maxLength: 40 }), (parts, sizes) => {
      const whole = parts.join('|');
      let pending = '';
      let out = '';
      let at = 0;
      for (const size of sizes) {
        pending += whole.slice(at, at + size);
        at += size;
        const end = safeEnd(pending, pending.length);
        out += take(pending.slice(0, end));
        pending = pending.slice(end);
      }
      out += take(pending + whole.slice(at));
      expect(out).toBe(take(whole));
    }),
  );
});

const KEY = `-----BEGIN PRIVATE KEY-----\n${Array.from({ length: 26 }, (_, row) =>
  Buffer.from(Array.from({ length: 48 }, (__, at) => (row * 89 + at * 57 + row * at * 31) % 256)).toString(
    'base64',
  ),
).join('\n')}\n-----END PRIVATE KEY-----\n`;
const KEY_LINES = KEY.trim().split('\n');
const ACCOUNT = `${JSON.stringify(
  {
    type: 'service_account',
    private_key_id: '9f8e7d6c5b4a39281706f5e4d3c2b1a0',
    private_key: KEY,
    nested: [{ pin: '1234567' }],
  },
  null,
  2,
)}\n`;

test.each<[string, string, string]>([
  ['without the line break at its end', 'tok-8841-zz\n', 'tok-8841-zz'],
  ['without the white space around it', '  \ttok-8841-zz \r\n', 'tok-8841-zz'],
  ['of four characters', 'pw1!\n', 'pw1!'],
  [
    'in base64 without its line break',
    'tok-8841-zz\n',
    Buffer.from('tok-8841-zz').toString('base64').slice(0, 14),
  ],
  ['a text inside JSON', ACCOUNT, '9f8e7d6c5b4a39281706f5e4d3c2b1a0'],
  ['a key inside JSON, as a file', ACCOUNT, KEY],
  ['a line of a key inside JSON', ACCOUNT, KEY_LINES[13] ?? ''],
  ['a line of a key inside JSON, in hex', ACCOUNT, Buffer.from(KEY_LINES[13] ?? '').toString('hex')],
  ['the JSON in one line', ACCOUNT, JSON.stringify(JSON.parse(ACCOUNT).private_key)],
  ['JSON in JSON', JSON.stringify({ file: ACCOUNT }), KEY_LINES[20] ?? ''],
  ['the whole JSON', ACCOUNT, ACCOUNT],
])('finds what a value becomes when it is used: %s', (_, value, written) => {
  const { redact: take, safeEnd } = createStreamRedactor([value]);
  const text = `=${written}`;
  expect(take(text).replaceAll('[redacted]', '')).toMatch(/^="?(\\n)?"?\s*$/);
  expect(safeEnd(text, text.length - 3)).toBeLessThanOrEqual(2);
});

test('texts inside JSON that are short are no secrets by themselves', () => {
  expect(createRedactor([ACCOUNT])('pin 1234567')).toBe('pin 1234567');
  expect(createRedactor(['{"a":'])('{"a": 1')).toBe('[redacted] 1');
});

test('parts of a long value are found, wherever it is cut', () => {
  const long = KEY_LINES.slice(1, -1).join('');
  const take = createRedactor([long]);
  for (const start of [0, 300, long.length - 200]) {
    const left = take(long.slice(start, start + 200)).replace('[redacted]', '');
    expect(left.length).toBeLessThan(128);
  }
});

test('a cut before one secret is not a cut through another that it overlaps', () => {
  const { safeEnd } = createStreamRedactor(['first-abcdef', 'abcdef-second']);
  const text = 'x first-abcdef-sec';
  expect(safeEnd(text, text.length)).toBe(2);
});

test.each<[string, string, string]>([
  ['one character', 'a'.repeat(2_000), 'a'.repeat(100_000)],
  ['nearly the secret, again and again', 'a'.repeat(2_000), `${'a'.repeat(1_999)}b`.repeat(50)],
  ['many ways to read it', '\\'.repeat(60), `${'\\'.repeat(55)}x`.repeat(100)],
  ['a long value', 'ab'.repeat(40_000), 'ab'.repeat(50_000)],
  ['a key', ACCOUNT, 'Nothing to see here, move along. '.repeat(3_000)],
])('takes no longer for texts that resemble the secret: %s', (_, secret, text) => {
  const { redact: take, safeEnd } = createStreamRedactor([secret]);
  const started = process.cpuUsage();
  take(text);
  safeEnd(text, text.length);
  const { user } = process.cpuUsage(started);
  // Microseconds of this process alone. Linear time takes a fraction of it; the square of it, or worse, does not.
  expect(user).toBeLessThan(2_000_000);
});
