import { callsOf, columnsOf, type Expression, isTable, type ListCall, parametersOf } from '@zhiheng/expressions';
import type { Parameter } from '../definition.js';
import type { SeenValue } from './record-explanation.js';
import type { RecordState } from './record-state.js';

/** What a test looks at of a record: its columns, the values of parameters, and the items of lists that it could select. */
export function seenBy(
  tree: Expression,
  state: RecordState,
  parameters: readonly Parameter[] = [],
): Record<string, SeenValue> {
  const columns = columnsOf(tree).map((name) => [name, plainValue(state[name])] as const);
  const used = parametersOf(tree);
  const valued = parameters.flatMap(({ name, value }) => (used.includes(name) ? [[`$${name}`, value] as const] : []));
  const lists = new Map<string, Set<RecordState>>();
  for (const { call } of callsOf(tree)) {
    for (const { list, items } of itemsOf(call, state)) {
      const seen = lists.get(list) ?? new Set();
      for (const item of items) seen.add(item);
      lists.set(list, seen);
    }
  }
  const rows = [...lists].map(([list, items]) => [list, [...items] as Readonly<Record<string, unknown>>[]] as const);
  return Object.fromEntries([...columns, ...valued, ...rows]);
}

/** Items by their names alone, whatever the question asks of them besides: those it refuses are seen too. */
function itemsOf(call: ListCall, { lists }: RecordState): { list: string; items: RecordState[] }[] {
  if (call.kind === 'classified') {
    const asked = String(call.scheme.value);
    const of = (list: string, wanted: string) => ({
      list,
      items: (lists?.[list] ?? []).filter(({ scheme }) => scheme === wanted),
    });
    // Of a table: the symbols that it looks at, and the codes that it gives.
    return isTable(asked) ? [of('classes', 'ipc'), of('tags', asked)] : [of('classes', asked)];
  }
  const selections = call.kind === 'held' ? [call.begun, call.ended] : [call.items];
  const [{ list }] = selections as [(typeof selections)[number]];
  const named = (item: RecordState) =>
    selections.some(({ named: name }) => name === null || item[name.column] === name.name);
  return [{ list, items: (lists?.[list] ?? []).filter(named) }];
}

/** A value of a record that is no list. */
export function plainValue(value: RecordState[string]): string | number | boolean | null {
  return value === undefined || typeof value === 'object' ? null : value;
}
