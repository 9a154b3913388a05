import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AreaDirectory } from '@zhiheng/vocabulary';
import { describe, expect, it } from 'vitest';
import {
  addOrganisation,
  closeOrganisation,
  leaveAccount,
  listOrganisations,
  moveOrganisation,
  readOrganisationList,
  seedOrganisations,
  subtree,
} from '../src/index.js';
import { operator, testOffices } from './test-office.js';

const offices = testOffices();
const names = { 'zh-Hans': '中心', 'zh-Hant': '中心', en: 'Centre' };
const definitions = join(import.meta.dirname, '../../../definitions/reference');

describe('the tree of organisations', () => {
  it('takes new ones, moves them with all below and lets none stand under itself', async () => {
    const office = await offices.open();
    const add = (id: string, parent: string) =>
      addOrganisation(office, operator, { id, parent, kind: 'centre', area: null, names });
    await add('centre', 'guangdong');
    await add('branch', 'centre');
    await moveOrganisation(office, operator, 'centre', 'planning');
    const tree = await listOrganisations(office);
    expect(tree.map(({ id, parent }) => `${id} < ${parent}`)).toEqual([
      'branch < centre',
      'centre < planning',
      'guangdong < national-office',
      'national-office < null',
      'planning < national-office',
    ]);
    expect(subtree(tree, 'planning')).toEqual(['planning', 'centre', 'branch']);
    for (const [id, parent] of [
      ['planning', 'branch'],
      ['centre', 'centre'],
      ['national-office', 'branch'],
      ['centre', 'nowhere'],
    ] as const) {
      await expect(moveOrganisation(office, operator, id, parent), `${id} under ${parent}`).rejects.toMatchObject({
        code: 'organisation-wrong',
      });
    }
    await expect(add('centre', 'planning')).rejects.toMatchObject({ code: 'name-taken' });
    await expect(add('Zentrum', 'planning')).rejects.toMatchObject({ code: 'organisation-wrong' });
    await expect(
      addOrganisation(office, operator, { id: 'top', parent: null, kind: 'agency', area: null, names }),
    ).rejects.toMatchObject({ code: 'organisation-wrong' });
    expect(await office.acts('organisation-moved')).toEqual([
      { person: 'local:root', object: 'centre', before: { parent: 'guangdong' }, after: { parent: 'planning' } },
    ]);
  });

  it('closes what nobody and nothing belongs to', async () => {
    const office = await offices.open();
    const closing = (id: string) => closeOrganisation(office, operator, id);
    await expect(closing('national-office')).rejects.toMatchObject({ detail: { found: 'guangdong' } });
    await office.account('li');
    await expect(closing('planning')).rejects.toMatchObject({ detail: { values: { what: 'accounts belong to it' } } });
    await leaveAccount(office, operator, 'li');
    // 01:00 in Greenwich is 09:00 in Beijing, on the same day.
    expect(await closing('planning')).toBe('2023-11-01');
    await expect(closing('planning')).rejects.toMatchObject({ code: 'organisation-wrong' });
    await expect(
      addOrganisation(office, operator, { id: 'part', parent: 'planning', kind: 'centre', area: null, names }),
    ).rejects.toMatchObject({ code: 'organisation-wrong' });
    await expect(office.account('wang')).rejects.toMatchObject({ code: 'organisation-wrong' });
    await expect(closing('nowhere')).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('the list that is shipped', () => {
  const list = readOrganisationList(
    readFileSync(join(definitions, 'organisations.yaml'), 'utf8'),
    'organisations.yaml',
  );

  it('holds the national office, the ten departments of the guideline, 31 provinces and the Corps', () => {
    const kinds = list.map(({ kind }) => kind);
    const count = (wanted: string) => kinds.filter((kind) => kind === wanted).length;
    expect(['national-office', 'department', 'province', 'bingtuan'].map(count)).toEqual([1, 10, 31, 1]);
    expect(list).toHaveLength(43);
    const areas = new AreaDirectory(readFileSync(join(definitions, 'areas.csv'), 'utf8'));
    const outside = ['710000', '810000', '820000'];
    const mainland = areas.provinces().map(({ code }) => code);
    expect(list.filter(({ kind }) => kind === 'province').map(({ area }) => area)).toEqual(
      mainland.filter((code) => !outside.includes(code)),
    );
    for (const { area, names: called } of list.filter(({ kind }) => kind === 'province')) {
      const { names: areaNames } = areas.get(area ?? '');
      for (const language of ['zh-Hans', 'zh-Hant', 'en'] as const) {
        expect(called[language].startsWith(areaNames[language]), `${called[language]} of ${area}`).toBe(true);
      }
    }
    expect(areas.has('659000')).toBe(true);
  });

  it('is seeded once; later only what is new', async () => {
    const office = await offices.open();
    const added = await seedOrganisations(office, operator, list);
    expect(added).toHaveLength(40);
    expect(await seedOrganisations(office, operator, list)).toEqual([]);
    expect(await office.ledger.acts('organisations-seeded')).toHaveLength(2);
    expect(await listOrganisations(office)).toHaveLength(43);
  });

  it('is refused by name where it is wrong', () => {
    for (const text of ['organisations: 3', 'organisations: [{ id: a }]', 'organisations: [', '']) {
      expect(() => readOrganisationList(text, 'x.yaml')).toThrow(
        expect.objectContaining({
          code: 'reference-wrong',
          detail: expect.objectContaining({ place: { path: 'x.yaml' } }),
        }),
      );
    }
  });
});
