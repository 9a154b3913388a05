import { type ErrorCode, errorTable } from '@zhiheng/vocabulary';
import { describe, expect, it } from 'vitest';
import { errorPage } from '../scripts/error-page.mjs';
import { codeUses } from './error-codes.js';
import { files, readText } from './repository.js';

/** Codes that stand in the table before anything throws them, with what they wait for. */
const reserved: Partial<Record<ErrorCode, string>> = {};

const tables = /^foundation\/vocabulary\/src\/errors(?:-of-[a-z]+)?\.ts$/;
const sources = files.filter(
  (path) => /^(?:foundation|engines|apps)\/[^/]+\/src\/.*\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path),
);
const uses = sources.filter((path) => !tables.test(path)).map((path) => ({ path, ...codeUses(path, readText(path)) }));
const codes = Object.keys(errorTable);

describe('the error table', () => {
  it('and the page name the same codes, statuses and exit codes', () => {
    const onPage = readText('docs/errors.md')
      .split('\n')
      .filter((line) => line.startsWith('| `'))
      .map((line) => line.split(' | ').map((cell) => cell.replaceAll(/^\| | \|$/g, '')))
      .map(([code = '', , http, exit]) => [code.replaceAll('`', ''), Number(http), Number(exit)]);
    expect(onPage).toEqual(Object.entries(errorTable).map(([code, { http, exit }]) => [code, http, exit]));
  });

  it('is written on the page word for word (else: node scripts/write-error-page.mjs)', () => {
    expect(readText('docs/errors.md')).toBe(errorPage(errorTable));
  });

  it('holds every code that the sources throw', () => {
    const unknown = uses.flatMap(({ path, thrown }) =>
      [...thrown].filter((code) => !codes.includes(code)).map((code) => `${path}: ${code}`),
    );
    expect(unknown).toEqual([]);
    expect(uses.some(({ thrown }) => thrown.size > 0)).toBe(true);
  });

  it('holds no code that nothing uses, apart from the reserved ones', () => {
    const used = new Set(uses.flatMap(({ literals }) => [...literals]));
    expect(codes.filter((code) => !used.has(code))).toEqual(Object.keys(reserved));
  });

  it('gives every code a status, an exit code of the contract and an advice', () => {
    for (const [code, { http, exit, advice, message }] of Object.entries(errorTable)) {
      expect([400, 401, 403, 404, 408, 409, 413, 422, 429, 500, 503], code).toContain(http);
      expect([1, 2, 3, 4, 70], code).toContain(exit);
      expect(advice, code).toMatch(/^[A-Z].*\.$/);
      expect(message, code).not.toMatch(/\.$/);
    }
  });
});

describe('reading codes from sources', () => {
  it('finds what is thrown and what is handed on', () => {
    const { thrown, literals } = codeUses(
      'a.ts',
      "throw new UserFault('date-wrong', {}); give({ code: 'kind-wrong' });",
    );
    expect([...thrown]).toEqual(['date-wrong']);
    expect([...literals]).toEqual(['date-wrong', 'kind-wrong']);
    expect([...codeUses('a.ts', "run(`SELECT 'date-wrong', NULL`)").literals]).toContain('date-wrong');
  });
});
