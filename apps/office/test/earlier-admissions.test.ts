import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { Session } from '@zhiheng/lake';
import { wholeOffice } from '@zhiheng/vocabulary';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countedCombination } from '../src/counted-combinations.js';
import { knownSpan } from '../src/known-span.js';
import { openRecordSession, showAdmission } from '../src/record-sessions.js';
import { currentReference } from '../src/reference.js';
import type { Vintage } from '../src/vintage.js';
import { findVintage } from '../src/vintages.js';
import { SmallOffice } from './small-office.js';

const small = new SmallOffice();
const indicator = 'first-applicants.yaml';
beforeAll(async () => {
  copyFileSync(
    join(import.meta.dirname, '../../../definitions/indicators', indicator),
    join(small.definitions, 'indicators', indicator),
  );
  await small.synthetic({ patents: 200, seed: 5 });
  await small.run('release-create', { name: 'r' });
  await small.run('compute', {});
}, 120_000);
afterAll(() => small.remove());

describe('an admission of an earlier version', () => {
  it('tells holders apart from its records, and counts as many of them', async () => {
    await small.use(async (office) => {
      const vintage = (await findVintage(office))?.vintage as Vintage;
      const definition = vintage.indicators.find((one) => one.definition.id === 'first-applicants')
        ?.definition as never;
      const asked = { combination: ['holder_type'], areas: ['CN', '440000'] };
      const scope = { areas: currentReference(office).areas(), ...knownSpan(vintage, 'patents') };
      const counted = async (of: Vintage, name: string) => {
        const session = await openRecordSession(office, of, wholeOffice);
        // A page that opened records asked it before.
        await showAdmission(session, of, definition);
        await session.rows('SELECT count(*) FROM admission');
        const rows = await countedCombination(office, { ...of, name }, definition, session, scope, asked);
        session.close();
        return rows;
      };
      const rows = await counted(vintage, 'now');
      expect(rows.length).toBeGreaterThan(50);

      const [admission] = vintage.admissions ?? [];
      const [segment] = admission?.parts.admission ?? [];
      if (admission === undefined || segment === undefined) throw new Error('no admission');
      const path = office.store.pathOf(segment.sha256, 'parquet');
      const apart = async (columns: string) => {
        const session = await Session.open();
        const to = await office.store.incomingPath('parquet');
        const n = await session.writeParquet(`SELECT ${columns} FROM '${path}'`, to);
        session.close();
        return { ...(await office.store.adopt(to, 'parquet')), rows: n, revision: 0 };
      };
      const parts = {
        ...admission.parts,
        admission: [await apart('* EXCLUDE (party)')],
        admission_party: [await apart('id, party')],
      };
      const earlier: Vintage = { ...vintage, admissions: [{ ...admission, parts }] };
      expect(await counted(earlier, 'earlier')).toEqual(rows);
    });
  });
});
