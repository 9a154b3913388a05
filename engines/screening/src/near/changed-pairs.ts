import type { FormerPairs } from './former-pairs.js';
import { containmentOf, jaccardOf, type Link, shareOf } from './links.js';
import { type Found, kindOfLink, recombinedKind, same } from './pairs.js';
import type { TextClasses } from './text-classes.js';

/** Applications of one field that fit a code. */
export const mostMembers = 2 ** 25;

/** A pair of members, of which `a` was filed first, and the number of its kind. */
export interface PairOfMembers {
  readonly a: number;
  readonly b: number;
  readonly kind: number;
  readonly jaccard: number;
  readonly containment: number;
}

/**
 * Pairs that are told and were not, and those that were and are no longer. A pair is another only where a member of one of its texts came or left, or what links the
 * two: all others are passed over. `most`: of how many equal texts each is paired with each.
 */
export function changedPairs(
  found: Found,
  former: FormerPairs,
  most: number,
): { readonly came: readonly PairOfMembers[]; readonly gone: readonly PairOfMembers[] } {
  const { classes, links, recombined } = found;
  const touched = touchedClasses(classes, former);
  const members = membersOf(classes, former, touched);
  const now = new PairsOfTouched(found, { touched, members: members.now, empty: found.empty, most });
  const before = new PairsOfTouched(found, { touched, members: members.before, empty: former.empty, most });
  const differs = touched.map((isTouched, one) => (isTouched === 1 && !now.tellsSame(before, one) ? 1 : 0));
  // A member stays in its class, so that what a link tells that came or left no other link tells.
  const [came, gone]: [PairOfMembers[], PairOfMembers[]] = [[], []];
  for (const link of links.left) before.tellLink(link, (pair) => gone.push(pair));
  for (let place = 0; place < links.length; place += 1) {
    const stood = place < links.stood;
    if (stood && differs[links.one.at(place)] === 0 && differs[links.other.at(place)] === 0) continue;
    const link = links.at(place);
    if (!stood) now.tellLink(link, (pair) => came.push(pair));
    else for (const told of [now, before]) told.tellLink(link, (pair) => told.add(pair));
  }
  now.addRecombined(recombined);
  before.addRecombined(former.recombined);
  for (const pair of now.without(before)) came.push(pair);
  for (const pair of before.without(now)) gone.push(pair);
  return { came, gone };
}

/** A byte for each class: 1 where a member came or left. */
function touchedClasses(classes: TextClasses, former: FormerPairs): Uint8Array {
  const touched = new Uint8Array(classes.count);
  for (const member of classes.gone) if (!former.gone.has(member)) touched[classes.classOf.at(member)] = 1;
  for (let member = former.members; member < classes.numbers.length; member += 1)
    touched[classes.classOf.at(member)] = 1;
  return touched;
}

const copy = { kind: same, jaccard: 1, containment: 1 };

type MembersByClass = ReadonlyMap<number, readonly number[]>;

/** Members that stand and those that stood, of classes that are touched or have several. */
function membersOf(
  classes: TextClasses,
  former: FormerPairs,
  touched: Uint8Array,
): { readonly now: MembersByClass; readonly before: MembersByClass } {
  const [now, before] = [new Map<number, number[]>(), new Map<number, number[]>()];
  const add = (to: Map<number, number[]>, one: number, member: number) => {
    const known = to.get(one);
    if (known === undefined) to.set(one, [member]);
    else known.push(member);
  };
  for (let member = 0; member < classes.numbers.length; member += 1) {
    const one = classes.classOf.at(member);
    if (touched[one] === 0 && classes.standing.at(one) < 2) continue;
    if (!classes.gone.has(member)) add(now, one, member);
    if (member < former.members && !former.gone.has(member)) add(before, one, member);
  }
  return { now, before };
}

