import { type AdmissionPlan, datesOf } from '../admission/admission-plan.js';
import { maskColumns, maskNumbers } from '../admission/masks.js';
import type { TableOf } from '../record/owner-joins.js';
import type { RecordSession } from '../session.js';
import { type CellGroup, cellDimensions, hasConditions } from './cell-groups.js';
import { now, was } from './changed-sides.js';

/** Columns beside dates and dimensions that every figure reads. */
const always = ['office', 'dataset', 'place', 'kind'];
const columnsOf = ({ columns }: AdmissionPlan) => [...new Set([...always, ...columns])];
const bitOf = (index: number) => String(2n ** BigInt(index));

/** The admission of changed records, a row with `differs` (a bit for each column) and `differs_mask0`, …: what is otherwise on the other side. */
const marked =
  (tables: TableOf): TableOf =>
  (table) =>
    tables(table === 'admission' ? 'marked_admission' : table);

/** Both sides of changed records, as `markDifferences` keeps them. */
export const [markedWas, markedNow]: readonly [TableOf, TableOf] = [marked(was), marked(now)];

/** Keeps the admission of both sides of changed records with what differs between them: most figures read little of that. */
export async function markDifferences(session: RecordSession, plan: AdmissionPlan): Promise<void> {
  const all = '-1';
  const bits = columnsOf(plan).map(
    (name, index) => `CASE WHEN own.${name} IS DISTINCT FROM other.${name} THEN ${bitOf(index)} ELSE 0 END`,
  );
  const masks = maskColumns(plan.tests.length).map((column) => {
    const both = plan.dialect.sharedBits(`own.${column}`, `other.${column}`);
    return `CASE WHEN other.id IS NULL THEN ${all} ELSE own.${column} + other.${column} - 2 * ${both} END AS differs_${column}`;
  });
  const differs = `CASE WHEN other.id IS NULL THEN ${all} ELSE CAST(${bits.join(' + ')} AS BIGINT) END AS differs`;
  const sides: readonly (readonly [TableOf, TableOf])[] = [
    [was, now],
    [now, was],
  ];
  const marks = sides.map(([own, other]) =>
    session.keep(
      marked(own)('admission'),
      `SELECT own.*, ${[differs, ...masks].join(', ')}
FROM ${own('admission')} AS own LEFT JOIN ${other('admission')} AS other ON other.id = own.id`,
    ),
  );
  await Promise.all(marks);
}

/**
 * SQL that a row of a marked admission differs in what the cells of a group read; null: they read more than the admission tells of a record.
 */
export function differsIn(group: CellGroup, plan: AdmissionPlan): string | null {
  const [first] = group.requests;
  if (first === undefined || first.bridges.length > 0) return null;
  const { definition } = first.planned;
  const { holder, at } = definition.attribution;
  if (holder !== 'first' || at !== 'filing' || hasConditions(definition)) return null;
  const read = new Set([...always, ...cellDimensions(group), ...datesOf(definition)]);
  const bits = columnsOf(plan).reduce((sum, name, index) => (read.has(name) ? sum + 2n ** BigInt(index) : sum), 0n);
  const masks = maskNumbers(group.requests.flatMap(({ planned }) => planned.tests));
  const { sharedBits } = plan.dialect;
  const tests = [...masks].map(([column, tested]) => `${sharedBits(`a.differs_${column}`, tested)} <> 0`);
  return `(${[`${sharedBits('a.differs', String(bits))} <> 0`, ...tests].join(' OR ')})`;
}
