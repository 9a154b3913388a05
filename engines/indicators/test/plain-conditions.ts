import {
  type Constant,
  evaluate,
  evaluateDate,
  parseDate,
  parseExpression,
  patentLists,
  type RecordValues,
} from '@zhiheng/expressions';
import type { StockDefinition } from '../src/definition.js';
import { patentRecordColumns } from '../src/definition-file/patent-record-columns.js';

type Stock = Pick<StockDefinition, 'conditions' | 'parameters'>;
type Condition = StockDefinition['conditions'][number];

/** A time in which a record meets the same conditions, by their ids; `until` is the first day no more, null where there is none. */
export interface PlainStage {
  readonly from: string;
  readonly until: string | null;
  readonly met: readonly string[];
}

interface PlainInterval {
  readonly from: string;
  readonly until: string | null;
}

/** The slow plain way to the stages of one record: at every day on which anything begins or ends, each condition is asked anew. */
export function plainStages(stock: Stock, record: RecordValues): PlainStage[] {
  const intervals = stock.conditions.map((condition) => ({
    id: condition.id,
    times: plainIntervals(stock, condition, record),
  }));
  const ends = intervals.flatMap(({ times }) =>
    times.flatMap(({ from, until }) => [from, ...(until === null ? [] : [until])]),
  );
  const days = [...new Set(ends)].sort();
  const stages: PlainStage[] = [];
  for (const [index, day] of days.entries()) {
    const met = intervals.filter(({ times }) => times.some((time) => holdsOn(time, day))).map(({ id }) => id);
    const last = stages.at(-1);
    const until = days[index + 1] ?? null;
    if (last !== undefined && last.met.join() === met.join()) stages[stages.length - 1] = { ...last, until };
    else stages.push({ from: day, until, met });
  }
  return stages.filter(({ met }) => met.length > 0);
}

function holdsOn({ from, until }: PlainInterval, day: string): boolean {
  return from <= day && (until === null || day < until);
}

function plainIntervals({ parameters }: Stock, condition: Condition, record: RecordValues): PlainInterval[] {
  const named = Object.fromEntries(parameters.map(({ name, type, value }) => [name, { type, value } as Constant]));
  const shape = { columns: patentRecordColumns, lists: patentLists, parameters: named };
  if (condition.where !== null && evaluate(parseExpression(condition.where, shape), record) !== true) return [];
  if (condition.dates !== null) {
    const from = evaluateDate(parseDate(condition.dates.from, shape), record);
    const until = condition.dates.until === null ? null : evaluateDate(parseDate(condition.dates.until, shape), record);
    return from === null ? [] : [{ from, until }];
  }
  const { kind, endedBy, where } = condition.events ?? { kind: '', endedBy: null, where: null };
  const events = (record.lists?.events ?? []).map((values) => ({
    values,
    kind: values.kind,
    reference: values.reference,
    on: typeof values.on === 'string' ? values.on : null,
  }));
  const which = where === null ? null : parseExpression(where, { ...shape, columns: patentLists.events.columns });
  return events.flatMap(({ values, on, reference, ...begun }) => {
    if (begun.kind !== kind || on === null || (which !== null && evaluate(which, values) !== true)) return [];
    let until: string | null = null;
    for (const end of events) {
      if (end.kind !== endedBy || end.on === null || reference === null || end.reference !== reference) continue;
      if (end.on >= on && (until === null || end.on < until)) until = end.on;
    }
    return [{ from: on, until }];
  });
}
