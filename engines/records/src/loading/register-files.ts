import type { Holdings, Session } from '@zhiheng/lake';
import type { FileReading } from './file-reading.js';

/** Table of the session that says to which file each block of arrivals belongs: `block, file, seen, format`. */
export const blocksTable = 'arriving_blocks';

/** Writes which blocks each file brought, and whether this very file was read this way before. */
export async function registerFiles(
  session: Session,
  readings: readonly FileReading[],
  holdings: Holdings,
): Promise<void> {
  const known = new Set(holdings.sources.map((source) => `${source.sha256} ${source.mapping ?? ''}`));
  const rows = readings.flatMap(({ sha256, format, mapping, firstBlock, lastBlock }, file) => {
    const key = `${sha256} ${mapping ?? ''}`;
    const seen = known.has(key) ? 1 : 0;
    known.add(key);
    return Array.from({ length: lastBlock - firstBlock + 1 }, (_, index) => [firstBlock + index, file, seen, format]);
  });
  await session.registerTable(
    blocksTable,
    { block: 'integer', file: 'integer', seen: 'integer', format: 'text' },
    rows,
  );
}
