import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../scripts/workshop/root.mjs';

/** A small house with one fault a rule: file → text. */
const faults: Readonly<Record<string, { rule: string | null; text: string }>> = {
  'foundation/ledger/src/up.ts': { rule: 'floors-downwards', text: "import '@zhiheng/records';" },
  'engines/records/src/app.ts': { rule: 'engines-know-no-app', text: "import '@zhiheng/office';" },
  'engines/records/src/side.ts': { rule: 'engines-apart', text: "import '@zhiheng/indicators';" },
  'engines/programme/src/good.ts': { rule: null, text: "import '@zhiheng/indicators';" },
  'engines/programme/src/side.ts': { rule: 'programme-reads-indicators', text: "import '@zhiheng/records';" },
  'engines/bulletin/src/good.ts': { rule: null, text: "import '@zhiheng/programme'; import '@zhiheng/indicators';" },
  'engines/bulletin/src/side.ts': {
    rule: 'bulletin-reads-indicators-and-programme',
    text: "import '@zhiheng/records';",
  },
  'foundation/vocabulary/src/room.ts': { rule: 'vocabulary-imports-no-room', text: "import '@zhiheng/lake';" },
  'foundation/accounts/src/good.ts': { rule: null, text: "import '@zhiheng/ledger';" },
  'foundation/accounts/src/ask.ts': { rule: 'accounts-on-the-ledger', text: "import '@zhiheng/rights';" },
  'foundation/rights/src/acts.ts': { rule: 'rights-are-words-only', text: "import '@zhiheng/ledger';" },
  'foundation/texts/src/good.ts': { rule: null, text: "import '@zhiheng/archives'; import '@zhiheng/vocabulary';" },
  'foundation/texts/src/office.ts': { rule: 'documents-know-no-office', text: "import '@zhiheng/ledger';" },
  'foundation/texts/src/fetch.ts': { rule: 'pure-rooms', text: "import 'node:https';" },
  'foundation/texts/src/pdf/pdf-thread.ts': { rule: null, text: "import 'node:worker_threads';" },
  'apps/cli/src/engine.ts': { rule: 'office-wires-alone', text: "import '@zhiheng/records';" },
  'apps/cli/src/type.ts': { rule: null, text: "import type { Face } from '@zhiheng/records'; export type { Face };" },
  'apps/office/src/face.ts': { rule: 'office-knows-no-face', text: "import '@zhiheng/server';" },
  'apps/server/src/face.ts': { rule: 'server-knows-no-other-face', text: "import '@zhiheng/cli';" },
  'apps/web/src/code.ts': { rule: 'web-takes-types-only', text: "import '@zhiheng/indicators';" },
  'apps/web/src/type.ts': {
    rule: null,
    text: "import type { Face } from '@zhiheng/indicators'; export type { Face };",
  },
  'apps/web/src/word.ts': { rule: null, text: "import '@zhiheng/vocabulary';" },
  'engines/indicators/src/deep.ts': {
    rule: 'public-face-only',
    text: "import '../../../foundation/lake/src/inner.js';",
  },
  'engines/records/src/circle-a.ts': { rule: 'no-cycles', text: "import './circle-b.js';" },
  // A circle is told once.
  'engines/records/src/circle-b.ts': { rule: null, text: "import './circle-a.js';" },
  'engines/records/src/alone.ts': { rule: 'no-orphans', text: 'export {};' },
  'engines/records/src/missing.ts': { rule: 'nothing-missing', text: "import './nothing.js';" },
  'engines/records/src/query.ts': { rule: 'database-engine-in-the-lake', text: "import '@duckdb/node-api';" },
  'foundation/lake/src/query.ts': { rule: null, text: "import '@duckdb/node-api'; import './inner.js';" },
  'engines/indicators/src/second.ts': { rule: 'second-engines-in-tests', text: "import '@zhiheng/second-engines';" },
  'engines/indicators/test/second.ts': { rule: null, text: "import '@zhiheng/second-engines';" },
  'foundation/expressions/src/disk.ts': { rule: 'pure-rooms', text: "import 'node:fs';" },
  'foundation/acts/src/flow/disk.ts': { rule: 'pure-rooms', text: "import 'node:fs';" },
  'foundation/acts/src/flow/stored.ts': { rule: 'flows-know-no-ledger', text: "import '@zhiheng/ledger';" },
  'foundation/acts/src/stored/good.ts': { rule: null, text: "import '@zhiheng/ledger';" },
  'engines/programme/src/disk.ts': {
    rule: 'pure-rooms',
    text: "import { readFile } from 'node:fs/promises'; readFile;",
  },
  'engines/synthesis/src/test-part.ts': { rule: 'tests-are-not-imported', text: "import './a.test.js';" },
};
const rooms = [
  'vocabulary',
  'archives',
  'lake',
  'ledger',
  'expressions',
  'rights',
  'accounts',
  'acts',
  'second-engines',
];
const faces = rooms.map((name) => `foundation/${name}`);
faces.push(...['records', 'indicators', 'programme', 'bulletin', 'synthesis'].map((name) => `engines/${name}`));
faces.push(...['office', 'server', 'cli', 'web'].map((name) => `apps/${name}`));

interface Violation {
  readonly from: string;
  readonly rule: { readonly name: string };
}
let house: string;
let violations: readonly Violation[];

beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'boundaries-'));
  for (const face of faces) write(`${face}/src/index.ts`, 'export interface Face { readonly name: string }');
  write('foundation/lake/src/inner.ts', 'export {};');
  write('engines/synthesis/src/a.test.ts', 'export {};');
  write('node_modules/@duckdb/node-api/package.json', '{"name": "@duckdb/node-api", "main": "index.js"}');
  write('node_modules/@duckdb/node-api/index.js', '');
  write('package.json', '{"type": "module", "dependencies": {"@duckdb/node-api": "*"}}');
  for (const [path, { text }] of Object.entries(faults)) write(path, text);
  for (const name of ['.dependency-cruiser.cjs', 'tsconfig.tests.json', 'tsconfig.base.json']) {
    copyFileSync(join(root, name), join(house, name));
  }
  const { stdout } = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
      ...[
        '--config',
        '.dependency-cruiser.cjs',
        '--no-cache',
        '--output-type',
        'json',
        'foundation',
        'engines',
        'apps',
      ],
    ],
    { cwd: house, encoding: 'utf8', maxBuffer: 1e8 },
  );
  violations = (JSON.parse(stdout) as { summary: { violations: Violation[] } }).summary.violations;
});

afterAll(() => {
  rmSync(house, { recursive: true, force: true });
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(house, path)), { recursive: true });
  writeFileSync(join(house, path), text);
}

describe('the boundaries between rooms', () => {
  it.each(Object.entries(faults).map(([path, { rule }]) => [path, rule] as const))('%s: %s', (path, rule) => {
    const found = violations.filter(({ from }) => from === path).map((violation) => violation.rule.name);
    expect([...new Set(found)]).toEqual(rule === null ? [] : [rule]);
  });

  it('each have an example here', () => {
    const rules = [...readFileSync(join(root, '.dependency-cruiser.cjs'), 'utf8').matchAll(/name: '([^']+)'/g)].map(
      ([, name]) => name,
    );
    expect(rules.filter((name) => !Object.values(faults).some(({ rule }) => rule === name))).toEqual([]);
  });
});
