import {
  type ColumnType,
  type CoverageTable,
  type CoveredEvent,
  recordalTables,
  trademarkTables,
} from '@zhiheng/vocabulary';
import type { FlowDefinition, RecordTable, StockDefinition } from '../definition.js';
import {
  eventOfColumn as eventOfPatentColumn,
  patentRecordColumns,
  type RecordColumnType,
  visibleColumns,
} from '../definition-file/patent-record-columns.js';

export const recordTables = ['patents', 'trademarks', 'recordals'] as const satisfies readonly (RecordTable &
  CoverageTable)[];

/** What definitions over a table can say. */
export interface TableFacts {
  /** Columns that conditions can name. */
  readonly columns: Readonly<Record<string, RecordColumnType>>;
  /** The columns that date the events of coverage. */
  readonly events: Readonly<Record<string, CoveredEvent>>;
  /** Columns of days that no coverage speaks of, which a time can begin or end with. */
  readonly furtherDays: readonly string[];
  /** Dimensions that figures are broken down by. */
  readonly dimensions: readonly string[];
  /** What a flow can count. */
  readonly counts: readonly FlowDefinition['count'][];
  /** Columns of numbers whose spread can be told. */
  readonly values: readonly string[];
  /** What a stock can count. */
  readonly stockCounts: readonly StockDefinition['count'][];
}

const ofHolder = { area: 'text', holder: 'text', title: 'text' } as const;

/** What tables other than that of patents have; a deed counts where, and by whom, the first right it names was held on its eve. */
const others: Readonly<Record<Exclude<RecordTable, 'patents'>, TableFacts>> = {
  trademarks: {
    columns: { ...shown(trademarkTables.trademarks.columns), ...ofHolder },
    events: { filed_on: 'filed', registered_on: 'registered', ceased_on: 'ceased' },
    furtherDays: ['published_on'],
    dimensions: ['holder_type', 'agency', 'nice_class'],
    counts: ['records', 'holders'],
    values: [],
    stockCounts: ['records', 'holders', 'years'],
  },
  recordals: {
    columns: { ...shown(recordalTables.recordals.columns), ...ofHolder, rights: 'integer' },
    events: { recorded_on: 'recorded' },
    furtherDays: ['executed_on'],
    dimensions: ['holder_type', 'industry'],
    counts: ['records', 'holders', 'amount', 'rights'],
    values: ['amount', 'fee_rate'],
    stockCounts: ['records', 'holders'],
  },
};

/** What definitions over a table can say. */
export function factsOf(table: RecordTable): TableFacts {
  return table === 'patents' ? ofPatents : others[table];
}

const ofPatents: TableFacts = {
  columns: patentRecordColumns,
  events: eventOfPatentColumn,
  furtherDays: ['first_action_on'],
  dimensions: [
    'kind',
    'route',
    'holder_type',
    'outcome',
    'department',
    'agency',
    'ipc_section',
    'ipc_subclass',
    'wipo_field',
    'strategic_industry',
    'green_technology',
    'key_digital',
    'new_three',
  ],
  counts: ['records', 'holders', 'claims'],
  values: ['claim_count'],
  stockCounts: ['records', 'holders', 'years'],
};

function shown(columns: Readonly<Record<string, ColumnType>>): Record<string, RecordColumnType> {
  return visibleColumns(columns);
}
