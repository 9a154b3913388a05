import { type Instance, type PossibleAct, Proposals } from '@zhiheng/acts';
import { byActor, type Ledger } from '@zhiheng/ledger';
import { UserFault } from '@zhiheng/vocabulary';
import type { Acting } from '../drafting/drafts.js';
import { tableFlow } from './table-flow.js';

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

/** Own tables that wait for a second person, on a ledger that was opened with `actsMigrations`. */
export class TableProposals {
  readonly #proposals: Proposals;

  constructor(ledger: Ledger) {
    this.#proposals = new Proposals(ledger, tableFlow, {
      kind: 'classification',
      tells: ({ hash }) => ({ text: String(hash) }),
    });
  }

  /** Proposes a table. Throws `classification-refused` where one of its id waits, `state-changed`, `act-refused`. */
  async propose(
    { table, tableVersion, file, hash }: ProposedTable,
    reason: string | undefined,
    acting: Acting,
  ): Promise<TableProposal> {
    const facts = { table, tableVersion, file, hash };
    const refused = () => {
      const what = 'one was loaded already and waits to be accepted; it is accepted, returned or withdrawn first';
      return new UserFault('classification-refused', { found: table, values: { what } });
    };
    return proposalOf(await this.#proposals.propose({ object: table, facts, reason }, refused, acting));
  }

  /** A second person puts a table in force. Throws `four-eyes`, `state-changed`, `act-refused`, `not-found`. */
  async accept(step: TableStep, acting: Acting): Promise<TableProposal> {
    const waiting = await this.#demandWaiting(step.table);
    const accepted = await this.#proposals.step('accept', waiting, step, acting, async (transaction, { instance }) => {
      const { table, tableVersion, file, hash } = proposalOf(instance);
      await transaction.append({
        ...byActor(acting.actor),
        ...{ time: acting.now.time, kind: tableAct, object: table, hash, after: { version: tableVersion, file } },
      });
    });
    return proposalOf(accepted);
  }

  /** Gives a table back, with a reason. */
  async return(step: TableStep, acting: Acting): Promise<TableProposal> {
    return proposalOf(await this.#proposals.step('return', await this.#demandWaiting(step.table), step, acting));
  }

  /** Whoever loaded a table takes it back. */
  async withdraw(step: TableStep, acting: Acting): Promise<TableProposal> {
    return proposalOf(await this.#proposals.step('withdraw', await this.#demandWaiting(step.table), step, acting));
  }

  /** The tables that wait for a second person, by their ids. */
  async open(): Promise<TableProposal[]> {
    return (await this.#proposals.open()).map(proposalOf);
  }

  /** The proposal of a table that waits; null: none does. */
  async waiting(table: string): Promise<TableProposal | null> {
    return (await this.open()).find((one) => one.table === table) ?? null;
  }

  /** What the actor could do with a proposal now. */
  possible({ id }: TableProposal, acting: Acting): Promise<PossibleAct[]> {
    return this.#proposals.possible(id, acting);
  }

  async #demandWaiting(table: string): Promise<Instance> {
    const open = await this.#proposals.open();
    const found = open.find((one) => proposalOf(one).table === table);
    if (found !== undefined) return found;
    const expected = open.map((one) => proposalOf(one).table).join(', ') || 'a table that waits to be accepted';
    throw new UserFault('not-found', { found: table, expected, values: { name: table } });
  }
}

function proposalOf({ id, state, version, history, facts }: Instance): TableProposal {
  const fact = (name: string) => String(facts[name] ?? '');
  const given = { table: fact('table'), tableVersion: fact('tableVersion'), file: fact('file'), hash: fact('hash') };
  return { ...given, id, state: state ?? '', version, history };
}
