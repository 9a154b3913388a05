import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findPrograms } from '../scripts/workshop/postgres.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'programs-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('the newest PostgreSQL of the system serves the tests, as a number and from 15 on', () => {
  for (const version of ['9.6', '14', '15', '100', '16']) {
    mkdirSync(join(folder, version, 'bin'), { recursive: true });
    if (version !== '100') writeFileSync(join(folder, version, 'bin/initdb'), '');
  }
  expect(findPrograms(folder, folder)).toEqual({ programs: join(folder, '16/bin'), origin: "the system's, 16" });
});
