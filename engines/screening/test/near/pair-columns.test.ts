import { describe, expect, it } from 'vitest';
import { FormerPairs } from '../../src/near/former-pairs.js';
import { takeOut } from '../../src/near/leaving-texts.js';
import type { ApplicationText, TextPair } from '../../src/near/model.js';
import { NearTexts } from '../../src/near/near-texts.js';
import { mostEqual } from '../../src/near/pair-columns.js';
import { usualNearSettings } from '../../src/near/settings.js';
import { applicationsOf, edited, plantedTexts, seeded, shuffled, writeText } from './planted-texts.js';

const field = 'claim';
const settings = { ...usualNearSettings, band: { cap: 6, anchors: 2 }, fingerprint: { cap: 5, anchors: 2 } };
const told = (pairs: readonly TextPair[]) =>
  pairs.map(({ a, b, kind, jaccard, containment }) => `${a} ${b} ${kind} ${jaccard} ${containment}`).sort();
const nameOf = ({ a, b, kind }: Pick<TextPair, 'a' | 'b' | 'kind'>) => `${a} ${b} ${kind}`;

async function taken(texts: readonly ApplicationText[]): Promise<NearTexts> {
  const near = new NearTexts({ field, settings });
  await near.take(texts);
  return near;
}

/** Pairs of equal texts by their earliest, with those of few copies: worked out from the texts and from the pairs of the earliest alone. */
function withCopies(near: NearTexts, texts: readonly ApplicationText[]): TextPair[] {
  const { pairs } = near.pairs();
  const places = new Map(
    [...texts]
      .sort((p, q) => (p.day ?? Infinity) - (q.day ?? Infinity) || (p.number < q.number ? -1 : 1))
      .map(({ number }, place) => [number, place]),
  );
  const groups = new Map<string, string[]>();
  for (const { a, b, kind } of pairs) if (kind === 'same') groups.set(a, [...(groups.get(a) ?? [a]), b]);
  const equalTo = (one: string) => {
    const all = groups.get(one) ?? [one];
    return all.length > mostEqual ? [one] : all;
  };
  const between = (pair: TextPair, one: string, other: string): TextPair =>
    (places.get(one) ?? 0) < (places.get(other) ?? 0) ? { ...pair, a: one, b: other } : { ...pair, a: other, b: one };
  const all = new Map<string, TextPair>();
  const add = (pair: TextPair) => all.set(nameOf(pair), pair);
  for (const pair of pairs) {
    add(pair);
    if (pair.kind === 'recombined') continue;
    const [ones, others] =
      pair.kind === 'same' ? [equalTo(pair.a), equalTo(pair.a)] : [equalTo(pair.a), equalTo(pair.b)];
    for (const one of ones) for (const other of others) if (one !== other) add(between(pair, one, other));
  }
  return [...all.values()];
}

describe('pairs as numbers', () => {
  it('stand beside those of their earliest, in the order of filing', async () => {
    const random = seeded(3);
    const text = writeText(random, 300);
    const like = edited(text, 0.05, random);
    // A, B and D are equal, C and E are equal; A and C are alike.
    const texts = ['A', 'B', 'C', 'D', 'E'].map((number, day) => ({
      number,
      day,
      text: 'CE'.includes(number) ? like : text,
    }));
    const near = await taken(texts);
    const names = near.pairColumns().all().map(nameOf);
    expect(names.sort()).toEqual(
      [
        ...['A B same', 'A D same', 'B D same', 'C E same'],
        ...['A C near', 'A E near', 'B C near', 'B E near', 'C D near', 'D E near'],
      ].sort(),
    );
  });

  it('are left out where there are many copies', async () => {
    const random = seeded(5);
    const text = writeText(random, 300);
    const many = Array.from({ length: mostEqual + 1 }, (_, day) => ({ number: `A${day}`, day, text }));
    const near = await taken([...many, { number: 'Z', day: 99, text: edited(text, 0.05, random) }]);
    const names = near.pairColumns().all().map(nameOf);
    expect(names.sort()).toEqual([...many.slice(1).map(({ number }) => `A0 ${number} same`), 'A0 Z near'].sort());
  });

  it('are those that each text and its copies come to, and what changed makes of the earlier ones the later', async () => {
    const random = seeded(31);
    const all = shuffled(applicationsOf([...plantedTexts(900, 12), '', ' ', '']), random).map((one, index) =>
      index % 50 === 7 ? { ...one, day: null } : one,
    );
    let now = all.slice(0, 700);
    const near = await taken(now);
    let known = near.pairColumns().all();
    expect(new Set(known.map(({ kind }) => kind)).size).toBe(4);
    let [came, gone] = [0, 0];
    for (let month = 0; month < 5; month += 1) {
      const before = new FormerPairs(near.state);
      const left = new Set(
        shuffled(now, random)
          .slice(0, 25)
          .map(({ number }) => number),
      );
      takeOut(near.state, left);
      const news = all.slice(700 + 40 * month, 740 + 40 * month);
      now = [...now.filter(({ number }) => !left.has(number)), ...news];
      const texts = new Map(now.map(({ number, text }) => [number, text]));
      const textsOf = (numbers: readonly string[]) => Promise.resolve(numbers.map((one) => texts.get(one) ?? ''));
      const later = new NearTexts({ field, settings, textsOf }, near.state);
      await later.take(news);
      const columns = later.pairColumns();
      const changed = columns.changedSince(before);
      const names = new Set(changed.gone.map(nameOf));
      known = [...known.filter((pair) => !names.has(nameOf(pair))), ...changed.came];
      expect(told(columns.all())).toEqual(told(known));
      const anew = await taken(now);
      expect(told(anew.pairColumns().all())).toEqual(told(known));
      expect(told(withCopies(anew, now))).toEqual(told(known));
      expect(columns.count).toBe(known.length);
      const days = new Map(now.map(({ number, day }) => [number, day]));
      const paired = new Set(known.flatMap(({ a, b }) => [a, b]));
      expect(columns.days()).toEqual(new Map([...paired].map((number) => [number, days.get(number) ?? null])));
      came += changed.came.length;
      gone += changed.gone.length;
      expect(columns.changedSince(new FormerPairs(later.state))).toEqual({ came: [], gone: [] });
    }
    expect(Math.min(came, gone)).toBeGreaterThan(30);
  });
});
