import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineDifference } from './line-difference.js';

const told = (before: string | null, after: string | null) =>
  lineDifference(before, after).map(({ kind, line, before: from, after: to }) => `${kind} ${from}/${to} ${line}`);

describe('the difference of two texts', () => {
  it('names what is removed before what is added in its place', () => {
    expect(told('id: a\nunit: x\nkind: flow\n', 'id: a\nunit: y\nkind: flow\nbetter: higher\n')).toEqual([
      'same 1/1 id: a',
      'removed 2/null unit: x',
      'added null/2 unit: y',
      'same 3/3 kind: flow',
      'added null/4 better: higher',
    ]);
    expect(told(null, 'a\n')).toEqual(['added null/1 a']);
    expect(told('a\n\nb', null)).toEqual(['removed 1/null a', 'removed 2/null ', 'removed 3/null b']);
    expect(told('a\n', 'a\n')).toEqual(['same 1/1 a']);
  });

  const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 9 });

  it('leads from the one to the other, with no more changes than there have to be', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const lines = lineDifference(`${a.join('\n')}\n`, `${b.join('\n')}\n`);
        const of = (...kinds: string[]) => lines.filter(({ kind }) => kinds.includes(kind));
        expect(of('same', 'removed').map(({ line }) => line)).toEqual(a.length === 0 ? [''] : a);
        expect(of('same', 'added').map(({ line }) => line)).toEqual(b.length === 0 ? [''] : b);
        expect(of('same', 'removed').map(({ before }) => before)).toEqual(of('same', 'removed').map((_, at) => at + 1));
        const [one, other] = [a.length === 0 ? [''] : a, b.length === 0 ? [''] : b];
        expect(of('same').length).toBe(longest(one, other));
      }),
    );
  });

  it('of thousands of lines is told without comparing each with each', () => {
    const many = (mark: string) => Array.from({ length: 5000 }, (_, at) => `${mark}${at}`).join('\n');
    expect(lineDifference(many('a'), many('b')).map(({ kind }) => kind)).toEqual([
      ...Array<string>(5000).fill('removed'),
      ...Array<string>(5000).fill('added'),
    ]);
  });
});

/** Length of the longest common subsequence, by trying every subsequence of the one. */
function longest(a: readonly string[], b: readonly string[]): number {
  let most = 0;
  for (let chosen = 0; chosen < 1 << a.length; chosen += 1) {
    const part = a.filter((_, at) => chosen & (1 << at));
    let at = 0;
    for (const line of b) if (at < part.length && part[at] === line) at += 1;
    if (at === part.length) most = Math.max(most, part.length);
  }
  return most;
}
