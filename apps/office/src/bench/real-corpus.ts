import { type ApplicationText, compareTwo, type TextField } from '@zhiheng/screening';
import { contain, editText, passageOf, Random } from '@zhiheng/synthesis';
import type { NearCorpus, NearKind, PlantedNear } from './near-corpus.js';

/** Of every so many texts one is planted, of few more. */
const everyOf = (texts: number) => (texts < 2000 ? 2 : 5);
/** What is planted, in turn; a title is too short to hold another. */
const kindsOf = (field: TextField): readonly NearKind[] =>
  field === 'title' ? ['edited', 'edited', 'copy'] : ['edited', 'edited', 'contained', 'copy', 'edited', 'recombined'];

/**
 * Texts as they are, and behind them one made from every fifth, of few from every second: edited by 1 to 40 in a hundred of its characters, or of its words where it is written in
 * words; copied; joined with another; a passage of it within five others. Similarity is told by exact comparison.
 */
export function realCorpus(field: TextField, texts: readonly string[], seed: number): NearCorpus {
  const kinds = kindsOf(field);
  const every = everyOf(texts.length);
  const applications: ApplicationText[] = [];
  const planted: PlantedNear[] = [];
  const add = (text: string) => {
    const number = `X:${String(applications.length).padStart(9, '0')}`;
    applications.push({ number, day: applications.length, text });
    return number;
  };
  const numbers = texts.map(add);
  const nextInLength = nextByLength(texts, every);
  for (let index = 0; index < texts.length; index += every) {
    const random = Random.of(seed, 'real', field, index);
    const kind = kinds[(index / every) % kinds.length] as NearKind;
    const other = nextInLength(index, random);
    const [origin = '', second = ''] = [texts[index], texts[other]];
    const hosts = Array.from({ length: 5 }, () => texts[random.between(0, texts.length - 1)] ?? '');
    const text = madeFrom(kind, { origin, second, hosts, random });
    const sources = [index, ...(kind === 'recombined' ? [other] : [])].flatMap((at) => numbers[at] ?? []);
    planted.push({ kind, number: add(text), sources, jaccard: compareTwo(field, origin, text).jaccard });
  }
  return { applications, planted };
}

interface Making {
  readonly origin: string;
  readonly second: string;
  /** Others that a passage is put among. */
  readonly hosts: readonly string[];
  readonly random: Random;
}

function madeFrom(kind: NearKind, { origin, second, hosts, random }: Making): string {
  switch (kind) {
    case 'edited':
      return edited(origin, random.between(1, 40) / 100, random, second);
    case 'recombined':
      return halves(origin, second);
    case 'contained':
      return contain(passageOf(origin, random.between(80, 95) / 100, random), hosts.join('；'), random);
    default:
      return origin;
  }
}

/** Gives the place of a text about as long as another, of which none is made beside: of two as long ones each gives half. */
function nextByLength(texts: readonly string[], every: number): (index: number, random: Random) => number {
  const lengthOf = (index: number) => (texts[index] ?? '').length;
  const order = texts
    .map((_, index) => index)
    .filter((index) => index % every !== 0)
    .sort((a, b) => lengthOf(a) - lengthOf(b) || a - b);
  return (index, random) => {
    let [low, high] = [0, order.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (lengthOf(order[middle] ?? 0) < lengthOf(index)) low = middle + 1;
      else high = middle;
    }
    return order[Math.max(0, Math.min(low, order.length - 1) - random.between(0, 5))] ?? index;
  };
}

/** The first half of one and the second of another, cut between words where there are some. */
function halves(first: string, second: string): string {
  const middle = (text: string) => {
    const half = Math.floor(text.length / 2);
    const blank = text.indexOf(' ', half);
    return blank < 0 ? half : blank;
  };
  return first.slice(0, middle(first)) + second.slice(middle(second));
}

/** The first code point of a private plane: a word stands for as long as it is edited as one character. */
const firstWord = 0xf_0000;

/** Edits characters; of a text in words, words. */
function edited(text: string, share: number, random: Random, donor: string): string {
  const [own, others] = [text.split(/\s+/), donor.split(/\s+/)];
  if (own.length < Math.max(3, text.length / 20)) return editText(text, share, random, donor);
  const words = [...new Set([...own, ...others])];
  const coded = (list: readonly string[]) =>
    list.map((word) => String.fromCodePoint(firstWord + words.indexOf(word))).join('');
  return [...editText(coded(own), share, random, coded(others))]
    .map((character) => words[(character.codePointAt(0) ?? firstWord) - firstWord])
    .join(' ');
}
