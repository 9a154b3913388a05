import type { Ledger } from '@zhiheng/ledger';
import { type Actor, UserFault } from '@zhiheng/vocabulary';
import type { Flow } from '../flow/flow.js';
import type { Instance } from '../flow/instance.js';
import type { Moment } from '../flow/moment.js';
import type { ActInput } from '../flow/needs.js';
import type { PossibleAct, Refusal } from '../flow/refusal.js';
import { possibleActs } from '../flow/try-act.js';
import { type ActChanges, Instances } from './instances.js';
import { refusalFault } from './refusal-fault.js';

/** Who acts on a proposal, and when. */
export interface ProposalActing {
  readonly actor: Actor;
  readonly now: Moment;
}

/** What a proposal is about, and what it says. */
export interface NewProposal {
  /** Of which one waits at a time. */
  readonly object: string;
  readonly facts: ActInput;
  readonly reason: string | undefined;
}

/** An act on a waiting proposal; `version` that was looked at, left out: the newest. */
export interface ProposalStep {
  readonly version?: number | undefined;
  readonly reason?: string | undefined;
}

/** What one person proposes and another accepts, by a flow of `proposalFlow`, on a ledger that was opened with `actsMigrations`. */
export class Proposals {
  readonly #ledger: Ledger;
  readonly #instances: Instances;
  readonly #flow: Flow;
  readonly #kind: string;
  readonly #tells: (facts: ActInput) => Readonly<Record<string, string>>;

  /** `kind`: how the acts of the ledger begin; `tells`: what of the facts they tell beside the new standing. */
  constructor(
    ledger: Ledger,
    flow: Flow,
    of: { readonly kind: string; readonly tells?: (facts: ActInput) => Readonly<Record<string, string>> },
  ) {
    this.#ledger = ledger;
    this.#instances = new Instances(ledger, [flow]);
    this.#flow = flow;
    this.#kind = of.kind;
    this.#tells = of.tells ?? (() => ({}));
  }

  /** Opens a proposal `OBJECT.NUMBER`. Throws what `refused` makes where one about the object waits; `state-changed`, `act-refused`. */
  async propose(
    { object, facts, reason }: NewProposal,
    refused: () => UserFault,
    acting: ProposalActing,
  ): Promise<Instance> {
    if ((await this.open()).some((one) => objectOf(one) === object)) throw refused();
    const before = (await this.#ledger.acts(`${this.#kind}:propose`)).filter((one) => one.object === object);
    return this.#act({ id: `${object}.${before.length + 1}`, version: 0, facts }, 'propose', reason, acting);
  }

  /** An act on a proposal that waits. Throws `four-eyes`, `state-changed`, `act-refused`. */
  step<Tables>(
    act: 'accept' | 'return' | 'withdraw',
    waiting: Instance,
    { version, reason }: ProposalStep,
    acting: ProposalActing,
    then?: ActChanges<Tables>,
  ): Promise<Instance> {
    const { id, facts } = waiting;
    return this.#act({ id, version: version ?? waiting.version, facts }, act, reason, acting, then);
  }

  /** The proposals that wait for a second person, by their ids. */
  open(): Promise<Instance[]> {
    return this.#instances.open(this.#flow.id);
  }

  /** A proposal by its id, whatever became of it; null: there is none. */
  get(id: string): Promise<Instance | null> {
    return this.#instances.get(this.#flow.id, id);
  }

  /** What the actor could do with a proposal now. */
  async possible(id: string, { actor, now }: ProposalActing): Promise<PossibleAct[]> {
    const instance = await this.get(id);
    return instance === null ? [] : possibleActs(this.#flow, instance, actor, now);
  }

  async #act<Tables>(
    { id, version, facts }: { readonly id: string; readonly version: number; readonly facts: ActInput },
    act: string,
    reason: string | undefined,
    { actor, now }: ProposalActing,
    then?: ActChanges<Tables>,
  ): Promise<Instance> {
    const input: ActInput = reason === undefined || reason.trim() === '' ? {} : { reason };
    const acted = await this.#instances.act<Tables>(
      {
        ...{ flow: this.#flow.id, id, version, act, actor, input, now },
        ...(version === 0 && { facts }),
        noted: {
          kind: `${this.#kind}:${act}`,
          object: objectOf({ id }),
          tells: { proposal: id, ...this.#tells(facts) },
        },
      },
      then,
    );
    if (acted.done) return acted.instance;
    throw proposalFault(act, acted.refusal);
  }
}

/** Who proposed, those in whose place it was done too: none of them accepts it. */
export function proposersOf({ history }: Pick<Instance, 'history'>): string[] {
  return history
    .filter(({ act }) => act === 'propose')
    .flatMap(({ person, onBehalfOf }) => (onBehalfOf === null ? [person] : [person, `account:${onBehalfOf}`]));
}

function objectOf({ id }: Pick<Instance, 'id'>): string {
  return id.slice(0, id.lastIndexOf('.'));
}

function proposalFault(act: string, refusal: Refusal): UserFault {
  const { code } = refusal;
  const another = code === 'four-eyes' || code === 'second-person' || code === 'guard' || code === 'role';
  return act === 'accept' && another ? new UserFault('four-eyes', { found: refusal.words.en }) : refusalFault(refusal);
}
