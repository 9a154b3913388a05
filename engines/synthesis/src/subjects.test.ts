import { describe, expect, it } from 'vitest';
import { sharedData } from '../test/repository.js';
import { designSubjects } from './design-subjects.js';
import { subjects } from './subjects.js';

const tree = sharedData('classification/ipc_tree.csv');

describe('subjects', () => {
  it('are whole: weights, style, symbols of one subclass, words', () => {
    expect(subjects.length).toBeGreaterThan(60);
    for (const subject of subjects) {
      expect(subject.inventionWeight).toBeGreaterThan(0);
      expect(subject.modelWeight).toBeGreaterThanOrEqual(0);
      expect(['method', 'device', 'matter']).toContain(subject.style);
      expect(new Set(subject.symbols.map((symbol) => symbol.slice(0, 4))).size).toBe(1);
      expect(subject.objects.length).toBeGreaterThan(1);
    }
  });

  it.skipIf(!tree.there)('bear symbols of the IPC', () => {
    const known = new Set(
      tree
        .text()
        .split('\n')
        .map((line) => line.slice(0, line.indexOf(','))),
    );
    const unknown = subjects.flatMap(({ symbols }) => symbols).filter((symbol) => !known.has(symbol));
    expect(unknown).toEqual([]);
  });

  it('of designs bear Locarno classes from 01 to 32', () => {
    for (const { symbol, weight, objects } of designSubjects) {
      expect(symbol).toMatch(/^(?:0[1-9]|[12]\d|3[0-2])-\d{2}$/);
      expect(weight).toBeGreaterThan(0);
      expect(objects.length).toBeGreaterThan(0);
    }
  });
});
