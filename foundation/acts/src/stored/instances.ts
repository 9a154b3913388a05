import { type Act, byActor, type Json, type Ledger, type LedgerTransaction } from '@zhiheng/ledger';
import { type Actor, OwnFault } from '@zhiheng/vocabulary';
import { canonicalHash } from '@zhiheng/vocabulary/canonical';
import type { Kysely } from 'kysely';
import type { Flow } from '../flow/flow.js';
import { type HistoryEntry, type Instance, newInstance } from '../flow/instance.js';
import type { Moment } from '../flow/moment.js';
import type { ActInput } from '../flow/needs.js';
import type { Refusal } from '../flow/refusal.js';
import { refusalWords } from '../flow/refusal-words.js';
import { possibleActs, tryAct } from '../flow/try-act.js';
import { historyRow, instanceOf, instanceRow } from './instance-rows.js';
import type { ActsTables } from './tables.js';

/** An act to do: on which instance, in the version that the person looked at, 0 to open a new one. */
export interface ActRequest {
  readonly flow: string;
  readonly id: string;
  readonly version: number;
  readonly act: string;
  readonly actor: Actor;
  readonly input?: ActInput;
  readonly now: Moment;
  /** Of a new instance only. */
  readonly organisation?: string;
  readonly holder?: string;
  readonly facts?: ActInput;
  /** How the act of the ledger is named and what it tells beside the new standing; left out: `FLOW:ACT` on `FLOW:ID`. */
  readonly noted?: {
    readonly kind: string;
    readonly object: string;
    readonly tells: Readonly<Record<string, Json>>;
  };
  /** An act of the same transaction that stands for this one too, as leaving does for all that it ends. */
  readonly under?: Pick<Act, 'number'>;
}

/** What came of a stored act; `number` is that of the act in the ledger. */
export type Acted =
  | { readonly done: true; readonly instance: Instance; readonly entry: HistoryEntry; readonly number: number }
  | { readonly done: false; readonly refusal: Refusal };

/** Changes of a room's own tables that belong to an act. */
export type ActChanges<Tables> = (
  transaction: LedgerTransaction<Tables>,
  acted: { readonly instance: Instance; readonly entry: HistoryEntry; readonly number: number },
) => Promise<unknown>;

/** Instances of flows on a ledger that was opened with `actsMigrations`. */
export class Instances {
  readonly #ledger: Ledger;
  readonly #flows: readonly Flow[];

  /** `flows`: every version that some instance still goes by; a new one goes by the newest. */
  constructor(ledger: Ledger, flows: readonly Flow[]) {
    this.#ledger = ledger;
    this.#flows = flows;
  }

  /**
   * Does an act or tells why not, in one transaction with `changes`. Whoever acts on a version that is no longer the
   * newest is refused with `state-changed`. Throws faults of the ledger and what `changes` throws; nothing is kept then.
   */
  act<Tables>(request: ActRequest, changes?: ActChanges<Tables>): Promise<Acted> {
    return this.#ledger.transact<Tables, Acted>((transaction) => this.actWithin(transaction, request, changes));
  }

