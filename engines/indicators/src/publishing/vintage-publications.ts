import {
  type ActInput,
  type Instance,
  Instances,
  type PossibleAct,
  possibleActs,
  type Refusal,
  refusalFault,
} from '@zhiheng/acts';
import { byActor, type Ledger, type LedgerTransaction } from '@zhiheng/ledger';
import { OwnFault, UserFault } from '@zhiheng/vocabulary';
import { canonicalHash } from '@zhiheng/vocabulary/canonical';
import type { Acting } from '../drafting/drafts.js';
import type { CorrectionNotice, PublicationRound, RoundState, VintagePublication } from './publication.js';
import { proposingActs, publicationFlow, publicationFlowName } from './publication-flow.js';
import type { PublicationTables } from './publications-table.js';

/** A vintage that is proposed: its name, the hash of its manifest, and the persons who computed it. */
export interface ProposedVintage {
  readonly vintage: string;
  readonly hash: string;
  readonly computedBy: readonly string[];
}

/** An act on the newest round of a vintage; `version` that was looked at, left out: the newest. */
export interface RoundStep {
  readonly vintage: string;
  readonly version?: number | undefined;
  readonly reason?: string | undefined;
}

/** What signing does beside: the publication that was current when values were compared, and how many of them differ. */
export interface SigningGround {
  readonly replaces: VintagePublication | null;
  readonly differing: Readonly<Record<string, number>>;
}

type Changes = (
  transaction: LedgerTransaction<PublicationTables>,
  acted: { readonly number: number; readonly instance: Instance },
) => Promise<unknown>;

/**
 * Publications of vintages, round by round, on a ledger that was opened with `actsMigrations` and `publicationMigrations`. The newest is what
 * readers see; those before it stay as they were.
 */
