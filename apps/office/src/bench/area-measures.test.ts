import { describe, expect, it } from 'vitest';
import { measureKnownAreas, measurePlantedAreas } from './area-measures.js';

describe('measurePlantedAreas', () => {
  it('counts every address once, by its noise', async () => {
    const { addresses, kinds, plain } = await measurePlantedAreas(7, 280);
    const sums = Object.values(kinds).map(
      ({ right, larger, unresolved, wrong }) => right + larger + unresolved + wrong,
    );
    expect([addresses, plain, sums]).toEqual([280, 20, Array.from({ length: 14 }, () => 20)]);
    expect(kinds.none).toEqual({ right: 20, larger: 0, unresolved: 0, wrong: 0 });
  });
});

describe('measureKnownAreas', () => {
  it('tells right, larger, unresolved and wrong apart', async () => {
    const tally = await measureKnownAreas([
      { address: '广东省深圳市南山区', area: '440305' },
      { address: '广东省深圳市', area: '440305' },
      { address: '朝阳区', area: '110105' },
      { address: '广东省深圳市', area: '440100' },
      { address: 'Austin, TX 78701', area: 'US-TX' },
    ]);
    expect(tally).toEqual({ right: 2, larger: 1, unresolved: 1, wrong: 1 });
  });
});
