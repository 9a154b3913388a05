import type { AddedToSet, FigureSet } from '@zhiheng/indicators';
import type { LakeSession, ObjectStore, Segment } from '@zhiheng/lake';
import { OwnFault } from '@zhiheng/vocabulary';
import type { StoredSet } from '../stored-set.js';
import { writeSegment } from './write-segment.js';

/**
 * A set as it was written. `values` is null until they are counted: in a session that sees what was written, or where rows were added to what
 * was known (`added`), in the one that wrote them.
 */
export type WrittenSet =
  | (StoredSet & { readonly added: null })
  | (Omit<StoredSet, 'values'> & { readonly values: null; readonly added: AddedPart | null });

/** Rows that were added to a set, which the session keeps, beside the values that it held. */
export interface AddedPart extends AddedToSet {
  readonly heldValues: number;
}

/** Writes segments without rows: of a form, which its SQL tells apart, they are the same, so that one is written and stands for all. */
export class EmptySegments {
  readonly #written = new Map<string, Promise<Segment>>();

  /** The segment of SQL that gives no row. */
  of(sql: string, session: LakeSession, store: ObjectStore): Promise<Segment> {
    const written = this.#written.get(sql) ?? writeSegment(session, store, sql);
    this.#written.set(sql, written);
    return written;
  }
}

/** Writes what a set tells where nothing was told before. */
export async function writeSet(
  { form, sql, empty: isEmpty, definition }: FigureSet,
  session: LakeSession,
  store: ObjectStore,
  empty: EmptySegments,
): Promise<WrittenSet> {
  if (sql === null) throw new OwnFault(`${definition.id} tells nothing`);
  if (isEmpty) {
    const segment = await empty.of(sql, session, store);
    return { form, parts: [{ segment, told: null }], values: 0, added: null };
  }
  const segment = await writeSegment(session, store, sql);
  return { form, parts: [{ segment, told: null }], values: null, added: null };
}
