import { type Day, recordId } from '@zhiheng/vocabulary';
import { refuseFutureDays } from '../future-day.js';
import type { RowOf, SourceRecord } from '../source-record.js';
import { markNumber, registrationNumber } from '../trademark/mark-numbers.js';
import { hasEnded, type MarkStatus, markStatus, markStatuses } from '../trademark/mark-status.js';
import { markFeature, markKind } from '../trademark/mark-words.js';
import { ColumnReader } from './column-reader.js';
import type { ColumnPlaces } from './header.js';
import type { Mapping } from './mapping.js';
import { rowHead } from './row-head.js';
import { holderFields, rowParties } from './row-parties.js';
import type { TableContext } from './row-record.js';

type Fields = readonly string[];

/** Makes records of the rows of a table of trade marks: a row a mark. */
export class MarkRows {
  readonly #mapping: Mapping;
  readonly #columns: ColumnReader;
  readonly #context: TableContext;

  constructor(mapping: Mapping, places: ColumnPlaces, context: TableContext) {
    this.#mapping = mapping;
    this.#columns = new ColumnReader(mapping, places);
    this.#context = context;
  }

  /** The record of a row. A mark that ended without a day of its own ended on that of its status. Throws `RecordFault`. */
  record(fields: Fields): SourceRecord {
    const columns = this.#columns;
    const [mapping, context] = [this.#mapping, this.#context];
    const { office, dataset, given } = rowHead(columns, fields, { mapping, context }, 'the number of the application');
    const number = markNumber(office, given);
    const kindAsGiven = columns.given(fields, 'kind');
    const status = this.#status(fields);
    const statusOn = columns.day(fields, 'status_on');
    const holders = rowParties(columns, fields, holderFields, mapping.defaults, context);
    const record: SourceRecord = {
      group: 'trademarks',
      id: recordId(office, number),
      office,
      dataset,
      number,
      numberAsGiven: given,
      stateOn: columns.day(fields, 'state_on') ?? statusOn,
      rows: {
        trademarks: [
          {
            registration_number: registrationNumber(columns.text(fields, 'registration_number')),
            kind: markKind(columns.text(fields, 'kind') ?? mapping.defaults.kind ?? null),
            kind_as_given: kindAsGiven,
            mark_text: columns.text(fields, 'mark_text'),
            feature: markFeature(office, null, columns.text(fields, 'feature')),
            filed_on: columns.day(fields, 'filed_on'),
            published_on: columns.day(fields, 'published_on'),
            registered_on: columns.day(fields, 'registered_on'),
            ceased_on: columns.day(fields, 'ceased_on') ?? endedOn(status, statusOn),
            status,
            status_as_given: columns.given(fields, 'status'),
            status_on: statusOn,
            agency: columns.text(fields, 'agency'),
          },
        ],
        trademark_classes: this.#classes(fields),
        trademark_holders: holders,
      },
    };
    return refuseFutureDays(record, context.latest);
  }

  /** A word of ours as it stands or by `codes`, else what the words say. */
  #status(fields: Fields): MarkStatus | null {
    const word = this.#columns.text(fields, 'status');
    return markStatuses.find((one) => one === word) ?? markStatus('', null, word);
  }

  /** Each class with its goods; goods in one text, of several classes, stand with the first. */
  #classes(fields: Fields): RowOf<'trademark_classes'>[] {
    const rule = this.#mapping.columns.get('classes');
    const classes = this.#columns.list(fields, 'classes').filter((one) => one !== '');
    const goods = this.#columns.list(fields, 'goods');
    const texts = goods.length === classes.length ? goods : [goods.filter((one) => one !== '').join('; ')];
    const rows = classes.map((given, index) => ({
      scheme: rule?.scheme ?? 'nice',
      edition: rule?.edition ?? null,
      class: given.replace(/^第?0*(?=\d)/u, '').replace(/类$/u, ''),
      goods: texts[index] || null,
      first_used_on: null,
    }));
    if (rows.length > 0 || (texts[0] ?? '') === '') return rows;
    return [{ scheme: 'nice', edition: null, class: null, goods: texts[0] ?? null, first_used_on: null }];
  }
}

function endedOn(status: MarkStatus | null, statusOn: Day | null): Day | null {
  return hasEnded(status) ? statusOn : null;
}
