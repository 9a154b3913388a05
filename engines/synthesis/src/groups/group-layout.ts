import type { FilingCell } from '../filing-plan.js';
import { type OfficeKind, officeKinds } from '../office-volumes.js';
import { Random } from '../random.js';
import { type GroupKind, groupKinds } from './group-kinds.js';
import { SlotBook } from './slot-book.js';

/** A group with its places in the order of filing. */
export interface LaidGroup {
  readonly kind: GroupKind;
  readonly officeKind: OfficeKind;
  readonly places: readonly number[];
}

const attempts = 12;

/**
 * Lays groups out until so many members are planted that no more fit under `members`. The kind that lags most behind
 * its weight comes next, so that every kind gets its part however few there are.
 */
export function layOutGroups(seed: number, cells: readonly FilingCell[], members: number): LaidGroup[] {
  const book = new SlotBook(cells);
  const random = Random.of(seed, 'groups');
  const weights = groupKinds.reduce((sum, { weight }) => sum + weight, 0);
  const open = new Map(groupKinds.map((kind) => [kind, 0]));
  const groups: LaidGroup[] = [];
  let left = members;
  while (open.size > 0 && left > 0) {
    const kind = mostLagging(open, (of) => (of.weight / weights) * members);
    const size = Math.min(sizeOf(kind, random), left);
    const laid = size < Math.min(kind.fewest, 6) ? null : layOut(book, kind, size, random);
    if (laid === null) {
      open.delete(kind);
      continue;
    }
    groups.push(laid);
    open.set(kind, (open.get(kind) ?? 0) + size);
    left -= size;
  }
  return groups;
}

function mostLagging(planted: ReadonlyMap<GroupKind, number>, wanted: (kind: GroupKind) => number): GroupKind {
  let best: GroupKind | undefined;
  let most = Number.NEGATIVE_INFINITY;
  for (const [kind, count] of planted) {
    const lag = wanted(kind) - count;
    if (lag > most) {
      best = kind;
      most = lag;
    }
  }
  if (best === undefined) throw new RangeError('no kind of group is left');
  return best;
}

/** A size between the fewest and the most, small ones more often. */
function sizeOf({ fewest, most }: GroupKind, random: Random): number {
  return fewest + Math.floor((most - fewest + 1) * random.fraction() ** 2.2);
}

function layOut(book: SlotBook, kind: GroupKind, size: number, random: Random): LaidGroup | null {
  const counts = kind.officeKinds.map((officeKind) => book.count(officeKind));
  const total = counts.reduce((sum, count) => sum + count, 0);
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    let point = random.fraction() * total;
    const index = counts.findIndex((count) => {
      point -= count;
      return point < 0;
    });
    const officeKind = kind.officeKinds[index] ?? officeKinds[0];
    const places = book.take(officeKind, kind.spacing, kind.sources + size, kind.sources, random);
    if (places !== null) return { kind, officeKind, places };
  }
  return null;
}
