import { type AreaContent, isWithin, type Ruling } from '@zhiheng/records';
import { covers } from '@zhiheng/rights';
import { type Actor, nearestWord, type Scope, UserFault, wholeOffice } from '@zhiheng/vocabulary';
import type { NextRelease, SettledAnswer, SettledRow } from '../answers-deciding.js';
import { namedArea } from '../named-area.js';
import type { Office } from '../office.js';
import { currentReference } from '../reference.js';
import { type Resolved, resolvedAt, standingOf } from '../resolved-at.js';
import { unresolvedOf } from '../unresolved.js';
import { type Command, done } from './command.js';

const usualPage = 50;
const mostPage = 500;
const mostAtOnce = 500;

export interface SettleInput {
  /** Ids of unresolved addresses. */
  readonly ids: readonly string[];
  readonly area: string;
  readonly reason: string;
}

/**
 * Settles where addresses lie, all or none, an act each. Throws `area-unknown`, `not-found`, `reason-missing`, `ruling-refused` for
 * an area outside of the one that an address names for certain, `state-changed` when somebody settled one of them before.
 */
export const areasSettle: Command<SettleInput, SettledRow[]> = async (
  { ids, area, reason },
  { office, actor, scope },
) => {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0 || wanted.length > mostAtOnce) {
    const expected = `1 to ${mostAtOnce} ids of \`zhiheng areas unresolved\``;
    throw new UserFault('usage', {
      found: `${wanted.length} ids`,
      expected,
      values: { what: 'no address is named, or too many' },
    });
  }
  demandPlace(office, area);
  const entries = new Map((await unresolvedOf(office, wholeOffice)).map((entry) => [entry.id, entry]));
  const rulings = wanted.map((id) => {
    const entry = entries.get(id);
    if (entry === undefined) {
      throw new UserFault('not-found', {
        found: id,
        expected: 'an id of `zhiheng areas unresolved`',
        values: { name: id },
      });
    }
    const { address, country, area: counted } = entry;
    if (counted !== 'XX' && (area === counted || !isWithin(area, counted))) {
      const values = { what: `the address lies in ${counted}` };
      throw new UserFault('ruling-refused', {
        place: { field: 'area' },
        found: area,
        expected: `an area in ${counted}`,
        values,
      });
    }
    return { kind: 'area', subject: id, content: { address, country, area } } as const;
  });
  const made = await office.rulings.make(rulings, deciding(office, actor, reason));
  return done(await settledRows(office, scope, made as Ruling<'area'>[]));
};

export interface UnsettleInput {
  readonly id: string;
  readonly reason: string;
  /** Number of the act that is undone; left out: the one that stands. */
  readonly act?: number;
}

/** Takes back where an address lies; releases that have it keep it. Throws `not-found`, `reason-missing`, `state-changed`. */
export const areasUnsettle: Command<UnsettleInput, SettledRow> = async (
  { id, reason, act },
  { office, actor, scope },
) => {
  const undone = await office.rulings.undo(id, deciding(office, actor, reason), act);
  const [row] = await settledRows(office, scope, [undone as Ruling<'area'>]);
  return done(row as SettledRow);
};

export interface SettledInput {
  readonly limit?: number;
  /** Number of the act that the page before ended with. */
  readonly after?: string;
}

/** Settled addresses, undone ones too, the newest first, and what the next release will take in of them. */
export const areasSettled: Command<SettledInput, SettledAnswer> = async ({ limit, after }, { office, scope }) => {
  const all = (await office.rulings.all()).filter((one): one is Ruling<'area'> => one.kind === 'area');
  const seen = all.filter(({ content }) => covers(scope.areas, content.area)).toReversed();
  const behind = after === undefined ? seen : seen.filter(({ made }) => made.act < Number(after));
  const most = Math.min(Math.max(limit ?? usualPage, 1), mostPage);
  const rows = await settledRows(office, scope, behind.slice(0, most));
  const last = rows.at(-1);
  const next = behind.length > rows.length && last !== undefined ? String(last.made.act) : null;
  return done({ total: seen.length, rows, next, nextRelease: await nextRelease(office, seen) });
};

/** Who decides, when and why. */
export function deciding({ clock }: Office, actor: Actor, reason: string) {
  return { actor, time: clock.now().toISOString(), reason };
}

async function nextRelease(office: Office, rulings: readonly Ruling<'area'>[]): Promise<NextRelease> {
  const resolved = await resolvedAt(office);
  const records = await recordsOf(office);
  const of = (standing: string) => rulings.filter((one) => standingOf(one, resolved) === standing);
  const [taken, left] = [of('in-next'), of('leaves-next')];
  const subjects = new Set([...taken, ...left].map(({ subject }) => subject));
  const sum = [...subjects].reduce((total, subject) => total + (records.get(subject) ?? 0), 0);
  return { newest: resolved?.release ?? null, taken: taken.length, left: left.length, records: sum };
}

async function settledRows(office: Office, scope: Scope, rulings: readonly Ruling<'area'>[]): Promise<SettledRow[]> {
  const resolved = await resolvedAt(office);
  const records = await recordsOf(office);
  return rulings.map((ruling) => settledRow(office, scope, ruling, resolved, records.get(ruling.subject) ?? 0));
}

function settledRow(office: Office, scope: Scope, ruling: Ruling<'area'>, resolved: Resolved | null, records: number) {
  const { address, country, area }: AreaContent = ruling.content;
  const { subject: id, made, undone } = ruling;
  const settled = namedArea(currentReference(office).areas(), area);
  const shown = scope.personal === 'plain' ? address : null;
  return { id, address: shown, country, settled, records, made, undone, standing: standingOf(ruling, resolved) };
}

async function recordsOf(office: Office): Promise<ReadonlyMap<string, number>> {
  return new Map((await unresolvedOf(office, wholeOffice)).map(({ id, records }) => [id, records]));
}

/** Throws `area-unknown` for what is no place. */
function demandPlace(office: Office, area: string): void {
  const reference = currentReference(office);
  const directory = reference.areas();
  const level = directory.has(area) ? directory.get(area).level : null;
  if (level !== null && level !== 'group' && level !== 'unknown') return;
  const followed = /^\d{6}$/.test(area) ? reference.addresses().settle(area) : null;
  const codes = directory.listed().map(({ code }) => code);
  const near = followed ?? nearestWord(area, codes);
  throw new UserFault('area-unknown', {
    place: { field: 'area' },
    found: area,
    expected: 'a GB/T 2260 code of a province, city or county, or an ST.3 code',
    ...(near === null ? {} : { didYouMean: near }),
  });
}
