import { recordId } from '@zhiheng/vocabulary';
import { refuseFutureDays } from '../future-day.js';
import { RecordFault } from '../record-fault.js';
import type { SourceRecord } from '../source-record.js';
import { ColumnReader } from './column-reader.js';
import { type DeedKind, deedKinds } from './further-tables.js';
import type { ColumnPlaces } from './header.js';
import type { Mapping } from './mapping.js';
import { joinedNames, rowAmount, rowHead } from './row-head.js';
import { newHolderFields, type PartyRow, rowParties } from './row-parties.js';
import { numberOf, type TableContext } from './row-record.js';

/** The words of `recordals` for what a deed is. */
const recordalKinds: Readonly<Record<DeedKind, string>> = {
  transfer: 'assignment',
  pledge: 'security_interest',
  pledge_release: 'release',
  licence: 'licence',
  open_licence: 'open_licence',
  name_change: 'name_change',
  other: 'other',
};

type Fields = readonly string[];

/** Makes records of the rows of a table of recorded deeds: a row a deed, however many patents it concerns. */
export class DeedRows {
  readonly #mapping: Mapping;
  readonly #columns: ColumnReader;
  readonly #context: TableContext;

  constructor(mapping: Mapping, places: ColumnPlaces, context: TableContext) {
    this.#mapping = mapping;
    this.#columns = new ColumnReader(mapping, places);
    this.#context = context;
  }

  /**
   * The recordal of a row, and what it does to each patent on the day it was recorded. Its amount is that of the whole deed, so
   * that only a deed about one patent tells that patent's. Throws `RecordFault` for the first field at fault.
   */
  record(fields: Fields): SourceRecord {
    const columns = this.#columns;
    const [mapping, context] = [this.#mapping, this.#context];
    const { office, dataset, given } = rowHead(columns, fields, { mapping, context }, 'the number of the deed');
    const number = deedNumber(given);
    const kind = this.#kind(fields);
    const kindAsGiven = columns.given(fields, 'kind');
    const patents = this.#patents(fields, office);
    const parties = rowParties(columns, fields, newHolderFields, mapping.defaults, context);
    const told = {
      from_parties: joinedNames(columns.list(fields, 'from_parties')),
      to_parties: joinedNames(columns.list(fields, 'to_parties')),
      currency: currencyOf(columns, fields, mapping),
    };
    const amount = rowAmount(columns, fields);
    const recordedOn = columns.day(fields, 'recorded_on');
    const event = {
      event: kind === 'name_change' ? 'other' : kind,
      event_on: recordedOn,
      ...told,
      amount: patents.length === 1 ? amount : null,
      reference: number,
      event_as_given: kindAsGiven,
    };
    const record: SourceRecord = {
      group: 'recordals',
      id: `DEED:${recordId(office, number)}`,
      office,
      dataset,
      number,
      numberAsGiven: given,
      stateOn: columns.day(fields, 'state_on'),
      rows: {
        recordals: [
          {
            kind: recordalKinds[kind],
            kind_as_given: kindAsGiven,
            recorded_on: recordedOn,
            executed_on: columns.day(fields, 'executed_on'),
            refers_to: columns.text(fields, 'refers_to'),
            ...told,
            amount,
            ...this.#fee(fields),
          },
        ],
        patent_events: patents.map((patent) => ({ patent, ...event })),
        new_holders: newHolders(kind, parties),
      },
    };
    return refuseFutureDays(record, context.latest);
  }

  /** What a licence costs and where it is used, as far as its row says. */
  #fee(fields: Fields): { fee_rate?: string; industry?: string } {
    const [rate, industry] = [this.#columns.text(fields, 'fee_rate'), this.#columns.text(fields, 'industry')];
    return {
      ...(rate === null ? {} : { fee_rate: feeRate(rate) }),
      ...(industry === null ? {} : { industry: industrySection(industry) }),
    };
  }

  #kind(fields: Fields): DeedKind {
    const word = this.#columns.text(fields, 'kind') ?? this.#mapping.defaults.kind ?? null;
    const kind = deedKinds.find((one) => one === word);
    if (kind !== undefined) return kind;
    if (word === null) throw new RecordFault('field-missing', 'kind', null, `one of ${deedKinds.join(', ')}`);
    throw new RecordFault('value-wrong', 'kind', word, `one of ${deedKinds.join(', ')}`);
  }

  /** Ids of the patents, each once. */
  #patents(fields: Fields, office: string): string[] {
    const numbers = this.#columns.list(fields, 'patents').filter((one) => one !== '');
    if (numbers.length === 0)
      throw new RecordFault('field-missing', 'patents', null, 'the numbers of the applications');
    return [...new Set(numbers.map((one) => recordId(office, numberOf(office, one, 'patents').number)))];
  }
}

/** Whom a transfer names; of other deeds nobody holds anything new. Throws `field-missing` for a transfer to nobody. */
function newHolders(what: DeedKind, parties: readonly PartyRow[]): readonly PartyRow[] {
  if (what !== 'transfer') return [];
  const named = parties.filter(({ name }) => name !== '');
  if (named.length > 0) return named;
  throw new RecordFault('field-missing', 'to_parties', null, 'who holds the patents from now on');
}

/** The currency of a row that tells an amount. Throws `value-wrong`. */
export function currencyOf(columns: ColumnReader, fields: Fields, { defaults }: Mapping): string | null {
  if (columns.text(fields, 'amount') === null) return null;
  const currency = columns.text(fields, 'currency') ?? defaults.currency ?? null;
  if (currency === null || /^[A-Z]{3}$/.test(currency)) return currency;
  throw new RecordFault('value-wrong', 'currency', currency, 'three letters: CNY');
}

function deedNumber(given: string): string {
  const number = given.normalize('NFKC').toUpperCase().replaceAll(/\s/g, '');
  if (/[\p{L}\p{N}]/u.test(number)) return number;
  throw new RecordFault('number-wrong', 'number', given, 'letters and digits');
}

/** A rate in percent, with or without its sign. Throws `value-wrong`. */
function feeRate(given: string): string {
  const plain = given.normalize('NFKC').replace(/\s*%$/, '').trim();
  if (/^\d{1,3}(?:\.\d{1,4})?$/.test(plain) && Number(plain) <= 100) return plain;
  throw new RecordFault('value-wrong', 'fee_rate', given, 'percent of sales, from 0 to 100: 5 or 5%');
}

/** The section of an industry: the letter that its code begins with. Throws `value-wrong`. */
function industrySection(given: string): string {
  const code = given.normalize('NFKC').trim().toUpperCase();
  if (/^[A-T](?:\d{2,4})?$/.test(code)) return code.slice(0, 1);
  throw new RecordFault(
    'value-wrong',
    'industry',
    given,
    'a section of GB/T 4754 from A to T, or a code that begins with it',
  );
}
