import { type AdmissionPlan, cardSql, recordCards } from '@zhiheng/indicators';
import type { LakeSession, ObjectStore, Segment, WrittenApart } from '@zhiheng/lake';
import { cardPart } from '../vintage-cards.js';
import { nameStretch, ofStretch, openSorting, sortedFiles, usualStretch } from './record-stretches.js';
import { stretchesOfIds } from './stretches-of-ids.js';
import { writeSegment } from './write-segment.js';

const usualPart = 400_000;

interface CardGround {
  /** For work larger than memory. */
  readonly spillFolder: string;
  /** Cards beyond which the next province begins a part of its own; left out: the usual number. */
  readonly fullPart?: number;
  /** Cards beyond which they are not made at once; left out: as many as fit into memory. */
  readonly atOnce?: number;
}

/**
 * Writes the cards of the records of a session that shows their admission, in parts by provinces, so that of those of a page little else is
 * looked through; later ones follow in `record_card`. Many cards are made a stretch of ids after the other, and each part put in order then.
 */
export async function writeCards(
  plan: AdmissionPlan,
  session: LakeSession,
  store: ObjectStore,
  { spillFolder, fullPart = usualPart, atOnce = usualStretch }: CardGround,
): Promise<Record<string, readonly Segment[]>> {
  const provinces = await session.rows<{ province: number; cards: number }>(
    'SELECT place_number - place_number % 10000 AS province, count(*) AS cards FROM admission GROUP BY 1 ORDER BY 1',
  );
  const starts = startsOf(provinces, fullPart);
  const cards = provinces.reduce((sum, one) => sum + one.cards, 0);
  const parts: Record<string, readonly Segment[]> = { record_card: [] };
  const add = (value: number, segment: Segment) => {
    parts[cardPart(value)] = [...(parts[cardPart(value)] ?? []), segment];
  };
  const take = async (value: number, path: string, rows: number) => {
    const { sha256, bytes } = await store.adopt(path, 'parquet');
    add(value, { sha256, rows, bytes, revision: 0 });
  };
  if (cards <= atOnce) {
    const { order, groupRows } = recordCards;
    const sql = `${cardSql(plan, null)}\nORDER BY ${order}`;
    if (provinces.length === 0) {
      const path = await store.incomingPath('parquet');
      await take(0, path, await session.writeParquet(sql, path, groupRows));
    } else {
      const folder = await store.incomingPath('cards');
      for (const { value, path, rows } of await writeApart(sql, starts, session, folder)) await take(value, path, rows);
      await store.discard(folder);
    }
    return parts;
  }
  const stretches = await stretchesOfIds(session, 'patents', cards, Math.ceil(cards / atOnce));
  const folders = await Promise.all(stretches.map(() => store.incomingPath('cards')));
  const written = await writeStretches(plan, session, stretches, starts, folders);
  const sorting = await openSorting(spillFolder);
  try {
    for (const value of [...new Set(written.map((one) => one.value))].sort((a, b) => a - b)) {
      const files = written.filter((one) => one.value === value).map((one) => one.path);
      const { order, groupRows } = recordCards;
      add(value, await writeSegment(sorting, store, sortedFiles(files, order), groupRows));
    }
  } finally {
    sorting.close();
    for (const folder of folders) await store.discard(folder);
  }
  return parts;
}

/** Writes the cards of each stretch of ids in no order, apart by where their part begins. */
async function writeStretches(
  plan: AdmissionPlan,
  session: LakeSession,
  stretches: readonly string[],
  starts: readonly number[],
  folders: readonly string[],
): Promise<WrittenApart[]> {
  const written: WrittenApart[] = [];
  for (const [number, within] of stretches.entries()) {
    await nameStretch(plan, session, within);
    const sql = cardSql(plan, { tables: ofStretch });
    written.push(...(await writeApart(sql, starts, session, folders[number] ?? '')));
  }
  return written;
}

/** Writes cards apart by where their part begins, each with the number of its area. */
function writeApart(
  sql: string,
  starts: readonly number[],
  session: LakeSession,
  folder: string,
): Promise<WrittenApart[]> {
  const part = starts.map((from) => `WHEN filed_number >= ${from} THEN ${from}`).reverse();
  const apart = `SELECT told.*, CASE ${part.join(' ')} END AS part FROM (\n${sql}\n) AS told`;
  return session.writeParquetApart(apart, folder, 'part', recordCards.groupRows);
}

/** Where parts begin; the first with 0. */
function startsOf(
  provinces: readonly { readonly province: number; readonly cards: number }[],
  fullPart: number,
): number[] {
  const starts = [0];
  let held = 0;
  for (const { province, cards } of provinces) {
    if (held > 0 && held + cards > fullPart) {
      starts.push(province);
      held = 0;
    }
    held += cards;
  }
  return starts;
}
