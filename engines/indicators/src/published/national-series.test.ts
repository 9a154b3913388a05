import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { readPublishedFolder } from './read-published-folder.js';

const repository = fileURLToPath(new URL('../../../../', import.meta.url));
const original = resolve(repository, '../shared/data/published/national-series.csv');

const mainland = ['domestic without HK MO TW', 'mainland', 'from the mainland'];

describe.skipIf(!existsSync(original))('our copy of the national series', () => {
  const rows: Record<string, string>[] = existsSync(original)
    ? parse(readFileSync(original, 'utf8'), { columns: true })
    : [];
  const values = readPublishedFolder(resolve(repository, 'definitions')).filter(({ path }) =>
    path.endsWith('national-series.csv'),
  );

  it('holds every row of the original and none more', () => {
    expect(rows).toHaveLength(116);
    const theirs = rows.map((row) => {
      const half = /^(\d{4})(H\d)$/.exec(row.period ?? '');
      return [
        row.indicator,
        half === null ? row.period : `${half[1]}-${half[2]}`,
        row.value,
        row.unit?.toLowerCase().replaceAll(' ', '-'),
        row.precision,
        mainland.includes(row.scope ?? '') ? 'CN-ML' : row.scope === 'domestic' ? 'CN' : 'ALL',
        row.scope,
        row.status,
        row.published_on,
        row.source,
        row.note,
      ];
    });
    const words = {
      final: ['final', 'lower bound'],
      estimated: ['derived', 'secondary source'],
      superseded: ['superseded'],
    };
    const ours = values.map((value, index) => {
      const status = rows[index]?.status ?? '';
      expect(words[value.status], `line ${value.line}`).toContain(status);
      expect(value.bound === 'lower', `line ${value.line}`).toBe(status === 'lower bound');
      return [
        value.series,
        value.period,
        value.digits,
        value.unit,
        String(value.precision),
        value.area,
        value.scope,
        status,
        value.publishedOn ?? '',
        value.source,
        value.note ?? '',
      ];
    });
    expect(ours).toEqual(theirs);
  });
});
