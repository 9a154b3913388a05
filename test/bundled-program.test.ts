import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../scripts/workshop/root.mjs';

const folder = join(root, 'apps/cli/bundle');

/** Every file that a file of the bundle reads before it does anything, itself among them. */
function readFirst(name: string, known = new Set<string>()): ReadonlySet<string> {
  if (known.has(name)) return known;
  known.add(name);
  const text = readFileSync(join(folder, name), 'utf8');
  for (const [, inner = ''] of text.matchAll(/^import (?:[^;'"]*? from )?"\.\/([^"]+)";$/gm)) readFirst(inner, known);
  return known;
}

const bytesOf = (names: Iterable<string>) =>
  [...names].reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);

it('begins with the least of it: a command that a server carries out needs neither the office nor the SQL engine', () => {
  const first = readFirst('main.js');
  expect([...first].filter((name) => name.startsWith('office-paths-'))).toHaveLength(1);
  expect(bytesOf(first)).toBeLessThan(bytesOf(readdirSync(folder)) / 10);
  expect(readFirst('job-process.js').size).toBeGreaterThan(first.size / 2);
});

it('holds the SQL engine, all but the part that is compiled for a machine', () => {
  const texts = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  expect(texts.filter((text) => text.includes('class DuckDBInstance'))).toHaveLength(1);
  expect(texts.filter((text) => /["']@duckdb\/node-api["']\)/.test(text))).toEqual([]);
});
