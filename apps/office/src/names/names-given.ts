import { maskedColumnsOf } from '@zhiheng/lake';
import type { Json } from '@zhiheng/ledger';
import type { FilePreview } from '@zhiheng/records';
import type { Scope } from '@zhiheng/vocabulary';
import type {
  CheckRowsAnswer,
  LoadFaultsAnswer,
  QuarantineAnswer,
  QuarantineFixAnswer,
  RecordAnswer,
  RecordsAnswer,
  WhyAnswer,
} from '../answers.js';
import type { DefinitionPreview } from '../answers-definitions.js';
import type { FigureExplanation } from '../answers-vintages.js';
import type { ProposeAnswer } from '../commands/propose.js';
import { mayBePersonal } from './may-be-personal.js';
import { type LoadFaults, quotedIn, quotes } from './quoted-faults.js';

/** Personal data that an answer gives out, as the chain keeps it: never a name, nor the name of a file. */
export interface NamesGiven {
  /** What was opened, in few words without personal data. */
  readonly object: string;
  /** What was asked for. */
  readonly asked: Json;
  readonly rows: number;
  /** Ids of the rows, or the hash of what is given as it runs; empty where they have none. */
  readonly ids: readonly string[] | string;
}

/** What an answer gives out of names that can be those of private persons; null for nothing. */
export type NamesOf<Answer> = (input: object, answer: Answer, scope: Scope) => NamesGiven | null;

/** Records behind a figure: a page is a read unless every holder on it is certainly a company or an institution. */
export const namesInRecords: NamesOf<RecordsAnswer> = (input, { rows, vintage, release }, { personal }) => {
  // An export is an act of its own, which covers the page that is shown with it.
  if (personal === 'masked' || textIn(input, 'out') !== '') return null;
  if (!rows.some((row) => tellsOfPersons(row, holderColumns))) return null;
  return {
    object: `records ${textIn(input, 'indicator')}`,
    asked: { ...askedFor(input), vintage, release },
    rows: rows.length,
    ids: rows.map(({ id }) => id),
  };
};

/** One record and its holders, as an explanation of a figure tells them. */
export const namesInWhy: NamesOf<WhyAnswer> = (
  input,
  { id, holder, owner, holders, vintage, release },
  { personal },
) => {
  const told = [holder, owner?.name ?? null, ...holders.map(({ name }) => name)].map((name) => ({ holder: name }));
  if (personal === 'masked' || !told.some((row) => tellsOfPersons(row, holderColumns))) return null;
  return {
    object: `record ${id} in ${textIn(input, 'indicator')}`,
    asked: { ...askedFor(input), vintage, release },
    rows: 1,
    ids: [id],
  };
};

/** Records that count in a figure of one vintage and not in that of another, or in both. */
export const namesInExplained: NamesOf<FigureExplanation> = (input, { indicator, before, after, page }, scope) => {
  const rows = page?.rows ?? [];
  if (scope.personal === 'masked' || !rows.some((row) => tellsOfPersons(row, holderColumns))) return null;
  return {
    object: `records ${indicator}`,
    asked: { ...askedFor(input), releases: [before.release, after.release] },
    rows: rows.length,
    ids: rows.map(({ id }) => id),
  };
};

/** Records that a draft newly counts or no longer counts. */
export const namesInPreviewed: NamesOf<DefinitionPreview> = (
  _,
  { indicator, release, compared, added, removed },
  scope,
) => {
  const rows = [...added.rows, ...removed.rows];
  if (scope.personal === 'masked' || !rows.some((row) => tellsOfPersons(row, holderColumns))) return null;
  const asked = { indicator, release, ...compared };
  return { object: `draft ${indicator}`, asked, rows: rows.length, ids: rows.map(({ id }) => id) };
};

