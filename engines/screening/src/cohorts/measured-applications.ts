import type { ScreenedSession } from '../screened-session.js';
import type { Feature } from './features.js';
import { measureTexts, textFeatureColumns } from './text-measures.js';

/** Columns of `measured_application` by the feature that they hold. */
export const featureColumns = Object.fromEntries([...textFeatureColumns, ['claim-count', 'claim_count']]) as Readonly<
  Record<Feature, string>
>;

const textColumns = textFeatureColumns.map(([, column]) => column);
/** Number of the quarter of a filing day, as `quarterOf` tells it. */
const quarterSql =
  'CAST(extract(year FROM s.filed_on) * 4 + floor((extract(month FROM s.filed_on) - 1) / 3) AS INTEGER)';

/**
 * Keeps `measured_application`: a row an application of `screened`, with its field, its quarter and what is measured of it, which is null where the
 * application lacks it.
 *
 * @param measured name of a table of the session with what `measureTexts` gives, by `id`; null: texts are measured here
 */
export async function keepMeasured(session: ScreenedSession, measured: string | null): Promise<void> {
  const table = measured ?? (await measuredHere(session));
  const columns = textColumns.map((column) => `CAST(m.${column} AS DOUBLE) AS ${column}`);
  await session.keep(
    'measured_application',
    `SELECT s.id, s.filed_on, s.field, ${quarterSql} AS quarter, ${columns.join(', ')}, CAST(s.claim_count AS DOUBLE) AS claim_count
     FROM screened AS s LEFT JOIN ${table} AS m ON m.id = s.id`,
  );
}

async function measuredHere(session: ScreenedSession): Promise<string> {
  const told: (string | null)[][] = [];
  const rows = session.stream<{ id: string; abstract: string | null; claim: string | null }>(
    'SELECT s.id, t.abstract, t.first_claim AS claim FROM screened AS s JOIN patent_texts AS t ON t.id = s.id',
  );
  for await (const batch of rows)
    for (const { id, abstract, claim } of batch) {
      const measures = measureTexts(abstract, claim);
      told.push([id, ...textFeatureColumns.map(([feature]) => measures[feature]?.toString() ?? null)]);
    }
  const columns = Object.fromEntries(['id', ...textColumns].map((name) => [name, 'text' as const]));
  await session.registerTable('measured_here', columns, told);
  return 'measured_here';
}
