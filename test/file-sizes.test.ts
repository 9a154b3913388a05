import { describe, expect, it } from 'vitest';
import { files, readText } from './repository.js';

const code = files.filter((path) => /\.(?:tsx?|mjs|cjs|css)$/.test(path));
const sizes = code
  .map((path) => ({ path, lines: readText(path).split('\n').length - 1 }))
  .sort((a, b) => a.lines - b.lines);
const linesAt = (share: number): number => sizes[Math.floor((sizes.length - 1) * share)]?.lines ?? 0;

describe('files hold one idea each', () => {
  it('none has more than 400 lines', () => {
    expect(sizes.length).toBeGreaterThan(0);
    expect(sizes.filter(({ lines }) => lines > 400)).toEqual([]);
  });

  it('half have at most 100 lines, nine in ten at most 300', () => {
    expect(linesAt(0.5)).toBeLessThanOrEqual(100);
    expect(linesAt(0.9)).toBeLessThanOrEqual(300);
  });

  it('none is named for nothing', () => {
    expect(code.filter((path) => /(?:^|\/)(?:utils?|helpers?|manager|common|misc)(?:\.|\/|-)/.test(path))).toEqual([]);
  });
});
