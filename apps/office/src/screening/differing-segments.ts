import type { Release, Segment, TableSegments } from '@zhiheng/lake';

/** Tables that the text of an application and its filing day stand in. */
const tables = ['patents', 'patent_texts'] as const;

/**
 * Segments that one of two releases alone has, list by list of one form: in their rows stands every record of which a text or the filing day
 * may not be the same in both. Null where the releases are of different versions, so that any may differ.
 */
export function differingSegments(one: Release, other: Release): Segment[][] | null {
  if (one.schemaVersion !== other.schemaVersion || one.earlierUntil !== other.earlierUntil) return null;
  return tables.flatMap((name) => {
    const [lists, others] = [listsOf(one.tables[name]), listsOf(other.tables[name])];
    return lists.map((list, index) => onlyInOne(list, others[index] ?? []));
  });
}

/** Rows of records, and ids of rows that count no more; each in a form of its own. */
function listsOf(table: TableSegments | undefined): Segment[][] {
  const { segments = [], replaced = [], restated } = table ?? {};
  return [
    [...segments, ...(restated?.segments ?? [])],
    [...replaced, ...(restated?.replaced ?? [])],
  ];
}

function onlyInOne(list: readonly Segment[], other: readonly Segment[]): Segment[] {
  const [own, others] = [list, other].map((all) => new Set(all.map(({ sha256 }) => sha256)));
  return [...list.filter(({ sha256 }) => !others?.has(sha256)), ...other.filter(({ sha256 }) => !own?.has(sha256))];
}

/** A release with nothing but those of its texts that lie in segments which an earlier one has not. Which rows count is told by each row, so that these are the same here. */
export function newTexts(release: Release, earlier: Release): Release {
  const { patent_texts: texts } = release.tables;
  if (texts === undefined) return { ...release, tables: {} };
  const known = new Set(listsOf(earlier.tables.patent_texts)[0]?.map(({ sha256 }) => sha256));
  const isNew = ({ sha256 }: Segment) => !known.has(sha256);
  const { restated, ...rest } = texts;
  const segments = texts.segments.filter(isNew);
  const stated = restated?.segments.filter(isNew) ?? [];
  const { replaced = [] } = restated ?? {};
  const table =
    stated.length === 0
      ? { ...rest, segments, replaced: [...texts.replaced, ...replaced] }
      : { ...rest, segments, restated: { segments: stated, replaced } };
  return { ...release, tables: { patent_texts: table } };
}