/** Pairs of classes that are touched, of links that came or left and of texts that are patched, as they are told at one time. */
class PairsOfTouched {
  readonly #found: Found;
  readonly #touched: Uint8Array;
  readonly #members: MembersByClass;
  readonly #empty: number;
  readonly #most: number;
  readonly #earliest = new Map<number, number>();
  readonly #pairs = new Map<number, PairOfMembers>();

  constructor(
    found: Found,
    at: {
      readonly touched: Uint8Array;
      readonly members: MembersByClass;
      readonly empty: number;
      readonly most: number;
    },
  ) {
    this.#found = found;
    this.#touched = at.touched;
    this.#members = at.members;
    this.#empty = at.empty;
    this.#most = at.most;
    for (let one = 0; one < at.touched.length; one += 1) if (at.touched[one] === 1) this.#addCopies(one);
  }

  /** Tells the pairs of a link. */
  tellLink(link: Link, tell: (pair: PairOfMembers) => void): void {
    const [jaccard, containment] = [jaccardOf(link), containmentOf(link)];
    const kind = kindOfLink(this.#found.settings, jaccard, containment);
    if (kind < 0) return;
    const others = this.#toldOf(link.other);
    for (const one of this.#toldOf(link.one))
      for (const other of others) tell(this.#inOrder(one, other, { kind, jaccard, containment }));
  }

  addRecombined(recombined: Found['recombined']): void {
    for (const [patched, sources] of recombined) {
      for (const link of sources) {
        const [one, other] = [this.#earliestOf(link.one), this.#earliestOf(link.other)];
        this.add(
          this.#inOrder(one, other, {
            kind: recombinedKind,
            jaccard: jaccardOf(link),
            containment: shareOf(link, patched),
          }),
        );
      }
    }
  }

  /** Whether the same members of a class have the pairs of its links at another time. */
  tellsSame(other: PairsOfTouched, one: number): boolean {
    if (!this.#members.has(one) || !other.#members.has(one)) return false;
    const [own, others] = [this.#toldOf(one), other.#toldOf(one)];
    return own.length === others.length && own.every((member, at) => member === others[at]);
  }

  /** Those that are not among others. */
  without(others: PairsOfTouched): PairOfMembers[] {
    return [...this.#pairs].flatMap(([code, pair]) => (others.#pairs.has(code) ? [] : [pair]));
  }

  #addCopies(one: number): void {
    const members = this.#members.get(one) ?? [];
    if (one === this.#empty || members.length < 2) return;
    if (members.length > this.#most) {
      const earliest = this.#earliestOf(one);
      for (const member of members) if (member !== earliest) this.add(this.#inOrder(earliest, member, copy));
      return;
    }
    for (const [at, member] of members.entries())
      for (const other of members.slice(at + 1)) this.add(this.#inOrder(member, other, copy));
  }

  /** Members of a class that have the pairs of its links. */
  #toldOf(one: number): readonly number[] {
    const members = this.#members.get(one);
    const several = one !== this.#empty && members !== undefined && members.length > 1 && members.length <= this.#most;
    return several ? members : [this.#earliestOf(one)];
  }

  #earliestOf(one: number): number {
    const { classes } = this.#found;
    if (this.#touched[one] === 0) return classes.earliest.at(one);
    const known = this.#earliest.get(one);
    if (known !== undefined) return known;
    const members = this.#members.get(one) ?? [];
    const earliest = members.reduce((first, member) => (classes.isEarlier(member, first) ? member : first));
    this.#earliest.set(one, earliest);
    return earliest;
  }

  #inOrder(one: number, other: number, { kind, jaccard, containment }: Omit<PairOfMembers, 'a' | 'b'>): PairOfMembers {
    const isFirst = this.#found.classes.isEarlier(one, other);
    const [a, b] = isFirst ? [one, other] : [other, one];
    return { a, b, kind, jaccard, containment };
  }

  /** Takes a pair in that may be told at another time too. */
  add(pair: PairOfMembers): void {
    this.#pairs.set((pair.a * mostMembers + pair.b) * 4 + pair.kind, pair);
  }
}
