import { describe, expect, it } from 'vitest';
import { placeSheets } from '../../test/sources.js';
import { NameTrie } from './name-trie.js';
import { missesByOne, NearNames } from './near-names.js';
import { namesOf, type PlaceName, placeLines } from './place-names.js';
import { plantAddresses } from './planted-addresses.js';

const names = placeLines(placeSheets.areas).flatMap(namesOf);
const texts = plantAddresses(placeSheets, 3, 700).map(({ address }) => address);

/** Edit distance over code points by the whole table. */
function distance(a: string, b: string): number {
  const [left, right] = [Array.from(a), Array.from(b)];
  let row = Array.from({ length: right.length + 1 }, (_, at) => at);
  for (const [i, point] of left.entries()) {
    const next = [i + 1];
    for (const [j, other] of right.entries()) {
      const kept = (row[j] ?? 0) + (point === other ? 0 : 1);
      next.push(Math.min(kept, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[right.length] ?? 0;
}

describe('NameTrie', () => {
  it('finds at every place of a text what comparing every name there finds', () => {
    const byName = new Map<string, PlaceName[]>();
    for (const name of names) byName.set(name.name, [...(byName.get(name.name) ?? []), name]);
    const trie = new NameTrie(byName);
    const lengths = [...byName.keys()].sort((a, b) => a.length - b.length);
    let hits = 0;
    for (const text of texts.slice(0, 60)) {
      for (let at = 0; at < text.length; at += 1) {
        const found: (readonly PlaceName[])[] = [];
        const count = trie.allAt(text, at, found);
        const plain = lengths.filter((name) => text.startsWith(name, at)).map((name) => byName.get(name));
        expect(found.slice(0, count)).toEqual(plain);
        hits += count;
      }
    }
    expect(hits).toBeGreaterThan(100);
  });

  it('tells names apart that share characters, outside the basic plane too', () => {
    const trie = new NameTrie(new Map(Object.entries({ 𠀀县: ['a'], 𠀁县: ['b'], 县: ['c'] })));
    const found: (readonly string[])[] = [];
    expect([trie.allAt('𠀁县', 0, found), found[0]]).toEqual([1, ['b']]);
    expect(trie.allAt('𠀂县', 0, found)).toBe(0);
  });
});

describe('NearNames', () => {
  const whole = names.filter(({ name, form }) => form === 'whole' && name.length >= 3);
  const near = new NearNames(whole, new Set(names.map(({ name }) => name)));

  it('finds the names that the edit distance to every name finds', () => {
    let hits = 0;
    for (const text of texts.filter((_, at) => at % 14 > 6).slice(0, 120)) {
      const found = near.at(text, 3, () => true);
      if (found === null) continue;
      hits += 1;
      const part = text.slice(3, found.end);
      const plain = whole.filter(({ name }) => distance(part, name) === 1 && missesByOne(part, name));
      expect(new Set(found.places.map(({ code }) => code))).toEqual(new Set(plain.map(({ code }) => code)));
    }
    expect(hits).toBeGreaterThan(10);
  });

  it.each([
    ['南三区', '南山区', true],
    ['呼和皓特市', '呼和浩特市', true],
    ['呼浩特市', '呼和浩特市', true],
    ['成都都市', '成都市', true],
    ['𠀀山区', '南山区', true],
    ['南山区', '南山区', false],
    ['南山路', '南山区', false],
    ['山区', '南山区', false],
    ['东三区', '南山区', false],
  ])('%s for %s: %s', (part, name, misses) => {
    expect(missesByOne(part, name)).toBe(misses);
    if (misses) expect(distance(part, name)).toBe(1);
  });
});
