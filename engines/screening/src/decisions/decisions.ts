import { byActor, type Json, type Ledger, type LedgerTransaction } from '@zhiheng/ledger';
import { type Actor, type DecisionOutcome, UserFault } from '@zhiheng/vocabulary';
import type { Selectable } from 'kysely';
import type { Decision, DecisionAct, NewDecision } from './decision.js';
import type { DecisionTables } from './decisions-table.js';

/** Who decides, when (ISO 8601, UTC) and why. */
export interface Deciding {
  readonly actor: Pick<Actor, 'person' | 'onBehalfOf' | 'surface'>;
  readonly time: string;
  readonly reason: string;
}

/** A list that somebody else decided: its name, and the hash of what is kept of it. */
export interface DecidedList {
  readonly list: string;
  readonly kept: string;
}

export interface DecisionPage {
  /** Of this application alone. */
  readonly application?: string;
  readonly limit: number;
  /** Behind this decision; the newest come first. */
  readonly after?: { readonly act: number; readonly row: number };
}

const longestReason = 2000;
/** Rows of one INSERT: databases bound the number of parameters. */
const rowsAtOnce = 500;

/** What people decided about applications, on a ledger that was opened with `screeningMigrations`. */
export class Decisions {
  readonly #ledger: Ledger;

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  /**
   * Decides, all or none, in one act. Throws `reason-missing`; `state-changed` where the newest decision of an application on a ground says
   * the same already.
   */
  async decide(
    decisions: readonly NewDecision[],
    deciding: Deciding,
    from: DecidedList | null = null,
  ): Promise<DecisionAct> {
    demandReason(deciding);
    return this.#ledger.transact<DecisionTables, DecisionAct>(async (transaction) => {
      if (from === null) for (const decision of decisions) await demandNews(transaction, decision);
      const kind = from === null ? 'decide' : 'import';
      const { actor, time, reason } = deciding;
      const [first] = decisions;
      const object = from?.list ?? first?.application ?? '';
      const after: Json =
        from === null
          ? { decisions: decisions.map((one) => ({ ...one })), reason }
          : { decisions: decisions.length, list: from.list, reason };
      const { number: act } = await transaction.append({
        ...byActor(actor),
        ...{ time, kind: `decisions:${kind}`, object, hash: from?.kept ?? '', after },
      });
      const { person, onBehalfOf } = actor;
      const undone = { undone_act: null, undone_person: null, undone_on_behalf_of: null, undone_time: null };
      const told = { list: from?.list ?? null, kept: from?.kept ?? null, decisions: decisions.length };
      const row = {
        act,
        kind,
        person,
        on_behalf_of: onBehalfOf,
        time,
        reason,
        ...told,
        ...undone,
        undone_reason: null,
      };
      await transaction.database.insertInto('screening_decision_acts').values(row).execute();
      await insertDecisions(transaction, act, decisions);
      return actOf(row);
    });
  }

  /** Takes back what an act decided; vintages that rest on it keep it. Throws `reason-missing`, `not-found`, `state-changed`. */
  undo(act: number, deciding: Deciding): Promise<DecisionAct> {
    demandReason(deciding);
    return this.#ledger.transact<DecisionTables, DecisionAct>(async ({ database, append }) => {
      const rows = await database.selectFrom('screening_decision_acts').selectAll().where('act', '=', act).execute();
      const [made] = rows.map(actOf);
      if (made === undefined) {
        throw new UserFault('not-found', {
          found: String(act),
          expected: 'the act of a decision',
          values: { name: `act ${act}` },
        });
      }
      if (made.undone !== null) {
        const { person: who, time } = made.undone;
        throw new UserFault('state-changed', {
          found: `act ${act}`,
          expected: 'a decision that stands',
          values: { who, act: 'decisions:undo', time },
        });
      }
      const { actor, time, reason } = deciding;
      const { person, onBehalfOf } = actor;
      const { number } = await append({
        ...byActor(actor),
        ...{ time, kind: 'decisions:undo', object: `act ${act}`, hash: '' },
        before: { act, decisions: made.decisions },
        after: { reason },
      });
      const undone = { undone_act: number, undone_person: person, undone_on_behalf_of: onBehalfOf };
      await database
        .updateTable('screening_decision_acts')
        .set({ ...undone, undone_time: time, undone_reason: reason })
        .where('act', '=', act)
        .execute();
      return { ...made, undone: { act: number, person, onBehalfOf, time, reason } };
    });
  }

  /** Every decision, those taken back too, in the order in which they were made. */
  async all(): Promise<Decision[]> {
    const database = this.#ledger.database<DecisionTables>();
    const rows = await database
      .selectFrom('screening_decisions as decision')
      .innerJoin('screening_decision_acts as made', 'made.act', 'decision.act')
      .selectAll('decision')
      .select('made.undone_act')
      .orderBy('decision.act')
      .orderBy('decision.row')
      .execute();
    return rows.map(decisionOf);
  }

  /** A page of decisions, the newest first. */
  async page({ application, limit, after }: DecisionPage): Promise<Decision[]> {
    let query = this.#ledger
      .database<DecisionTables>()
      .selectFrom('screening_decisions as decision')
      .innerJoin('screening_decision_acts as made', 'made.act', 'decision.act')
      .selectAll('decision')
      .select('made.undone_act');
    if (application !== undefined) query = query.where('decision.application', '=', application);
    if (after !== undefined) {
      query = query.where((one) =>
        one.or([
          one('decision.act', '<', after.act),
          one.and([one('decision.act', '=', after.act), one('decision.row', '>', after.row)]),
        ]),
      );
    }
    return (await query.orderBy('decision.act', 'desc').orderBy('decision.row').limit(limit).execute()).map(decisionOf);
  }

  /** The acts that decided, the newest first; `only`: those of these numbers. */
  async acts(only?: readonly number[]): Promise<DecisionAct[]> {
    if (only?.length === 0) return [];
    let query = this.#ledger.database<DecisionTables>().selectFrom('screening_decision_acts').selectAll();
    if (only !== undefined) query = query.where('act', 'in', [...new Set(only)]);
    return (await query.orderBy('act', 'desc').execute()).map(actOf);
  }

  /** The acts that took over a list, the newest first. */
  async lists(): Promise<DecisionAct[]> {
    const database = this.#ledger.database<DecisionTables>();
    const query = database.selectFrom('screening_decision_acts').selectAll().where('list', 'is not', null);
    return (await query.orderBy('act', 'desc').execute()).map(actOf);
  }

  /** The number of the last act that decided or took back; 0: there is none. */
  async lastAct(): Promise<number> {
    const [last] = await this.#ledger
      .database<DecisionTables>()
      .selectFrom('screening_decision_acts')
      .select(({ fn }) => [fn.max('act').as('made'), fn.max('undone_act').as('undone')])
      .execute();
    return Math.max(0, Number(last?.made ?? 0), Number(last?.undone ?? 0));
  }

  /** How many acts that decided or took back lie behind a position. */
  async actsBehind(position: number): Promise<number> {
    const [row] = await this.#ledger
      .database<DecisionTables>()
      .selectFrom('screening_decision_acts')
      .select(({ fn }) => fn.countAll().as('acts'))
      .where((one) => one.or([one('act', '>', position), one('undone_act', '>', position)]))
      .execute();
    return Number(row?.acts ?? 0);
  }
}

