import {
  type Acted,
  type ActInput,
  type Instance,
  Instances,
  type Moment,
  possibleActs,
  type Refusal,
  refusalFault,
} from '@zhiheng/acts';
import type { Ledger, LedgerTransaction } from '@zhiheng/ledger';
import { type Actor, OwnFault, UserFault } from '@zhiheng/vocabulary';
import type { Selectable } from 'kysely';
import type { Draft, DraftAct, DraftState, DraftText } from './draft.js';
import { authorActs, draftFlow, draftFlowName } from './draft-flow.js';
import type { DraftTables } from './drafts-table.js';
import { textHash } from './text-hash.js';

/** Who acts, and when. */
export interface Acting {
  readonly actor: Actor;
  readonly now: Moment;
}

/** A text to keep, and what the person looked at; left out: whatever is newest. */
export interface NewText {
  readonly indicator: string;
  readonly text: string;
  readonly note?: string | undefined;
  readonly draft?: string | undefined;
  readonly version?: number | undefined;
}

/** An act on a round: `id` of the indicator, for its newest round, or of a round; `version` that was looked at, left out: the newest. */
export interface DraftStep {
  readonly id: string;
  readonly version?: number | undefined;
  readonly reason?: string | undefined;
}

type DraftRow = Selectable<DraftTables['indicators_drafts']>;
type Changes = (transaction: LedgerTransaction<DraftTables>, number: number, instance: Instance) => Promise<unknown>;

/**
 * Drafts of definitions, round by round, on a ledger that was opened with `actsMigrations` and `indicatorMigrations`. Of two people at
 * once one wins, the other is told (`state-changed`).
 */
