import { Session } from '@zhiheng/lake';
import { deductionFacts } from '@zhiheng/screening';
import { type Day, patentDecisionTables } from '@zhiheng/vocabulary';
import type { Office } from '../office.js';
import type { Vintage } from '../vintage.js';
import { screeningRules } from './screening-rules.js';
import type { VintageFacts } from './vintage-facts.js';

/** Rows that the engine takes at once. */
const batch = 50_000;
const table = patentDecisionTables.patent_decisions;

/**
 * Writes what people decided up to now, as of an effective day, into the lake; null where nothing was ever decided. The same decisions give the
 * same segment. `known`: vintages whose facts may be the same ones.
 */
export async function writeFacts(
  office: Office,
  effective: Day,
  known: readonly Vintage[],
): Promise<VintageFacts | null> {
  const position = await office.decisions.lastAct();
  if (position === 0) return null;
  const { policy } = screeningRules(office.definitionsFolder);
  const same = known.find(
    ({ facts, effective: day }) => facts?.position === position && facts.policy === policy.hash && day === effective,
  );
  if (same?.facts !== undefined && same.facts !== null) return same.facts;
  const rows = deductionFacts(await office.decisions.all(), policy, { position, effective });
  const session = await Session.open();
  try {
    await session.createTable(table);
    for (let from = 0; from < rows.length; from += batch) {
      const some = rows.slice(from, from + batch);
      await session.append(table, [
        some.map(({ id }) => id),
        some.map(({ notifiedOn }) => notifiedOn),
        some.map(({ deductedOn }) => deductedOn),
        some.map(({ deductionGround }) => deductionGround),
        some.map(({ deductionOutcome }) => deductionOutcome),
        some.map(({ restoredOn }) => restoredOn),
      ]);
    }
    const path = await office.store.incomingPath('parquet');
    const count = await session.writeParquet(`SELECT * FROM ${table.name} ORDER BY id`, path);
    const { sha256, bytes } = await office.store.adopt(path, 'parquet');
    return { decisions: { sha256, rows: count, bytes, revision: 0 }, policy: policy.hash, position };
  } finally {
    session.close();
  }
}
