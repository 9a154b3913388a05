import { isOpenRound, type PublicationRound, proposingActs, type VintagePublication } from '@zhiheng/indicators';
import { mayDo } from '@zhiheng/rights';
import { type Actor, OwnFault } from '@zhiheng/vocabulary';
import type { OpenProposal, VintageAnswer, VintageShown, VintageStanding } from '../answers-vintages.js';
import { actingNow } from '../definitions/draft-rows.js';
import type { Office } from '../office.js';
import { setOf } from '../stored-set.js';
import type { Vintage } from '../vintage.js';
import { computersOf, namedVintage } from '../vintages.js';

/** Every vintage once, the newest last, with what the actor could do with each. */
export async function listVintages(office: Office, actor: Actor): Promise<VintageAnswer[]> {
  const acts = await office.ledger.acts('vintage');
  const newest = acts.filter(({ object }, index) => acts.findLastIndex((one) => one.object === object) === index);
  const publications = await office.publications.all();
  const rounds = await office.publications.rounds();
  return Promise.all(
    newest.map(async ({ hash, object }) => {
      const vintage = (await office.store.getJson(hash)) as Vintage;
      const { name, release, effective, ledgerPosition, indicators, createdAt } = vintage;
      return {
        ...{ vintage: name, release, effective, ledgerPosition, indicators: indicators.length, createdAt, hash },
        ...(await standingOf(office, actor, object, { publications, round: rounds.get(object) ?? null })),
      };
    }),
  );
}

/** What a vintage rests on, what it holds, and where it stands. Throws `not-found`. */
export async function showVintage(office: Office, actor: Actor, name: string): Promise<VintageShown> {
  const { vintage, act } = await namedVintage(office, name);
  const definitions = vintage.indicators.map(({ definition, hash, observations }) => ({
    ...{ id: definition.id, names: definition.names, kind: definition.kind, hash },
    values: observations === null ? null : setOf(observations).values,
  }));
  const { createdAt, release, releaseHash, ledgerPosition, effective, reference, compiler, datasets } = vintage;
  const publications = await office.publications.all();
  const round = await office.publications.newest(name);
  return {
    ...{ vintage: vintage.name, hash: act.hash, createdAt },
    ...{ release, releaseHash, ledgerPosition, effective, reference, compiler, datasets, definitions },
    values: definitions.reduce((sum, { values }) => sum + (values ?? 0), 0),
    ...(await standingOf(office, actor, name, { publications, round })),
  };
}

/** Who had a part in a vintage or in its proposal, those in whose place it was done too: none of them signs it. */
export async function doersOfVintage(office: Office, name: string): Promise<string[]> {
  const round = await office.publications.newest(name);
  const proposals = round === null || !isOpenRound(round) ? [] : round.history.filter(isProposal);
  const proposers = proposals.flatMap(({ person, onBehalfOf }) =>
    onBehalfOf === null ? [person] : [person, `account:${onBehalfOf}`],
  );
  return [...new Set([...(await computersOf(office, name)), ...proposers])];
}

interface Course {
  /** Of all vintages, the oldest first. */
  readonly publications: readonly VintagePublication[];
  /** The newest round of the vintage. */
  readonly round: PublicationRound | null;
}

async function standingOf(office: Office, actor: Actor, name: string, { publications, round }: Course) {
  const publication = publications.findLast(({ vintage }) => vintage === name) ?? null;
  const isCurrent = publication !== null && publications.at(-1) === publication;
  const open = round !== null && isOpenRound(round) ? round : null;
  const standing: VintageStanding = isCurrent
    ? 'published'
    : open !== null
      ? 'proposed'
      : publication !== null
        ? 'superseded'
        : 'computed';
  return {
    computedBy: await computersOf(office, name),
    ...{ standing, publication, proposal: open && proposalOf(open) },
    acts: await actsOf(office, actor, name, open, isCurrent),
  };
}

async function actsOf(office: Office, actor: Actor, name: string, open: PublicationRound | null, isCurrent: boolean) {
  const proposes = mayDo(actor, 'vintages:propose').allowed;
  if (open === null) return proposes && !isCurrent ? ['propose'] : [];
  const possible = await office.publications.possible(open, await actingNow(office, actor));
  const signs = mayDo(actor, 'vintages:sign', { doneBy: await doersOfVintage(office, name) }).allowed;
  return possible.map(({ act }) => act).filter((act) => (act === 'sign' ? signs : proposes));
}

function proposalOf({ state, version, history }: PublicationRound): OpenProposal {
  const proposed = history.findLast(isProposal);
  if (proposed === undefined) throw new OwnFault('a round was never proposed');
  const last = history.at(-1);
  const returned =
    last?.act === 'return' ? { by: last.person, time: last.time, reason: String(last.input.reason) } : null;
  return {
    ...{ state, version, returned },
    ...{ proposedBy: proposed.person, proposedAt: proposed.time, reason: String(proposed.input.reason) },
  };
}

function isProposal({ act }: { readonly act: string }): boolean {
  return proposingActs.some((one) => one === act);
}
