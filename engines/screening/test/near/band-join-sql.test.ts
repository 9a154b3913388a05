import { Session } from '@zhiheng/lake';
import { expect, it } from 'vitest';
import { joinBands } from '../../src/near/band-join.js';
import { bandJoinSql, bandRows } from '../../src/near/band-join-sql.js';
import { CappedBuckets } from '../../src/near/capped-buckets.js';
import { PairCodes, pairOf } from '../../src/near/growing-words.js';
import { NearTexts } from '../../src/near/near-texts.js';
import { applicationsOf, plantedTexts } from './planted-texts.js';

it('the join of bands in typed arrays and the one in SQL give the same candidates', async () => {
  const near = new NearTexts({ field: 'abstract' });
  await near.take(applicationsOf(plantedTexts(2000, 12)));
  const keys = near.state.keys.map(({ words }) => words);
  const found = new PairCodes();
  const capped = new CappedBuckets({ cap: 10_000, anchors: 1 }, (a, b) => a - b);
  joinBands({ keys, standing: near.state.classes.standing.words, firstNew: 0, empty: -1 }, [], capped, found);
  const typed = [...found.distinct()].map(pairOf).map(({ one, other }) => [one, other]);
  const session = await Session.open({ threads: 2 });
  try {
    const columns = { text: 'integer', band: 'integer', bucket: 'integer' } as const;
    await session.registerTable('text_bands', columns, [...bandRows(keys)]);
    const joined = await session.rows<{ one: number; other: number }>(bandJoinSql);
    expect(typed).toEqual(joined.map(({ one, other }) => [one, other]));
    expect(typed.length).toBeGreaterThan(300);
  } finally {
    session.close();
  }
});
