import { AreaDirectory } from '@zhiheng/vocabulary';
import { expect, it } from 'vitest';
import { Session } from '../index.js';
import { areaTest } from './area-test.js';

it('finds in an area what the directory of areas finds in it', async () => {
  const areas = new AreaDirectory('code,level,zh-Hans,zh-Hant,en\n');
  const inner = ['440000', '440300', '440305', '441900', '110000', '110105', '710000', '810000', '820000', 'XX'].concat(
    ['CN', 'US', 'US-CA', 'UA', 'JP'],
  );
  const outer = [...inner, 'ALL', 'CN-ML', '440100', '450000'];
  const session = await Session.open();
  await session.registerTable('given', { area: 'text' }, [...inner.map((area) => [area]), [null]]);
  for (const code of outer) {
    const found = await session.rows<{ area: string }>(`SELECT area FROM given WHERE ${areaTest(code, 'area')}`);
    expect({ code, found: found.map(({ area }) => area).sort() }).toEqual({
      code,
      found: inner.filter((area) => areas.within(area, code)).sort(),
    });
  }
  session.close();
});

it.each(["440000' OR true --", '44', '', 'cn'])('refuses %s, which is no code', (code) => {
  expect(() => areaTest(code, 'area')).toThrow('no code of an area');
});
