import { describe, expect, it } from 'vitest';
import { namedReelFrames, reelFrame } from './reel-frame.js';

describe('reelFrame', () => {
  it.each([
    ['48818', '520', '048818/0520'],
    ['5', '7', '000005/0007'],
    ['048818', '0520', '048818/0520'],
  ])('restores the zeros of %s and %s', (reel, frame, normal) => {
    expect(reelFrame(reel, frame)).toBe(normal);
  });

  it.each([
    ['1234567', '1'],
    ['1', '12345'],
    ['', '1'],
    ['4a', '1'],
  ])('refuses %j and %j', (reel, frame) => {
    expect(reelFrame(reel, frame)).toBeNull();
  });
});

describe('namedReelFrames', () => {
  it.each([
    ['RECORDED AT REEL 048818/FRAME 0520', ['048818/0520']],
    ['recorded at Reel 48818, Frame 520', ['048818/0520']],
    ['AT REEL NO. 48818/FRAME NO. 0520.', ['048818/0520']],
    ['REEL: 048041 FRAME: 605-610', ['048041/0605']],
    ['REEL/FRAME 48818/0520', ['048818/0520']],
    ['REEL/FRAME NO. 048818-0520', ['048818/0520']],
    ['(R/F 48041/605)', ['048041/0605']],
    ['REEL/FRAME 048818/0520, 048041/0605 AND 48818/520', ['048818/0520', '048041/0605']],
    ['AT REEL 1 FRAME 2 AND REEL 3 FRAME 4', ['000001/0002', '000003/0004']],
    ['REEL 048818 (05/07/2019), FILED 2019-05-07, SERIAL 15/356436', []],
    ['AGREEMENT 48818/520', []],
    ['RELEASE BY SECURED PARTY', []],
  ])('reads %s', (text, names) => {
    expect(namedReelFrames(text)).toEqual(names);
  });

  it('stays quick over a text of a million signs', () => {
    const started = performance.now();
    expect(namedReelFrames(`REEL ${'.'.repeat(1_000_000)} REEL 1 FRAME 2 ${'1'.repeat(1_000_000)}`)).toEqual([
      '000001/0002',
    ]);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
