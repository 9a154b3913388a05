import { type AdmissionPlan, asksTables, partiesOfHolders, tablesOfRecords } from '@zhiheng/indicators';
import { type LakeSession, Session } from '@zhiheng/lake';

/** Records of which all that stands beside them fits into memory at once. */
export const usualStretch = 2_000_000;

const memoryLimit = '2GB';
/** Tables whose rows of a record are found by its id; most lie in the order of ids. */
const byId: readonly string[] = [...tablesOfRecords, 'patent_decisions', 'patent_owners', 'patent_tags'];

/** What stands for a table in a stretch of ids: its rows of the records there, or of their holders. */
export function ofStretch(name: string): string {
  return byId.includes(name) || name === 'party_names' ? `stretch_${name}` : name;
}

/** Names what lies in a stretch of ids, for what asks by `ofStretch`; `within`: SQL of its test of `id`. */
export async function nameStretch(plan: AdmissionPlan, session: LakeSession, within: string): Promise<void> {
  const asked = byId.filter((name) => name !== 'patent_tags' || asksTables(plan));
  for (const name of asked) await session.name(ofStretch(name), `SELECT * FROM ${name} WHERE ${within}`);
  await session.name(ofStretch('party_names'), partiesOfHolders(ofStretch, session.dialect));
}

/** A session that puts rows of many files in order; `spillFolder`: for work larger than memory. */
export function openSorting(spillFolder: string): Promise<Session> {
  return Session.open({ memoryLimit, spillFolder });
}

/** SQL of the rows of files that were written without an order, in one. */
export function sortedFiles(files: readonly string[], order: string): string {
  const listed = files.map((file) => `'${file.replaceAll("'", "''")}'`);
  return `SELECT * FROM read_parquet([${listed.join(', ')}], hive_partitioning = false) ORDER BY ${order}`;
}