/** Rows behind a check, where it shows columns that name or locate holders. */
export const namesInCheckRows: NamesOf<CheckRowsAnswer> = (input, { id, table, rows }, { personal }) => {
  const columns = maskedColumnsOf(table);
  // An export is an act of its own, which covers the page that is shown with it.
  if (
    personal === 'masked' ||
    textIn(input, 'out') !== '' ||
    !rows.some(({ values }) => tellsOfPersons(values, columns))
  )
    return null;
  return { object: `check ${id}`, asked: askedFor(input), rows: rows.length, ids: rows.map((row) => row.id) };
};

/** Every row of one record. */
export const namesInRecord: NamesOf<RecordAnswer> = (input, { id, tables }, { personal }) => {
  const told = tables.flatMap(({ table, rows }) => rows.filter((row) => tellsOfPersons(row, maskedColumnsOf(table))));
  if (personal === 'masked' || told.length === 0) return null;
  return { object: `record ${id}`, asked: askedFor(input), rows: told.length, ids: [id] };
};

/** Quarantined records are shown as their file had them: whatever is in it. */
export const namesInQuarantine: NamesOf<readonly { readonly id: string }[]> = (input, rows) =>
  rows.length === 0
    ? null
    : { object: 'quarantine', asked: askedFor(input), rows: rows.length, ids: rows.map(({ id }) => id) };

export const namesInQuarantinePage: NamesOf<{ readonly rows: readonly { readonly id: string }[] }> = (
  input,
  { rows },
  scope,
) => namesInQuarantine(input, rows, scope);

export const namesInQuarantined: NamesOf<QuarantineAnswer> = (input, { record }, scope) =>
  namesInQuarantine(input, [record], scope);

/** What is at fault in a corrected record is told as it stands there. */
export const namesInCorrection: NamesOf<QuarantineFixAnswer> = (_, { id, fault }, scope) =>
  fault?.found == null ? null : namesInQuarantine({ id }, [{ id }], scope);

/** What is wrong with a file may be told by what stands in it: a first row that should have been a header. */
export const namesInLoad: NamesOf<LoadFaults> = (_, answer, { personal }) => {
  const rows = quotedIn(answer);
  return personal === 'masked' || rows === 0 ? null : { object: 'faults of files', asked: {}, rows, ids: [] };
};

export const namesInLoadFaults: NamesOf<LoadFaultsAnswer> = (input, { fault, files }, { personal }) => {
  const rows = quotedIn({ files }) + (fault !== null && quotes(fault) ? 1 : 0);
  if (personal === 'masked' || rows === 0) return null;
  return { object: 'faults of files', asked: askedFor(input), rows, ids: [] };
};

/** The first rows of a file: nothing is known of its columns yet. */
export const namesInPreview: NamesOf<FilePreview> = (_, { format, table }) =>
  table === null || table.rows.length === 0
    ? null
    : { object: 'preview', asked: { format }, rows: table.rows.length, ids: [] };

/** Values that speak for a proposed mapping. */
export const namesInProposal: NamesOf<ProposeAnswer> = (_, { preview }) => {
  const rows = Math.max(0, ...preview.map(({ examples }) => examples.length));
  return rows === 0 ? null : { object: 'preview', asked: { format: 'table' }, rows, ids: [] };
};

/** Columns of an opened record that name holders. */
const holderColumns = ['holder', 'from_parties', 'to_parties'];
/** Of columns that tell of holders, those that hold a name, from whose form a company may be certain. */
const names = ['name', ...holderColumns];

function tellsOfPersons(values: Readonly<Record<string, unknown>>, columns: readonly string[]): boolean {
  return columns.some((column) => {
    const value = values[column];
    return typeof value === 'string' && value !== '' && (!names.includes(column) || mayBePersonal(value));
  });
}

/** The words of a question without the names of files, which may hold anything. */
export function askedFor(input: object): Readonly<Record<string, Json>> {
  const files = ['file', 'path', 'out'];
  return Object.fromEntries(
    Object.entries(input).flatMap(([key, value]) => {
      if (value === undefined) return [];
      return [[key, files.includes(key) ? true : (value as Json)]];
    }),
  );
}

function textIn(input: object, key: string): string {
  const value = (input as Readonly<Record<string, unknown>>)[key];
  return typeof value === 'string' ? value : '';
}
