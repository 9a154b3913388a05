import { type Holdings, type ObjectStore, openLakeSession, type Release, type TableSegments } from '@zhiheng/lake';
import { wholeOffice } from '@zhiheng/vocabulary';
import { ownersSql } from './owners-sql.js';

/**
 * Writes `patent_owners` of what is loaded: who owned the patents that changed hands, stage by stage. Nothing that a load
 * wrote is changed, and the same records give the same segment. Null where nobody told of new holders.
 *
 * @param holdings what a release is to freeze, or froze
 */
export async function writeOwners(
  holdings: Holdings | Release,
  store: ObjectStore,
  options: { readonly memoryLimit?: string; readonly spillFolder?: string } = {},
): Promise<TableSegments | null> {
  if (holdings.tables.new_holders === undefined) return null;
  const session = await openLakeSession(holdings, store, wholeOffice, {
    ...options,
    writeFolder: store.incomingFolder,
  });
  try {
    const path = await store.incomingPath('parquet');
    const rows = await session.writeParquet(ownersSql, path);
    const { sha256, bytes } = await store.adopt(path, 'parquet');
    return { segments: [{ sha256, rows, bytes, revision: holdings.revision }], replaced: [], history: [], rows };
  } finally {
    session.close();
  }
}
