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
import { UserFault } from '@zhiheng/vocabulary';
import type { Acting } from '../drafting/drafts.js';
import { tableFlow, tableFlowName } from './table-flow.js';

/** A table that an office would load: which, of what version, from which file, and the object that keeps its text. */
export interface ProposedTable {
  /** Id of the concordance table, or of the list of symbols by edition. */
  readonly table: string;
  readonly tableVersion: string;
  readonly file: string;
  /** SHA-256 of the object that keeps it. */
  readonly hash: string;
}

/** A proposed table on its way. */
export interface TableProposal extends ProposedTable {
  /** `TABLE.NUMBER`. */
  readonly id: string;
  readonly state: string;
  /** Counts the acts; whoever acts names the version that they looked at. */
  readonly version: number;
  readonly history: Instance['history'];
}

/** An act on the proposal of a table; `version` that was looked at, left out: the newest. */
export interface TableStep {
  readonly table: string;
  readonly version?: number | undefined;
  readonly reason?: string | undefined;
}

/** The kind of the acts that put an office's own tables in force; their object is the id of the table. */
export const tableAct = 'classification';

type Then = (transaction: LedgerTransaction<unknown>) => Promise<unknown>;

/** Own tables that wait for a second person, on a ledger that was opened with `actsMigrations`. */
export class TableProposals {
  readonly #ledger: Ledger;
  readonly #instances: Instances;

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
    this.#instances = new Instances(ledger, [tableFlow]);
  }

  /** Proposes a table. Throws `classification-refused` where one of its id waits, `state-changed`, `act-refused`. */
  async propose(given: ProposedTable, reason: string | undefined, acting: Acting): Promise<TableProposal> {
    const { table } = given;
    const waiting = await this.waiting(table);
    if (waiting !== null) {
      const what = 'one was loaded already and waits to be accepted; it is accepted, returned or withdrawn first';
      throw new UserFault('classification-refused', { found: table, values: { what } });
    }
    const before = (await this.#ledger.acts('classification:propose')).filter(({ object }) => object === table);
    const id = `${table}.${before.length + 1}`;
    return this.#act({ id, version: 0, given }, 'propose', reason, acting);
  }

  /** A second person puts a table in force. Throws `four-eyes`, `state-changed`, `act-refused`, `not-found`. */
  accept(step: TableStep, acting: Acting): Promise<TableProposal> {
    return this.#step('accept', step, acting, (given) => async (transaction) => {
      const { table, tableVersion, file, hash } = given;
      await transaction.append({
        ...byActor(acting.actor),
        ...{ time: acting.now.time, kind: tableAct, object: table, hash, after: { version: tableVersion, file } },
      });
    });
  }

  /** Gives a table back, with a reason. */
  return(step: TableStep, acting: Acting): Promise<TableProposal> {
    return this.#step('return', step, acting);
  }

  /** Whoever loaded a table takes it back. */
  withdraw(step: TableStep, acting: Acting): Promise<TableProposal> {
    return this.#step('withdraw', step, acting);
  }

  /** The tables that wait for a second person, by their ids. */
  async open(): Promise<TableProposal[]> {
    return (await this.#instances.open(tableFlowName)).map(proposalOf);
  }

  /** The proposal of a table that waits; null: none does. */
  async waiting(table: string): Promise<TableProposal | null> {
    return (await this.open()).find((one) => one.table === table) ?? null;
  }

  /** What the actor could do with a proposal now. */
  async possible({ id }: TableProposal, { actor, now }: Acting): Promise<PossibleAct[]> {
    const instance = await this.#instances.get(tableFlowName, id);
    return instance === null ? [] : possibleActs(tableFlow, instance, actor, now);
  }

  async #step(
    act: string,
    { table, version, reason }: TableStep,
    acting: Acting,
    then?: (given: ProposedTable) => Then,
  ): Promise<TableProposal> {
    const given = await this.waiting(table);
    if (given === null) {
      const expected = (await this.open()).map((one) => one.table).join(', ') || 'a table that waits to be accepted';
      throw new UserFault('not-found', { found: table, expected, values: { name: table } });
    }
    return this.#act({ id: given.id, version: version ?? given.version, given }, act, reason, acting, then?.(given));
  }

  async #act(
    { id, version, given }: { readonly id: string; readonly version: number; readonly given: ProposedTable },
    act: string,
    reason: string | undefined,
    { actor, now }: Acting,
    then?: Then,
  ): Promise<TableProposal> {
    const input: ActInput = reason === undefined || reason.trim() === '' ? {} : { reason };
    const { table, tableVersion, file, hash } = given;
    const acted = await this.#instances.act<unknown>(
      {
        ...{ flow: tableFlowName, id, version, act, actor, input, now },
        ...(version === 0 && { facts: { table, tableVersion, file, hash } }),
        noted: { kind: `classification:${act}`, object: table, tells: { proposal: id, text: hash } },
      },
      (transaction) => then?.(transaction) ?? Promise.resolve(),
    );
    if (acted.done) return proposalOf(acted.instance);
    throw tableFault(act, acted.refusal);
  }
}

function proposalOf({ id, state, version, history, facts }: Instance): TableProposal {
  const fact = (name: string) => String(facts[name] ?? '');
  const given = { table: fact('table'), tableVersion: fact('tableVersion'), file: fact('file'), hash: fact('hash') };
  return { ...given, id, state: state ?? '', version, history };
}

function tableFault(act: string, refusal: Refusal): UserFault {
  const { code } = refusal;
  const another = code === 'four-eyes' || code === 'second-person' || code === 'guard' || code === 'role';
  return act === 'accept' && another ? new UserFault('four-eyes', { found: refusal.words.en }) : refusalFault(refusal);
}
