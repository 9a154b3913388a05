import { join } from 'node:path';
import type { LakeSession } from '@zhiheng/lake';
import { type Day, lastDayOf, OwnFault } from '@zhiheng/vocabulary';

/** The release in which a month is frozen. */
export const monthRelease = 'next-month';

/** One more month of an office, as a table to load. */
export interface NextMonth {
  /** Path of the table, and of its mapping the text. */
  readonly table: string;
  readonly mapping: string;
  readonly month: string;
  readonly rows: number;
}

/**
 * Writes the month behind the last one in which something was filed: its applications once more, a month later, and as many grants and
 * ends as there were, of applications that were pending and patents that were in force. People of the changed records are not told again.
 */
export async function writeNextMonth(session: LakeSession, folder: string): Promise<NextMonth> {
  const [found] = await session.rows<{ last: string | null }>('SELECT max(filed_on) AS last FROM patents');
  if (found?.last == null) throw new OwnFault('an office without applications has no next month');
  const last = `${found.last.slice(0, 7)}-01`;
  const month = monthBehind(last);
  const table = join(folder, 'next-month.parquet');
  const rows = await session.writeParquet(nextMonthSql(last, month), table);
  return { table, mapping: mappingOf(month), month: month.slice(0, 7), rows };
}

/** The first day of the month behind another's. */
function monthBehind(first: Day): Day {
  const [year = 0, month = 0] = first.split('-').map(Number);
  return month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
}

/** @param last the first day of the last month with applications */
function nextMonthSql(last: Day, month: Day): string {
  const later = (column: string) => {
    const moved = `CAST(${column} + INTERVAL 1 MONTH AS DATE)`;
    return `CASE WHEN ${moved} <= DATE '${lastDayOf(month.slice(0, 7))}' THEN ${moved} END AS ${column}`;
  };
  const within = (column: string) => `${column} >= DATE '${last}' AND ${column} < DATE '${month}'`;
  const moved = ['filed_on', 'priority_on', 'published_on', ...states];
  return `
WITH whole AS (
  SELECT patent.id, patent.number, ${heads.map((name) => `patent.${name}`).join(', ')},
    ${[...states, ...words].map((name) => `state.${name}`).join(', ')}, text.title, hash(patent.id) AS lot
  FROM patents AS patent
  LEFT JOIN patent_states AS state ON state.id = patent.id
  LEFT JOIN patent_texts AS text ON text.id = patent.id
  WHERE patent.kind IN ('invention', 'utility_model', 'design')
), filed AS (
  SELECT * REPLACE ('${month.slice(0, 4)}' || substr(number, 5) AS number, ${moved.map(later).join(', ')})
  FROM whole WHERE ${within('filed_on')}
), granted AS (
  SELECT * REPLACE (DATE '${month}' + CAST(lot % 20 AS INTEGER) AS closed_on, 'granted' AS outcome,
    DATE '${month}' + CAST(lot % 20 + 7 AS INTEGER) AS granted_on)
  FROM whole WHERE closed_on IS NULL AND filed_on < CAST(DATE '${month}' - INTERVAL 6 MONTH AS DATE)
  ORDER BY lot LIMIT (SELECT count(*) FROM whole WHERE ${within('granted_on')})
), ended AS (
  SELECT * REPLACE (DATE '${month}' + CAST(lot % 28 AS INTEGER) AS ceased_on, 'fee-unpaid' AS cease_reason)
  FROM whole WHERE granted_on < DATE '${last}' AND ceased_on IS NULL
  ORDER BY lot LIMIT (SELECT count(*) FROM whole WHERE ${within('ceased_on')})
), told AS (
  SELECT * FROM filed WHERE number NOT IN (SELECT number FROM patents)
  UNION ALL SELECT * FROM granted UNION ALL SELECT * FROM ended
), holder_lists AS (
  SELECT id, ${Object.entries(holderLists)
    .map(([name, column]) => `string_agg(coalesce(${column}, ''), ';' ORDER BY position) AS ${name}`)
    .join(', ')}
  FROM patent_holders WHERE id IN (SELECT id FROM told) GROUP BY id
), class_lists AS (
  SELECT id, string_agg(symbol, ';' ORDER BY position) AS classes
  FROM patent_classes WHERE id IN (SELECT id FROM told) GROUP BY id
)
SELECT told.number, ${[...heads, ...states, ...words].map((name) => `told.${name}`).join(', ')}, told.title,
  ${Object.keys(holderLists).join(', ')}, classes
FROM told LEFT JOIN holder_lists USING (id) LEFT JOIN class_lists USING (id)`;
}

const heads = [
  'kind',
  'route',
  'filed_on',
  'priority_on',
  'published_on',
  'publication_number',
  'grant_number',
  'claim_count',
  'family',
  'funded_project',
  'agency',
  'department',
];
const states = ['examination_requested_on', 'first_action_on', 'closed_on', 'granted_on', 'ceased_on'];
const words = ['outcome', 'cease_reason'];
const holderLists = {
  holders: 'name',
  holder_types: 'holder_type',
  holder_codes: 'credit_code',
  holder_addresses: 'address',
  area: "nullif(area, 'XX')",
};

function mappingOf(month: Day): string {
  const plain = [...heads, ...states, ...words, 'title'].map((name) => `  ${name}: ${name}`);
  const lists = Object.keys(holderLists).map((name) => `  ${name}: { from: ${name}, split: ";" }`);
  const span = `[${month}, ${lastDayOf(month.slice(0, 7))}]`;
  const covered = ['filed', 'examination_requested', 'closed', 'granted', 'ceased'];
  return `table: patents
columns:
  number: number
${plain.join('\n')}
${lists.join('\n')}
  classes: { from: classes, split: ";", scheme: ipc }
defaults: { office: CN, dataset: synthetic, language: zh }
covers:
  kinds: [invention, utility_model, design]
${covered.map((event) => `  ${event}: ${span}`).join('\n')}
  completeness: full
`;
}
