import { patentDecisionTables, patentTables } from '@zhiheng/vocabulary';
import { columnsOfCall, columnsOfConditions } from '../conditions/condition-intervals.js';
import { decisionColumns } from '../definition-file/patent-record-columns.js';
import { itself, ownerColumns, type TableOf } from '../record/owner-joins.js';
import { type AdmissionPlan, datesOf } from './admission-plan.js';
import { partiesOfHolders } from './party-sql.js';

/** The only records that an admission is asked of. */
export interface ChangedIds {
  /** A relation of their ids. */
  readonly ids: string;
  /** What stands for the canonical tables: their rows of these records. */
  readonly tables: TableOf;
  /** A relation of the keys of holders that belong to another party than before: `key, party`. */
  readonly keys: string;
}

export interface TableExtract {
  /** The canonical table. */
  readonly name: string;
  /** SQL of its rows of some records: `id`, and the columns that a plan reads. */
  readonly sql: string;
  /** The extract that it reads itself, which is kept before. */
  readonly reads?: string;
}

/** Tables of which all rows of a record are written by the load that brought it last. */
export const tablesOfRecords = [
  'patents',
  'patent_states',
  'patent_holders',
  'patent_texts',
  'patent_classes',
] as const;

/** Canonical tables that figures are made of; no definition asks any other. */
export const tablesOfFigures = [
  ...tablesOfRecords,
  'patent_owners',
  'patent_decisions',
  'patent_events',
  'recordals',
  'party_names',
  'trademarks',
  'trademark_holders',
  'trademark_classes',
] as const;

/** Whether a definition asks which codes of concordance tables a record has. */
export function asksTables({ definitions }: AdmissionPlan): boolean {
  return definitions.some(({ definition }) => definition.classifications !== undefined);
}

function isOfRecords(name: string): boolean {
  return tablesOfRecords.some((one) => one === name);
}

const holderColumns = ['id', 'position', 'name', 'country', 'area', 'credit_code', 'holder_type'];
const classColumns = ['id', 'scheme', 'edition', 'symbol', 'position'];

/**
 * What the admission of a plan reads of the records of `ids`, a table at a time: each is looked through once, however many
 * relations are asked of it. The extracts are to be kept as `tables` names them; those that read another follow it. `source`: what stands for each of
 * `tablesOfRecords` where rows of other records may be left out.
 */
export function changedTables(
  plan: AdmissionPlan,
  { ids, tables }: Pick<ChangedIds, 'ids' | 'tables'>,
  source: TableOf = itself,
): TableExtract[] {
  const used = new Set([
    ...['id', 'office', 'dataset', 'number', 'kind', ...plan.columns],
    ...plan.definitions.flatMap(({ definition }) => definition.breakdowns.flat()),
    ...plan.definitions.flatMap(({ definition, condition }) => [
      ...[...condition.columns, ...condition.calls.flatMap(columnsOfCall), ...datesOf(definition)],
      ...(definition.kind === 'stock' ? columnsOfConditions(definition) : []),
    ]),
  ]);
  const { patents, patent_states } = patentTables;
  const read = ({ columns }: { readonly columns: Readonly<Record<string, string>> }) =>
    Object.keys(columns).filter((name) => used.has(name));
  const extract = (name: string, columns: readonly string[]) => ({
    name,
    sql: `SELECT ${columns.join(', ')} FROM ${isOfRecords(name) ? source(name) : name} WHERE id IN (SELECT id FROM ${ids})`,
  });
  return [
    extract('patents', read(patents)),
    extract('patent_states', read(patent_states)),
    extract('patent_holders', holderColumns),
    { name: 'party_names', sql: partiesOfHolders(tables, plan.dialect), reads: 'patent_holders' },
    extract('patent_texts', ['id', 'title']),
    extract('patent_classes', classColumns),
    ...(asksTables(plan) ? [extract('patent_tags', ['id', 'scheme', 'code'])] : []),
    extract('patent_owners', ownerColumns),
    ...([...used].some((name) => decisionColumns.has(name))
      ? [extract('patent_decisions', read(patentDecisionTables.patent_decisions))]
      : []),
    {
      name: 'patent_events',
      sql: `SELECT * FROM patent_events WHERE coalesce(patent, id) IN (SELECT id FROM ${ids})`,
    },
    {
      name: 'recordals',
      sql: `SELECT * FROM recordals WHERE id IN (SELECT id FROM ${tables('patent_events')})`,
      reads: 'patent_events',
    },
  ];
}
