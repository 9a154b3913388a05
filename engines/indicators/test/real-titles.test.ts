import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, describe, expect, it } from 'vitest';
import { Membership } from '../src/classification/membership.js';
import { Concordances } from '../src/classification/read-concordances.js';
import { MemorySession } from './memory-session.js';

const repository = resolve(import.meta.dirname, '../../..');
const file = resolve(repository, '../shared/data/patents-cn/cn_patent_titles_ipc_9740.csv');
const definitions = resolve(repository, 'definitions');

interface Title {
  readonly number: string;
  readonly title: string;
  readonly subclasses: readonly string[];
}

function titles(): Title[] {
  const rows = parse(readFileSync(file, 'utf8'), { columns: true, bom: true }) as Record<string, string>[];
  return rows.map((row, index) => ({
    number: String(index),
    title: row.patent_title ?? '',
    subclasses: (row.true_subclasses_all ?? '').split('|').filter((one) => one !== ''),
  }));
}

/**
 * Codes of records that tell nothing but subclasses, by joins over the rows of the CSV file: only a pattern that is no longer than a subclass
 * can say anything of them.
 */
const plainCounts = `
WITH told AS (
  SELECT code, rule, mode, rtrim(pattern, '*') AS symbol FROM table_row
  WHERE pattern <> '' AND length(rtrim(pattern, '*')) <= 4
), met AS (
  SELECT DISTINCT class.number, class.symbol, told.code, told.rule FROM class JOIN told
  ON told.mode = 'include' AND class.symbol LIKE told.symbol || '%'
), left_over AS (
  SELECT DISTINCT met.number, met.code, met.rule FROM met WHERE NOT EXISTS (
    SELECT 1 FROM told WHERE told.mode = 'exclude' AND told.code = met.code AND told.rule = met.rule
    AND met.symbol LIKE told.symbol || '%'
  )
), word AS (
  SELECT code, rule, mode, word FROM (
    SELECT code, rule, mode, lower(unnest(string_split(keywords, '|'))) AS word FROM table_row WHERE keywords <> ''
  ) AS parted WHERE word <> '…'
), held AS MATERIALIZED (
  SELECT DISTINCT left_over.number, word.code, word.rule, word.mode, word.word, title.text FROM left_over
  JOIN word ON word.code = left_over.code AND word.rule = left_over.rule
  JOIN title ON title.number = left_over.number
  WHERE contains(title.text, word.word)
), found AS (
  SELECT DISTINCT number, code, rule, mode FROM held
  WHERE regexp_matches(text,
    CASE WHEN regexp_matches(word, '^[\\p{Latin}\\p{N}]') THEN '(^|[^\\p{Latin}\\p{N}])' ELSE '' END
    || regexp_replace(word, '([^\\p{L}\\p{N}])', '\\\\\\1', 'g')
    || CASE WHEN regexp_matches(word, '[\\p{Latin}\\p{N}]$') THEN '($|[^\\p{Latin}\\p{N}])' ELSE '' END)
)
SELECT code, count(DISTINCT number) AS count FROM left_over
WHERE (NOT EXISTS (SELECT 1 FROM word WHERE word.code = left_over.code AND word.rule = left_over.rule AND word.mode = 'include')
    OR EXISTS (SELECT 1 FROM found WHERE found.number = left_over.number AND found.code = left_over.code
      AND found.rule = left_over.rule AND found.mode = 'include'))
  AND NOT EXISTS (SELECT 1 FROM found WHERE found.number = left_over.number AND found.code = left_over.code
      AND found.rule = left_over.rule AND found.mode = 'exclude')
GROUP BY code`;

describe.skipIf(!existsSync(file))('codes of 9,740 real titles at the level of subclasses (shared data)', async () => {
  const session = await MemorySession.open();
  afterAll(() => session.close());
  const records = existsSync(file) ? titles() : [];
  await session.registerTable(
    'class',
    { number: 'text', symbol: 'text' },
    records.flatMap(({ number, subclasses }) => subclasses.map((symbol) => [number, symbol])),
  );
  await session.registerTable(
    'title',
    { number: 'text', text: 'text' },
    records.map(({ number, title }) => [number, title.normalize('NFKC').toLowerCase()]),
  );
  const concordances = new Concordances(definitions);

  it.each([
    ['sei-2021', 9, 88],
    ['green-technology', 8, 603],
    ['key-digital-2023', 51, 332],
    ['new-three-2024', 7, 264],
    ['wipo-35', 34, 12_996],
  ])(
    '%s',
    async (id, codes, tags) => {
      const text = readFileSync(resolve(definitions, `classifications/${id}.csv`), 'utf8');
      const rows = parse(text, { columns: true }) as Record<string, string>[];
      await session.registerTable(
        'table_row',
        { code: 'text', rule: 'text', mode: 'text', pattern: 'text', keywords: 'text' },
        rows.map((row) => [
          ...[row.code ?? '', row.rule ?? '', row.mode ?? '', row.pattern ?? ''],
          (row.keywords ?? '').normalize('NFKC'),
        ]),
      );
      const plain = await session.rows<{ code: string; count: number }>(plainCounts);
      const table = concordances.get(id);
      if (table === null) throw new Error(`no table ${id}`);
      const member = new Membership(table, concordances.tree);
      const counts = new Map<string, number>();
      for (const { title, subclasses } of records) {
        for (const code of member.codesOf({ symbols: subclasses, title, abstract: null })) {
          counts.set(code, (counts.get(code) ?? 0) + 1);
        }
      }
      expect(records).toHaveLength(9740);
      const expected = Object.fromEntries(plain.map(({ code, count }) => [code, count]));
      expect(Object.fromEntries(counts)).toEqual(expected);
      const sum = [...counts.values()].reduce((total, count) => total + count, 0);
      expect([counts.size, sum]).toEqual([codes, tags]);
    },
    120_000,
  );
});
