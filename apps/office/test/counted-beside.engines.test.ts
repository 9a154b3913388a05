import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { indicatorMeasures, listedDefinitions, plainCounts, writeDefinitions } from '@zhiheng/office';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const list = readFileSync(join(import.meta.dirname, '../../cli/bench-catalogue.yaml'), 'utf8');
const url = process.env.PG_URL ?? '';

describe('what PostgreSQL counts beside the bench', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhiheng-beside-'));
  const definitions = join(folder, 'definitions');
  const office = { folder: join(folder, 'office'), definitions };
  const few = listedDefinitions(list).filter(({ id }) => Object.hasOwn(plainCounts, id));
  beforeAll(async () => {
    mkdirSync(office.folder);
    await writeDefinitions(definitions, few);
    await indicatorMeasures.make({ office, patents: 800, seed: 4 });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is what the sets hold, for the country and its provinces, by month and year', async () => {
    await indicatorMeasures.compute({ office });
    const { rows, compared, took, version } = await indicatorMeasures.postgres({ office, url });
    expect(Object.keys(took)).toEqual(['bench-applications', 'bench-grants', 'bench-in-force']);
    expect(Number.parseInt(version, 10)).toBeGreaterThanOrEqual(15);
    expect(rows).toBeGreaterThan(2400);
    expect(compared).toBeGreaterThan(5000);
  });

  it('is told apart from a figure of something else', async () => {
    const other = few.map(({ id, text }) => ({ id, text: text.replace("'utility_model', ", '') }));
    const wrong = { folder: office.folder, definitions: join(folder, 'other') };
    await writeDefinitions(wrong.definitions, other);
    await indicatorMeasures.compute({ office: wrong });
    await expect(indicatorMeasures.postgres({ office: wrong, url })).rejects.toThrow(
      /bench-applications .* by PostgreSQL/,
    );
  });
});
