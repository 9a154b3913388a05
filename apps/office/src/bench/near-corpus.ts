import type { ApplicationText } from '@zhiheng/screening';
import {
  contain,
  editText,
  exchangeSlots,
  jaccard,
  otherForms,
  passageOf,
  Random,
  recombine,
  shingles,
  TextSource,
} from '@zhiheng/synthesis';

/** How a planted text was made from one or two others. */
export type NearKind = 'copy' | 'other-form' | 'edited' | 'slots' | 'contained' | 'recombined';

/** A planted text and those it was made from. */
export interface PlantedNear {
  readonly kind: NearKind;
  readonly number: string;
  readonly sources: readonly string[];
  /** With its first source, over distinct shingles as strings. */
  readonly jaccard: number;
}

export interface NearCorpus {
  readonly applications: readonly ApplicationText[];
  readonly planted: readonly PlantedNear[];
}

/** One text in `every` is planted, of these kinds in turn. */
const kinds: readonly NearKind[] = [
  'edited',
  'slots',
  'copy',
  'edited',
  'contained',
  'edited',
  'recombined',
  'other-form',
  'edited',
  'recombined',
];
const every = 20;

/** So many abstracts of 150 to 300 characters in generated Chinese, one in twenty made from earlier ones; some end with the same praise. */
export function nearCorpus(documents: number, seed: number): NearCorpus {
  const source = new TextSource(seed);
  const compose = (index: number) => source.textsOf(index % 40, 'invention', 'near', index);
  const applications: ApplicationText[] = [];
  const planted: PlantedNear[] = [];
  const numberOf = (index: number) => `CN:${String(202_000_000_000 + index)}`;
  const plain = (index: number) => index - (index % every === every - 1 ? 1 : 0);
  for (let index = 0; index < documents; index += 1) {
    const own = compose(index);
    let text = own.abstract;
    if (index % every === every - 1 && index > every) {
      const random = Random.of(seed, 'near', index);
      const kind = kinds[Math.floor(index / every) % kinds.length] as NearKind;
      const [one, other] = [plain(random.between(0, index - 2)), plain(random.between(0, index - 2))];
      const [origin, second] = [compose(one), compose(other)];
      text = made(kind, { origin, second, own, other: source.textsOf(index % 40, 'invention', 'host', index), random });
      const sources = [one, ...(kind === 'recombined' ? [other] : [])].map(numberOf);
      planted.push({
        kind,
        number: numberOf(index),
        sources,
        jaccard: jaccard(shingles(origin.abstract), shingles(text)),
      });
    }
    applications.push({ number: numberOf(index), day: 19_000 + Math.floor((index * 365) / documents), text });
  }
  return { applications, planted };
}

type Composed = ReturnType<TextSource['textsOf']>;

interface Making {
  readonly origin: Composed;
  readonly second: Composed;
  readonly own: Composed;
  /** Unrelated, to be joined with `own`. */
  readonly other: Composed;
  readonly random: Random;
}

function made(kind: NearKind, { origin, second, own, other, random }: Making): string {
  switch (kind) {
    case 'copy':
      return origin.abstract;
    case 'other-form':
      return otherForms(origin.abstract, 'mixed', random);
    case 'edited':
      return editText(origin.abstract, random.between(1, 40) / 100, random, own.abstract);
    case 'slots':
      return exchangeSlots(origin.nouns, own.nouns, random.between(20, 60) / 100, random)(origin.abstract);
    case 'contained': {
      const host = `${own.abstract}${own.firstClaim}${other.abstract}${other.firstClaim}`;
      return contain(passageOf(origin.abstract, random.between(80, 95) / 100, random), host, random);
    }
    case 'recombined':
      return recombine(origin.abstract, second.abstract);
  }
}
