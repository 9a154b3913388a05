import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { dict } from '@node-rs/jieba/dict.js';
import { describe, expect, it } from 'vitest';
import { clausesOf } from './clause.js';
import type { GuidelineItem } from './guideline/guideline.js';
import { readLikelihood } from './guideline/noise/word-likelihood.js';
import { readGuideline } from './guideline/read-guideline.js';
import { readWording } from './guideline/text/wording.js';
import { readProgramme } from './read-programme.js';

const definitions = new URL('../../../definitions/', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, definitions), 'utf8');
const indicators = new Set(
  readdirSync(new URL('indicators/', definitions))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => basename(name, '.yaml')),
);
const programme = readProgramme(read('programmes/2023.yaml'), 'programmes/2023.yaml', { id: '2023', indicators });
const clauses = clausesOf(programme);
const clause = (id: string) => clauses.find((one) => one.id === id);

/** Every part of the guideline: targets, then items with as many parts as each has, then what is asked of all. */
const parts = [
  ...Array.from({ length: 13 }, (_, index) => `T${index + 1}`),
  ...['1a', '1b', '1c', '1d', '1e', '2a', '2b', '2c', '3a', '3b', '3c', '3d'],
  ...[...'aibjcdefgh'].map((letter) => `4${letter}`),
  ...[...'abcdefghij'].map((letter) => `5${letter}`),
  ...[...'abcdefghij'].map((letter) => `6${letter}`),
  ...[...'abcdef'].map((letter) => `7${letter}`),
  ...['8a', '8b', '8c', '9a', '9b', '9c', '9d', '9e', '9f', '10a', '10b', '10c', '10d', '10e', 'W1', 'W2'],
];

describe('the programme of 2023', () => {
  it('has every part of the guideline, once, in its order', () => {
    expect(clauses.map(({ id }) => id)).toEqual(parts);
    expect(clauses.map(({ role }) => role).filter((role, index, all) => role !== all[index - 1])).toEqual([
      ...['aim', 'duty', 'requirement'],
    ]);
  });

  it('names the owners that a note on the lines of each clause names, and none where no note does', () => {
    const guideline = readGuideline(
      readFileSync(new URL('../../shared/seeds/guideline-2023.txt', definitions), 'utf8')
        .split('\n')
        .map((text, index) => ({ number: index + 1, text })),
      {
        likelihood: readLikelihood(dict),
        wording: readWording(read('programmes/wording.csv'), 'wording.csv'),
        organisation: () => null,
      },
    );
    const all = (item: GuidelineItem): GuidelineItem[] => [item, ...item.children.flatMap(all)];
    const notes = guideline.sections.flatMap(({ items }) =>
      items.flatMap(all).flatMap((item) => item.notes.map((note) => ({ note, line: note.span.line }))),
    );
    expect(notes).toHaveLength(19);
    const namedBy = new Set<string>();
    for (const one of clauses) {
      const [from = 0, until = 0] = one.source?.lines ?? [];
      const there = notes.filter(({ line }) => line >= from && line <= until);
      if (one.owners.length === 0) {
        expect(there, one.id).toEqual([]);
        continue;
      }
      const found = there.find(({ note }) => note.owners.map(({ name }) => name).join() === one.owners.join());
      expect(found, `${one.id}: ${one.owners.join()}`).toBeDefined();
      expect(found?.note.joint, one.id).toBe(one.joint);
      namedBy.add(`${found?.line}: ${found?.note.text}`);
    }
    expect(namedBy.size).toBe(19);
  });

  it('ties every target to an aim, and each clause to indicators that exist', () => {
    const tied = new Set(clauses.filter(({ role }) => role === 'aim').flatMap(({ targets }) => targets));
    expect([...tied].sort()).toEqual(programme.targets.map(({ id }) => id).sort());
    expect(clauses.flatMap((one) => one.indicators).length).toBeGreaterThan(80);
  });

  it('says which flows are not built yet', () => {
    const flows = clauses.flatMap((one) => one.flows);
    expect(flows.length).toBeGreaterThan(20);
    expect(flows.filter(({ built }) => built)).toEqual([]);
    const withOne = readProgramme(read('programmes/2023.yaml'), 'p.yaml', { flows: new Set(['open-licence']) });
    const built = clausesOf(withOne).flatMap((one) => one.flows.filter((flow) => flow.built));
    expect(built.map(({ id }) => id)).toEqual(['open-licence']);
  });

  it('asks every region and department for the return by its day', () => {
    expect(clause('W2')).toMatchObject({ due: '2023-12-15', regions: true, owners: [], source: { lines: [43, 43] } });
    expect(clause('3a')?.milestones.map(({ id, due }) => [id, due])).toEqual([
      ['draft', null],
      ['consult', null],
      ['issue', null],
    ]);
  });
});

describe('clauses that are wrong', () => {
  const names = '{ zh-Hans: 甲, zh-Hant: 甲, en: A }';
  const head = `id: p
names: ${names}
number: n
issued_on: 2023-03-23
year: 2023
hand_in: { due: 2023-12-15, to: 司, forms: [paper] }
owners_proposed: true
targets:
  - { id: T1, names: ${names}, kind: qualitative, period: '2023', origin: published }
steps:
  draft: ${names}
sections:
  - id: s
    role: duties
    names: ${names}
    items:
      - id: i
        number: (一)
        names: ${names}
        clauses:
          - `;
  const fault = (clauseText: string) => {
    try {
      readProgramme(head + clauseText, 'p.yaml', { indicators: new Set(['patent-grants']) });
    } catch (error) {
      return error;
    }
    return null;
  };

  it.each([
    [`{ id: a, names: ${names}, targets: [T2] }`, { found: 'T2', didYouMean: 'T1' }],
    [`{ id: a, names: ${names}, indicators: [patent-grant] }`, { found: 'patent-grant', didYouMean: 'patent-grants' }],
    [`{ id: a, names: ${names}, milestones: [draf] }`, { found: 'draf', didYouMean: 'draft' }],
    [`{ id: a, names: ${names}, flows: [open-licence] }`, { found: 'open-licence', expected: 'a key of flows' }],
    [`{ id: a, names: ${names}, due: 2023-13-01 }`, { found: '2023-13-01' }],
    [`{ id: a, names: ${names}, lines: { from: 5, until: 4 } }`, { found: '5-4' }],
    [`{ id: a, names: ${names} }\n          - { id: a, names: ${names} }`, { found: 'a' }],
    [`{ id: a, names: ${names}, owner: [司] }`, { found: 'owner', didYouMean: 'owners' }],
  ])('%s', (text, detail) => {
    expect(fault(text)).toMatchObject({ code: 'programme-wrong', detail });
    expect(fault(`{ id: a, names: ${names} }`)).toBeNull();
  });
});
