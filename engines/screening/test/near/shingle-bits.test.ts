import { expect, it } from 'vitest';
import { compareTwo, ShingleSets } from '../../src/near/exact.js';
import { ShingleBits, wordsOfBits, writeShingleBits } from '../../src/near/shingle-bits.js';
import { edited, plantedTexts, seeded } from './planted-texts.js';

const floors = [0.3, 0.5, 0.6, 0.8];

it('turns away no pair that reaches the floor, and nearly all that are far from it', () => {
  const random = seeded(23);
  const first = plantedTexts(600, 23);
  const texts = [...first, ...first.map((text) => edited(text, random() * 0.4, random))];
  const sets = new ShingleSets('abstract');
  const bits = new ShingleBits();
  for (const [index, text] of texts.entries()) {
    // Every seventh is not known.
    if (index % 7 === 6) continue;
    const shingles = sets.of(text);
    const words = new Uint32Array(wordsOfBits);
    bits.note(index, words, 0, writeShingleBits(shingles, shingles.length, words, 0), shingles.length);
  }
  const [tally, far] = [
    { reached: 0, wrong: 0, unknown: 0 },
    { turnedAway: 0, all: 0 },
  ];
  for (let one = 0; one < texts.length; one += 1) {
    for (const other of [one + first.length, Math.floor(random() * texts.length)]) {
      if (other >= texts.length || other === one) continue;
      const { jaccard } = compareTwo('abstract', texts[one] ?? '', texts[other] ?? '');
      for (const floor of floors) {
        const may = bits.mayReach(one, other, floor);
        if (jaccard >= floor) tally.reached += 1;
        if (jaccard >= floor && !may) tally.wrong += 1;
        if (one % 7 === 6 && !may) tally.unknown += 1;
        if (one % 7 === 6 || other % 7 === 6 || floor < 0.5 || jaccard > 0.1) continue;
        far.all += 1;
        far.turnedAway += may ? 0 : 1;
      }
    }
  }
  expect(tally.reached).toBeGreaterThan(500);
  expect([tally.wrong, tally.unknown]).toEqual([0, 0]);
  expect(far.all).toBeGreaterThan(500);
  expect(far.turnedAway / far.all).toBeGreaterThan(0.9);
});
