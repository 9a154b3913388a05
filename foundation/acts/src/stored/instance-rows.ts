import { canonicalText } from '@zhiheng/vocabulary/canonical';
import type { Selectable } from 'kysely';
import type { FlowDefinition } from '../flow/definition.js';
import type { HistoryEntry, Instance } from '../flow/instance.js';
import type { ActsTables } from './tables.js';

export type InstanceRow = Selectable<ActsTables['acts_instances']>;
export type HistoryRow = Selectable<ActsTables['acts_history']>;

/** The row of an instance that was opened. */
export function instanceRow(flow: FlowDefinition, instance: Instance, state: string): InstanceRow {
  return {
    flow: instance.flow,
    id: instance.id,
    flow_version: instance.flowVersion,
    version: instance.version,
    state,
    open: flow.acts.some(({ from }) => from.includes(state)) ? 1 : 0,
    organisation: instance.organisation,
    holder: instance.holder,
    facts: canonicalText(instance.facts),
    clocks: canonicalText(instance.clocks),
  };
}

export function historyRow({ flow, id }: Instance, entry: HistoryEntry): HistoryRow {
  const { version, act, from, to, person, onBehalfOf, time, input } = entry;
  const texts = { from_state: from, to_state: to, on_behalf_of: onBehalfOf, input: canonicalText(input) };
  return { flow, id, version, act, person, time, ...texts };
}

/** An instance from its row and those of its history in order. */
export function instanceOf(row: InstanceRow, history: readonly HistoryRow[]): Instance {
  return {
    flow: row.flow,
    flowVersion: row.flow_version,
    id: row.id,
    state: row.state,
    version: row.version,
    organisation: row.organisation,
    holder: row.holder,
    facts: JSON.parse(row.facts) as Instance['facts'],
    clocks: JSON.parse(row.clocks) as Instance['clocks'],
    history: history.map(entryOf),
  };
}

function entryOf(row: HistoryRow): HistoryEntry {
  const { version, act, person, time } = row;
  const input = JSON.parse(row.input) as HistoryEntry['input'];
  return { version, act, from: row.from_state, to: row.to_state, person, onBehalfOf: row.on_behalf_of, time, input };
}
