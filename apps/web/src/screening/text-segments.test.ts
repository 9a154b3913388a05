import { expect, it } from 'vitest';
import { exchanges, textSegments } from './text-segments.js';

const told = { field: 'claim', jaccard: 0.5, containment: 0.5, slots: [] } as const;
const parts = (segments: readonly { text: string; kind: string; number: number | null }[]) =>
  segments.map(({ text, kind, number }) => `${kind} ${number ?? ''} ${text}`);

it('follows an alignment: what stays, what is exchanged, what one text alone has', () => {
  const pieces = [
    { same: true, own: '一种', other: '一种' },
    { same: false, own: '水', other: '油' },
    { same: true, own: '泵，', other: '泵，' },
    { same: false, own: '水', other: '油' },
    { same: true, own: '箱', other: '箱' },
    { same: false, own: '盖', other: '' },
  ];
  const field = { ...told, a: '一种水泵，水箱盖', b: '一种油泵，油箱', passages: [], pieces };
  const { a, b } = textSegments(field);
  expect(parts(a)).toEqual([
    'shared 1 一种',
    'exchanged 1 水',
    'shared 2 泵，',
    'exchanged 2 水',
    'shared 3 箱',
    'own  盖',
  ]);
  expect(b.map(({ text }) => text).join('')).toBe(field.b);
  expect(b.at(-1)).toEqual({ text: '箱', kind: 'shared', number: 3, at: 6 });
  expect(exchanges(field)).toEqual([{ own: '水', other: '油', times: 2 }]);
  expect(exchanges({ pieces, slots: [{ own: 'x', other: 'y', times: 1 }] })).toEqual([
    { own: 'x', other: 'y', times: 1 },
  ]);
});

it('marks passages that changed their places by the same number, and an overlapping one only where it is alone', () => {
  const passages = [
    { a: { from: 0, to: 2 }, b: { from: 3, to: 5 } },
    { a: { from: 3, to: 5 }, b: { from: 0, to: 2 } },
    { a: { from: 6, to: 8 }, b: { from: 4, to: 6 } },
  ];
  const { a, b } = textSegments({ ...told, a: '甲乙，丙丁。乙戊', b: '丙丁；甲乙戊', passages, pieces: null });
  expect(parts(a)).toEqual(['shared 1 甲乙', 'own  ，', 'shared 2 丙丁', 'own  。', 'shared 3 乙戊']);
  expect(parts(b)).toEqual(['shared 2 丙丁', 'own  ；', 'shared 1 甲乙', 'shared 3 戊']);
});
