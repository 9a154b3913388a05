import type { Concordance } from '@zhiheng/indicators';
import type { LakeSession, Segment } from '@zhiheng/lake';

/** The codes that one table gives the records that one load brought: rows of `id, revision, scheme, code`. */
export interface TagSegment {
  /** Id of the table. */
  readonly table: string;
  /** Hash of what the table decides. */
  readonly hash: string;
  /** Number of the load. */
  readonly revision: number;
  /** Hash of the segments that were looked at: the same table over the same segments gives the same codes. */
  readonly input: string;
  readonly segment: Segment;
}

/** A table that figures of a vintage ask, kept as it was then. */
export interface KeptConcordance {
  readonly id: string;
  readonly hash: string;
  /** Hash of the JSON object that holds it. */
  readonly object: string;
}

/** The JSON object that keeps a table. */
export interface ConcordanceObject {
  readonly format: 'zhiheng-concordance/1';
  readonly table: Concordance;
}

/** What a vintage, or a preview, knows of the codes of records. */
export interface Tagged {
  readonly tags?: readonly TagSegment[];
}

export function tagSegments({ tags = [] }: Tagged): Segment[] {
  return tags.map(({ segment }) => segment);
}

/**
 * Shows `patent_tags` (`id, scheme, code`), or the same under another name: the codes of the records as they are now, those of states that are no more left out. Empty where
 * there are none. The session was opened beside the segments. `records`: the table of the patents that they are codes of.
 */
export async function showTags(
  session: LakeSession,
  tagged: Tagged,
  name = 'patent_tags',
  records = 'patents',
): Promise<void> {
  const segments = tagSegments(tagged);
  if (segments.length === 0) {
    await session.registerTable(name, { id: 'text', scheme: 'text', code: 'text' }, []);
    return;
  }
  await session.showSegments(`told_${name}`, { segments, recordsOf: records, together: true });
  await session.name(
    name,
    `SELECT told.id, told.scheme, told.code
FROM told_${name} AS told JOIN ${records} AS patent ON patent.id = told.id AND patent.revision = told.revision`,
  );
}
