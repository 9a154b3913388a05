import { type Day, type DecisionOutcome, decisionOutcomes, recordId } from '@zhiheng/vocabulary';
import { RecordFault } from '../record-fault.js';
import type { SourceRecord } from '../source-record.js';
import { ColumnReader } from './column-reader.js';
import type { ColumnPlaces } from './header.js';
import type { Mapping } from './mapping.js';
import { rowHead } from './row-head.js';
import { numberOf, type TableContext } from './row-record.js';

type Fields = readonly string[];

/** What a row of a list tells of one application: it has no rows of canonical tables. */
export interface DecidedRecord extends SourceRecord {
  readonly decided: {
    /** As the mapping makes it: an id of a ground, or a text that is none. */
    readonly ground: string;
    /** In the order of time: the notice, then what came of it. */
    readonly steps: readonly { readonly outcome: DecisionOutcome; readonly effectiveOn: Day }[];
  };
}

/** Makes decisions of the rows of a list of what was decided elsewhere. */
export class DecisionRows {
  readonly #mapping: Mapping;
  readonly #columns: ColumnReader;
  readonly #context: TableContext;

  constructor(mapping: Mapping, places: ColumnPlaces, context: TableContext) {
    this.#mapping = mapping;
    this.#columns = new ColumnReader(mapping, places);
    this.#context = context;
  }

  /** What a row decides. Throws `RecordFault` for the first field at fault. */
  record(fields: Fields): DecidedRecord {
    const columns = this.#columns;
    const [mapping, context] = [this.#mapping, this.#context];
    const { office, dataset, given } = rowHead(columns, fields, { mapping, context }, 'the number of the application');
    const { number } = numberOf(office, given);
    const ground = columns.text(fields, 'ground') ?? mapping.defaults.ground ?? null;
    if (ground === null) throw new RecordFault('field-missing', 'ground', null, 'the rule that the decision rests on');
    return {
      ...{ group: 'patent_statements', id: recordId(office, number), office, dataset, number, numberAsGiven: given },
      ...{ stateOn: null, rows: {} },
      decided: { ground, steps: this.#steps(fields) },
    };
  }

  #steps(fields: Fields): { outcome: DecisionOutcome; effectiveOn: Day }[] {
    const [notifiedOn, effectiveOn] = [this.#day(fields, 'notified_on'), this.#day(fields, 'effective_on')];
    const outcome = this.#outcome(fields);
    const notice = notifiedOn === null ? [] : [{ outcome: 'notified' as const, effectiveOn: notifiedOn }];
    if (outcome === null) {
      if (effectiveOn !== null) throw new RecordFault('field-missing', 'outcome', null, decisionOutcomes.join(', '));
      if (notice.length === 0)
        throw new RecordFault('field-missing', 'outcome', null, 'an outcome, or a day of notice');
      return notice;
    }
    if (outcome === 'notified' && notifiedOn !== null) return notice;
    if (effectiveOn === null) throw new RecordFault('field-missing', 'effective_on', null, 'the day of the outcome');
    if (notifiedOn !== null && effectiveOn < notifiedOn) {
      throw new RecordFault('date-wrong', 'effective_on', effectiveOn, `a day from the notice of ${notifiedOn} on`);
    }
    return [...notice, { outcome, effectiveOn }];
  }

  #day(fields: Fields, field: 'notified_on' | 'effective_on'): Day | null {
    const day = this.#columns.day(fields, field);
    const { latest } = this.#context;
    if (day === null || latest === undefined || day <= latest) return day;
    throw new RecordFault('date-wrong', field, day, `a day up to ${latest}`);
  }

  #outcome(fields: Fields): DecisionOutcome | null {
    const word = this.#columns.text(fields, 'outcome') ?? this.#mapping.defaults.outcome ?? null;
    if (word === null) return null;
    const outcome = decisionOutcomes.find((one) => one === word);
    if (outcome !== undefined) return outcome;
    throw new RecordFault('value-wrong', 'outcome', word, `one of ${decisionOutcomes.join(', ')}`);
  }
}
