import { evaluate, evaluateDate } from '@zhiheng/expressions';
import type { StockCondition, StockDefinition } from '../definition.js';
import { parseEventTest, parseRecordDate, parseRecordTest } from '../definition-file/record-expressions.js';
import type { ExplainedTest, MetCondition } from './record-explanation.js';
import type { RecordState } from './record-state.js';

type Interval = MetCondition['intervals'][number];

/** In which intervals a record meets each condition of a stock, and whether it does on a day, reckoned one record at a time. */
export function metConditions(definition: StockDefinition, state: RecordState, day: string): MetCondition[] {
  return definition.conditions.map((condition) => {
    const intervals = intervalsOf(condition, definition, state);
    const holds = intervals.some(({ from, until }) => from <= day && (until === null || until > day));
    return { id: condition.id, holds, intervals };
  });
}

/** Whether a record meets one of the conditions; none for a stock without. */
export function conditionsTest(met: readonly MetCondition[], day: string): ExplainedTest[] {
  if (met.length === 0) return [];
  const names = met.map(({ id }) => id);
  const held = met.filter(({ holds }) => holds).map(({ id }) => id);
  return [
    {
      source: 'intervals',
      text: `${names.join(' or ')} on ${day}`,
      leavesOutBy: `none of ${names.join(', ')} on ${day}`,
      place: null,
      holds: held.length > 0,
      values: { conditions: held.length === 0 ? null : held.join(', ') },
      parts: met.map(({ id, holds, intervals }) => ({ text: id, place: null, holds, values: { intervals } })),
    },
  ];
}

function intervalsOf(condition: StockCondition, definition: StockDefinition, state: RecordState): Interval[] {
  const { where, dates, events } = condition;
  if (where !== null && evaluate(parseRecordTest(where, definition.parameters), state) !== true) return [];
  if (dates !== null) {
    const from = evaluateDate(parseRecordDate(dates.from, definition.parameters), state);
    const until =
      dates.until === null ? null : evaluateDate(parseRecordDate(dates.until, definition.parameters), state);
    return from === null || (until !== null && until <= from) ? [] : [{ from, until }];
  }
  return events === null ? [] : eventIntervals(events, definition, state);
}

function eventIntervals(
  { kind, endedBy, where }: NonNullable<StockCondition['events']>,
  { parameters }: StockDefinition,
  state: RecordState,
): Interval[] {
  const all = (state.lists?.events ?? []).flatMap((item) =>
    typeof item.on === 'string' ? [{ item, on: item.on }] : [],
  );
  const asked = where === null ? null : parseEventTest(where, parameters);
  const begun = all.filter(({ item }) => item.kind === kind && (asked === null || evaluate(asked, item) === true));
  return begun
    .map(({ item, on }) => {
      const ends = all.filter(
        (end) =>
          end.item.kind === endedBy && end.on >= on && item.reference !== null && end.item.reference === item.reference,
      );
      const until = ends.map((end) => end.on).sort()[0] ?? null;
      return { from: on, until };
    })
    .filter(({ from, until }) => until === null || until > from)
    .sort((a, b) => (a.from < b.from ? -1 : 1));
}
