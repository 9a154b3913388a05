import { describe, expect, it } from 'vitest';
import { files, readText } from './repository.js';

/** Folders of somebody's own machine; a word or a letter before the slash makes it part of a longer path. */
const machinePath = /(?<![\w.@*}/-])\/(?:(?:work|home|Users|root)\/|tmp\/zh)/;
const isText = (path: string): boolean => !/\.(?:png|jpe?g|ico|woff2?|parquet|gz|zip)$/.test(path);

describe('no file of the repository', () => {
  it('names a folder of the machine it was written on', () => {
    const named = files.filter(isText).flatMap((path) =>
      readText(path)
        .split('\n')
        .flatMap((line, index) => (machinePath.test(line) ? [`${path}:${index + 1}: ${line.trim()}`] : [])),
    );
    expect(named).toEqual([]);
  });

  it.each([
    [`see ${'/wo'}rk/shared`, true],
    [`'${'/tm'}p/zh-1'`, true],
    ['src/work/flow.ts', false],
    ['the frame/work', false],
  ])('%s: %s', (line, found) => {
    expect(machinePath.test(line)).toBe(found);
  });
});
