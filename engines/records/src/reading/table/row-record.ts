import {
  type ApplicationNumber,
  type Dataset,
  type Day,
  type NumberFault,
  readApplicationNumber,
  recordId,
} from '@zhiheng/vocabulary';
import type { AddressReader } from '../../places/address-reader.js';
import { TableClasses } from '../class-symbol.js';
import { refuseFutureDays } from '../future-day.js';
import type { PatentRecord, RecordClass } from '../record.js';
import { RecordFault } from '../record-fault.js';
import { ColumnReader } from './column-reader.js';
import type { ColumnPlaces } from './header.js';
import type { Mapping } from './mapping.js';
import { rowHolders } from './row-holders.js';
import { rowKind } from './row-kind.js';
import { rowPeople } from './row-people.js';

/** What a table is read with besides its mapping. */
export interface TableContext {
  readonly places: AddressReader;
  /** Office of a table whose mapping names none. */
  readonly office: string;
  /** Last day on which something can have happened; left out: any day up to 2100. */
  readonly latest?: Day | undefined;
}

/** Makes records of the rows of one table. */
export class RowRecords {
  readonly #mapping: Mapping;
  readonly #columns: ColumnReader;
  readonly #context: TableContext;
  readonly #classes: TableClasses;

  constructor(mapping: Mapping, places: ColumnPlaces, context: TableContext) {
    this.#mapping = mapping;
    this.#columns = new ColumnReader(mapping, places);
    this.#context = context;
    const classes = mapping.columns.get('classes');
    this.#classes = new TableClasses(classes?.scheme ?? 'ipc', classes?.edition ?? null);
  }

  /** The record of a row. Throws `RecordFault` for the first field at fault. */
  record(fields: readonly string[]): PatentRecord {
    const columns = this.#columns;
    const { defaults } = this.#mapping;
    const office = columns.text(fields, 'office') ?? defaults.office ?? this.#context.office;
    const given = columns.text(fields, 'number');
    if (given === null) throw new RecordFault('field-missing', 'number', null, 'the number of the application');
    const { number, kind: numberKind } = numberOf(office, given);
    const kindAsGiven = columns.text(fields, 'kind');
    const codes = this.#mapping.columns.get('kind')?.codes ?? null;
    const record: PatentRecord = {
      id: recordId(office, number),
      office,
      dataset: (defaults.dataset ?? 'real') satisfies Dataset,
      number,
      numberAsGiven: given,
      kind: rowKind(kindAsGiven, codes, defaults.kind, { given, kind: numberKind }),
      kindAsGiven,
      route: columns.text(fields, 'route') ?? defaults.route ?? null,
      filedOn: columns.day(fields, 'filed_on'),
      priorityOn: columns.day(fields, 'priority_on'),
      publishedOn: columns.day(fields, 'published_on'),
      publicationNumber: columns.text(fields, 'publication_number'),
      grantNumber: columns.text(fields, 'grant_number'),
      claimCount: this.#claimCount(fields),
      family: columns.text(fields, 'family'),
      fundedProject: columns.text(fields, 'funded_project'),
      agency: columns.text(fields, 'agency'),
      department: columns.text(fields, 'department'),
      stateOn: columns.day(fields, 'state_on'),
      title: columns.text(fields, 'title'),
      titleEn: columns.text(fields, 'title_en'),
      abstract: columns.text(fields, 'abstract'),
      firstClaim: columns.text(fields, 'first_claim'),
      language: columns.text(fields, 'language') ?? defaults.language ?? null,
      examinationRequestedOn: columns.day(fields, 'examination_requested_on'),
      firstActionOn: columns.day(fields, 'first_action_on'),
      closedOn: columns.day(fields, 'closed_on'),
      outcome: columns.text(fields, 'outcome'),
      grantedOn: columns.day(fields, 'granted_on'),
      ceasedOn: columns.day(fields, 'ceased_on'),
      ceaseReason: columns.text(fields, 'cease_reason'),
      classes: this.#readClasses(fields),
      holders: rowHolders(columns, fields, this.#mapping, this.#context.places),
      people: rowPeople(columns, fields),
    };
    return refuseFutureDays(record, this.#context.latest);
  }

  #claimCount(fields: readonly string[]): number | null {
    const given = this.#columns.text(fields, 'claim_count');
    if (given === null) return null;
    if (!/^\d{1,6}$/.test(given)) throw new RecordFault('value-wrong', 'claim_count', given, 'a whole number');
    return Number(given);
  }

  #readClasses(fields: readonly string[]): RecordClass[] {
    const entries = this.#columns.list(fields, 'classes').filter((entry) => entry !== '');
    return entries.map((entry) => this.#classes.read(entry));
  }
}

function numberOf(office: string, given: string): ApplicationNumber {
  const read: ApplicationNumber | NumberFault = readApplicationNumber(office, given);
  if ('fault' in read) throw new RecordFault(read.fault, 'number', given, read.expected);
  return read;
}
