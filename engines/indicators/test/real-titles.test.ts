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
 * Codes of records that tell nothing but subclasses, by joins over the rows of the CSV files: a pattern that is no longer than a subclass says
 * something of them, and one of any whole place that became their subclass, or came of it, if all such places are said.
 */
const plainCounts = `
WITH told AS (
  SELECT code, rule, mode, regexp_replace(rtrim(pattern, '*'), '/0+$', '') AS symbol FROM table_row
  WHERE pattern <> '' AND (pattern NOT LIKE '%/%' OR pattern LIKE '%/00*')
), other AS (
  SELECT 'came' AS way, rtrim(became, '*') AS symbol, rtrim(old, '*') AS place FROM moved WHERE length(rtrim(became, '*')) <= 4
  UNION SELECT 'went', rtrim(old, '*'), rtrim(became, '*') FROM moved WHERE length(rtrim(old, '*')) <= 4
), said AS (
  SELECT DISTINCT other.way, other.symbol, other.place, told.code, told.rule, told.mode FROM other JOIN told
  ON told.symbol = other.place OR (length(told.symbol) <= 4 AND starts_with(other.place, told.symbol))
), carried AS (
  SELECT way, symbol, code, rule, mode FROM said GROUP BY way, symbol, code, rule, mode
  HAVING count(*) = (SELECT count(*) FROM other WHERE other.way = said.way AND other.symbol = said.symbol)
), reach AS (
  SELECT DISTINCT class.symbol, told.code, told.rule, told.mode FROM class JOIN told
  ON length(told.symbol) <= 4 AND class.symbol LIKE told.symbol || '%'
  UNION SELECT symbol, code, rule, mode FROM carried
), met AS (
  SELECT DISTINCT class.number, class.symbol, reach.code, reach.rule FROM class JOIN reach
  ON reach.symbol = class.symbol WHERE reach.mode = 'include'
), left_over AS (
  SELECT DISTINCT met.number, met.code, met.rule FROM met WHERE NOT EXISTS (
    SELECT 1 FROM reach WHERE reach.mode = 'exclude' AND reach.code = met.code AND reach.rule = met.rule
    AND reach.symbol = met.symbol
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
  const list = readFileSync(resolve(definitions, 'classifications/editions/ipc-editions.csv'), 'utf8');
  const moved = parse(list, { columns: true }) as Record<string, string>[];
  await session.registerTable(
    'moved',
    { old: 'text', became: 'text' },
    moved.flatMap((row) => (row.new ?? '').split('|').map((became) => [row.old ?? '', became])),
  );

  it.each([
    ['sei-2021', 9, 88],
    ['green-technology', 8, 603],
    ['key-digital-2023', 52, 353],
    ['new-three-2024', 7, 264],
    ['wipo-35', 34, 13_079],
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