export class VintagePublications {
  readonly #ledger: Ledger;
  readonly #instances: Instances;

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
    this.#instances = new Instances(ledger, [publicationFlow]);
  }

  /** Proposes to publish a vintage, again where it was returned. Throws `state-changed`, `act-refused`, `publication-refused`. */
  async propose(
    { vintage, hash, computedBy }: ProposedVintage,
    { reason, version }: Omit<RoundStep, 'vintage'>,
    acting: Acting,
  ): Promise<PublicationRound> {
    const newest = await this.newest(vintage);
    if (newest !== null && isOpenRound(newest)) {
      return this.#act({ ...newest, version: version ?? newest.version }, 'propose-again', { reason }, acting);
    }
    if ((await this.current())?.vintage === vintage) throw refused(vintage, 'it is what readers see already');
    const round = (newest?.round ?? 0) + 1;
    const row = { id: `${vintage}.${round}`, vintage, round, hash };
    const facts = { vintage, computedBy: computedBy.join(' ') };
    return this.#act({ ...row, version: 0, facts }, 'propose', { reason }, acting, async ({ database }) => {
      await database.insertInto('indicators_vintage_rounds').values(row).execute();
    });
  }

  /**
   * A second person publishes a proposed vintage. Where values of the one before differ, a correction notice is an act of its own. Throws
   * `four-eyes`, `state-changed`, `act-refused`.
   */
  async sign(
    { vintage, version, reason }: RoundStep,
    { replaces, differing }: SigningGround,
    acting: Acting,
  ): Promise<PublicationRound> {
    const round = await this.get(vintage);
    const { hash } = round;
    const seen = { ...round, version: version ?? round.version };
    return this.#act(seen, 'sign', { reason }, acting, async (transaction, { number: act, instance }) => {
      const { database } = transaction;
      const publications = database.selectFrom('indicators_vintage_publications').select('act');
      const current = await publications.orderBy('act', 'desc').executeTakeFirst();
      // Another was published since the values were compared.
      if ((current?.act ?? null) !== (replaces?.act ?? null)) throw refused(vintage, 'another was published meanwhile');
      const row = { act, vintage, round: round.id, hash, replaces: replaces?.act ?? null };
      await database.insertInto('indicators_vintage_publications').values(row).execute();
      if (replaces === null || Object.keys(differing).length === 0) return;
      const told = { vintage, corrects: replaces.vintage, reason: proposalOf(instance).reason, differing };
      const notice = await transaction.append({
        ...byActor(acting.actor),
        ...{ time: acting.now.time, kind: 'vintage:correction', object: vintage },
        hash: canonicalHash(told),
        after: told,
      });
      await database
        .insertInto('indicators_correction_notices')
        .values({
          ...{ act: notice.number, publication: act, vintage, corrects: replaces.vintage, reason: told.reason },
          ...{ differing: JSON.stringify(differing), time: acting.now.time },
        })
        .execute();
    });
  }

  /** Gives a proposal back, with a reason. */
  return(step: RoundStep, acting: Acting): Promise<PublicationRound> {
    return this.#step('return', step, acting);
  }

  /** Ends a round without a publication. */
  withdraw(step: RoundStep, acting: Acting): Promise<PublicationRound> {
    return this.#step('withdraw', step, acting);
  }

  /** The newest round of a vintage. Throws `not-found`. */
  async get(vintage: string): Promise<PublicationRound> {
    const found = await this.newest(vintage);
    if (found === null) throw new UserFault('not-found', { found: vintage, values: { name: vintage } });
    return found;
  }

  /** The newest round of a vintage; null where nobody ever proposed it. */
  async newest(vintage: string): Promise<PublicationRound | null> {
    const rows = this.#tables.selectFrom('indicators_vintage_rounds').selectAll().where('vintage', '=', vintage);
    const row = await rows.orderBy('round', 'desc').executeTakeFirst();
    if (row === undefined) return null;
    const instance = await this.#instances.get(publicationFlowName, row.id);
    if (instance === null) throw new OwnFault(`the round ${row.id} has no instance`);
    return roundOf(row, instance);
  }

  /** The newest round of every vintage that was ever proposed, by its name. */
  async rounds(): Promise<ReadonlyMap<string, PublicationRound>> {
    const rows = await this.#tables.selectFrom('indicators_vintage_rounds').select('vintage').distinct().execute();
    const all = await Promise.all(rows.map(({ vintage }) => this.get(vintage)));
    return new Map(all.map((round) => [round.vintage, round]));
  }

  /** Every publication, the oldest first. */
  async all(): Promise<VintagePublication[]> {
    const rows = this.#tables.selectFrom('indicators_vintage_publications').selectAll();
    return Promise.all((await rows.orderBy('act').execute()).map((row) => this.#publicationOf(row)));
  }

  /** What readers see; null before the first publication. */
  async current(): Promise<VintagePublication | null> {
    const rows = this.#tables.selectFrom('indicators_vintage_publications').selectAll();
    const row = await rows.orderBy('act', 'desc').executeTakeFirst();
    return row === undefined ? null : this.#publicationOf(row);
  }

  /** Correction notices, the newest first. */
  async notices(): Promise<CorrectionNotice[]> {
    const rows = this.#tables.selectFrom('indicators_correction_notices').selectAll();
    return (await rows.orderBy('act', 'desc').execute()).map(({ act, time, vintage, corrects, reason, differing }) => ({
      ...{ act, time, vintage, corrects, reason },
      differing: JSON.parse(differing) as CorrectionNotice['differing'],
    }));
  }

  /** What the actor could do with a round now. */
  async possible({ id }: PublicationRound, { actor, now }: Acting): Promise<PossibleAct[]> {
    const instance = await this.#instances.get(publicationFlowName, id);
    return instance === null ? [] : possibleActs(publicationFlow, instance, actor, now);
  }

  get #tables() {
    return this.#ledger.database<PublicationTables>();
  }

  async #publicationOf(row: PublicationTables['indicators_vintage_publications']): Promise<VintagePublication> {
    const instance = await this.#instances.get(publicationFlowName, row.round);
    const signed = instance?.history.find(({ act }) => act === 'sign');
    if (instance === null || signed === undefined) throw new OwnFault(`the round ${row.round} was not signed`);
    return { ...row, ...proposalOf(instance), signedBy: signed.person, time: signed.time };
  }

  async #step(act: string, { vintage, version, reason }: RoundStep, acting: Acting): Promise<PublicationRound> {
    const round = await this.get(vintage);
    return this.#act({ ...round, version: version ?? round.version }, act, { reason }, acting);
  }

  async #act(
    {
      id,
      vintage,
      round,
      hash,
      version,
      facts,
    }: Pick<PublicationRound, 'id' | 'vintage' | 'round' | 'hash' | 'version'> & {
      readonly facts?: ActInput;
    },
    act: string,
    { reason }: { readonly reason?: string | undefined },
    { actor, now }: Acting,
    changes?: Changes,
  ): Promise<PublicationRound> {
    const input: ActInput = reason === undefined || reason.trim() === '' ? {} : { reason };
    const acted = await this.#instances.act<PublicationTables>(
      {
        ...{ flow: publicationFlowName, id, version, act, actor, input, now },
        ...(facts && { facts }),
        noted: { kind: `vintage:${act}`, object: vintage, tells: { round: id, manifest: hash } },
      },
      (transaction, made) => changes?.(transaction, made) ?? Promise.resolve(),
    );
    if (acted.done) return roundOf({ id, vintage, round, hash }, acted.instance);
    throw publicationFault(act, acted.refusal);
  }
}

/** Whether a round still waits for somebody. */
export function isOpenRound({ state }: Pick<PublicationRound, 'state'>): boolean {
  return state === 'proposed' || state === 'returned';
}

/** The newest proposal of a round: by whom, and why. */
function proposalOf({ id, history }: Pick<Instance, 'id' | 'history'>): { proposedBy: string; reason: string } {
  const proposal = history.findLast(({ act }) => proposingActs.some((one) => one === act));
  if (proposal === undefined) throw new OwnFault(`the round ${id} was never proposed`);
  return { proposedBy: proposal.person, reason: String(proposal.input.reason) };
}

function roundOf(
  { id, vintage, round, hash }: PublicationTables['indicators_vintage_rounds'],
  { state, version, history }: Instance,
): PublicationRound {
  return { id, vintage, round, hash, state: state as RoundState, version, history };
}

function refused(vintage: string, what: string): UserFault {
  return new UserFault('publication-refused', { found: vintage, values: { what } });
}

function publicationFault(act: string, refusal: Refusal): UserFault {
  const { code } = refusal;
  const another = code === 'four-eyes' || code === 'second-person' || code === 'guard' || code === 'role';
  return act === 'sign' && another ? new UserFault('four-eyes', { found: refusal.words.en }) : refusalFault(refusal);
}
