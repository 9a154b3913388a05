import { OwnFault } from '@zhiheng/vocabulary';
import type { TextField, TextPair } from './model.js';
import {
  type EqualMembers,
  eachPair,
  eachPairApart,
  eachPairOfLinks,
  equalMembers,
  type Found,
  inOrder,
  kindsOfPairs,
  type TellPair,
} from './pairs.js';

/** Changes whenever other pairs are told of the same texts. */
export const pairsVersion = 1;

/** Equal texts up to so many are paired each with each; of more, each is paired with the earliest alone. */
export const mostEqual = 8;

/** Applications of one field that fit a code. */
const mostMembers = 2 ** 25;

const linksOfBatch = 200_000;

/** Which pair it is: there is one of a kind and field between two applications. */
export type NamedPair = Pick<TextPair, 'a' | 'b' | 'field' | 'kind'>;

/** Pairs that came and that are told no longer. */
export interface ChangedPairs {
  readonly came: readonly TextPair[];
  readonly gone: readonly NamedPair[];
}

/**
 * All pairs of applications of one field, each as one number: of which applications, by their places, and of what kind. What else is told of a pair follows from the texts of the two, so that
 * the same number is the same pair for as long as applications keep their places. Equal texts are compared as one, told by the earliest; what is asked of a pair (one holder, one agency)
 * can hold for copies and not for their earliest, so that few copies get pairs of their own: with each other, and with what is like the earliest. Pairs that a text was recombined from
 * stay as they are.
 */
export class PairColumns {
  readonly #found: Found;
  readonly #equal: EqualMembers;
  /** In their order. */
  readonly #codes: Float64Array;

  /** As what was found stands now. */
  constructor(found: Found) {
    this.#found = found;
    if (found.classes.numbers.length > mostMembers) throw new OwnFault(`more than ${mostMembers} texts`);
    this.#equal = equalMembers(found, mostEqual);
    let codes = new Float64Array(4096);
    let count = 0;
    eachPair(found, this.#equal, (a, b, kind) => {
      if (count === codes.length) {
        const wider = new Float64Array(2 * count);
        wider.set(codes);
        codes = wider;
      }
      codes[count] = codeOf(a, b, kind);
      count += 1;
    });
    this.#codes = codes.slice(0, count).sort();
  }

  get field(): TextField {
    return this.#found.field;
  }

  get count(): number {
    return this.#codes.length;
  }

  /** All pairs, ordered by `a`, `b`, then kind. */
  all(): TextPair[] {
    return this.#pairs(() => true);
  }

  /** All pairs in batches, in no particular order: of a large office there are millions. */
  *inBatches(): Generator<TextPair[]> {
    const found = this.#found;
    let batch: TextPair[] = [];
    const tell: TellPair = (a, b, kind, jaccard, containment) => {
      batch.push({ ...this.#named(codeOf(a, b, kind)), jaccard, containment });
    };
    eachPairApart(found, this.#equal, tell);
    yield batch;
    const { length } = found.links;
    for (let from = 0; from < length; from += linksOfBatch) {
      batch = [];
      eachPairOfLinks(found, this.#equal, { from, to: Math.min(length, from + linksOfBatch) }, tell);
      yield batch;
    }
  }

  /** What changed since the same applications had other pairs. */
  changedSince(before: PairColumns): ChangedPairs {
    const [came, gone] = [new Set<number>(), new Set<number>()];
    const [own, others] = [this.#codes, before.#codes];
    let [at, other] = [0, 0];
    while (at < own.length || other < others.length) {
      const [code, former] = [own[at] ?? Number.POSITIVE_INFINITY, others[other] ?? Number.POSITIVE_INFINITY];
      if (code < former) came.add(code);
      if (former < code) gone.add(former);
      if (code <= former) at += 1;
      if (former <= code) other += 1;
    }
    return {
      came: this.#cameAmong(came),
      gone: [...gone].map((code) => this.#named(code)),
    };
  }

  #cameAmong(came: ReadonlySet<number>): TextPair[] {
    if (came.size === 0) return [];
    // Of millions of pairs most are turned away without a look into the set.
    const marked = new Uint8Array(this.#found.classes.numbers.length);
    for (const code of came) marked[membersOf(code)[1]] = 1;
    return this.#pairs((code, b) => marked[b] === 1 && came.has(code));
  }

  /** Filing days of all applications that stand in a pair. */
  days(): Map<string, number | null> {
    const days = new Map<string, number | null>();
    for (const code of this.#codes) {
      for (const member of membersOf(code)) {
        const { number, day } = this.#found.classes.ownerOf(member);
        days.set(number, day);
      }
    }
    return days;
  }

  #named(code: number): NamedPair {
    const [a, b] = membersOf(code);
    const { numbers } = this.#found.classes;
    const kind = kindsOfPairs[code % 4] as TextPair['kind'];
    return { a: numbers[a] as string, b: numbers[b] as string, field: this.field, kind };
  }

  #pairs(isAsked: (code: number, b: number) => boolean): TextPair[] {
    const pairs: TextPair[] = [];
    eachPair(this.#found, this.#equal, (a, b, kind, jaccard, containment) => {
      const code = codeOf(a, b, kind);
      if (isAsked(code, b)) pairs.push({ ...this.#named(code), jaccard, containment });
    });
    return pairs.sort(inOrder);
  }
}

function codeOf(a: number, b: number, kind: number): number {
  return (a * mostMembers + b) * 4 + kind;
}

function membersOf(code: number): [a: number, b: number] {
  const pair = Math.floor(code / 4);
  return [Math.floor(pair / mostMembers), pair % mostMembers];
}
