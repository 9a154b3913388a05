import { type HistoryEntry, keepInstance, newInstance } from '@zhiheng/acts';
import { OwnFault } from '@zhiheng/vocabulary';
import type { Kysely } from 'kysely';
import { roleFlowWithoutDeadline } from './role-flow.js';
import { type Areas, rolesOfTwo } from './role-grant.js';
import { factsOf } from './role-instances.js';
import type { AccountTables, Row } from './tables.js';

interface OldAct {
  readonly kind: string;
  readonly object: string;
  readonly time: string;
  readonly person: string;
  readonly on_behalf_of: string | null;
  readonly after: string | null;
}

type Tables = AccountTables & { readonly acts: OldAct & { readonly number: number } };

/** Brings the grants of roles of two persons, given before there was a flow, into it: their history is in the acts of the ledger. */
export async function bringGrantsIntoFlow(database: Kysely<unknown>): Promise<void> {
  const tables = database as Kysely<Tables>;
  const grants = await tables.selectFrom('account_roles').selectAll().where('role', 'in', rolesOfTwo).execute();
  if (grants.length === 0) return;
  const kinds = ['role-proposed', 'role-granted', 'role-turned-down', 'role-withdrawn', 'account-left'];
  const acts = await tables
    .selectFrom('acts')
    .select(['kind', 'object', 'time', 'person', 'on_behalf_of', 'after'])
    .where('kind', 'in', kinds)
    .orderBy('number')
    .execute();
  for (const grant of grants) {
    const history = historyOf(grant, acts);
    if (history.at(-1)?.to !== grant.state)
      throw new OwnFault(`the acts of the grant ${grant.id} do not lead to its state`);
    const flow = roleFlowWithoutDeadline;
    const facts = factsOf({ ...grant, areas: JSON.parse(grant.areas) as Areas, from: grant.from_on, to: grant.to_on });
    const { state } = grant;
    const begun = newInstance(flow, { id: grant.id, facts });
    await keepInstance(tables, flow, { ...begun, state, version: history.length, history });
  }
}

function historyOf(grant: Row<'account_roles'>, acts: readonly OldAct[]): HistoryEntry[] {
  const history: HistoryEntry[] = [];
  for (const act of acts) {
    const name = actNameOf(grant, act, history.length === 0);
    if (name === null || history.at(-1)?.to === 'withdrawn') continue;
    const from = history.at(-1)?.to ?? null;
    const to = roleFlowWithoutDeadline.acts.find(({ id }) => id === name)?.to ?? from ?? '';
    // What ended before its account left is not ended again.
    if (name === 'end' && from !== 'proposed' && from !== 'granted') continue;
    const { time, person, on_behalf_of: onBehalfOf } = act;
    history.push({ version: history.length + 1, act: name, from, to, person, onBehalfOf, time, input: {} });
  }
  return history;
}

/** The act of the flow that an act of the ledger was for this grant; null for none. */
function actNameOf(grant: Row<'account_roles'>, { kind, object, after }: OldAct, first: boolean): string | null {
  if (object !== grant.account) return null;
  if (kind === 'account-left') return first ? null : 'end';
  const { grant: id } = JSON.parse(after ?? '{}') as { grant?: string };
  if (id !== grant.id) return null;
  if (kind === 'role-granted') return first ? 'appoint' : 'confirm';
  return { 'role-proposed': 'propose', 'role-turned-down': 'turn-down' }[kind] ?? 'withdraw';
}
