import type { LakeSession } from '@zhiheng/lake';
import { pairOf, type Ruling } from '@zhiheng/records';
import type { NextRelease, PartyRulingRow } from './answers-deciding.js';
import type { Office } from './office.js';
import { partiesById, partyRow } from './party-rows.js';
import { currentReference } from './reference.js';
import { resolvedAt, standingOf } from './resolved-at.js';

type PartyRuling = Exclude<Ruling, Ruling<'area'>>;
type PartySession = Pick<LakeSession, 'rows' | 'registerTable'>;

/** The two ids of a ruling over parties: for a merge first the one that becomes an alias. */
export function partiesOf(ruling: PartyRuling): { readonly a: string; readonly b: string } {
  return ruling.kind === 'merge' ? { a: ruling.content.party, b: ruling.content.into } : ruling.content;
}

/** Rulings over parties whose ids pass a test and that the session shows, by act. */
export async function partyRulings(
  office: Office,
  session: PartySession | null,
  wanted: (ids: { readonly a: string; readonly b: string }) => boolean,
): Promise<PartyRulingRow[]> {
  const all = (await office.rulings.all()).filter((one): one is PartyRuling => one.kind !== 'area');
  const rulings = all.filter((one) => wanted(partiesOf(one)));
  const resolved = await resolvedAt(office);
  const directory = currentReference(office).areas();
  const ids = rulings.flatMap((one) => Object.values(partiesOf(one)));
  const held = session === null ? new Map<string, never>() : await partiesById(session, ids);
  return rulings.map((ruling) => {
    const { a, b } = partiesOf(ruling);
    const [one, other] = [a, b].map((id) => {
      const row = held.get(id);
      return row === undefined ? null : partyRow(directory, row);
    });
    const { kind, made, undone } = ruling;
    return { kind, a, b, parties: [one ?? null, other ?? null], made, undone, standing: standingOf(ruling, resolved) };
  });
}

/** Pairs about which nothing stands, neither of which is merged from the next release on. */
export function waitingPairs<Pair extends { readonly a: string; readonly b: string }>(
  pairs: readonly Pair[],
  rulings: readonly Ruling[],
): Pair[] {
  const standing = rulings.filter(({ undone }) => undone === null);
  const ruled = new Set(standing.map(({ subject }) => subject));
  const merged = new Set(standing.flatMap((one) => (one.kind === 'merge' ? [one.content.party] : [])));
  return pairs.filter(({ a, b }) => !ruled.has(pairOf(a, b)) && !merged.has(a) && !merged.has(b));
}

/** What the next release takes in of rulings over parties, or leaves out. */
export async function nextPartyRelease(office: Office, rows: readonly PartyRulingRow[]): Promise<NextRelease> {
  const resolved = await resolvedAt(office);
  const of = (standing: string) => rows.filter((one) => one.standing === standing);
  const [taken, left] = [of('in-next'), of('leaves-next')];
  const moved = [...taken, ...left].filter(({ kind }) => kind === 'merge');
  const records = moved.reduce((sum, { parties: [a] }) => sum + (a?.records ?? 0), 0);
  return { newest: resolved?.release ?? null, taken: taken.length, left: left.length, records };
}
