import { byActor, type Json, type Ledger, type LedgerTransaction } from '@zhiheng/ledger';
import { type Actor, UserFault } from '@zhiheng/vocabulary';
import { canonicalHash, canonicalText } from '@zhiheng/vocabulary/canonical';
import type { Kysely, Selectable } from 'kysely';
import type { DecisionWord, FieldDecision } from '../decided-fields.js';
import type { FieldValue } from '../field.js';
import { acceptedOnce } from './programme-editions.js';
import type { ReviewTables } from './review-table.js';

/** A decision to be kept; `version`: how many there were when the person looked, left out where nobody looked at the field alone. */
export interface NewDecision {
  readonly field: string;
  readonly decision: DecisionWord;
  readonly value: FieldValue | null;
  readonly read: string;
  readonly note: string | null;
  /** Where several fields are accepted at once; see `batchName`. */
  readonly batch?: string;
  readonly version: number;
}

export type AcceptedProgramme = Selectable<ReviewTables['programme_accepted']>;

interface Acting {
  readonly actor: Actor;
  /** ISO 8601, UTC. */
  readonly time: string;
}

/** Kinds of acts: what was decided about a draft, and that it became a programme. */
export const decideAct = 'programme:decide';
export const acceptAct = 'programme:accept';

/**
 * What people decided about drafts, on a ledger that was opened with `programmeMigrations`. Of two people at one field the first is kept and the other is
 * told (`state-changed`); a draft that became a programme is closed.
 */
export class Reviews {
  readonly #ledger: Ledger;

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  /** The decisions about a draft, in order. */
  decisions(draft: string): Promise<FieldDecision[]> {
    return readDecisions(this.#ledger.database<ReviewTables>(), draft);
  }

  /** Keeps decisions by one act: all of them, or none. */
  decide(draft: string, decisions: readonly NewDecision[], acting: Acting): Promise<void> {
    return this.#ledger.transact<ReviewTables, void>(async (transaction) => {
      await refuseClosed(transaction.database, draft);
      await keep(transaction, draft, decisions, acting);
    });
  }

  /** Keeps that a draft became a programme, with the decisions that came with it. Throws `programme-id-taken`, `state-changed`. */
  accept(
    { programme, draft, hash }: { readonly programme: string; readonly draft: string; readonly hash: string },
    decisions: readonly NewDecision[],
    { seen, ...acting }: Acting & { readonly seen: readonly { readonly field: string; readonly version: number }[] },
  ): Promise<void> {
    return this.#ledger.transact<ReviewTables, void>(async (transaction) => {
      const { database, append } = transaction;
      await refuseClosed(database, draft);
      const before = await acceptedOnce(database, draft);
      if (before?.programme !== programme) await refuseTaken(database, programme);
      refuseMoved(await readDecisions(database, draft), seen);
      if (decisions.length > 0) await keep(transaction, draft, decisions, acting);
      const { actor, time } = acting;
      const row = { programme, draft, hash, person: actor.person, time, reopened_at: null };
      if (before === null) await database.insertInto('programme_accepted').values(row).execute();
      else await database.updateTable('programme_accepted').set(row).where('draft', '=', draft).execute();
      await append({ ...byActor(actor), time, kind: acceptAct, object: programme, hash, after: { draft } });
    });
  }

  /** The programmes that came of drafts that are closed. */
  accepted(): Promise<AcceptedProgramme[]> {
    const rows = this.#ledger.database<ReviewTables>().selectFrom('programme_accepted').selectAll();
    return rows.where('reopened_at', 'is', null).execute();
  }

  /** What a draft last became, though it was opened again since; null for one that never was a programme. */
  acceptedOnce(draft: string): Promise<AcceptedProgramme | null> {
    return acceptedOnce(this.#ledger.database<ReviewTables>(), draft);
  }

  /** The programme that came of a draft; null while it is open. */
  async acceptedFrom(draft: string): Promise<AcceptedProgramme | null> {
    return acceptedFrom(this.#ledger.database<ReviewTables>(), draft);
  }
}

type Tables = Kysely<ReviewTables>;

async function acceptedFrom(database: Tables, draft: string): Promise<AcceptedProgramme | null> {
  const accepted = await acceptedOnce(database, draft);
  return accepted === null || accepted.reopened_at !== null ? null : accepted;
}

async function readDecisions(database: Tables, draft: string): Promise<FieldDecision[]> {
  const query = database.selectFrom('programme_decisions').selectAll().where('draft', '=', draft);
  const rows = await query.orderBy('field').orderBy('version').execute();
  return rows.map(({ draft: _, decision, value, ...row }) => ({
    ...row,
    decision: decision as DecisionWord,
    value: value === null ? null : (JSON.parse(value) as FieldValue),
  }));
}

async function keep(
  { database, append }: LedgerTransaction<ReviewTables>,
  draft: string,
  decisions: readonly NewDecision[],
  { actor, time }: Acting,
): Promise<void> {
  refuseMoved(await readDecisions(database, draft), decisions);
  for (const { field, version, decision, value, read, note, batch = null } of decisions) {
    const text = value === null ? null : canonicalText(value);
    const made = { read, note, batch, person: actor.person, time };
    const row = { draft, field, version: version + 1, decision, value: text, ...made };
    await database.insertInto('programme_decisions').values(row).execute();
  }
  const fields = decisions.map(({ field, decision, value }) => ({
    ...{ field, decision },
    ...(decision === 'correct' ? { value: value as Json } : {}),
  }));
  const hash = canonicalHash(decisions);
  await append({ ...byActor(actor), time, kind: decideAct, object: draft, hash, after: { fields } });
}

/** Whoever looked at an older state is told who came first. */
function refuseMoved(
  decisions: readonly FieldDecision[],
  seen: readonly { readonly field: string; readonly version: number }[],
): void {
  const newest = new Map(decisions.map((one) => [one.field, one] as const));
  for (const { field, version } of seen) {
    const last = newest.get(field);
    if ((last?.version ?? 0) === version) continue;
    throw new UserFault('state-changed', {
      place: { field },
      found: field,
      expected: 'the field as it stands now',
      values: { who: last?.person ?? '', act: last?.decision ?? '', time: last?.time ?? '' },
    });
  }
}

async function refuseClosed(database: Tables, draft: string): Promise<void> {
  const closed = await acceptedFrom(database, draft);
  if (closed === null) return;
  const { person: who, time, programme } = closed;
  throw new UserFault('state-changed', {
    found: programme,
    expected: 'a draft that is open',
    values: { who, act: 'accept', time },
  });
}

async function refuseTaken(database: Tables, programme: string): Promise<void> {
  const rows = database.selectFrom('programme_accepted').select('programme').where('programme', '=', programme);
  if ((await rows.executeTakeFirst()) !== undefined) throw idTaken(programme);
}

/** The id of a programme that is in force already. */
export function idTaken(programme: string): UserFault {
  return new UserFault('programme-id-taken', {
    found: programme,
    expected: 'an id that no programme has',
    values: { programme },
  });
}
