import { OwnFault } from '@zhiheng/vocabulary';
import { changedPairs, mostMembers } from './changed-pairs.js';
import type { FormerPairs } from './former-pairs.js';
import type { TextField, TextPair } from './model.js';
import {
  countPairs,
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

const linksOfBatch = 200_000;

/** Which pair it is: there is one of a kind and field between two applications. */
export type NamedPair = Pick<TextPair, 'a' | 'b' | 'field' | 'kind'>;

/** Pairs that came and that are told no longer. */
export interface ChangedPairs {
  readonly came: readonly TextPair[];
  readonly gone: readonly NamedPair[];
}

/**
 * All pairs of applications of one field, told when they are asked for: of titles there are millions. Equal texts are compared as one, told by the earliest; what is asked of a pair (one
 * holder, one agency) can hold for copies and not for their earliest, so that few copies get pairs of their own: with each other, and with what is like the earliest. Pairs that a text was
 * recombined from stay as they are.
 */
export class PairColumns {
  readonly #found: Found;
  readonly #equal: EqualMembers;
  readonly count: number;

  /** As what was found stands now. */
  constructor(found: Found) {
    this.#found = found;
    if (found.classes.numbers.length > mostMembers) throw new OwnFault(`more than ${mostMembers} texts`);
    this.#equal = equalMembers(found, mostEqual);
    this.count = countPairs(found, mostEqual);
  }

  get field(): TextField {
    return this.#found.field;
  }

  /** All pairs, ordered by `a`, `b`, then kind. */
  all(): TextPair[] {
    const pairs: TextPair[] = [];
    eachPair(this.#found, this.#equal, (a, b, kind, jaccard, containment) => {
      pairs.push({ ...this.#named(a, b, kind), jaccard, containment });
    });
    return pairs.sort(inOrder);
  }

  /** All pairs in batches, in no particular order: of a large office there are millions. */
  *inBatches(): Generator<TextPair[]> {
    const found = this.#found;
    let batch: TextPair[] = [];
    const tell: TellPair = (a, b, kind, jaccard, containment) => {
      batch.push({ ...this.#named(a, b, kind), jaccard, containment });
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

  /** What changed since, in no particular order. */
  changedSince(former: FormerPairs): ChangedPairs {
    const { came, gone } = changedPairs(this.#found, former, mostEqual);
    return {
      came: came.map(({ a, b, kind, jaccard, containment }) => ({ ...this.#named(a, b, kind), jaccard, containment })),
      gone: gone.map(({ a, b, kind }) => this.#named(a, b, kind)),
    };
  }

  /** Filing days of all applications that stand in a pair. */
  days(): Map<string, number | null> {
    const days = new Map<string, number | null>();
    const { classes } = this.#found;
    eachPair(this.#found, this.#equal, (a, b) => {
      for (const member of [a, b]) days.set(classes.numbers[member] as string, classes.dayOf(member));
    });
    return days;
  }

  #named(a: number, b: number, kind: number): NamedPair {
    const { numbers } = this.#found.classes;
    return {
      ...{ a: numbers[a] as string, b: numbers[b] as string, field: this.field },
      kind: kindsOfPairs[kind] as TextPair['kind'],
    };
  }
}
