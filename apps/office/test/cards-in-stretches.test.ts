import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isComputed, isPlain, planAdmission, readDefinitions } from '@zhiheng/indicators';
import { openLakeSession, type Segment, Session } from '@zhiheng/lake';
import { wholeOffice } from '@zhiheng/vocabulary';
import { afterAll, expect, it } from 'vitest';
import { writeAdmission } from '../src/jobs/write-admission.js';
import { writeCards } from '../src/jobs/write-cards.js';
import { SmallOffice } from './small-office.js';

const small = new SmallOffice();
afterAll(() => small.remove());

type Row = Readonly<Record<string, unknown>>;

it('writes the cards of records a stretch of ids after the other as it writes them at once', async () => {
  await small.synthetic({ patents: 400, seed: 7 });
  await small.run('release-create', { name: 'r' });
  await small.use(async (office) => {
    const { store } = office;
    const { release } = await office.release('r');
    const records = release.tables.patents?.rows ?? 0;
    const definitions = readDefinitions(small.definitions).filter(isComputed);
    const plan = planAdmission(definitions.filter((one) => !isPlain(one)));
    const open = (beside: readonly Segment[]) =>
      openLakeSession(release, store, wholeOffice, { writeFolder: store.incomingFolder, beside });
    const writing = await open([]);
    const { parts } = await writeAdmission(plan, writing, store, () => {});
    writing.close();
    const session = await open(Object.values(parts).flat());
    const reading = await Session.open();
    try {
      for (const [name, segments] of Object.entries(parts)) await session.showSegments(name, { segments });
      const spillFolder = join(small.path, 'spill');
      const cards = async (atOnce: number) => {
        const written = await writeCards(plan, session, store, { spillFolder, fullPart: 60, atOnce });
        const rows = new Map<string, Row[]>();
        for (const [name, segments] of Object.entries(written)) {
          const paths = segments.map(({ sha256 }) => `'${store.pathOf(sha256, 'parquet')}'`);
          if (paths.length === 0) continue;
          rows.set(name, await reading.rows<Row>(`SELECT * FROM read_parquet([${paths.join(', ')}])`));
          expect(segments.reduce((sum, one) => sum + one.rows, 0)).toBe(rows.get(name)?.length);
        }
        return rows;
      };
      const atOnce = await cards(records);
      const told = [...atOnce.values()].flat();
      expect(told.length).toBe(records);
      expect(new Set(told.map(({ id }) => id)).size).toBe(records);
      for (const most of [Math.ceil(records / 2), 60]) expect(await cards(most)).toEqual(atOnce);
      expect(atOnce.size).toBeGreaterThan(3);
      expect(readdirSync(store.incomingFolder)).toEqual([]);
    } finally {
      session.close();
      reading.close();
    }
  });
}, 120_000);
