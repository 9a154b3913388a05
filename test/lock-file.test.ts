import { describe, expect, it } from 'vitest';
import { lockGaps, systemOf } from '../scripts/workshop/lock-gaps.mjs';
import { readText } from './repository.js';

describe('package-lock.json', () => {
  const { packages } = JSON.parse(readText('package-lock.json')) as { packages: Parameters<typeof lockGaps>[0] };

  it('serves every system (else: node scripts/complete-lock.mjs)', () => {
    expect(lockGaps(packages)).toEqual([]);
  });

  it('names no address of a registry', () => {
    expect(readText('package-lock.json')).not.toMatch(/"resolved": "https?:/);
  });
});

describe('a lock file', () => {
  const owner = {
    'node_modules/a': { version: '1.0.0', dev: true, optionalDependencies: { '@a/linux-x64': '1.0.0' } },
  };

  it('has a gap where an optional package is missing', () => {
    expect(lockGaps(owner)).toEqual([{ name: '@a/linux-x64', version: '1.0.0', dev: true }]);
  });

  it('has none where the package is at the top or inside its owner', () => {
    expect(lockGaps({ ...owner, 'node_modules/@a/linux-x64': {} })).toEqual([]);
    expect(lockGaps({ ...owner, 'node_modules/a/node_modules/@a/linux-x64': {} })).toEqual([]);
  });

  it.each([
    ['@biomejs/cli-linux-x64-musl', { os: ['linux'], cpu: ['x64'], libc: ['musl'] }],
    ['@oxc-parser/binding-linux-arm-gnueabihf', { os: ['linux'], cpu: ['arm'], libc: ['glibc'] }],
    ['@oxc-parser/binding-win32-x64-msvc', { os: ['win32'], cpu: ['x64'], libc: null }],
    ['@libsql/darwin-arm64', { os: ['darwin'], cpu: ['arm64'], libc: null }],
    ['@duckdb/node-bindings-linux-arm64', { os: ['linux'], cpu: ['arm64'], libc: null }],
  ])('knows the system of %s', (name, system) => {
    expect(systemOf(name)).toEqual(system);
  });
});
