import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Concordances, isComputed, isPlain, planAdmission, readDefinitions } from '@zhiheng/indicators';
import { openLakeSession, type Segment, Session } from '@zhiheng/lake';
import { wholeOffice } from '@zhiheng/vocabulary';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { showTags, tagSegments } from '../src/classification/vintage-tags.js';
import { tablesAsked, tagRecords } from '../src/jobs/tag-records.js';
import { writeAdmission } from '../src/jobs/write-admission.js';
import { writeCards } from '../src/jobs/write-cards.js';
import { SmallOffice } from './small-office.js';

const small = new SmallOffice();
const spillFolder = join(small.path, 'spill');
beforeAll(async () => {
  // Holders, codes of tables, classes, owners and events.
  const shipped = join(import.meta.dirname, '../../../definitions');
  const asked = ['first-applicants', 'patent-grants-green-technology', 'patents-in-force-by-owner'];
  for (const path of [
    'classifications',
    ...[...asked, 'high-value-inventions-in-force'].map((id) => `indicators/${id}.yaml`),
  ])
    cpSync(join(shipped, path), join(small.definitions, path), { recursive: true });
  await small.synthetic({ patents: 400, seed: 7 });
  await small.run('release-create', { name: 'r' });
}, 120_000);
afterAll(() => small.remove());

type Row = Readonly<Record<string, unknown>>;

it('asks and shows records a stretch of ids after the other as it does at once', async () => {
  await small.use(async (office) => {
    const { store } = office;
    const { release } = await office.release('r');
    const records = release.tables.patents?.rows ?? 0;
    const concordances = new Concordances(small.definitions, {});
    const definitions = readDefinitions(small.definitions, undefined, concordances).filter(isComputed);
    const plan = planAdmission(definitions.filter((one) => !isPlain(one)));
    expect([plan.parties, plan.bits.length]).toEqual([true, 1]);
    const ground = { store, release, tree: concordances.tree, workFolder: small.path, onProgress: () => {} };
    const tags = await tagRecords(tablesAsked(definitions, concordances), [], ground);
    expect(tags.reduce((sum, { segment }) => sum + segment.rows, 0)).toBeGreaterThan(30);
    const open = async (beside: readonly Segment[]) => {
      const session = await openLakeSession(release, store, wholeOffice, {
        writeFolder: store.incomingFolder,
        beside: [...beside, ...tagSegments({ tags })],
      });
      await showTags(session, { tags });
      return session;
    };
    const writing = await open([]);
    const { parts } = await writeAdmission(plan, writing, store, { records, spillFolder });
    expect(parts.admission?.[0]?.rows).toBe(records);
    for (const atOnce of [Math.ceil(records / 2), 60]) {
      const told: number[] = [];
      const onProgress = ({ done, total }: { readonly done: number; readonly total: number | null }) =>
        told.push(done, total ?? -1);
      // The same bytes, so the same segments.
      expect((await writeAdmission(plan, writing, store, { records, spillFolder, atOnce, onProgress })).parts).toEqual(
        parts,
      );
      expect(told.at(-2)).toBe((told.at(-1) ?? 0) - 1);
    }
    writing.close();
    const session = await open(Object.values(parts).flat());
    const reading = await Session.open();
    try {
      for (const [name, segments] of Object.entries(parts)) await session.showSegments(name, { segments });
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
