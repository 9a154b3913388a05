/** What a `doc` element says, by the name of its fields; each has its values in the order of the file. */
export type DeedFields = ReadonlyMap<string, readonly string[]>;

/** The fields that a record needs; the others are read past. */
export const deedFieldNames: ReadonlySet<string> = new Set([
  'reelNo',
  'frameNo',
  'lastUpdateDate',
  'purgeIndicator',
  'recordedDate',
  'pageCount',
  'conveyanceText',
  'patAssignorName',
  'patAssignorExDate',
  'patAssignorEarliestExDate',
  'patAssigneeName',
  'applNum',
  'patNum',
  'publNum',
  'pctNum',
  'intlRegNum',
]);

/** The values of a field with their places kept; `NULL`, as the office writes what it does not hold, and blanks are null. */
export function valuesOf(fields: DeedFields, name: string): (string | null)[] {
  return (fields.get(name) ?? []).map((value) => {
    const text = value.replaceAll(/\s+/g, ' ').trim();
    return text === '' || text === 'NULL' ? null : text;
  });
}

/** The first value of a field; null when there is none. */
export function firstValue(fields: DeedFields, name: string): string | null {
  return valuesOf(fields, name)[0] ?? null;
}