  /** As `act`, within a transaction of the caller. */
  async actWithin<Tables>(
    transaction: LedgerTransaction<Tables>,
    request: ActRequest,
    changes?: ActChanges<Tables>,
  ): Promise<Acted> {
    const database = transaction.database as unknown as Kysely<ActsTables>;
    const { flow: name, id, version, actor, input = {}, now } = request;
    const stored = await read(database, name, id);
    const before = stored ?? newInstance(this.#newest(name), request);
    const flow = this.#flowOf(before);
    if (before.version !== version) return { done: false, refusal: changedSince(flow, before, request) };
    const tried = tryAct(flow, before, request.act, actor, input, now);
    if (!tried.done) return tried;
    const { instance, entry } = tried;
    await write(database, flow, instance, entry);
    const { kind, object, tells } = request.noted ?? {
      kind: `${name}:${entry.act}`,
      object: `${name}:${id}`,
      tells: {},
    };
    const { number } =
      request.under ??
      (await transaction.append({
        ...byActor(actor),
        ...{ time: now.time, kind, object },
        hash: canonicalHash(instance),
        before: stored === null ? null : standing(stored),
        after: { ...tells, ...standing(instance), input },
      }));
    const acted = { instance, entry, number };
    await changes?.(transaction, acted);
    return { done: true, ...acted };
  }

  /** One instance with its history; null when there is none. */
  get(flow: string, id: string): Promise<Instance | null> {
    return read(this.#ledger.database<ActsTables>(), flow, id);
  }

  /**
   * Instances of these flows from which some act leads on, of one flow when named, by flow and id: what `openWork` looks through.
   * `within`: as a transaction sees them.
   */
  async open<Tables>(flow?: string, within?: LedgerTransaction<Tables>): Promise<Instance[]> {
    const database =
      within === undefined ? this.#ledger.database<ActsTables>() : (within.database as unknown as Kysely<ActsTables>);
    // One statement, so that an act in between cannot part an instance from its history.
    let query = database
      .selectFrom('acts_history')
      .innerJoin('acts_instances', (join) =>
        join.onRef('acts_instances.flow', '=', 'acts_history.flow').onRef('acts_instances.id', '=', 'acts_history.id'),
      )
      .selectAll('acts_history')
      .select(['flow_version', 'acts_instances.version as newest', 'state', 'open', 'organisation', 'holder'])
      .select(['facts', 'clocks'])
      .where('open', '=', 1);
    const names = flow === undefined ? [...new Set(this.#flows.map(({ id }) => id))] : [flow];
    query = query.where('acts_instances.flow', 'in', names);
    const groups = new Map<string, Awaited<ReturnType<typeof query.execute>>>();
    for (const row of await query.orderBy('acts_history.version').execute()) {
      const key = `${row.flow} ${row.id}`;
      groups.set(key, [...(groups.get(key) ?? []), row]);
    }
    return [...groups]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([, rows]) =>
        rows[0] === undefined ? [] : [instanceOf({ ...rows[0], version: rows[0].newest }, rows)],
      );
  }

  #newest(name: string): Flow {
    const versions = this.#flows.filter(({ id }) => id === name).toSorted((a, b) => b.version - a.version);
    if (versions[0] === undefined) throw new OwnFault(`no flow is named ${name}`);
    return versions[0];
  }

  #flowOf({ flow: name, flowVersion }: Instance): Flow {
    const flow = this.#flows.find(({ id, version }) => id === name && version === flowVersion);
    if (flow === undefined) throw new OwnFault(`no flow ${name} of version ${flowVersion}`);
    return flow;
  }
}

async function read(database: Kysely<ActsTables>, flow: string, id: string): Promise<Instance | null> {
  const of = { flow, id };
  const rows = database.selectFrom('acts_instances').selectAll().where('flow', '=', of.flow).where('id', '=', of.id);
  const row = await rows.executeTakeFirst();
  if (row === undefined) return null;
  const entries = database.selectFrom('acts_history').selectAll().where('flow', '=', of.flow).where('id', '=', of.id);
  return instanceOf(row, await entries.where('version', '<=', row.version).orderBy('version').execute());
}

async function write(database: Kysely<ActsTables>, flow: Flow, instance: Instance, entry: HistoryEntry): Promise<void> {
  const row = instanceRow(flow, instance, entry.to);
  if (entry.version === 1) {
    await database.insertInto('acts_instances').values(row).execute();
  } else {
    const { numUpdatedRows } = await database
      .updateTable('acts_instances')
      .set(row)
      .where('flow', '=', row.flow)
      .where('id', '=', row.id)
      .where('version', '=', entry.version - 1)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) throw new OwnFault(`${row.flow} ${row.id} changed within a transaction of the ledger`);
  }
  await database.insertInto('acts_history').values(historyRow(instance, entry)).execute();
}

function changedSince(flow: Flow, instance: Instance, { act, actor, version, now }: ActRequest): Refusal {
  const entry = instance.history.find((one) => one.version === version + 1);
  if (entry === undefined) {
    throw new OwnFault(`${instance.flow} ${instance.id} has no version ${version}; its newest is ${instance.version}`);
  }
  const reason = { code: 'state-changed', act: entry.act, person: entry.person, time: entry.time } as const;
  return { ...reason, words: refusalWords(flow, act, reason), possible: possibleActs(flow, instance, actor, now) };
}

function standing({ state, version, holder }: Instance) {
  return { state, version, holder };
}
