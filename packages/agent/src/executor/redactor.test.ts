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
