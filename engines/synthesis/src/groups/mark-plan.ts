import { Random } from '../random.js';
import { hoardedWords, randomCharacters, repeatedWords } from './mark-words.js';
import type { MarkGroupName, PlantedMark } from './planted-mark.js';

interface LaidMarks {
  readonly kind: MarkGroupName;
  readonly places: readonly number[];
}

// Weight among planted marks, fewest and most members, mean gap between filings as a share of all marks.
const kinds: readonly (readonly [MarkGroupName, number, number, number, number])[] = [
  ['mark-hoarding', 0.6, 15, 80, 0.0003],
  ['mark-random-characters', 0.25, 6, 30, 0.0005],
  ['mark-refiling', 0.15, 2, 4, 0.15],
];

/** Numbers of holders that a group may give out, beyond those of patent groups. */
const firstHolder = 1_000_000_000;

/** Which marks, in the order of filing, belong to abnormal groups, and what has to stand there. */
export class MarkPlan {
  readonly #seed: number;
  readonly #groups: readonly LaidMarks[];
  readonly #at = new Map<number, readonly [number, number]>();

  constructor(seed: number, marks: number, share: number) {
    this.#seed = seed;
    this.#groups = this.#layOut(marks, Math.round(marks * share));
  }

  get members(): number {
    return this.#at.size;
  }

  at(position: number): PlantedMark | null {
    const found = this.#at.get(position);
    return found === undefined ? null : this.#member(found[0], found[1], position);
  }

  #layOut(marks: number, members: number): LaidMarks[] {
    const random = Random.of(this.#seed, 'mark groups');
    const groups: LaidMarks[] = [];
    for (const [kind, weight, fewest, most, gap] of kinds) {
      for (let left = Math.round(members * weight); left >= fewest; ) {
        const size = Math.min(left, fewest + Math.floor((most - fewest + 1) * random.fraction() ** 2));
        const places = this.#take(marks, size, gap * marks, random);
        if (places === null) break;
        for (const [ordinal, place] of places.entries()) this.#at.set(place, [groups.length, ordinal]);
        groups.push({ kind, places });
        left -= size;
      }
    }
    return groups;
  }

  #take(marks: number, size: number, gap: number, random: Random): number[] | null {
    for (let attempt = 0; attempt < 20; attempt += 1) {
      const places: number[] = [];
      let next = Math.floor(random.fraction() * marks);
      while (places.length < size && next < marks) {
        if (this.#at.has(next)) next += 1;
        else {
          places.push(next);
          next += 1 + Math.floor((0.5 + random.fraction()) * gap);
        }
      }
      if (places.length === size) return places;
    }
    return null;
  }

  #member(groupNumber: number, ordinal: number, position: number): PlantedMark {
    const { kind, places } = this.#groups[groupNumber] ?? { kind: 'mark-hoarding' as const, places: [] };
    const shared = Random.of(this.#seed, 'mark group', groupNumber);
    const own = Random.of(this.#seed, 'mark', groupNumber, ordinal);
    const base = firstHolder + groupNumber * 10;
    const common = {
      group: `M${String(groupNumber + 1).padStart(6, '0')}`,
      groupNumber,
      kind,
      position,
      ordinal,
      last: ordinal === places.length - 1,
    };
    if (kind === 'mark-hoarding') {
      const related = shared.between(1, 4);
      return {
        ...common,
        role: 'hoarded',
        words: hoardedWords(own),
        classes: classesOf(own),
        holder: base + (ordinal % related),
        address: related === 1 ? null : base,
        refused: false,
        from: null,
      };
    }
    if (kind === 'mark-random-characters') {
      const words = randomCharacters(own);
      return {
        ...common,
        role: 'random-characters',
        words,
        classes: classesOf(own),
        holder: base,
        address: null,
        refused: false,
        from: null,
      };
    }
    const words = repeatedWords(shared, ordinal);
    const last = ordinal === places.length - 1;
    return {
      ...common,
      role: ordinal === 0 ? 'refused' : 'refiled',
      words,
      classes: [shared.between(1, 45)],
      holder: base + (shared.chance(0.3) ? ordinal % 2 : 0),
      address: base,
      refused: !last || shared.chance(0.5),
      from: ordinal === 0 ? null : 0,
    };
  }
}

function classesOf(random: Random): number[] {
  const wanted = random.between(1, 3);
  return [...new Set(Array.from({ length: wanted }, () => random.between(1, 45)))].sort((a, b) => a - b);
}
