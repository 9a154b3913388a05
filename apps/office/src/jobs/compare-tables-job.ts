import { type Concordance, Concordances, codesAbove } from '@zhiheng/indicators';
import { ObjectStore, openLakeSession, type Release } from '@zhiheng/lake';
import { wholeOffice } from '@zhiheng/vocabulary';
import type { ChangedMembership } from '../answers-classifications.js';
import { showTags, type TagSegment, tagSegments } from '../classification/vintage-tags.js';
import type { JobEffects } from './job-effects.js';
import { type TagGround, tagRecords } from './tag-records.js';

export interface CompareTablesInput {
  readonly lakeFolder: string;
  /** For work larger than memory; the caller removes it. */
  readonly spillFolder: string;
  readonly definitionsFolder: string;
  readonly releaseHash: string;
  /** Two states of each table. */
  readonly pairs: readonly { readonly a: Concordance; readonly b: Concordance }[];
  /** Codes of records that a vintage knows. */
  readonly tags: readonly TagSegment[];
}

/**
 * How many records have each code by either state of some tables; codes by which nothing differs are left out. Codes of records that no vintage
 * knows are written into the lake; no act names them.
 */
export async function compareTablesJob(input: CompareTablesInput, effects: JobEffects): Promise<ChangedMembership[]> {
  const store = new ObjectStore(input.lakeFolder, effects.disk);
  const release = (await store.getJson(input.releaseHash)) as Release;
  const { tree } = new Concordances(input.definitionsFolder);
  const ground = { store, release, tree, workFolder: input.spillFolder, onProgress: effects.onProgress };
  const changed: ChangedMembership[] = [];
  for (const { a, b } of input.pairs) {
    const was = await tagRecords([a], input.tags, ground);
    const is = await tagRecords([b], input.tags, ground);
    changed.push(...(await changedBetween(a, b, was, is, ground)));
  }
  return changed;
}

async function changedBetween(
  a: Concordance,
  b: Concordance,
  was: readonly TagSegment[],
  is: readonly TagSegment[],
  { store, release, workFolder: spillFolder }: TagGround,
): Promise<ChangedMembership[]> {
  const beside = [...tagSegments({ tags: was }), ...tagSegments({ tags: is })];
  await store.checkSegments(beside);
  const session = await openLakeSession(release, store, wholeOffice, { memoryLimit: '1GB', spillFolder, beside });
  try {
    await showTags(session, { tags: was }, 'was_tags');
    await showTags(session, { tags: is }, 'is_tags');
    const codes = [...new Set([...Object.keys(a.codes), ...Object.keys(b.codes)])];
    await session.registerTable(
      'code_above',
      { code: 'text', above: 'text' },
      codes.flatMap((code) => codesAbove(code).map((above) => [code, above])),
    );
    const side = (name: string) =>
      `SELECT DISTINCT tag.id, wider.above AS code FROM ${name} AS tag JOIN code_above AS wider ON wider.code = tag.code`;
    const rows = await session.rows<Omit<ChangedMembership, 'table'>>(`SELECT coalesce(was.code, now.code) AS code,
  count(was.id) AS before, count(now.id) AS after,
  count(*) FILTER (WHERE was.id IS NULL) AS joined, count(*) FILTER (WHERE now.id IS NULL) AS "left"
FROM (${side('was_tags')}) AS was FULL JOIN (${side('is_tags')}) AS now ON now.id = was.id AND now.code = was.code
GROUP BY coalesce(was.code, now.code)
HAVING count(*) FILTER (WHERE was.id IS NULL OR now.id IS NULL) > 0
ORDER BY 1`);
    return rows.map((row) => ({ table: b.sheet.id, ...row }));
  } finally {
    session.close();
  }
}
