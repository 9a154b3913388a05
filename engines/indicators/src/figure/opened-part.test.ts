import { describe, expect, it } from 'vitest';
import { applications, grants, inForce, pendency, reported } from '../../test/definitions.js';
import { balance, grantGrowth, inventionShare, part, perPeople } from '../../test/made-definitions.js';
import type { Definition, MadeDefinition } from '../definition.js';
import { type OpenedCell, openedPart, openedParts } from './opened-part.js';

const known = new Map<string, Definition>(
  [applications, grants, inForce, reported, pendency('days'), inventionShare, grantGrowth].map((one) => [one.id, one]),
);
const opened = (definition: MadeDefinition, cell: Partial<OpenedCell>) =>
  openedPart(definition, { area: '440000', period: '2023', ...cell }, (id) => known.get(id) as Definition);

describe('the part of a made figure', () => {
  it('of a ratio is its numerator or denominator', () => {
    expect(openedParts(inventionShare)).toEqual(['numerator', 'denominator']);
    expect(opened(inventionShare, { part: 'numerator' })).toEqual({
      indicator: 'patent-applications',
      area: '440000',
      period: '2023',
      by: 'kind=invention',
      statistic: null,
      origin: 'computed',
      part: null,
    });
    expect(opened(inventionShare, { part: 'denominator' })).toMatchObject({ by: null });
  });

  it('lies in the area and the period that the definition names', () => {
    expect(opened(perPeople, { part: 'denominator' })).toMatchObject({
      indicator: 'population',
      area: 'CN-ML',
      period: '2022',
      origin: 'published',
    });
    expect(opened(balance, { part: 'before', period: '2023-05-YTD' })).toMatchObject({ period: '2022-05-YTD' });
  });

  it('of a growth is its value or its base', () => {
    expect(openedParts(grantGrowth)).toEqual(['of', 'base']);
    const cell = { by: 'kind=design', period: '2023-H1' };
    expect(opened(grantGrowth, { ...cell, part: 'numerator' })).toMatchObject({ period: '2023-H1', by: 'kind=design' });
    expect(opened({ ...grantGrowth, years: 3 }, { ...cell, part: 'base' })).toMatchObject({
      period: '2020-H1',
      by: 'kind=design',
    });
    expect(opened(grantGrowth, { part: 'of' })).toMatchObject({ period: '2023' });
  });

  it('can be that of a part', () => {
    const twice = { ...inventionShare, numerator: part('grant-growth') };
    expect(opened(twice, { part: 'numerator.base' })).toMatchObject({
      indicator: 'grant-growth',
      period: '2023',
      part: 'base',
    });
    const share = { ...inventionShare, numerator: part('invention-pendency', { statistic: 'share-within-target' }) };
    expect(opened(share, { part: 'numerator' })).toMatchObject({
      statistic: 'share-within-target',
      part: 'denominator',
    });
    expect(opened(share, { part: 'numerator.numerator' })).toMatchObject({ part: 'numerator' });
  });

  it('must be named, and be one that there is', () => {
    expect(() => opened(inventionShare, {})).toThrow(expect.objectContaining({ code: 'usage' }));
    expect(() => opened(balance, { part: 'befor' })).toThrow(
      expect.objectContaining({
        code: 'usage',
        detail: expect.objectContaining({ expected: 'now, before', didYouMean: 'before' }),
      }),
    );
    expect(() => opened(grantGrowth, { part: 'base', by: 'kind' })).toThrow(
      expect.objectContaining({ code: 'breakdown-wrong' }),
    );
    expect(() => opened(grantGrowth, { part: 'base', period: '2023-13' })).toThrow(
      expect.objectContaining({ code: 'period-wrong' }),
    );
  });
});