async function insertDecisions(
  { database }: LedgerTransaction<DecisionTables>,
  act: number,
  decisions: readonly NewDecision[],
): Promise<void> {
  for (let from = 0; from < decisions.length; from += rowsAtOnce) {
    const rows = decisions
      .slice(from, from + rowsAtOnce)
      .map(({ application, ground, outcome, effectiveOn }, index) => ({
        ...{ act, row: from + index, application, ground, outcome, effective_on: effectiveOn },
      }));
    await database.insertInto('screening_decisions').values(rows).execute();
  }
}

/** The newest decision that stands on the ground must say something else. */
async function demandNews({ database }: LedgerTransaction<DecisionTables>, decision: NewDecision): Promise<void> {
  const { application, ground, outcome, effectiveOn } = decision;
  const [newest] = await database
    .selectFrom('screening_decisions as decision')
    .innerJoin('screening_decision_acts as made', 'made.act', 'decision.act')
    .select(['decision.outcome', 'decision.effective_on', 'made.person', 'made.time'])
    .where('decision.application', '=', application)
    .where('decision.ground', '=', ground)
    .where('made.undone_act', 'is', null)
    .orderBy('decision.act', 'desc')
    .orderBy('decision.row', 'desc')
    .limit(1)
    .execute();
  if (newest?.outcome !== outcome || newest.effective_on !== effectiveOn) return;
  throw new UserFault('state-changed', {
    found: `${application} ${ground} ${outcome} ${effectiveOn}`,
    expected: 'another outcome or another day',
    values: { who: newest.person, act: 'decisions:decide', time: newest.time },
  });
}

function demandReason({ reason }: Deciding): void {
  const length = [...reason.trim()].length;
  if (length > 0 && length <= longestReason && !/\0|\p{Surrogate}/u.test(reason)) return;
  const expected = `words that say why, at most ${longestReason} characters`;
  throw new UserFault('reason-missing', { place: { field: 'reason' }, found: `${length} characters`, expected });
}

type DecisionRow = Selectable<DecisionTables['screening_decisions']> & { readonly undone_act: number | null };

function decisionOf({ act, row, application, ground, outcome, effective_on, undone_act }: DecisionRow): Decision {
  const effectiveOn = effective_on;
  return { act, row, application, ground, outcome: outcome as DecisionOutcome, effectiveOn, undoneAct: undone_act };
}

function actOf(row: Selectable<DecisionTables['screening_decision_acts']>): DecisionAct {
  const { act, kind, person, on_behalf_of: onBehalfOf, time, reason, list, kept, decisions } = row;
  const undone =
    row.undone_act === null
      ? null
      : {
          act: row.undone_act,
          person: row.undone_person ?? '',
          onBehalfOf: row.undone_on_behalf_of,
          time: row.undone_time ?? '',
          reason: row.undone_reason ?? '',
        };
  return { act, kind: kind as DecisionAct['kind'], person, onBehalfOf, time, reason, list, kept, decisions, undone };
}
