import { type LakeSession, type ObjectStore, type Segment, Session } from '@zhiheng/lake';
import { baselineMethod, measureTexts, textFeatureColumns } from '@zhiheng/screening';
import type { ColumnType } from '@zhiheng/vocabulary';
import type { KeptTexts } from './kept-texts.js';

const features = textFeatureColumns.map(([, column]) => column);
const columns: Readonly<Record<string, ColumnType>> = Object.fromEntries(
  ['id', 'abstract', 'first_claim', ...features].map((name) => [name, 'text' as const]),
);
const sameTexts = 'b.abstract IS NOT DISTINCT FROM n.abstract AND b.first_claim IS NOT DISTINCT FROM n.first_claim';

interface Unmeasured {
  readonly id: string;
  readonly abstractHash: string | null;
  readonly claimHash: string | null;
  readonly abstract: string | null;
  readonly claim: string | null;
}

/**
 * Writes what is measured in texts, a row an application with a text: as it was where the texts are those that were measured. `before`: what an
 * earlier run measured, beside which the session was opened; what was measured otherwise is of no use. The session knows which texts may be others (`compareKnownTexts`).
 */
export async function writeMeasures(
  session: LakeSession,
  store: ObjectStore,
  before: KeptTexts['measures'] | null,
): Promise<KeptTexts['measures']> {
  const known = before?.method === baselineMethod ? before.segment : null;
  if (known === null) await session.registerTable('measured_before', columns, []);
  else await session.showSegment('measured_before', known);
  const stale = await session.rows<{ id: string }>(
    `SELECT c.id FROM text_changed AS c LEFT JOIN text_now AS n ON n.id = c.id LEFT JOIN measured_before AS b ON b.id = n.id AND ${sameTexts}
     WHERE b.id IS NULL`,
  );
  const engine = await Session.open();
  try {
    const table = { name: 'measured', columns };
    await engine.createTable(table);
    await engine.registerTable(
      'stale',
      { id: 'text' },
      stale.map(({ id }) => [id]),
    );
    const batches = session.stream<Unmeasured>(
      `SELECT n.id, n.abstract AS "abstractHash", n.first_claim AS "claimHash", t.abstract, t.first_claim AS claim
       FROM text_now AS n JOIN changed_text AS t ON t.id = n.id LEFT JOIN measured_before AS b ON b.id = n.id AND ${sameTexts}
       WHERE b.id IS NULL`,
    );
    for await (const rows of batches) {
      const told = rows.map(({ id, abstractHash, claimHash, abstract, claim }) => {
        const measured = measureTexts(abstract, claim);
        const values = textFeatureColumns.map(([feature]) => measured[feature]?.toString() ?? null);
        return [id, abstractHash, claimHash, ...values];
      });
      await engine.append(
        table,
        Object.keys(columns).map((_, index) => told.map((row) => row[index] ?? null)),
      );
    }
    const path = await store.incomingPath('parquet');
    const rows = await engine.writeParquet(measuredSql(store, known), path);
    return { method: baselineMethod, segment: { ...(await store.adopt(path, 'parquet')), rows, revision: 0 } };
  } finally {
    engine.close();
  }
}

function measuredSql(store: ObjectStore, known: Segment | null): string {
  const numbers = features.map((column) => `CAST(${column} AS DOUBLE) AS ${column}`).join(', ');
  const news = `SELECT id, abstract, first_claim, ${numbers} FROM measured`;
  if (known === null) return `${news} ORDER BY id`;
  const path = `'${store.pathOf(known.sha256, 'parquet').replaceAll("'", "''")}'`;
  return `SELECT * FROM (${news} UNION ALL BY NAME SELECT b.* FROM read_parquet(${path}) AS b
    ANTI JOIN stale ON stale.id = b.id) AS told ORDER BY id`;
}
