import { inForce, type Programme, type ProposedChange, type Target, targetsOfArea } from '@zhiheng/programme';
import { isDay, nearestWord, parsePeriod, UserFault } from '@zhiheng/vocabulary';
import type { Office } from '../office.js';
import { currentReference } from '../reference.js';

/** What holds on the day of a change without it; limit null: nothing is set for the region then. */
export interface Unchanged {
  readonly target: Target;
  readonly limit: number | null;
  readonly due: string | null;
}

/** The target that a change is about, as it stands on its first day. Throws `not-found`, `area-unknown`, `target-change-refused`. */
export function unchangedTarget(office: Office, change: Omit<ProposedChange, 'limit' | 'due' | 'source'>): Unchanged {
  const reference = currentReference(office);
  const programme = reference.programme(change.programme);
  const area = change.area === null ? null : reference.areas().get(change.area).code;
  if (area !== null && !/^\d{6}$/.test(area)) {
    throw refused(area, 'a target is set for a region', 'a GB/T 2260 code');
  }
  const set = targetsOfArea(programme, area, change.from).find((one) => one.target.id === change.target);
  const own = programme.targets.find((one) => one.id === change.target);
  const target = set?.target ?? own;
  if (target === undefined) throw unknownTarget(change.target, programme);
  if (!('limit' in target))
    throw refused(target.kind, 'it has no limit', 'a target of kind ceiling, floor, growth, hold');
  if (set === undefined) return { target, limit: null, due: null };
  const standing = inForce(target, change.from);
  const due = (standing as { readonly due?: string }).due ?? null;
  return { target, limit: 'limit' in standing ? standing.limit : null, due };
}

/** Throws unless a change can be proposed: `date-wrong`, `usage`, and what `unchangedTarget` throws. */
export function demandChange(office: Office, change: ProposedChange): void {
  for (const [field, day] of [
    ['from', change.from],
    ['due', change.due],
  ] as const) {
    if (day !== null && !isDay(day)) {
      throw new UserFault('date-wrong', { place: { field }, found: day, expected: 'YYYY-MM-DD' });
    }
  }
  if (!Number.isFinite(change.limit)) {
    const what = 'the limit is no number';
    throw new UserFault('usage', { place: { field: 'limit' }, found: String(change.limit), values: { what } });
  }
  const { target, limit, due } = unchangedTarget(office, change);
  const { from, to } = parsePeriod(target.period);
  if (change.from < from || change.from > to) {
    throw refused(change.from, 'it holds from a day of the period of the target', `${from} to ${to}`);
  }
  if (change.due !== null && change.due < change.from) {
    throw refused(change.due, 'the day by which it is reached lies before the one on which it begins', change.from);
  }
  if (limit === change.limit && (change.due ?? due) === due) {
    throw refused(String(change.limit), 'this limit holds on that day already', 'another limit or another day');
  }
}

function refused(found: string, what: string, expected: string): UserFault {
  return new UserFault('target-change-refused', { found, expected, values: { what } });
}

/** Of an id that no target of a programme has. */
export function unknownTarget(target: string, { targets }: Pick<Programme, 'targets'>): UserFault {
  const ids = targets.map(({ id }) => id);
  const near = nearestWord(target, ids);
  return new UserFault('not-found', {
    ...{ found: target, expected: ids.join(', '), values: { name: `the target ${target}` } },
    ...(near === null ? {} : { didYouMean: near }),
  });
}
