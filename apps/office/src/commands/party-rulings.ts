import { pairOf, type Ruling } from '@zhiheng/records';
import { UserFault } from '@zhiheng/vocabulary';
import type { PartyDecidedAnswer, PartyRulingRow } from '../answers-deciding.js';
import { lentSession, shownRelease } from '../lent-session.js';
import type { Office } from '../office.js';
import { heldParties } from '../party-facts.js';
import { nextPartyRelease, partyRulings } from '../party-rulings.js';
import { deciding } from './area-rulings.js';
import { type Command, type CommandContext, done } from './command.js';

const usualPage = 50;
const mostPage = 500;

export interface PartiesDecideInput {
  readonly a: string;
  readonly b: string;
  readonly reason: string;
}

/**
 * Party `a` is the same as `b` and known under its id from the next release on. Throws `not-found` for what is no party of the
 * newest release, `reason-missing`, `state-changed`, and `ruling-refused` where something stands against it.
 */
export const partiesMerge: Command<PartiesDecideInput, PartyRulingRow> = async ({ a, b, reason }, context) => {
  const { office, actor } = context;
  await demandParties(office, [a, b]);
  const content = { party: a, into: b };
  const made = await office.rulings.make(
    [{ kind: 'merge', subject: pairOf(a, b), content }],
    deciding(office, actor, reason),
  );
  return done(await rowOf(context, made[0] as Ruling));
};

/** Two parties that look alike are two, whatever speaks for the contrary. Throws as `partiesMerge`. */
export const partiesApart: Command<PartiesDecideInput, PartyRulingRow> = async ({ a, b, reason }, context) => {
  const { office, actor } = context;
  await demandParties(office, [a, b]);
  const [first, second] = [a, b].sort() as [string, string];
  const content = { a: first, b: second };
  const made = await office.rulings.make(
    [{ kind: 'apart', subject: pairOf(a, b), content }],
    deciding(office, actor, reason),
  );
  return done(await rowOf(context, made[0] as Ruling));
};

/** Takes back what stands of two parties; releases that have it keep it. `act`: the act that was looked at. */
export const partiesUndo: Command<PartiesDecideInput & { readonly act?: number }, PartyRulingRow> = async (
  { a, b, reason, act },
  context,
) => {
  const { office, actor } = context;
  return done(await rowOf(context, await office.rulings.undo(pairOf(a, b), deciding(office, actor, reason), act)));
};

export interface DecidedInput {
  readonly limit?: number;
  /** Number of the act that the page before ended with. */
  readonly after?: string;
}

/** What was decided about parties, the newest first, and what the next release will take in of it. */
export const partiesDecidedList: Command<DecidedInput, PartyDecidedAnswer> = async ({ limit, after }, context) => {
  const { office, scope } = context;
  const shown = await shownRelease(office);
  const all =
    shown === null
      ? []
      : await lentSession(office, shown, scope, (session) => partyRulings(office, session, () => true));
  const seen = all
    .filter(({ parties }) => scope.areas === 'everywhere' || parties.every((one) => one !== null))
    .toReversed();
  const behind = after === undefined ? seen : seen.filter(({ made }) => made.act < Number(after));
  const rows = behind.slice(0, Math.min(Math.max(limit ?? usualPage, 1), mostPage));
  const last = rows.at(-1);
  const next = behind.length > rows.length && last !== undefined ? String(last.made.act) : null;
  return done({ total: seen.length, rows, next, nextRelease: await nextPartyRelease(office, seen) });
};

/** Throws `release-missing`, `not-found`, `ruling-refused` for an id that stands for another party. */
async function demandParties(office: Office, ids: readonly string[]): Promise<void> {
  if ((await shownRelease(office)) === null) throw new UserFault('release-missing', { expected: 'a release' });
  const held = await heldParties(office, ids, { areas: 'everywhere', personal: 'plain' });
  for (const id of ids) {
    const party = held.get(id);
    if (party === undefined) {
      throw new UserFault('not-found', {
        found: id,
        expected: 'an id of `zhiheng parties list`',
        values: { name: id },
      });
    }
    if (party.alias_of === null) continue;
    const values = { what: `${id} stands for ${party.alias_of}` };
    throw new UserFault('ruling-refused', { found: id, expected: party.alias_of, values });
  }
}

async function rowOf({ office, scope }: CommandContext, ruling: Ruling): Promise<PartyRulingRow> {
  const shown = await shownRelease(office);
  const find = (session: Parameters<typeof partyRulings>[1]) =>
    partyRulings(office, session, ({ a, b }) => pairOf(a, b) === ruling.subject);
  const rows = shown === null ? await find(null) : await lentSession(office, shown, scope, find);
  return rows.find(({ made }) => made.act === ruling.made.act) as PartyRulingRow;
}
