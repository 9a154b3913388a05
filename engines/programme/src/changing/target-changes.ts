import {
  type ActInput,
  type Instance,
  type PossibleAct,
  type ProposalActing,
  type ProposalStep,
  Proposals,
} from '@zhiheng/acts';
import type { Ledger } from '@zhiheng/ledger';
import { UserFault } from '@zhiheng/vocabulary';
import { changeFlow } from './change-flow.js';
import type { ChangeTables } from './changes-table.js';
import type { ChangeProposal, ProposedChange, TargetChange } from './target-change.js';

/** An act on the proposal of a change. */
export interface ChangeStep extends ProposalStep {
  readonly id: string;
}

/**
 * Limits that are set within the year, from their proposal on, on a ledger that was opened with `actsMigrations` and `programmeMigrations`. Whether a target
 * can be changed so is not asked here.
 */
export class TargetChanges {
  readonly #ledger: Ledger;
  readonly #proposals: Proposals;

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
    this.#proposals = new Proposals(ledger, changeFlow, { kind: 'target' });
  }

  /** Proposes a limit. Throws `target-change-refused` where one for the same target waits; `state-changed`, `act-refused`. */
  async propose(change: ProposedChange, reason: string, acting: ProposalActing): Promise<ChangeProposal> {
    const object = objectOf(change);
    const refused = () => {
      const what = 'one for this target waits already; it is accepted, returned or withdrawn first';
      return new UserFault('target-change-refused', { found: object, values: { what } });
    };
    return proposalOf(await this.#proposals.propose({ object, facts: factsOf(change), reason }, refused, acting));
  }

  /** A second person puts it in force. Throws `four-eyes`, `state-changed`, `act-refused`, `not-found`. */
  async accept(step: ChangeStep, acting: ProposalActing): Promise<ChangeProposal> {
    const waiting = await this.#demandWaiting(step.id);
    const { id, programme, target, area, limit, due, from, source, reason, history } = proposalOf(waiting);
    const [proposed] = history;
    const accepted = await this.#proposals.step<ChangeTables>(
      ...(['accept', waiting, step, acting] as const),
      async ({ database }, { number: act, entry }) => {
        const row = {
          ...{ act, id, programme, target, area, target_limit: limit, due, effective_on: from, reason, source },
          ...{ proposed_by: proposed?.person ?? '', proposed_at: proposed?.time ?? '' },
          ...{ accepted_by: entry.person, accepted_at: entry.time },
        };
        await database.insertInto('programme_target_changes').values(row).execute();
      },
    );
    return proposalOf(accepted);
  }

  /** Gives it back, with a reason. */
  async return(step: ChangeStep, acting: ProposalActing): Promise<ChangeProposal> {
    return proposalOf(await this.#proposals.step('return', await this.#demandWaiting(step.id), step, acting));
  }

  /** Whoever proposed it takes it back. */
  async withdraw(step: ChangeStep, acting: ProposalActing): Promise<ChangeProposal> {
    return proposalOf(await this.#proposals.step('withdraw', await this.#demandWaiting(step.id), step, acting));
  }

  /** Those that wait for a second person, by their ids. */
  async open(): Promise<ChangeProposal[]> {
    return (await this.#proposals.open()).map(proposalOf);
  }

  /** One that waits; null: none of this id does. */
  async waiting(id: string): Promise<ChangeProposal | null> {
    return (await this.open()).find((one) => one.id === id) ?? null;
  }

  /** What the actor could do with a proposal now. */
  possible({ id }: ChangeProposal, acting: ProposalActing): Promise<PossibleAct[]> {
    return this.#proposals.possible(id, acting);
  }

  /** Those that hold, in the order in which they were accepted. */
  async accepted(): Promise<TargetChange[]> {
    const query = this.#ledger.database<ChangeTables>().selectFrom('programme_target_changes').selectAll();
    const rows = await query.orderBy('act').execute();
    return rows.map(({ target_limit: limit, effective_on: from, ...row }) => ({
      ...{ id: row.id, programme: row.programme, target: row.target, area: row.area, limit, due: row.due, from },
      ...{ source: row.source, reason: row.reason, act: row.act },
      ...{ proposedBy: row.proposed_by, proposedAt: row.proposed_at },
      ...{ acceptedBy: row.accepted_by, acceptedAt: row.accepted_at },
    }));
  }

  async #demandWaiting(id: string): Promise<Instance> {
    const open = await this.#proposals.open();
    const found = open.find((one) => one.id === id);
    if (found !== undefined) return found;
    const expected = open.map((one) => one.id).join(', ') || 'a change of a target that waits to be accepted';
    throw new UserFault('not-found', { found: id, expected, values: { name: id } });
  }
}

function objectOf({ programme, target, area }: ProposedChange): string {
  return area === null ? `${programme}.${target}` : `${programme}.${target}@${area}`;
}

function factsOf({ area, due, source, ...change }: ProposedChange): ActInput {
  return { ...change, area: area ?? '', due: due ?? '', source: source ?? '' };
}

function proposalOf({ id, state, version, history, facts }: Instance): ChangeProposal {
  const fact = (name: string) => String(facts[name] ?? '');
  return {
    ...{ id, state: state ?? '', version, history },
    ...{ programme: fact('programme'), target: fact('target'), area: fact('area') || null, limit: Number(facts.limit) },
    ...{ due: fact('due') || null, from: fact('from'), source: fact('source') || null },
    reason: String(history[0]?.input.reason ?? ''),
  };
}