export class Drafts {
  readonly #ledger: Ledger;
  readonly #instances: Instances;

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
    this.#instances = new Instances(ledger, [draftFlow]);
  }

  /** Keeps a text: in the open round, else in a new one. Whether it is sound is not asked here. Throws `state-changed`, `act-refused`. */
  async save({ indicator, text, note, draft, version }: NewText, acting: Acting): Promise<Draft> {
    const open = await this.newest(indicator);
    const input: ActInput = note === undefined || note.trim() === '' ? {} : { note };
    const going = open !== null && isOpen(open);
    if (draft !== undefined && !(going && open.draft === draft)) throw movedOn(await this.get(draft));
    const keep = { text, hash: textHash(text) };
    if (!going) {
      if (version !== undefined && version !== 0) throw new UserFault('not-found', { values: { name: indicator } });
      return this.#begin(indicator, (open?.round ?? 0) + 1, { act: 'write', input, ...keep, takesBack: null }, acting);
    }
    const act = savingAct(open, acting.actor);
    const seen = { ...open, version: version ?? open.version };
    return this.#act(seen, { act, input, hash: keep.hash }, acting, ({ database }, _, { version: made }) =>
      database
        .insertInto('indicators_texts')
        .values({ draft: open.draft, version: made, ...keep })
        .execute(),
    );
  }

  /** Proposes that what stood before a publication holds again: a round that a second person publishes or declines. */
  takeBack(
    { indicator, text, publication }: { indicator: string; text: string | null; publication: number },
    reason: string,
    acting: Acting,
  ): Promise<Draft> {
    const wanted = { act: 'take-back', input: { reason }, text, hash: textHash(text), takesBack: publication };
    return this.newest(indicator).then((newest) => {
      if (newest !== null && isOpen(newest)) throw movedOn(newest);
      return this.#begin(indicator, (newest?.round ?? 0) + 1, wanted, acting);
    });
  }

  /** Hands a draft in for a second person to look at. */
  submit(step: DraftStep, acting: Acting): Promise<Draft> {
    return this.#step('submit', step, acting);
  }

  /** Gives a draft back to those who wrote it, with a reason; a proposal to take a publication back is declined for good. */
  async return(step: DraftStep, acting: Acting): Promise<Draft> {
    const { takesBack } = await this.get(step.id);
    return this.#step(takesBack === null ? 'return' : 'decline', step, acting);
  }

  /** Ends a round without a publication. */
  withdraw(step: DraftStep, acting: Acting): Promise<Draft> {
    return this.#step('withdraw', step, acting);
  }

  /**
   * A second person puts the text in force. `shipped`: hash of the file that came with the software. Throws `four-eyes`,
   * `state-changed`, `act-refused`.
   */
  publish(step: DraftStep & { readonly shipped: string | null }, acting: Acting): Promise<Draft> {
    return this.#step('publish', step, acting, async ({ database }, act, { id: draft }) => {
      const texts = database.selectFrom('indicators_texts').select('version').where('draft', '=', draft);
      const { version } = await texts.orderBy('version', 'desc').executeTakeFirstOrThrow();
      const { indicator } = placeOf(draft);
      await database
        .insertInto('indicators_publications')
        .values({ act, indicator, draft, version, shipped: step.shipped })
        .execute();
    });
  }

  /** Rounds that nobody has ended, by id. */
  async open(): Promise<Draft[]> {
    const instances = await this.#instances.open(draftFlowName);
    return Promise.all(instances.map((instance) => this.#draftOf(instance)));
  }

  /** A round by its id, or the newest of an indicator. Throws `not-found`. */
  async get(id: string): Promise<Draft> {
    const found = id.includes('.') ? await this.#read(id) : await this.newest(id);
    if (found === null) throw new UserFault('not-found', { found: id, values: { name: id } });
    return found;
  }

  /** The newest round of an indicator; null when there never was one. */
  async newest(indicator: string): Promise<Draft | null> {
    const rows = this.#tables.selectFrom('indicators_drafts').selectAll().where('indicator', '=', indicator);
    const row = await rows.orderBy('round', 'desc').executeTakeFirst();
    return row === undefined ? null : this.#read(row.draft);
  }

  /** Every text that was saved in a round, in order. */
  async texts(draft: string): Promise<DraftText[]> {
    const texts = this.#tables.selectFrom('indicators_texts').select(['version', 'text', 'hash']);
    return texts.where('draft', '=', draft).orderBy('version').execute();
  }

  /** What the actor could do with a draft now. */
  async possible({ draft }: Draft, { actor, now }: Acting): Promise<DraftAct[]> {
    const instance = await this.#instances.get(draftFlowName, draft);
    return instance === null ? [] : possibleActs(draftFlow, instance, actor, now);
  }

  get #tables() {
    return this.#ledger.database<DraftTables>();
  }

  async #read(id: string): Promise<Draft | null> {
    const instance = await this.#instances.get(draftFlowName, id);
    return instance === null ? null : this.#draftOf(instance);
  }

  async #draftOf({ id, state, version, history }: Instance): Promise<Draft> {
    const row = await this.#tables
      .selectFrom('indicators_drafts')
      .selectAll()
      .where('draft', '=', id)
      .executeTakeFirst();
    const texts = this.#tables.selectFrom('indicators_texts').selectAll().where('draft', '=', id);
    const newest = await texts.orderBy('version', 'desc').executeTakeFirst();
    if (row === undefined || newest === undefined) throw new OwnFault(`the draft ${id} has no row or no text`);
    const { indicator, round, takes_back: takesBack } = row;
    const { text, hash } = newest;
    return { draft: id, indicator, round, state: state as DraftState, version, text, hash, takesBack, history };
  }

  async #step(act: string, { id, version, reason }: DraftStep, acting: Acting, changes?: Changes): Promise<Draft> {
    const draft = await this.get(id);
    const input: ActInput = reason === undefined ? {} : { reason };
    return this.#act(
      { ...draft, version: version ?? draft.version },
      { act, input, hash: draft.hash },
      acting,
      changes,
    );
  }

  #begin(
    indicator: string,
    round: number,
    wanted: { act: string; input: ActInput; text: string | null; hash: string; takesBack: number | null },
    acting: Acting,
  ): Promise<Draft> {
    const draft = `${indicator}.${round}`;
    const { text, hash, takesBack } = wanted;
    const row: DraftRow = { draft, indicator, round, takes_back: takesBack };
    const facts = { indicator, ...(takesBack === null ? {} : { takesBack }) };
    return this.#act({ draft, indicator, version: 0, facts }, wanted, acting, async ({ database }) => {
      await database.insertInto('indicators_drafts').values(row).execute();
      await database.insertInto('indicators_texts').values({ draft, version: 1, text, hash }).execute();
    });
  }

  async #act(
    { draft, indicator, version, facts }: Pick<Draft, 'draft' | 'indicator' | 'version'> & { facts?: ActInput },
    { act, input, hash }: { readonly act: string; readonly input: ActInput; readonly hash: string },
    { actor, now }: Acting,
    changes?: Changes,
  ): Promise<Draft> {
    const acted: Acted = await this.#instances.act<DraftTables>(
      {
        ...{ flow: draftFlowName, id: draft, version, act, actor, input, now },
        ...(facts && { facts }),
        noted: { kind: `definition:${act}`, object: indicator, tells: { draft, text: hash } },
      },
      (transaction, { number, instance }) => changes?.(transaction, number, instance) ?? Promise.resolve(),
    );
    if (acted.done) return this.#draftOf(acted.instance);
    throw draftFault(act, acted.refusal);
  }
}

/** Whether a round still waits for somebody. */
export function isOpen({ state }: Pick<Draft, 'state'>): boolean {
  return state !== 'published' && state !== 'withdrawn';
}

/** The act by which a new text comes into an open round. */
function savingAct({ state, history }: Draft, actor: Actor): string {
  if (state !== 'returned') return 'revise';
  const wrote = history.some(({ act, person }) => authorActs.some((one) => one === act) && person === actor.person);
  return wrote ? 'mend' : 'take-over';
}

/** The round that the person looked at is over, or another is open. */
function movedOn({ history, draft }: Draft): UserFault {
  const last = history.at(-1);
  if (last === undefined) throw new OwnFault(`the draft ${draft} has no history`);
  const { person: who, act, time } = last;
  return new UserFault('state-changed', { found: draft, expected: 'the newest draft', values: { who, act, time } });
}

function placeOf(draft: string): { indicator: string } {
  return { indicator: draft.slice(0, draft.lastIndexOf('.')) };
}

function draftFault(act: string, refusal: Refusal): UserFault {
  const { code } = refusal;
  const another = code === 'four-eyes' || code === 'second-person' || code === 'guard' || code === 'role';
  return act === 'publish' && another ? new UserFault('four-eyes', { found: refusal.words.en }) : refusalFault(refusal);
}
