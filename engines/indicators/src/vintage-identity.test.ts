import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { applications } from '../test/definitions.js';
import { closureHash, compilerVersion, vintageName } from './vintage-identity.js';

const identity = {
  release: '2023-12',
  ledgerPosition: 7,
  effective: '2023-12-31',
  reference: { areas: 'a1' },
  definitions: { 'patent-applications': closureHash(applications) },
};

describe('vintageName', () => {
  it('is v and 16 digits of the hash of the sorted text', () => {
    const text = `{"compilerVersion":"${compilerVersion}","definitions":{"patent-applications":"hash of patent-applications"},"effective":"2023-12-31","ledgerPosition":7,"reference":{"areas":"a1"},"release":"2023-12"}`;
    expect(vintageName(identity)).toBe(`v${createHash('sha256').update(text).digest('hex').slice(0, 16)}`);
  });

  it('changes with every part', () => {
    const others = [
      { ...identity, release: '2023-11' },
      { ...identity, ledgerPosition: 8 },
      { ...identity, effective: '2023-12-30' },
      { ...identity, reference: { areas: 'a2' } },
      { ...identity, definitions: { 'patent-applications': 'another' } },
    ];
    expect(new Set([identity, ...others].map(vintageName)).size).toBe(6);
  });
});
