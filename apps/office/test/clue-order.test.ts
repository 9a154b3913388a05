import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Session } from '@zhiheng/lake';
import { carryOut, exportClues, type Office, type ScreenClue } from '@zhiheng/office';
import type { Clue } from '@zhiheng/screening';
import { type Actor, localOperator, wholeOffice } from '@zhiheng/vocabulary';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { screeningRun } from '../src/screening/run-screening.js';
import { cluePlace } from '../src/screening/shown-clues.js';
import { filingsMapping, filingsTable, monthlyFilings } from './monthly-filings.js';
import { SmallOffice } from './small-office.js';

const orders = ['strength', 'application'] as const;
const region: Actor = {
  ...{ person: 'account:wang', kind: 'account', account: 'wang', organisation: 'gd', roles: ['region'] },
  ...{ areas: ['440000'], onBehalfOf: null, surface: { kind: 'page', address: null }, keyScope: null },
};

const small = new SmallOffice();
let office: Office;
const as = async <Answer>(actor: Actor, name: string, input: object = {}): Promise<Answer> =>
  (await carryOut(name, input, { office, actor, onProgress: () => {} })).json as Answer;
const ask = <Answer>(name: string, input: object = {}) => as<Answer>(localOperator('test'), name, input);

/** Applications of Beijing. */
const peking = new Set<string>();
/** Every clue of the newest run as it is stored, in no order. */
let stored: Clue[] = [];
beforeAll(async () => {
  // Every third application is of Beijing.
  const lines = filingsTable(monthlyFilings(20, 5).slice(0, 5).flat()).split('\n');
  const table = lines.map((line, at) => (at % 3 === 0 ? line.replace('广东省深圳市南山区', '北京市海淀区') : line));
  for (const line of table) if (line.includes('北京市')) peking.add(`CN:${line.split(',')[0]}`);
  const [path, mapping] = [join(small.path, 'f.csv'), join(small.path, 'f.yaml')];
  writeFileSync(path, table.join('\n'));
  writeFileSync(mapping, filingsMapping);
  office = await small.open();
  await ask('load', { paths: [path], mapping });
  await ask('release-create', { name: 'one', accept: [] });
  await ask('screen-run');
  const session = await Session.open();
  const { segments } = await screeningRun(office);
  const file = office.store.pathOf(segments.clues.sha256, 'parquet');
  const rows = await session.rows<{ told: string }>(`SELECT told FROM read_parquet('${file}')`);
  session.close();
  stored = rows.map(({ told }) => JSON.parse(told) as Clue);
}, 300_000);
afterAll(async () => {
  await office.close();
  small.remove();
});

const keyOf = ({ application, ground, family }: Pick<Clue, 'application' | 'ground' | 'family'>) =>
  [application, ground, family].join(' ');
/** Ids of clues as plain sorting puts them: by the digits of their strength downwards, or not at all, then by their key. */
function expected(order: (typeof orders)[number], clues: readonly Clue[]): string[] {
  const by = (one: Clue, other: Clue) =>
    (order === 'strength' ? other.strength - one.strength : 0) || (keyOf(one) < keyOf(other) ? -1 : 1);
  return [...clues].sort(by).map(({ id }) => id);
}
const idsOf = (clues: readonly Pick<Clue, 'id'>[]) => clues.map(({ id }) => id);

async function pages(actor: Actor, asked: object, order: (typeof orders)[number], limit: number) {
  const found: ScreenClue[][] = [];
  for (let after: string | undefined; ; ) {
    const page = await as<ScreenClue[]>(actor, 'screen-clues', { ...asked, order, limit, after });
    found.push(page);
    const last = page.at(-1);
    if (last === undefined) return found;
    after = cluePlace(last, order);
  }
}

describe('clues in their order', { timeout: 120_000 }, () => {
  it('has something to order: several of one strength, and strengths with many digits', () => {
    const strengths = stored.map(({ strength }) => strength);
    expect(stored.length).toBeGreaterThan(40);
    expect(new Set(strengths).size).toBeGreaterThan(5);
    expect(new Set(strengths).size).toBeLessThan(strengths.length / 2);
    expect(strengths.filter((one) => String(one).length > 12).length).toBeGreaterThan(3);
    expect(expected('strength', stored)).not.toEqual(expected('application', stored));
  });

  it('are the strongest first where nothing is said, or by application', async () => {
    expect(idsOf(await ask('screen-clues'))).toEqual(expected('strength', stored));
    for (const order of orders) expect(idsOf(await ask('screen-clues', { order }))).toEqual(expected(order, stored));
  });

  it.each(orders)('page behind page are the whole list, none twice: by %s', async (order) => {
    for (const limit of [9, 50]) {
      const found = await pages(localOperator('test'), {}, order, limit);
      expect(idsOf(found.flat())).toEqual(expected(order, stored));
      for (const page of found.slice(0, -2)) expect(page).toHaveLength(limit);
    }
    const near = stored.filter(({ family }) => family === 'near-copy');
    expect(near.length).toBeGreaterThan(3);
    const found = await pages(localOperator('test'), { family: 'near-copy' }, order, 1);
    expect(idsOf(found.flat())).toEqual(expected(order, near));
  });

  it.each(orders)('of a region hold its own applications alone: by %s', async (order) => {
    const found = await pages(region, {}, order, 4);
    const own = found.flat();
    const visible = stored.filter(({ application }) => !peking.has(application));
    expect(visible.length).toBeGreaterThan(10);
    expect(visible.length).toBeLessThan(stored.length);
    expect(idsOf(own)).toEqual(expected(order, visible));
  });

  it.each(orders)('are taken out in the same order, whatever is read at a time: by %s', async (order) => {
    const asking = { office, actor: localOperator('test'), scope: wholeOffice };
    for (const batch of [3, 2000]) {
      const { lines } = await exportClues({ order }, asking, batch);
      let text = '';
      for await (const line of lines) text += line;
      const rows = text.trim().split('\r\n').slice(1);
      expect(rows.map((row) => row.split(',')[0])).toEqual(expected(order, stored));
    }
  });

  it('tell what is no order, and what is a place of the other', async () => {
    await expect(ask('screen-clues', { order: 'day' })).rejects.toMatchObject({
      ...{ code: 'usage', detail: { found: 'day', expected: 'strength, application' } },
    });
    const [first] = await ask<ScreenClue[]>('screen-clues', { limit: 1 });
    if (first === undefined) throw new Error('no clue');
    for (const order of orders) {
      const after = cluePlace(first, order === 'strength' ? 'application' : 'strength');
      await expect(ask('screen-clues', { order, after })).rejects.toMatchObject({ code: 'usage' });
    }
    const after = cluePlace(first, 'strength').replace(/^\S+/, 'much');
    await expect(ask('screen-clues', { after })).rejects.toMatchObject({ code: 'usage' });
  });
});
