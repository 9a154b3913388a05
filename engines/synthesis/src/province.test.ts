import { AreaDirectory, UserFault } from '@zhiheng/vocabulary';
import { describe, expect, it } from 'vitest';
import { areasCsv, sharedData } from '../test/repository.js';
import { presentName } from './parties/name-forms.js';
import { domesticParty, streetWords } from './parties/party.js';
import { readProvinces } from './province.js';
import { provinceShares } from './province-shares.js';
import { Random } from './random.js';

const provinces = readProvinces(areasCsv);
const directory = new AreaDirectory(areasCsv);
const table = sharedData('published/yearbook-2022-c3-utility-models-in-force.csv');

describe('provinces', () => {
  it('are the 34 units, their shares adding up to one', () => {
    expect(provinces.map(({ code }) => code)).toEqual(directory.provinces().map(({ code }) => code));
    expect(provinces.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
  });

  it.skipIf(!table.there)('have the shares of the published table', () => {
    const lines = table.text().trim().split('\n').slice(1);
    expect(lines).toHaveLength(34);
    const published = new Map(lines.map((line) => [line.split(',')[0], Number(line.split(',')[2])]));
    for (const [code, inForce] of provinceShares) expect(published.get(directory.name(code, 'en'))).toBe(inForce);
  });

  it('begin addresses with the full names of their places', () => {
    const seen = (code: string) => {
      const random = Random.of(3, code);
      const province = provinces.find((one) => one.code === code);
      return new Set(
        Array.from({ length: 3000 }, () => {
          const { province: name, city, county } = province?.place(random) ?? { province: '', city: '', county: '' };
          return name + city + county;
        }),
      );
    };
    expect(seen('440000')).toContain('广东省深圳市南山区');
    expect(seen('440000')).toContain('广东省东莞市');
    expect(seen('110000')).toContain('北京市海淀区');
    expect(seen('420000')).toContain('湖北省仙桃市');
    expect(seen('500000')).toContain('重庆市城口县');
    expect([...seen('710000')]).toEqual(['台湾省']);
    for (const { code } of provinces) {
      for (const address of seen(code)) expect(address).not.toMatch(/市辖区|行政区划|开发区|undefined/);
    }
  });

  it('have cities with a heavy tail', () => {
    const guangdong = provinces.find(({ code }) => code === '440000');
    const random = Random.of(4);
    const counts = new Map<string, number>();
    for (let draw = 0; draw < 10_000; draw += 1) {
      const city = guangdong?.place(random).word ?? '';
      counts.set(city, (counts.get(city) ?? 0) + 1);
    }
    expect(counts.size).toBe(21);
    // 1 / (1 + 1/2 + … + 1/21) = 0.274
    expect((counts.get('深圳') ?? 0) / 10_000).toBeCloseTo(0.274, 1);
  });

  it('are refused when the area table lacks one', () => {
    const short = areasCsv
      .split('\n')
      .filter((line) => !line.startsWith('650000'))
      .join('\n');
    expect(() => readProvinces(short)).toThrow(UserFault);
  });
});

describe('holders', () => {
  it('live in streets that are no area', () => {
    const names = directory.listed().map((area) => area.names['zh-Hans']);
    const stems = new Set(names.flatMap((name) => [name, name.replace(/(?:市|县|区|自治州|盟|旗)$/, '')]));
    stems.delete('');
    for (const word of streetWords)
      expect([...stems].filter((stem) => stem.length > 1 && word.includes(stem))).toEqual([]);
  });

  it('are the same whenever the same rank is asked for, and plainly coined', () => {
    const [beijing] = provinces;
    if (beijing === undefined) throw new Error('no province');
    for (let rank = 0; rank < 200; rank += 1) {
      const party = domesticParty(5, beijing, rank, 500);
      expect(domesticParty(5, beijing, rank, 500)).toEqual(party);
      expect(presentName(party)).toContain('拟');
      expect(party.place?.province).toBe('北京市');
      expect(party.street).toMatch(/.+\d+号$/);
    }
  });
});
